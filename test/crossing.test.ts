import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modules } from '../src/app/modules.ts'
import { type Database, openDatabase } from '../src/db/database.ts'
import type { Tx } from '../src/kernel/ctx.ts'
import { newId } from '../src/kernel/ids.ts'
import { makeReport } from '../src/modules/deviation/factory.ts'
import { sendReport } from '../src/modules/deviation/report/commands.ts'
import { makeSystem } from '../src/modules/systems/factory.ts'
import { type Answer, type Client as Browser, type TestApp, testApp } from './support/app.ts'
import { makeDatabase, type TestDatabase } from './support/database.ts'
import { type Pooler, startPgbouncer } from './support/pgbouncer.ts'
import { plantIn, tablesOfOrganisations } from './support/plant.ts'
import { someAddress } from './support/routes.ts'

/**
 * G-07: requests across organisations, made up one by one: an address that takes an id or a filter, somebody of another organisation, and the
 * id of a row of any table. Asked once with that id and once with one that nobody has, it is told the same. Through the real PgBouncer,
 * where each transaction gets another connection. The first hundred in `npm test`; `npm run isolation` takes as long as it is given:
 * CROSSING how many requests, CROSSING_FROM after how many of them, CROSSING_MINUTES at most. Each number is the same request in every run.
 */
const count = Number(process.env.CROSSING ?? 100)
const from = Number(process.env.CROSSING_FROM ?? 0)
const minutes = Number(process.env.CROSSING_MINUTES ?? 60)

