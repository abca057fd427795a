import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sealedPlaces } from '../../src/app/modules.ts'
import { resealAll, resealSweep } from '../../src/app/reseal.ts'
import { asOwner } from '../../src/db/transaction.ts'
import { newId } from '../../src/kernel/ids.ts'
import { addKey, forgetKeys, saidAt } from '../../src/kernel/keys.ts'
import { forgetIn } from '../../src/kernel/lasting.ts'
import type { SealedIn } from '../../src/kernel/sealed.ts'
import { saveHandling } from '../../src/modules/deviation/handling/commands.ts'
import { makeComplaint } from '../../src/modules/ethics/factory.ts'
import { own } from '../../src/modules/ethics/profile.ts'
import { profileOf } from '../../src/modules/organisation/public.ts'
import { changeProfile } from '../../src/modules/organisation/store.ts'
import { answerQuestion, shareQuestion } from '../../src/modules/questions/commands.ts'
import { makeQuestion } from '../../src/modules/questions/factory.ts'
import { makeSystem } from '../../src/modules/systems/factory.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { done, openCase } from '../support/cases.ts'
import { describeExample } from '../support/database.ts'

type Org = 'sauda' | 'sandnes' | 'oslomet' | 'uio'
/** Something confidential, written by the road that people go: whose page shows it, and the columns that hold it. */
type Kind = {
  readonly name: string
  /** Two organisations, in turn. */
  readonly orgs: readonly [Org, Org]
  readonly columns: readonly string[]
  readonly write: (app: TestApp, org: Org, canary: string) => Promise<string>
  readonly reader: (org: Org) => string
}

const involved: Kind = {
  name: 'those involved in a case',
  orgs: ['sauda', 'sandnes'],
  columns: ['deviation_handling.involved_sealed', 'record_version.content_sealed'],
  write: async (app, org, canary) => {
    const id = await openCase(app, org)
    await app.ctx(`${org}-personvernombud`, async (ctx) => {
      done(await saveHandling(ctx, id, null, { involved: canary }))
      // So that it stands in what the case said before, too.
      done(await saveHandling(ctx, id, null, { extent: 'Gjelder en liste.' }))
    })
    return `/avvik/${id}`
  },
  reader: (org) => `${org}-personvernombud`,
}
/** Asked, answered and shared: as those who take part do it. */
const question: Kind = {
  name: 'a question to the data protection officer, and its answer',
  orgs: ['sauda', 'sandnes'],
  columns: ['question.about_sealed', 'question.answer_sealed', 'question_share.reason_sealed'],
  write: async (app, org, canary) => {
    const id = await app.ctx(`${org}-ansatt`, (ctx) => makeQuestion(ctx, { about: canary }))
    await app.ctx(`${org}-personvernombud`, async (ctx) => {
      expect((await answerQuestion(ctx, id, null, { answer: `Svar: ${canary}` })).ok).toBe(true)
      expect((await shareQuestion(ctx, id, null, { person: null, role: 'ciso', reason: `Fordi: ${canary}` })).ok).toBe(true)
    })
    return `/sporsmal/${id}`
  },
  reader: (org) => `${org}-ansatt`,
}
const comment: Kind = {
  name: 'a comment for few',
  orgs: ['sauda', 'sandnes'],
  columns: ['comment.text_sealed'],
  write: async (app, org, canary) => {
    const id = await app.ctx(`${org}-administrator`, (ctx) => makeSystem(ctx, { name: `Kommentert, ${org}` }))
    const admin = await app.as(`${org}-administrator`)
    const written = { id: newId(app.clock.now), text: canary, audience: 'handlers' }
    expect((await admin.post(`/kommentarer/system/${id}/ny`, written)).status).toBe(303)
    return `/systemer/${id}`
  },
  reader: (org) => `${org}-administrator`,
}
/** In an organisation that has not turned it on, the profile does so first. */
const complaint: Kind = {
  name: 'a complaint of a breach of research ethics',
  orgs: ['oslomet', 'uio'],
  columns: ['ethics_complaint.against_sealed', 'ethics_complaint.about_sealed'],
  write: async (app, org, canary) => {
    await app.ctx(`${org}-administrator`, async (ctx) => {
      const profile = own(await profileOf(ctx))
      await changeProfile(ctx, null, () => ({ ...profile, ethics: { on: true, committee: null } }))
    })
    const id = await app.ctx(`${org}-ansatt`, (ctx) =>
      makeComplaint(ctx, { unit: ctx.actor.unitId ?? '', against: canary, about: `Om ${canary}` }),
    )
    return `/forskningsetikk/klager/${id}`
  },
  reader: (org) => `${org}-ansatt`,
}
const kinds: readonly Kind[] = [involved, question, comment, complaint]

