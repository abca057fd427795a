import { type RawBuilder, sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import { describeDatabase } from '../../test/support/database.ts'
import { listenToDriver, statementsOf } from '../../test/support/statements.ts'
import { newId } from '../kernel/ids.ts'
import { Gathering } from './gather.ts'
import { inOrganisations } from './transaction.ts'
import { spoilsConnection, unavailable } from './unavailable.ts'

listenToDriver()

describeDatabase('What is read at the same time', (db) => {
  const organisation = newId(new Date('2026-01-01T00:00:00Z'))
  const inside = <T>(work: Parameters<typeof inOrganisations<T>>[2]) => inOrganisations(db(), [organisation], work)
  /** Asked so often that its shape is known. */
  const known = <R>(...all: readonly RawBuilder<R>[]) =>
    inside(async (tx) => {
      for (const one of all) await one.execute(tx)
    })
  const values = [
    sql`select true as a, false as b, null::boolean as c, 7 as d, 9007199254740991::int8 as e, 1.50::numeric as f, 0.1::float8 as g`,
    sql`select 'Æ "sitat" \\ , {}' as text, '' as empty, ${'gitt'}::text as given, 'x'::name as name, repeat('å', 3) as long`,
    sql`select now() as at, '2026-01-02 03:04:05.678+01'::timestamptz as instant, '2026-01-02'::date as day, '12:30'::time as time, interval '2 days' as span`,
    sql`select array['a', null, 'b,c'] as texts, array[1, 2]::int8[] as numbers, array['2026-01-02']::date[] as days, array[]::uuid[] as none`,
    sql`select '{"a": [1, null, "x"]}'::jsonb as b, '[]'::json as j, 'null'::jsonb as n, '\\x00ff'::bytea as bytes, gen_random_uuid() is not null as made`,
    sql`select 1 as same, 2 as same`,
    sql`select n, 'rad ' || n as name from generate_series(1, 40) n order by n desc`,
    sql`select n from generate_series(1, 0) n`,
    sql`select ${sql.raw(Array.from({ length: 130 }, (_, n) => `${n} as c${n}`).join(', '))}`,
    sql`select 'siste' as last -- til slutt`,
  ] as const

  beforeAll(() => known(...values))

  it('is one statement, and each is answered as it would have been alone', async () => {
    const [alone, together] = await inside(async (tx) => {
      const alone = []
      for (const one of values) alone.push((await one.execute(tx)).rows)
      let together: unknown = null
      const count = await statementsOf(async () => {
        together = (await Promise.all(values.map((one) => one.execute(tx)))).map(({ rows }) => rows)
      })
      expect(count).toHaveLength(1)
      return [alone, together]
    })
    expect(together).toEqual(alone)
  })

  it('is waited for by those who ask one after the other, also beside others', async () => {
    const [one, two] = [sql<{ n: number }>`select 1 as n`, sql<{ n: number }>`select ${5}::int + 1 as n`]
    await known(one, two)
    const count = await statementsOf(async () => {
      const inTurn = async (tx: Parameters<Parameters<typeof inOrganisations>[2]>[0]) => {
        const first = (await one.execute(tx)).rows[0]?.n ?? 0
        return first + ((await two.execute(tx)).rows[0]?.n ?? 0)
      }
      expect(await inside((tx) => Promise.all([inTurn(tx), inTurn(tx)]))).toEqual([7, 7])
    })
    expect(count.map(({ text }) => text.split(/\W/)[0])).toEqual(['begin', 'select', 'select', 'commit'])
  })

  it('goes alone where it writes or locks, or is not known yet', async () => {
    const read = sql<{ n: number }>`select 2 as n`
    const lock = sql`select id from organisation where id = ${organisation}::uuid for update`
    const set = sql`select set_config('varde.tried', 'yes', true)`
    await known<unknown>(read, lock, set)
    const count = await statementsOf(() =>
      inside((tx) =>
        Promise.all([
          read.execute(tx),
          lock.execute(tx),
          set.execute(tx),
          sql.raw(`select 'asked for the first time ${newId(new Date())}' as first`).execute(tx),
        ]),
      ),
    )
    expect(count).toHaveLength(6)
  })

  it('keeps the order it was asked in: a read behind a write sees what was written', async () => {
    const setting = sql<{ now: string }>`select current_setting('varde.tried', true) as now`
    await known(setting)
    const set = (to: string) => sql`select set_config('varde.tried', ${to}, true)`
    const read = await inside(async (tx) => {
      await set('before').execute(tx)
      const [first, , second, third] = await Promise.all([
        setting.execute(tx),
        set('after').execute(tx),
        setting.execute(tx),
        setting.execute(tx),
      ])
      return [first, second, third].map(({ rows }) => rows[0]?.now)
    })
    expect(read).toEqual(['before', 'after', 'after'])
  })

  it('is to be tried again on a fresh connection where a new column spoilt what was prepared', () => {
    const spoilt = Object.assign(new Error('cached plan must not change result type'), { code: '0A000' })
    expect(unavailable(spoilt)).toBe('busy')
    expect(spoilsConnection(spoilt)).toBe(true)
  })

  it('fails together, undoes the transaction, and leaves a connection that works', async () => {
    const [right, wrong] = [sql`select 1 as n`, sql`select 1 / (${0}::int) as n`]
    await known(right)
    const asked = inside((tx) => Promise.all([right.execute(tx), wrong.execute(tx), right.execute(tx)]))
    await expect(asked).rejects.toThrow(/division by zero/)
    expect(await inside(async (tx) => (await right.execute(tx)).rows)).toEqual([{ n: 1 }])
  })

  it('tells nobody a transaction held that was undone, and answers no query after it', async () => {
    const swallowed = inside(async (tx) => {
      await sql`select 1 / 0`.execute(tx).catch(() => {})
    })
    await expect(swallowed).rejects.toThrow(/undone/)
    let late: Promise<unknown> = Promise.resolve()
    await inside(async (tx) => {
      late = new Promise((done) => setTimeout(done, 5)).then(() => sql`select 1`.execute(tx))
    })
    await expect(late).rejects.toThrow(/transaction is over/)
  })

  it('begins with what is asked first, and not at all where nothing is', async () => {
    expect(await statementsOf(() => inside(async () => 'nothing'))).toEqual([])
    const asked = await statementsOf(() => inside(async () => 'nothing').then(() => known(sql`select 1 as first`)))
    expect(asked.map(({ text }) => text.split(/\W/)[0])).toEqual(['begin', 'select', 'commit'])
  })

  it('sends nothing more where it did not begin: what was written would stand by itself', async () => {
    const sent: string[] = []
    for (const pipeline of [true, false]) {
      const client = {
        pipeline,
        connection: { stream: { cork: () => {}, uncork: () => {} } },
        query: async (text: string) => {
          sent.push(text)
          if (text === 'begin') throw new Error('no room')
          return { command: 'SELECT', rowCount: 0, rows: [], fields: [] }
        },
      }
      const connection = new Gathering(client as never, 'begin')
      const ask = (text: string) => connection.executeQuery({ sql: text, parameters: [] } as never)
      await expect(ask('insert into x values (1)')).rejects.toThrow('no room')
      await expect(ask('insert into x values (2)')).rejects.toThrow('no room')
      expect(await connection.end()).toBe(true)
    }
    expect(sent).toEqual(['begin', 'begin'])
  })

  it('does not read another organisation’s rows', async () => {
    const seen = sql<{ n: number }>`select count(*)::int as n from person`
    await known(seen)
    expect((await inside((tx) => Promise.all([seen.execute(tx), seen.execute(tx)]))).map(({ rows }) => rows[0]?.n)).toEqual([0, 0])
  })
})
