import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expirings } from '../src/app/modules.ts'
import { newId } from '../src/kernel/ids.ts'
import { makeFeed } from '../src/modules/calendar/commands.ts'
import { reporterMark } from '../src/modules/deviation/store-reporter.ts'
import { addEntry, changeEntry } from '../src/modules/directory/commands.ts'
import { tickPoint } from '../src/modules/guidance/commands.ts'
import { makePublished } from '../src/modules/guidance/factory.ts'
import { makeAccount } from '../src/modules/identity/factory.ts'
import { addPerson, setActive } from '../src/modules/people/commands.ts'
import { always, giveRole } from '../src/modules/people/public.ts'
import { makeQuestion } from '../src/modules/questions/factory.ts'
import { holdOwn, releaseOwn } from '../src/modules/retention/commands-own.ts'
import { ownSweep } from '../src/modules/retention/jobs.ts'
import { saveView } from '../src/modules/views/commands.ts'
import { type TestApp, testApp } from './support/app.ts'
import { openCase } from './support/cases.ts'
import { describeExample } from './support/database.ts'
import { heldBy } from './support/held.ts'

const [admin, leaver] = ['sandnes-administrator', 'sandnes-helsefagarbeider'] as const
const began = new Date('2026-03-02T08:00:00Z')
const address = 'borte.kanari@sandnes.example'

