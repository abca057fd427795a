import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { modules } from '../../app/modules.ts'
import { ofKind } from '../../app/of-kind.ts'
import { inOrganisations } from '../../db/transaction.ts'
import type { Tx } from '../../kernel/ctx.ts'
import { newId } from '../../kernel/ids.ts'
import { makeSystem } from '../systems/factory.ts'
import { take } from './commands-take.ts'
import { makeCircle, shareRecord } from './factory.ts'
import type { Shareables } from './sharing.ts'

const kinds: Shareables = (type) =>
  ofKind(
    modules.map((one) => one.shared),
    type,
  )
const host = 'sandnes-administrator'
const secret = 'KANARI-4711'

/** The one table that is read across organisations, attacked below the pages: by a member, by one who is not named, and by nobody. */
describeExample('what is shared, in the database', (db, kind) => {
  let app: TestApp
  let circle: string
  let of: Readonly<Record<'host' | 'member' | 'other' | 'stranger', string>>
  beforeAll(async () => {
    app = await testApp(db())
    const organisation = async (slug: string) => (await app.person(slug)).organisationId
    of = {
      ...{ host: await organisation(host), member: await organisation('sauda-administrator') },
      ...{ other: await organisation('oslomet-administrator'), stranger: await organisation('uio-administrator') },
    }
    const source = await app.ctx(host, async (ctx) => {
      circle = await makeCircle(ctx, `Samarbeid ${secret}`, 'sauda', 'oslomet')
      const id = await makeSystem(ctx, { name: 'Delt system', inUse: 'yes', purpose: 'Felles.', otherOverview: secret })
      await shareRecord(ctx, kinds, { type: 'system', id }, { to: 'circle', circle })
      return { organisation: ctx.actor.organisationId, type: 'system', id }
    })
    await app.ctx('sauda-administrator', async (ctx) => {
      const { personId } = ctx.actor
      const taken = await take(ctx, kinds, source, newId(ctx.now), {
        edition: 1,
        name: `Vårt ${secret}`,
        unit: null,
        owner: personId,
        due: null,
      })
      expect(taken).toMatchObject({ ok: true })
    })
  }, 60_000)
  afterAll(() => app.stop())

  const seen = (organisations: readonly string[], statement: RawBuilder<unknown>) =>
    inOrganisations(db(), organisations, async (tx) => (await statement.execute(tx)).rows)
  const shared = sql`select * from shared_record`

  it('is read by those who are named, and by nobody else; two who are named see nothing of each other', async () => {
    expect(await seen([of.member], shared)).toHaveLength(1)
    expect(await seen([of.other], shared)).toHaveLength(1)
    for (const nobody of [[], [of.stranger]]) expect(await seen(nobody, shared)).toEqual([])
    expect(await seen([of.member], sql`select member_id from sharing_member`)).toEqual([{ member_id: of.member }])
    expect(await seen([of.stranger], sql`select * from sharing_member`)).toEqual([])
    expect(await seen([of.member], sql`select * from sharing_circle`)).toEqual([])
    expect(JSON.stringify(await seen([of.member], shared))).not.toContain(secret)
  })

  it('nothing of a member is seen by the host or by other members: not what was taken, not what was made of it, not that it was', async () => {
    const canary = sql`select s.name from system s where s.name like ${`%${secret}%`} union all select t.source_name from taken_record t`
    for (const organisation of [of.host, of.other, of.stranger]) expect(await seen([organisation], canary)).toEqual([])
    expect(await seen([of.member], canary)).toHaveLength(2)
    const pages = await Promise.all(
      [host, 'oslomet-administrator'].map(async (slug) => {
        const browser = await app.as(slug)
        return Promise.all(['/delt', '/delt/fra-oss', '/logg'].map(async (path) => (await browser.get(path)).text))
      }),
    )
    expect(JSON.stringify(pages)).not.toContain(`Vårt ${secret}`)
  })

  const affected = async (tx: Tx, statement: RawBuilder<unknown>) => Number((await statement.execute(tx)).numAffectedRows ?? 0)
  it('is only read: nobody who is named changes, locks, deletes or adds it, or names themselves', async () => {
    const tries: Readonly<Record<string, (as: string) => RawBuilder<unknown>>> = {
      changed: () => sql`update shared_record set name = 'x' where organisation_id = ${of.host}`,
      deleted: () => sql`delete from shared_record where organisation_id = ${of.host}`,
      'another named': () => sql`update sharing_member set member_id = ${of.stranger} where organisation_id = ${of.host}`,
      'one taken out': () => sql`delete from sharing_member where organisation_id = ${of.host}`,
      'named by themselves': (as) =>
        sql`insert into sharing_member (organisation_id, circle_id, member_id, member_name) values (${of.host}, ${circle}, ${as}, 'x')`,
      'shared in its name': () => sql`
        insert into shared_record (organisation_id, subject_type, subject_id, version, organisation_name, name, content, shared_at, everyone)
        values (${of.host}, 'system', gen_random_uuid(), 1, 'x', 'x', '{}', now(), true)`,
      'taken in its name': () => sql`
        insert into taken_record (organisation_id, subject_type, subject_id, source_organisation_id, source_id, source_name, edition, content, taken_at)
        values (${of.host}, 'system', gen_random_uuid(), ${of.host}, gen_random_uuid(), 'x', 1, '{}', now())`,
    }
    const reached: string[] = []
    for (const who of [of.member, of.stranger]) {
      for (const [what, statement] of Object.entries(tries)) {
        const came = await inOrganisations(db(), [who], (tx) => affected(tx, statement(who))).catch((error) => {
          expect(String(error), what).toMatch(/row-level security/)
          return 0
        })
        if (came > 0) reached.push(what)
      }
      expect(await seen([who], sql`select from shared_record where organisation_id = ${of.host} for update`)).toEqual([])
    }
    expect(reached).toEqual([])
  })

  it('a circle of one’s own with the id of another’s opens nothing', async () => {
    await inOrganisations(db(), [of.stranger], async (tx) => {
      await sql`insert into sharing_circle (organisation_id, id, name) values (${of.stranger}, ${circle}, 'Vår')`.execute(tx)
      await sql`insert into sharing_member (organisation_id, circle_id, member_id, member_name)
        values (${of.stranger}, ${circle}, ${of.stranger}, 'x')`.execute(tx)
      expect((await shared.execute(tx)).rows).toEqual([])
    })
  })

  // The owner of the embedded database is above every policy, and sees nothing of this.
  if (kind === 'postgres')
    it('without its policy nobody who is named reads anything: nothing else lets it through', async () => {
      for (const drop of [sql`drop policy shared_with on shared_record`, sql`drop policy named on sharing_member`]) {
        let rows = -1
        const undone = new Error('undone')
        await db()
          .owner.transaction()
          .execute(async (tx) => {
            await drop.execute(tx)
            await sql`select set_config('varde.organisations', ${of.member}, true)`.execute(tx)
            rows = (await shared.execute(tx)).rows.length
            throw undone
          })
          .catch((error) => expect(error).toBe(undone))
        expect(rows).toBe(0)
      }
    })
})
