import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inOrganisations } from '../src/db/transaction.ts'
import { clockwork } from '../src/kernel/actor.ts'
import { localInput } from '../src/kernel/calendar/calendar.ts'
import { newId } from '../src/kernel/ids.ts'
import { logSweep, sealSweep } from '../src/modules/audit/jobs.ts'
import { askFor } from '../src/modules/deviation/handling/commands.ts'
import { addPerson } from '../src/modules/people/commands.ts'
import { type Client, type TestApp, testApp } from './support/app.ts'
import { describeDatabase } from './support/database.ts'

const employees = 20
const reports = 10
const began = Date.parse('2026-03-02T06:00:00Z')
const minute = 60_000

type Row = {
  readonly table: string
  readonly at: number
  readonly values: readonly (readonly [column: string, value: string])[]
  readonly text: string
}

/**
 * S4-131 with the whole database and the log in hand, and without the key: twenty employees sign in and act all day, ten of them
 * report as protected reporters. Whoever joins all that is kept by equality, by nearness in time, by order, and by what only one of
 * them has, finds them no better than by guessing: one in twenty.
 */
describeDatabase('S4-131 joining all that is kept', (db) => {
  let app: TestApp
  const people: { readonly slug: string; readonly id: string; readonly email: string }[] = []
  const cases: { readonly id: string; readonly reporter: string }[] = []
  let day: readonly Row[] = []
  let after: readonly Row[] = []

  beforeAll(async () => {
    app = await testApp(db(), new Date(began))
    const organisationId = (await app.person('sandnes-administrator')).organisationId
    const unit = await app.ctx('sandnes-ansatt', async (ctx) => ctx.actor.unitId)
    for (let n = 0; n < employees; n++) {
      const slug = `sandnes-sporlos-${n}`
      // Some have no address, one has another language: what only one has must not tell either.
      const email = n % 7 === 3 ? null : `sporlos${n}@sandnes.example`
      const made = await app.ctx('sandnes-administrator', (ctx) =>
        addPerson(ctx, { name: `Sporløs ${n}, Sandnes`, email, unit, leader: null, locale: n === 4 ? 'en' : null }, slug),
      )
      if (!made.ok) throw new Error(made.why)
      people.push({ slug, id: made.next.id, email: email ?? 'ingen' })
    }
    // In an order that is not theirs, some minutes apart; every second one reports right after signing in.
    const order = people.map((_, n) => (n * 7 + 3) % employees)
    for (const [turn, n] of order.entries()) {
      const person = people[n]
      if (!person) continue
      forward(3 * minute + turn * 1000)
      const browser = await signIn(person.slug)
      await browser.get('/')
      forward(20_000)
      if (turn % 2 === 0) {
        const id = newId(app.clock.now)
        const sent = await browser.post('/avvik', {
          id,
          personalData: 'yes',
          categories: 'MISSENT_EMAIL',
          whatHappened: `Hendelse ${turn} kom på avvege.`,
          discoveredAt: localInput(app.clock.now),
          affectedUnit: unit ?? '',
          deed: 'send',
        })
        if (sent.status !== 303) throw new Error(`${sent.status} ${sent.text.slice(0, 400)}`)
        cases.push({ id, reporter: person.id })
        // Reporters try the door of their own case, and read on.
        await browser.get(`/avvik/${id}/vurdering`)
        await browser.get(`/avvik/${id}`)
        await browser.get('/avvik/mine')
        forward(30_000)
        await app.ctx('sandnes-personvernombud', (ctx) =>
          askFor(ctx, id, {
            id: newId(ctx.now),
            toReporter: true,
            personId: null,
            resourceRole: null,
            question: 'Kven fekk lista?',
            dueAt: new Date(ctx.now.getTime() + 3_600_000),
          }),
        )
        await browser.get('/varsler')
        await browser.post('/varsler/lest', { tilOgMed: app.clock.now.toISOString() })
        const question = /\/sporsmal\/([0-9a-f-]{36})/.exec((await browser.get(`/avvik/${id}`)).text)?.[1]
        if (question) await browser.post(`/avvik/${id}/sporsmal/${question}`, { answer: 'En kollega.' })
      } else {
        await browser.get('/logg')
        await browser.get('/varsler')
        await browser.get('/avvik/mine')
      }
      await browser.post('/logg-ut')
      await sealSweep.run(await app.round('sandnes-administrator'))
      if (turn % 3 === 0) await signIn(person.slug)
    }
    day = await everything()
    const later = new Date('2026-03-03T01:00:00Z')
    for (const sweep of [logSweep, sealSweep])
      await sweep.run({
        organisationIds: [organisationId],
        now: later,
        inOrganisation: (id, work) =>
          inOrganisations(db(), [id], (tx) => work({ tx, actor: clockwork(id, 1), now: later, house: app.house })),
      })
    after = await everything()
  }, 240_000)
  afterAll(() => app.stop())

  const forward = (ms: number) => {
    app.clock.now = new Date(app.clock.now.getTime() + ms)
  }
  const signIn = async (slug: string): Promise<Client> => app.as(slug)

  /** Every row of every table, the queue's too, in the order they lie in, with the transaction that wrote them. */
  const everything = async (): Promise<readonly Row[]> => {
    const { organisationId } = await app.person('sandnes-administrator')
    return db()
      .owner.transaction()
      .execute(async (tx) => {
        await sql`select set_config('varde.organisations', ${organisationId}, true)`.execute(tx)
        const { rows: tables } = await sql<{ name: string }>`
          select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'pgboss')`.execute(tx)
        const all: Row[] = []
        for (const { name } of tables) {
          const { rows } = await sql<{ row: Record<string, unknown> }>`
            select to_jsonb(t) || jsonb_build_object('xmin', t.xmin::text) as row from ${sql.raw(name)} t`.execute(tx)
          for (const [at, { row }] of rows.entries()) {
            const values = Object.entries(row).flatMap(([column, value]) =>
              value === null ? [] : [[column, typeof value === 'string' ? value : JSON.stringify(value)] as const],
            )
            all.push({ table: name, at, values, text: values.map(([, value]) => value).join('\n') })
          }
        }
        return all
      })
  }

  const mentions = (row: Row, person: (typeof people)[number]) => row.text.includes(person.id) || row.text.includes(person.email)
  const byPerson = (rows: readonly Row[]) => new Map(people.map((person) => [person.id, rows.filter((row) => mentions(row, person))]))
  /** Instants in a row: its times, and those that stand in ids made by time. */
  const instants = (row: Row): readonly number[] =>
    [...row.text.matchAll(/\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)|([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-/g)].flatMap(
      ([found, high, low]) => {
        const at = high && low ? Number.parseInt(high + low, 16) : Date.parse(found)
        // What was there before anybody came, such as the organisation's own id, is in every row and tells nothing.
        return Number.isNaN(at) || at <= began ? [] : [at]
      },
    )

  type Guess = (rows: readonly Row[], caseId: string) => ReadonlyMap<string, number>
  /** Of those with the most, all are named; a guess among them is one in so many. */
  const hits = (rows: readonly Row[], guess: Guess): number =>
    cases.reduce((sum, { id, reporter }) => {
      const scores = guess(rows, id)
      const most = Math.max(...scores.values())
      const named = [...scores].filter(([, score]) => score === most).map(([who]) => who)
      return sum + (named.includes(reporter) ? 1 / named.length : 0)
    }, 0)

  const ofCase = (rows: readonly Row[], caseId: string) => {
    const own = rows.filter((row) => row.text.includes(caseId))
    return own.filter((row) => !people.some((person) => mentions(row, person)))
  }

  const attacks: Readonly<Record<string, Guess>> = {
    'a row that names both': (rows, caseId) =>
      new Map(people.map((person) => [person.id, rows.filter((row) => row.text.includes(caseId) && mentions(row, person)).length])),
    'equal values: times, ids, marks, transactions': (rows, caseId) => {
      const telling = (row: Row) =>
        row.values
          .filter(([, value]) => value.length > 3 && !/^(true|false|null)$/.test(value))
          .map(([column, value]) => `${column === 'xmin' ? 'xmin ' : ''}${value}`)
      const held = new Set(ofCase(rows, caseId).flatMap(telling))
      const named = byPerson(rows)
      const seldom = new Map<string, number>()
      for (const own of named.values()) for (const value of new Set(own.flatMap(telling))) seldom.set(value, (seldom.get(value) ?? 0) + 1)
      return new Map(
        [...named].map(([who, own]) => [
          who,
          [...new Set(own.flatMap(telling))].reduce((sum, value) => sum + (held.has(value) ? 1 / (seldom.get(value) ?? 1) ** 2 : 0), 0),
        ]),
      )
    },
    'through a third row: the same mark or time on the way': (rows, caseId) => {
      const long = (row: Row) => row.values.filter(([, value]) => value.length >= 20).map(([, value]) => value)
      const near = new Set(ofCase(rows, caseId).flatMap(long))
      const third = new Set(rows.filter((row) => long(row).some((value) => near.has(value))).flatMap(long))
      const named = byPerson(rows)
      const seldom = new Map<string, number>()
      for (const own of named.values()) for (const value of new Set(own.flatMap(long))) seldom.set(value, (seldom.get(value) ?? 0) + 1)
      return new Map(
        [...named].map(([who, own]) => [
          who,
          [...new Set(own.flatMap(long))].reduce(
            (sum, value) => sum + (third.has(value) && seldom.get(value) === 1 && value !== who ? 1 : 0),
            0,
          ),
        ]),
      )
    },
    'nearest in time': (rows, caseId) => {
      const times = ofCase(rows, caseId).flatMap(instants)
      return new Map(
        [...byPerson(rows)].map(([who, own]) => [
          who,
          -Math.min(1e15, ...own.flatMap(instants).map((at) => Math.min(...times.map((other) => Math.abs(at - other))))),
        ]),
      )
    },
    'nearest in the order the rows lie in': (rows, caseId) => {
      const places = rows.flatMap((row) => (row.text.includes(caseId) ? [[row.table, row.at] as const] : []))
      return new Map(
        [...byPerson(rows)].map(([who, own]) => [
          who,
          -Math.min(
            ...own.flatMap(({ table, at }) => places.flatMap(([other, place]) => (other === table ? [Math.abs(place - at)] : []))),
            1e9,
          ),
        ]),
      )
    },
    'nearest in the order of transactions': (rows, caseId) => {
      const xmin = (row: Row) => Number(row.values.find(([column]) => column === 'xmin')?.[1] ?? 0)
      const written = ofCase(rows, caseId).map(xmin)
      return new Map(
        [...byPerson(rows)].map(([who, own]) => [
          who,
          -Math.min(...own.map((row) => Math.min(...written.map((one) => Math.abs(one - xmin(row)))))),
        ]),
      )
    },
  }

  it('has something to find: every employee stands in it, and every case', () => {
    expect(cases).toHaveLength(reports)
    for (const rows of [day, after]) {
      for (const person of people)
        expect(
          rows.some((row) => mentions(row, person)),
          person.slug,
        ).toBe(true)
      for (const { id } of cases) expect(ofCase(rows, id).length).toBeGreaterThan(5)
    }
    const lines = after.filter(({ table, text }) => table === 'public.audit_event' && text.includes('account.signedIn'))
    expect(new Set(people.filter((person) => lines.some((row) => mentions(row, person))).map(({ id }) => id)).size).toBe(employees)
  })

  // Ten guesses at one in twenty: half a hit; three or more come by chance once in a hundred times, and by a trace at all ten.
  describe.each(['while it is day', 'when the day’s lines are written'])('%s', (when) => {
    it.each(Object.keys(attacks))('%s does not find the reporter', (name) => {
      const guess = attacks[name] as Guess
      expect(hits(when === 'while it is day' ? day : after, guess), name).toBeLessThan(3.5)
    })

    it('what only those who reported have is nothing: kinds of line, counts and columns', () => {
      const rows = when === 'while it is day' ? day : after
      const reporters = new Set(cases.map(({ reporter }) => reporter))
      const kinds = new Map<string, Set<string>>()
      for (const [who, own] of byPerson(rows))
        for (const row of own)
          for (const [column, value] of row.values)
            if (/^(kind|type|status|subject_type|reference|href|data|count|state)$/.test(column)) {
              const kind = `${row.table} ${column} ${value.replace(/[0-9a-f-]{36}/g, '…')}`
              kinds.set(kind, (kinds.get(kind) ?? new Set()).add(who))
            }
      const telling = [...kinds].filter(([, whose]) => whose.size >= 3 && [...whose].every((who) => reporters.has(who)))
      expect(telling.map(([kind]) => kind)).toEqual([])
    })
  })
})