describe('G-07 requests across organisations, through a pooler of transactions', () => {
  let made: TestDatabase
  let pooler: Pooler
  let pooled: Database
  let app: TestApp
  let victims: readonly string[]
  let victim: string
  let people: readonly string[]
  const browsers = new Map<string, Browser>()
  const canary = 'KANARI-4711'

  beforeAll(async () => {
    made = await makeDatabase('postgres', true)
    const own = new URL(made.url ?? '')
    pooler = await startPgbouncer(own.href, [own.username, `${own.username}_web_login`])
    own.host = `127.0.0.1:${pooler.port}`
    pooled = await openDatabase({ url: own.href, pooled: true, dataDir: null, poolSize: 4, waitMs: 20_000 })
    app = await testApp(pooled)
    victim = (await app.person('sauda-ansatt')).organisationId
    await app.ctx('sauda-administrator', (ctx) => makeSystem(ctx, { name: `${canary} system` }))
    await app.ctx('sauda-ansatt', async (ctx) => {
      const { unitId } = ctx.actor
      const report = makeReport({ affectedUnit: unitId, affectedLeader: null, whatHappened: `${canary} kom på avvege.` })
      const sent = await sendReport(ctx, newId(ctx.now), 'form', report)
      if (!sent.ok) throw new Error(sent.why)
    })
    victims = await asOwner(async (tx) => {
      const tables = await tablesOfOrganisations(tx)
      for (const { table } of tables) await plantIn(tx, tables, victim, table)
      const ids: string[] = []
      for (const { table, columns } of tables)
        if (columns.some(({ name, type }) => name === 'id' && type === 'uuid')) {
          const { rows } = await sql<{ id: string }>`
            select id from ${sql.table(table)} where organisation_id = ${victim} order by id limit 5`.execute(tx)
          ids.push(...rows.map(({ id }) => id))
        }
      return ids
    })
    const strangers = await made.db.owner.transaction().execute(async (tx) => {
      await sql`select set_config('varde.organisations', (select string_agg(id::text, ',') from organisation), true)`.execute(tx)
      return tx.selectFrom('person').select('demo_slug as slug').where('organisation_id', '<>', victim).orderBy('demo_slug').execute()
    })
    people = strangers.flatMap(({ slug }) => slug ?? [])
  }, 900_000)
  afterAll(async () => {
    await app?.stop()
    await pooled?.close()
    await pooler?.stop()
    await made?.remove()
  }, 60_000)

  const asOwner = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    made.db.owner.transaction().execute(async (tx) => {
      await sql`select set_config('varde.organisations', ${victim}, true)`.execute(tx)
      return work(tx)
    })
  const signedIn = async (slug: string): Promise<Browser> => {
    const known = browsers.get(slug) ?? (await app.as(slug))
    browsers.set(slug, known)
    return known
  }
  /** All rows of the victim, as one number: nothing may change it. */
  const written = () =>
    asOwner(async (tx) => {
      const sums: Record<string, string> = {}
      for (const { table } of await tablesOfOrganisations(tx)) {
        const { rows } = await sql<{ sum: string }>`
          select count(*) || ' ' || coalesce(sum(('x' || left(md5(t::text), 16))::bit(64)::bigint::numeric), 0) as sum
          from ${sql.table(table)} t where organisation_id = ${victim}`.execute(tx)
        sums[table] = rows[0]?.sum ?? ''
      }
      return sums
    })

  // A draft is begun under an id that the page made: in one's own organisation, and it reaches nobody else's.
  const begins = '/avvik/:id/utkast'
  const routes = modules.flatMap((module) => module.routes).filter(({ may, path }) => may !== 'open' && path !== begins)
  const withId = routes.filter(({ path }) => /:(?!file\{)/.test(path))
  const lists = routes.filter(({ method, path }) => method === 'GET' && !path.includes(':'))
  /** What forms and filters call what they point at; and a name that none has. */
  const names = [
    'id',
    'unit',
    'enhet',
    'owner',
    'eier',
    'person',
    'leder',
    'system',
    'leverandor',
    'behandling',
    'avvik',
    'sak',
    'etter',
    'melder',
    'fra',
    'x',
  ]

  type Asked = {
    readonly who: string
    readonly what: string
    readonly ask: (by: Browser, id: string) => Promise<Answer>
    readonly id: string
  }
  /** The same number is the same request, whoever makes it and when. */
  const requestOf = (n: number): Asked => {
    const random = draws(n)
    const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T
    const [who, id, name] = [pick(people), pick(victims), pick(names)]
    if (random() < 0.15) {
      const { path } = pick(lists)
      return { who, id, what: `GET ${path}?${name}`, ask: (by, id) => by.get(`${path}?${name}=${id}`) }
    }
    const { method, path } = pick(withId)
    const what = `${method} ${path} ${name}`
    if (method === 'GET') return { who, id, what, ask: (by, id) => by.get(someAddress(path, id)) }
    const form = { version: '1', reason: 'x', [name]: '' }
    return { who, id, what, ask: (by, id) => by.post(someAddress(path, id), { ...form, [name]: id }) }
  }
  /** What a page makes anew each time it is shown, the id of what is begun on it and what is sealed into it, is of one length. */
  const told = ({ status, text, location }: Answer, id: string) => {
    const rest = text.replaceAll(id, '')
    const plain = rest.replace(/[\w-]{60,}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (one) => (victims.includes(one) ? one : '…'))
    return { status, location: location?.replaceAll(id, '') ?? null, length: rest.length, text: plain }
  }

  const differ = (one: ReturnType<typeof told>, other: ReturnType<typeof told>) =>
    (['status', 'length', 'text', 'location'] as const).some((part) => one[part] !== other[part])

  it(
    'are told the same of what another organisation has as of what nobody has, and write nothing there',
    async () => {
      const owner = await (await signedIn('sauda-administrator')).get('/systemer')
      expect([owner.status, owner.text.includes(canary)]).toEqual([200, true])
      for (const who of people) await signedIn(who)
      const before = await written()
      const faults: string[] = []
      const statuses = new Map<number, number>()
      let done = 0
      for (const end = performance.now() + minutes * 60_000; done < count && performance.now() < end && faults.length < 20; done += 2) {
        const { who, what, ask, id } = requestOf(from + done)
        const by = await signedIn(who)
        const never = newId(new Date('2020-01-01T00:00:00Z'))
        let isTold = false
        const both = async () => {
          const answers = [told(await ask(by, id), id), told(await ask(by, never), never)] as const
          isTold ||= answers[0].text.includes(canary)
          return answers
        }
        let [foreign, nothing] = await both()
        // What a file says of the moment it was written, the next one says too or not; what is told of another comes again.
        for (let again = 0; again < 3 && differ(foreign, nothing); again++) [foreign, nothing] = await both()
        statuses.set(foreign.status, (statuses.get(foreign.status) ?? 0) + 2)
        if (differ(foreign, nothing) || foreign.status >= 500 || isTold)
          faults.push(
            `${from + done} ${who} ${what}: ${foreign.status} ${foreign.length}, ${nothing.status} ${nothing.length}${isTold ? ', told' : ''}`,
          )
        if (done % 2000 === 0 && done > 0) say(`${done} of ${count}; to go on after them: CROSSING_FROM=${from + done}`)
      }
      say(`${done} requests, from ${from}. By status: ${[...statuses].map((one) => one.join(' ')).join(', ')}`)
      expect(faults).toEqual([])
      const after = await written()
      expect(Object.keys(before).filter((table) => before[table] !== after[table])).toEqual([])
    },
    (minutes + 10) * 60_000,
  )

  const say = (line: string) => void process.stdout.write(`${line}\n`)
})

/** Numbers from 0 to 1 that follow from a whole number (mulberry32). */
function draws(seed: number): () => number {
  let state = (seed + 1) * 0x9e3779b1
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