/**
 * G-02 a canary written by the road that people go: it is in no table, queue, log or mail in the clear, whoever runs Varde or administers it
 * has nothing to read, and the page that shows it says so once the key is deleted.
 */
describeExample('what is confidential is sealed', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 400_000)
  afterAll(() => app.stop())

  const idOf = async (org: Org) => (await app.person(`${org}-ansatt`)).organisationId
  /** The tables that hold a text, in any writing: as the owner of them all reads them, which is what a dump takes along. */
  const lying = (canary: string): Promise<readonly string[]> =>
    asOwner(db(), async (tx) => {
      const all = await tx.selectFrom('organisation').select('id').execute()
      await sql`select set_config('varde.organisations', ${all.map(({ id }) => id).join(',')}, true)`.execute(tx)
      const bytes = Buffer.from(canary)
      const writings = [canary, JSON.stringify(canary).slice(1, -1), bytes.toString('hex'), ...base64s(bytes)]
      const { rows: tables } = await sql<{ name: string }>`
        select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'pgboss')`.execute(tx)
      const found: string[] = []
      for (const { name } of tables) {
        const { rows } = await sql<{ n: number }>`select count(*)::integer as n from ${sql.raw(name)} t
          where ${sql.join(
            writings.map((one) => sql`position(${one} in t::text) > 0`),
            sql` or `,
          )}`.execute(tx)
        if (rows[0]?.n) found.push(name)
      }
      return found
    })
  const placesOf = (kind: Kind): readonly SealedIn[] =>
    sealedPlaces.filter(({ table, column }) => kind.columns.includes(`${table}.${column}`))
  /** What a column of the organisation says now, opened. */
  const says = (org: Org, place: SealedIn): Promise<readonly (string | null)[]> =>
    app.ctx(`${org}-ansatt`, async (ctx) => {
      const { rows } = await sql<Record<string, unknown>>`
        select * from ${sql.table(place.table)} where organisation_id = ${ctx.actor.organisationId} and ${sql.ref(place.column)} is not null`.execute(
        ctx.tx,
      )
      return Promise.all(rows.map((row) => saidAt(ctx, place, row)))
    })
  /** As it lay before it was sealed. */
  const lieClear = async (org: Org, place: SealedIn) => {
    const clear = place.clear?.column ?? ''
    await app.ctx(`${org}-ansatt`, async (ctx) => {
      const { organisationId } = ctx.actor
      const { rows } = await sql<Record<string, unknown>>`
        select * from ${sql.table(place.table)} where organisation_id = ${organisationId} and ${sql.ref(place.column)} is not null`.execute(
        ctx.tx,
      )
      for (const row of rows)
        await sql`update ${sql.table(place.table)} set ${sql.ref(clear)} = ${await saidAt(ctx, place, row)}, ${sql.ref(place.column)} = null
          where organisation_id = ${organisationId} and ${sql.join(
            place.names.map((name) => sql`${sql.ref(name)} = ${row[name]}`),
            sql` and `,
          )}`.execute(ctx.tx)
    })
  }

  it('G-02 what a process of an older version writes in the clear, beside this one, is what it says; and is sealed by the next sweep', async () => {
    const page = await comment.write(app, 'uio', 'Kanarifugl fra ny')
    const change = async (text: string, withdrawn: boolean) =>
      app.ctx('uio-administrator', ({ tx, actor }) =>
        sql`update comment set text = ${text}, withdrawn_at = ${withdrawn ? app.clock.now : null} where organisation_id = ${actor.organisationId}
          and subject_id = ${page.split('/').at(-1)}`.execute(tx),
      )
    const shown = async () => (await (await app.as('uio-administrator')).get(page)).text
    for (const sweep of [1, 2]) {
      await change(`Kanarifugl fra gammel, ${sweep}`, false)
      expect(await shown()).toContain(`Kanarifugl fra gammel, ${sweep}`)
      expect(await lying(`Kanarifugl fra gammel, ${sweep}`)).toEqual(['public.comment'])
      await resealSweep(sealedPlaces).run(await app.round('uio-administrator'))
      expect([await lying(`Kanarifugl fra gammel, ${sweep}`), await lying('Kanarifugl fra ny')]).toEqual([[], []])
      expect(await shown()).toContain(`Kanarifugl fra gammel, ${sweep}`)
    }
    await change('', true)
    await resealSweep(sealedPlaces).run(await app.round('uio-administrator'))
    expect(await shown()).not.toContain('Kanarifugl')
  }, 600_000)

  for (const kind of kinds)
    it(`G-02 ${kind.name}: in no table in the clear, what lay so is sealed by the sweep, and a key that is deleted opens nothing`, async () => {
      const pages = new Map<Org, { readonly page: string; readonly canary: string }>()
      for (const org of kind.orgs) {
        const canary = `Kanarifugl ${kinds.indexOf(kind)} ${org} på Ås`
        const page = await kind.write(app, org, canary)
        pages.set(org, { page, canary })
        expect(await lying(canary), org).toEqual([])
        expect((await (await app.as(kind.reader(org))).get(page)).text, org).toContain(`${org} på Ås`)
        const places = placesOf(kind)
        expect(places.map(({ table, column }) => `${table}.${column}`)).toEqual(expect.arrayContaining([...kind.columns]))
        for (const place of places) expect((await says(org, place)).join(), place.column).toContain(canary)
        // Rows from before it was sealed: found in the clear, read all the same, and sealed when the sweep has been there.
        for (const place of places) await lieClear(org, place)
        expect((await lying(canary)).toSorted(), org).toEqual([...new Set(places.map(({ table }) => `public.${table}`))].sort())
        expect((await (await app.as(kind.reader(org))).get(page)).text, org).toContain(`${org} på Ås`)
        const swept = await resealAll(app.inOrganisation, await idOf(org), places)
        expect([swept.done > 0, swept.failed]).toEqual([true, 0])
        expect(await lying(canary), org).toEqual([])
        for (const place of places) expect((await says(org, place)).join(), place.column).toContain(canary)
        // A newer key: all of it is sealed anew.
        await app.inOrganisation(await idOf(org), addKey)
        expect((await resealAll(app.inOrganisation, await idOf(org), placesOf(kind))).done).toBeGreaterThan(0)
        expect((await (await app.as(kind.reader(org))).get(page)).text, org).toContain(`${org} på Ås`)
      }
      const [one, another] = kind.orgs
      const { page, canary } = pages.get(one) ?? { page: '', canary: '' }
      const other = pages.get(another) ?? { page: '', canary: '' }
      const organisationId = await idOf(one)
      await asOwner(db(), async (tx) => {
        await sql`select set_config('varde.organisations', ${organisationId}, true)`.execute(tx)
        await forgetKeys({ tx, actor: { organisationId } })
      })
      // This process remembers the keys for a minute.
      await app.ctx(`${one}-ansatt`, async ({ tx }) => forgetIn(tx, 'keys', organisationId))
      const shut = await (await app.as(kind.reader(one))).get(page)
      expect([shut.status, shut.text.includes('på Ås')]).toEqual([503, false])
      expect(shut.text).toMatch(/Dette kan ikk[je]+ (åpnes|opnast)/)
      expect(await lying(canary)).toEqual([])
      expect((await (await app.as(kind.reader(another))).get(other.page)).text).toContain(`${another} på Ås`)
    }, 600_000)
})

/** As it would look in the middle of something longer, at each of three places. */
const base64s = (bytes: Buffer) =>
  [0, 1, 2].map((before) =>
    Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .slice(before === 0 ? 0 : 4, -4),
  )