describeExample('whoever has left, and is forgotten', (db) => {
  let app: TestApp
  let organisationId: string
  beforeAll(async () => {
    app = await testApp(db(), began)
    organisationId = (await app.person(admin)).organisationId
  }, 120_000)
  afterAll(() => app.stop())

  const at = async <T>(day: string, work: () => Promise<T>): Promise<T> => {
    app.clock.now = new Date(`${day}T08:00:00Z`)
    try {
      return await work()
    } finally {
      app.clock.now = began
    }
  }
  const sweep = async () => ownSweep(expirings).run(await app.round(admin))
  const rowOf = (id: string) =>
    app.inOrganisation(organisationId, ({ tx }) =>
      tx
        .selectFrom('person')
        .select(['name', 'email', 'unit_id', 'leader_id', 'locale', 'demo_slug', 'active', 'left_on', 'forgotten_on'])
        .where('id', '=', id)
        .executeTakeFirst(),
    )
  /** Which tables say what, as everything stands now. */
  const looked = async () => {
    const held = await heldBy(db(), organisationId)
    return (what: string) => [...new Set(held.filter(({ text }) => text.includes(what)).map(({ name }) => name))]
  }
  const added = (name: string, email: string | null = null) =>
    app.ctx(admin, async (ctx) => {
      const made = await addPerson(ctx, { name, email, unit: ctx.actor.unitId, leader: ctx.actor.personId, locale: 'nn' })
      if (!made.ok) throw new Error(made.why)
      return made.next.id
    })
  const leaves = (id: string, active = false) =>
    app.ctx(admin, async (ctx) => expect(await setActive(ctx, id, null, active)).toMatchObject({ ok: true }))

  it('S2-58 a year after, all is gone but the name, in every table, in the search and on every page; what they did still says who', async () => {
    const { personId: id } = await app.person(leaver)
    const tip = await app.ctx('sandnes-personvernombud', (ctx) => makePublished(ctx, { kind: 'tip' }))
    const question = await app.ctx(leaver, async (ctx) => {
      await makeFeed(ctx)
      await tickPoint(ctx, tip, true)
      const view = { name: 'Mine systemer', sharedWith: null, opens: 'no', list: '/systemer', query: '', person: id } as const
      expect(await saveView(ctx, newId(ctx.now), view)).toMatchObject({ ok: true })
      return makeQuestion(ctx)
    })
    const account = await makeAccount(db(), address, began, { organisationId, personId: id })
    await app.ctx(admin, async (ctx) => {
      await giveRole(ctx, id, null, always('superUser', '2026-01-01'))
      const { tx } = ctx
      await sql`update person set email = ${address}, leader_id = ${ctx.actor.personId}, locale = 'nn' where id = ${id}`.execute(tx)
      const [key, none] = [newId(began), Buffer.from('kanari')]
      await sql`select varde_add_passkey(${key}, ${account}, ${none}, ${none}, 0, '{}', 'Telefon', false, ${began})`.execute(tx)
      await sql`insert into directory_entry (organisation_id, person_id, user_name, email, external_id, created_at, changed_at)
        values (${organisationId}, ${id}, ${address}, ${address}, 'kanari-objekt', ${began}, ${began})`.execute(tx)
      await sql`insert into message (organisation_id, id, person_id, kind, title, href, created_at)
        values (${organisationId}, ${newId(began)}, ${id}, 'x', '{}', '/', ${began})`.execute(tx)
      await sql`insert into mail (organisation_id, id, address, language, kind, title, href, created_at, status)
        values (${organisationId}, ${newId(began)}, ${address}, 'nb', 'x', 'x', '/', ${began}, 'sent')`.execute(tx)
      await sql`insert into task (organisation_id, id, subject_type, subject_id, kind, title, href, person_id, escalated_to, status, created_at, ended_at)
        values (${organisationId}, ${newId(began)}, 'question', ${question}, 'x', '{}', '/', ${id}, ${[id]}::uuid[], 'done', ${began}, ${began})`.execute(
        tx,
      )
    })
    const led = await added('Den Som Blei')
    await app.ctx(admin, ({ tx }) => sql`update person set leader_id = ${id} where id = ${led}`.execute(tx))
    expect((await looked())(address).length).toBeGreaterThan(3)
    await leaves(id)
    await at('2027-03-01', sweep)
    expect((await rowOf(id))?.email).toBe(address)
    expect(((await (await app.as(admin)).get(`/personer/${id}`)).text.match(/Varde sletter dette 2. mars 2027/g) ?? []).length).toBe(1)
    await at('2027-03-02', sweep)

    const nothing = { email: null, unit_id: null, leader_id: null, locale: null, demo_slug: null }
    const stands = await rowOf(id)
    expect(stands).toMatchObject({ ...nothing, active: false, left_on: '2026-03-02', forgotten_on: '2027-03-02' })
    expect((await rowOf(led))?.leader_id).toBe(null)
    const saying = await looked()
    expect(saying(address)).toEqual([])
    expect(saying('kanari')).toEqual([])
    for (const table of ['account', 'passkey', 'membership']) expect([table, await standing(table, account)]).toEqual([table, 0])
    const records = [
      'public.audit_event',
      'public.audit_unsealed',
      'public.audit_sealed',
      'public.person',
      'public.person_word',
      'public.question',
      'public.record_version',
    ]
    expect(saying(id).filter((name) => !records.includes(name) && !/pgboss|word|part/.test(name))).toEqual([])
    expect(saying(id)).toContain('public.question')

    const officer = await app.as(admin)
    const find = async (ord: string) => (await officer.post('/sok/finn', { ord }, { accept: 'application/json' })).text
    expect(await find(address)).not.toContain(`/personer/${id}`)
    expect(await find(stands?.name ?? '')).toContain(`/personer/${id}`)
    const page = (await officer.get(`/personer/${id}`)).text
    expect([page.includes(address), page.includes(stands?.name ?? '-')]).toEqual([false, true])
    expect(page).toContain('Varde slettet opplysningene om personen 2. mars 2027')
    for (const path of ['/personer', '/personer.csv', '/logg'])
      expect([path, (await officer.get(path)).text.includes(address)]).toEqual([path, false])
    const dpo = await app.as('sandnes-personvernombud')
    expect((await dpo.get(`/sporsmal/${question}`)).text).toContain(stands?.name)
    expect((await officer.get('/logg')).text).toContain('Varde slettet egne oppføringer')
    expect((await dpo.get('/sletting/regler')).text).toContain('Hva blir stående om en som har sluttet?')
  }, 90_000)
  const standing = async (table: string, account: string) => {
    const key = table === 'account' ? sql`id` : sql`account_id`
    return (await sql`select from ${sql.table(table)} where ${key} = ${account}`.execute(db().owner)).rows.length
  }

  it('S2-58 an account that has a place in another organisation stays there', async () => {
    const id = await added('To Plasser')
    const other = await app.person('uio-leder')
    const account = await makeAccount(db(), 'to.plasser@sandnes.example', began, { organisationId, personId: id }, other)
    await leaves(id)
    await at('2027-03-02', sweep)
    expect([await rowOf(id), await standing('account', account), await standing('membership', account)]).toEqual([undefined, 1, 1])
  })

  it('S2-58 kept back they stay whole until they are let go; come back they are not touched, and their time begins anew', async () => {
    const [held, back] = [await added('Holdt Tilbake', 'holdt@sandnes.example'), await added('Kom Tilbake', 'kom@sandnes.example')]
    for (const id of [held, back]) await leaves(id)
    const key = { type: 'person', id: held } as const
    await app.ctx(admin, async (ctx) =>
      expect(await holdOwn(ctx, key, { holdReason: 'dispute', holdReviewOn: '2026-06-01' })).toMatchObject({ ok: true }),
    )
    await leaves(back, true)
    await at('2028-03-02', sweep)
    expect([(await rowOf(held))?.email, (await rowOf(back))?.email]).toEqual(['holdt@sandnes.example', 'kom@sandnes.example'])
    await at('2028-03-03', () => leaves(back))
    await app.ctx(admin, (ctx) => releaseOwn(ctx, key))
    await at('2029-03-02', sweep)
    expect([await rowOf(held), (await rowOf(back))?.email]).toEqual([undefined, 'kom@sandnes.example'])
    await at('2029-03-03', sweep)
    expect(await rowOf(back)).toBe(undefined)
  })

  it('S2-58 the name goes when the last record that says what they did has gone; it is looked for every thirtieth day', async () => {
    const id = await added('Spurte En Gang')
    const question = await app.ctx('sandnes-ansatt', (ctx) => makeQuestion(ctx))
    await app.ctx(admin, ({ tx }) => sql`update question set asked_by_id = ${id} where id = ${question}`.execute(tx))
    await leaves(id)
    await at('2027-03-02', sweep)
    expect(await rowOf(id)).toMatchObject({ name: 'Spurte En Gang', email: null, forgotten_on: '2027-03-02' })
    const { personId: other } = await app.person('sandnes-ansatt')
    await app.ctx(admin, ({ tx }) => sql`update question set asked_by_id = ${other} where id = ${question}`.execute(tx))
    await at('2027-03-31', sweep)
    expect((await rowOf(id))?.name).toBe('Spurte En Gang')
    await at('2027-04-01', sweep)
    expect(await rowOf(id)).toBe(undefined)
    expect((await looked())('Spurte En Gang')).toEqual([])
  })

  it('S2-58 a protected reporter keeps the name too: who it was is opened by those who may, for as long as the case is kept', async () => {
    const id = await added('Meldte I Ro')
    const reported = await openCase(app, 'sandnes')
    await app.ctx(admin, (ctx) =>
      sql`update deviation_reporter set protected = true, person_id = null, outside = null, sealed = '\\x00', mark = ${reporterMark(ctx, id)}
        where deviation_id = ${reported}`.execute(ctx.tx),
    )
    await leaves(id)
    await at('2027-03-02', sweep)
    expect(await rowOf(id)).toMatchObject({ name: 'Meldte I Ro', email: null, forgotten_on: '2027-03-02' })
  })

  it('S2-58 a list of people, and what an earlier version said, are records that need the name too', async () => {
    const [listed, said] = [await added('Står I En Liste'), await added('Sto I En Utgave')]
    await app.ctx(admin, async ({ tx }) => {
      await sql`update unit set research_portal_people_ids = array[${listed}::uuid] where id = (select id from unit where organisation_id = ${organisationId} limit 1)`.execute(
        tx,
      )
      await sql`insert into record_version (organisation_id, subject_type, subject_id, version, by_kind, content)
        values (${organisationId}, 'system', ${newId(began)}, 1, 'clockwork', ${JSON.stringify({ system: { owner: said } })}::jsonb)`.execute(
        tx,
      )
    })
    for (const id of [listed, said]) await leaves(id)
    await at('2027-03-02', sweep)
    for (const id of [listed, said]) expect(await rowOf(id)).toMatchObject({ email: null, forgotten_on: '2027-03-02' })
  })

  it('S2-58 comes back by the directory, by a file or by an administrator: a person again, and no fault', async () => {
    const draft = {
      ...{ userName: 'igjen@sandnes.example', externalId: crypto.randomUUID(), email: 'igjen@sandnes.example', displayName: 'Kom Igjen' },
      ...{ formatted: null, givenName: null, familyName: null, department: null, manager: null, active: true },
    }
    const entered = async () => app.ctx(admin, (ctx) => addEntry(ctx, draft))
    const first = await entered()
    const id = first.ok ? first.entry.id : ''
    const question = await app.ctx('sandnes-ansatt', (ctx) => makeQuestion(ctx))
    await app.ctx(admin, ({ tx }) => sql`update question set asked_by_id = ${id} where id = ${question}`.execute(tx))
    await leaves(id)
    await at('2027-03-02', sweep)
    expect(await rowOf(id)).toMatchObject({ name: 'Kom Igjen', email: null })
    // What the directory knew them by is gone: it is told so, adds them anew, and they are somebody who works here.
    const changed = await app.ctx(admin, (ctx) =>
      changeEntry(ctx, id, null, (stands) => ({ ok: true, draft: { ...stands, active: true } })),
    )
    expect(changed).toMatchObject({ ok: false, status: 404 })
    const again = await entered()
    expect(again).toMatchObject({ ok: true, entry: { active: true } })
    expect(again.ok && again.entry.id !== id).toBe(true)
    await app.ctx(admin, async (ctx) =>
      expect(await setActive(ctx, again.ok ? again.entry.id : '', null, false)).toMatchObject({ ok: true }),
    )
    // By an administrator: the one who was here.
    const officer = await app.as(admin)
    const { text } = await officer.get(`/personer/${id}`)
    const version = /name="version" value="(\d+)"/.exec(text)?.[1] ?? ''
    expect((await officer.post(`/personer/${id}/retur`, { version })).status).toBe(303)
    expect(await rowOf(id)).toMatchObject({ active: true, left_on: null, forgotten_on: null })
    expect((await officer.get(`/personer/${id}/rediger`)).status).toBe(200)
    // By a file, or by hand, with the address that was theirs: nobody has it.
    expect(
      await app.ctx(admin, async (ctx) => addPerson(ctx, { name: 'Borte Kanari', email: address, unit: null, leader: null, locale: null })),
    ).toMatchObject({ ok: true })
  })
})
