import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { modules } from '../src/app/modules.ts'
import { inOrganisations } from '../src/db/transaction.ts'
import type { Tx } from '../src/kernel/ctx.ts'
import { newId } from '../src/kernel/ids.ts'
import { makeReport } from '../src/modules/deviation/factory.ts'
import { sendReport } from '../src/modules/deviation/report/commands.ts'
import { makeSystem } from '../src/modules/systems/factory.ts'
import { type TestApp, testApp } from './support/app.ts'
import { describeExample } from './support/database.ts'
import { insertRow, type Planted, plantIn, tablesOfOrganisations } from './support/plant.ts'
import { someAddress } from './support/routes.ts'

/** Another organisation's records, asked for at every address there is, by every role there is (G-07). */
describeExample('another organisation', (db) => {
  let app: TestApp
  const ids: string[] = []
  let secret: string
  beforeAll(async () => {
    app = await testApp(db())
    secret = 'KANARI-4711'
    await app.ctx('sauda-ansatt', async (ctx) => {
      const id = newId(ctx.now)
      const unit = ctx.actor.unitId
      const sent = await sendReport(
        ctx,
        id,
        'form',
        makeReport({ affectedUnit: unit, affectedLeader: null, whatHappened: `${secret} kom på avvege.` }),
      )
      if (!sent.ok) throw new Error(sent.why)
      ids.push(id, ctx.actor.personId, unit ?? '')
    })
    ids.push(await app.ctx('sauda-administrator', (ctx) => makeSystem(ctx, { name: `${secret} system` })))
  }, 60_000)
  afterAll(() => app.stop())

  const strangers = ['sandnes-personvernombud', 'sandnes-administrator', 'sandnes-ansatt', 'oslomet-sikkerhet']
  // A draft is begun under an id that the page made: any id begins one, in one's own organisation, and reaches nobody else's.
  const begins = '/avvik/:id/utkast'
  // A file that is named by a language alone is of one's own organisation: it names no record of anybody.
  const namesRecord = (path: string) => /:(?!file\{)/.test(path)
  const withId = modules
    .flatMap((module) => module.routes)
    .filter((route) => namesRecord(route.path) && route.may !== 'open' && route.path !== begins)

  it.each(strangers)(
    '%s reaches none of it at any address, and learns nothing of it',
    async (slug) => {
      const stranger = await app.as(slug)
      expect(withId.length).toBeGreaterThan(30)
      for (const [at, route] of withId.entries()) {
        const ask = (one: string) =>
          route.method === 'GET'
            ? stranger.get(someAddress(route.path, one))
            : stranger.post(someAddress(route.path, one), { version: '1', reason: 'x', id: one })
        // The strangers take the records in turn: each address is asked for each of them by somebody.
        const others = ids.slice(1)
        const id = (route.path.startsWith('/avvik/') ? ids[0] : others[(at + strangers.indexOf(slug)) % others.length]) ?? ''
        const foreign = await ask(id)
        const where = `${route.method} ${route.path}`
        expect([403, 404], where).toContain(foreign.status)
        expect(foreign.text, where).not.toContain(secret)
        const never = newId(new Date('2020-01-01T00:00:00Z'))
        const nothing = await ask(never)
        expect(nothing.status, where).toBe(foreign.status)
        expect(nothing.text.replaceAll(never, ''), where).toBe(foreign.text.replaceAll(id, ''))
      }
    },
    300_000,
  )

  it('nothing of it was changed or stored by trying', async () => {
    const changed = await app.ctx('sauda-administrator', (ctx) =>
      ctx.tx.selectFrom('deviation').select('version').where('organisation_id', '=', ctx.actor.organisationId).execute(),
    )
    expect(changed).toEqual([{ version: 1 }])
  })
  it('a foreign id in a form is refused like a nonsense one', async () => {
    const stranger = await app.as('sandnes-ansatt')
    const answer = await stranger.post('/avvik', {
      id: newId(new Date('2026-03-02T08:00:00Z')),
      personalData: 'yes',
      whatHappened: 'Noe skjedde.',
      affectedUnit: ids[2] ?? '',
      discoveredAt: '2026-03-02T08:00',
      deed: 'send',
    })
    expect(answer.status).toBe(422)
    expect(answer.text).not.toContain(secret)
  })
})

/** The second wall, below the first: whatever a page or a query forgets, the database gives and takes nothing of another organisation (ADR 6). */
describeExample('another organisation in the database', (db, kind) => {
  let app: TestApp
  let tables: readonly Planted[]
  let victim: string
  beforeAll(async () => {
    app = await testApp(db())
    victim = (await app.person('sauda-ansatt')).organisationId
    await asOwner(async (tx) => {
      tables = await tablesOfOrganisations(tx)
      for (const { table } of tables) {
        try {
          await plantIn(tx, tables, victim, table)
        } catch (error) {
          throw new Error(`${table} cannot be planted: say what goes together there in test/support/plant.ts`, { cause: error })
        }
      }
    })
  }, 120_000)
  afterAll(() => app.stop())

  const asOwner = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    db()
      .owner.transaction()
      .execute(async (tx) => {
        await sql`select set_config('varde.organisations', ${victim}, true)`.execute(tx)
        return work(tx)
      })
  const counted = (tx: Tx, table: string) =>
    sql<{ n: number }>`select count(*)::integer as n from ${sql.table(table)} where organisation_id = ${victim}`
      .execute(tx)
      .then(({ rows }) => rows[0]?.n ?? 0)
  const affectedBy = async (tx: Tx, statement: ReturnType<typeof sql>) => (await statement.execute(tx)).rows.length
  /** Each try in a transaction of its own: one that is refused ends it. `refused` where the role has no right at all. */
  const tried = async (slug: string, work: (tx: Tx) => Promise<number>): Promise<number | 'refused'> => {
    const { organisationId } = await app.person(slug)
    try {
      return await inOrganisations(db(), [organisationId], work)
    } catch (error) {
      expect(String(error)).toMatch(/permission denied|row-level security|must not|stands/i)
      return 'refused'
    }
  }

  it('there is a row of it in every table, and its owner sees it', async () => {
    expect(tables.length).toBeGreaterThan(33)
    const empty = await asOwner(async (tx) => {
      const none: string[] = []
      for (const { table } of tables) if ((await counted(tx, table)) === 0) none.push(table)
      return none
    })
    expect(empty).toEqual([])
  })

  it('no row of it is read, changed, deleted or added by whatever serves the pages for another', async () => {
    const before = await asOwner(async (tx) => Promise.all(tables.map(async ({ table }) => [table, await counted(tx, table)])))
    const reached: string[] = []
    for (const one of tables) {
      const { table } = one
      const where = sql`where organisation_id = ${victim}`
      const affected = async (tx: Tx, statement: ReturnType<typeof sql>) => Number((await statement.execute(tx)).numAffectedRows ?? 0)
      const tries = {
        read: (tx: Tx) => counted(tx, table),
        changed: (tx: Tx) => affected(tx, sql`update ${sql.table(table)} set organisation_id = organisation_id ${where}`),
        deleted: (tx: Tx) => affected(tx, sql`delete from ${sql.table(table)} ${where}`),
        added: async (tx: Tx) => {
          await insertRow(tx, one, victim)
          return 1
        },
      }
      for (const [what, work] of Object.entries(tries)) {
        const came = await tried('sandnes-administrator', work)
        if (came !== 0 && came !== 'refused') reached.push(`${table}: ${came} ${what}`)
      }
    }
    expect(reached).toEqual([])
    expect(await asOwner(async (tx) => Promise.all(tables.map(async ({ table }) => [table, await counted(tx, table)])))).toEqual(before)
  }, 120_000)

  // The owner of the embedded database is above every policy, and sees nothing of this.
  if (kind === 'postgres')
    it('G-09 a policy taken away, or a table whose rows are not kept apart, is seen by these tests: each in turn', async () => {
      const own = (await app.person('sandnes-administrator')).organisationId
      const { rows: policies } = await sql<{ table: string; policy: string }>`
        select tablename as table, policyname as policy from pg_policies where schemaname = 'public' order by 1, 2`.execute(db().owner)
      // Those that let others read what is shared are tried by themselves (src/modules/sharing/isolation.test.ts).
      const across = ['shared_with', 'named']
      const of = tables.flatMap(({ table }) =>
        policies.filter((one) => one.table === table && table !== 'word_index' && !across.includes(one.policy)),
      )
      // Three are reached through functions alone: whatever serves the pages has no right to them (migration 0046, ADR 19).
      const held = new Set(of.map(({ table }) => table))
      expect(tables.map(({ table }) => table).filter((table) => !held.has(table))).toEqual(['membership', 'session', 'word_index'])
      const unseen: string[] = []
      /** What the owner of the table, whom the policies bind too, sees of the victim after a change that is then undone. */
      const afterwards = async (organisation: string, table: string, change: ReturnType<typeof sql>): Promise<number> => {
        let seen = -1
        const undone = new Error('undone')
        await db()
          .owner.transaction()
          .execute(async (tx) => {
            await change.execute(tx)
            await sql`select set_config('varde.organisations', ${organisation}, true)`.execute(tx)
            seen = await counted(tx, table)
            throw undone
          })
          .catch((error) => expect(error).toBe(undone))
        return seen
      }
      for (const { table, policy } of of)
        if ((await afterwards(victim, table, sql`drop policy ${sql.id(policy)} on ${sql.table(table)}`)) !== 0)
          unseen.push(`${table}: ${policy}`)
      for (const table of held) {
        expect([table, await afterwards(own, table, sql`select 1`)]).toEqual([table, 0])
        if ((await afterwards(own, table, sql`alter table ${sql.table(table)} disable row level security`)) === 0)
          unseen.push(`${table}: off`)
        if ((await afterwards(own, table, sql`alter table ${sql.table(table)} no force row level security`)) === 0)
          unseen.push(`${table}: not forced`)
      }
      expect(unseen).toEqual([])
    }, 120_000)

  /** The table of organisations has no organisation_id: it is the one that the others are inside. */
  const rowTries = (other: string): Readonly<Record<string, (tx: Tx) => Promise<number>>> => {
    const affected = async (tx: Tx, statement: ReturnType<typeof sql>) => Number((await statement.execute(tx)).numAffectedRows ?? 0)
    const seen = async (tx: Tx, statement: ReturnType<typeof sql>) => (await statement.execute(tx)).rows.length
    const [id, slug, at] = [newId(new Date()), `ny-${other.slice(0, 8)}`, new Date()]
    return {
      read: (tx) => seen(tx, sql`select from organisation where id = ${other}`),
      locked: (tx) => seen(tx, sql`select id from organisation where id = ${other} for update`),
      changed: (tx) => affected(tx, sql`update organisation set profile_version = profile_version where id = ${other}`),
      deleted: (tx) => affected(tx, sql`delete from organisation where id = ${other}`),
      added: (tx) =>
        affected(tx, sql`insert into organisation (id, name, slug, created_at) values (${id}, 'Ny', ${slug}, ${at}) returning id`),
      made: (tx) => seen(tx, sql`select varde_make_organisation(${id}, 'Ny', ${slug}, true, ${at})`),
    }
  }

  it('no word of it is found by the index of words, whatever is asked and in whosever name', async () => {
    await app.ctx('sauda-administrator', (ctx) => makeSystem(ctx, { name: 'Kanariordet', purpose: 'kanariordet' }))
    await app.ctx('sandnes-administrator', (ctx) => makeSystem(ctx, { name: 'Gråspurven' }))
    const own = (await app.person('sandnes-administrator')).organisationId
    const space = (organisation: string) => sql`quote_literal(varde_space(${organisation}::uuid, 'system'))::tsquery`
    const asks = {
      'the word': sql`varde_asked('{kanariordet}')`,
      'every word': sql`(${space(victim)} || ${space(own)})`,
      'the other’s mark': space(victim),
      'what is not there': sql`!! 'finsikkje'::tsquery`,
      'its beginning': sql`'kanari:*'::tsquery`,
    }
    const found = async (seen: readonly string[], ask: ReturnType<typeof sql>, before = sql`select 1`) =>
      inOrganisations(db(), seen, async (tx) => {
        await before.execute(tx)
        const { rows } = await sql<{ id: string }>`select id from varde_found('system', ${ask}, '{*,admin,dpo}', 100000) as id`.execute(tx)
        const { rows: theirs } = await sql<{
          id: string
        }>`select id from system where id = any(${rows.map(({ id }) => id)}::uuid[])`.execute(tx)
        return { all: rows.length, theirs: theirs.length }
      })
    // The victim itself finds it, or nothing is tried.
    expect((await found([victim], asks['the word'])).all).toBe(1)
    for (const [what, ask] of Object.entries(asks)) {
      // All that is found is seen by the table's own policy too.
      const { all, theirs } = await found([own], ask)
      expect(all, what).toBe(theirs)
      expect(await found([], ask), what).toEqual({ all: 0, theirs: 0 })
      // Two at once are nobody's search.
      expect(await found([own, victim], ask), what).toEqual({ all: 0, theirs: 0 })
      expect(await found([own], ask, sql`set local search_path = pg_temp, public`), what).toEqual({ all, theirs })
    }
    await expect(found([own], asks['the word'], sql`create temporary table word_index (id uuid)`)).rejects.toThrow(/permission denied/)
    // Nor is it written: a row of another is refused where it is made, and the index follows the row.
    expect(
      await tried('sandnes-administrator', (tx) =>
        affectedBy(tx, sql`select varde_keep_words(${victim}, 'system', gen_random_uuid(), '', '{*}', '')`),
      ),
    ).toBe('refused')
  })

  it.each([
    ['sandnes-administrator', 'sauda-ansatt'],
    ['sauda-administrator', 'sandnes-ansatt'],
  ])('%s, and nobody signed in, neither read nor change the row of the organisation of %s, and make no new one', async (slug, theirs) => {
    const [own, other] = [(await app.person(slug)).organisationId, (await app.person(theirs)).organisationId]
    const listed = (tx: Tx) => tx.selectFrom('organisation').select('id').execute()
    const before = await db().owner.selectFrom('organisation').selectAll().orderBy('id').execute()
    for (const seen of [[own], []]) {
      const reached: string[] = []
      for (const [what, work] of Object.entries(rowTries(other))) {
        const came = await inOrganisations(db(), seen, work).catch((error) => {
          expect(String(error), what).toMatch(/permission denied|row-level security/i)
          return 0
        })
        if (came !== 0) reached.push(what)
      }
      expect(reached).toEqual([])
      expect(await inOrganisations(db(), seen, listed)).toEqual(seen.map((id) => ({ id })))
    }
    expect(await db().owner.selectFrom('organisation').selectAll().orderBy('id').execute()).toEqual(before)
    // Its own it changes as far as a new profile goes, and not what it is called.
    const [version, name] = [
      (tx: Tx) => tx.updateTable('organisation').set({ profile_version: 1 }).where('id', '=', own).executeTakeFirst(),
      (tx: Tx) => tx.updateTable('organisation').set({ name: 'Nytt navn' }).where('id', '=', own).execute(),
    ]
    expect((await inOrganisations(db(), [own], version)).numUpdatedRows).toBe(1n)
    await expect(inOrganisations(db(), [own], name)).rejects.toThrow(/permission denied/)
  })
})
