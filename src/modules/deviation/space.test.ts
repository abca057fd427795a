import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { type Actor, offices } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { newId } from '../../kernel/ids.ts'
import { seal } from '../../kernel/seal.ts'
import { makeSystem } from '../systems/factory.ts'
import { maySee } from './permissions.ts'
import { seenBy, standingIn, workedBy } from './queries-standing.ts'
import { load } from './store.ts'
import { reporterMark } from './store-reporter.ts'

describeExample('the space of deviations', (db) => {
  let app: TestApp
  const people: string[] = []
  const systems: string[] = []
  beforeAll(async () => {
    app = await testApp(db())
    for (const slug of ['sauda-ansatt', 'sauda-leder', 'sauda-personvernombud', 'sauda-sykepleier'])
      people.push((await app.person(slug)).personId)
    for (const n of [0, 1, 2])
      systems.push(
        await app.ctx('sauda-administrator', (ctx) =>
          makeSystem(ctx, { name: `System ${n}`, owner: n === 2 ? null : (people[n] ?? null) }),
        ),
      )
  }, 60_000)
  afterAll(() => app.stop())

  const who = fc.nat(3)
  const some = fc.option(who, { nil: null })
  const roles = fc.subarray([...offices, 'leader', 'systemOwner'] as const)
  const oneCase = fc.record({
    status: fc.constantFrom('draft', 'received', 'open', 'proposed', 'closed'),
    accessRoles: fc.subarray([...offices], { maxLength: 2 }),
    accessPersons: fc.subarray([0, 1, 2, 3], { maxLength: 1 }),
    leader: some,
    system: fc.option(fc.nat(2), { nil: null }),
    reporter: fc.option(fc.record({ person: who, sealed: fc.boolean() }), { nil: null }),
    measures: fc.array(fc.record({ person: some, role: fc.option(fc.constantFrom(...offices, 'leader', 'systemOwner'), { nil: null }) }), {
      maxLength: 2,
    }),
  })
  type Made = (typeof oneCase)['generate'] extends (...given: never[]) => { readonly value: infer C } ? C : never

  it('exists in the list and one by one for the very same people, whatever the case says and whoever asks', async () => {
    let seen = 0
    let unseen = 0
    await fc.assert(
      fc.asyncProperty(fc.array(oneCase, { minLength: 6, maxLength: 12 }), who, roles, roles, async (cases, me, held, stands) => {
        const undone = app.ctx('sauda-ansatt', async (given) => {
          const actor = { ...given.actor, personId: people[me] ?? '', roles: ['employee', ...held], standsInFor: stands } as Actor
          const ctx = { ...given, actor }
          const ids = await plant(ctx, cases)
          const { rows } = await sql<{ id: string }>`select d.id from deviation d where ${seenBy(ctx)}`.execute(ctx.tx)
          const listed = await sql<{ id: string }>`select d.id from deviation d where ${workedBy(ctx)}`.execute(ctx.tx)
          const expected: string[] = []
          for (const [n, one] of cases.entries()) {
            const standing = {
              isReporter: one.reporter?.person === me,
              ownsSystem: one.system === null ? one.leader === me : one.system === me && one.system < 2,
            }
            const deviation = await load(ctx, ids[n] ?? '')
            if (!deviation) throw new Error('a planted case is not there')
            expect(await standingIn(ctx, deviation)).toMatchObject(standing)
            if (maySee(deviation, actor, standing)) expected.push(deviation.id)
          }
          expect(rows.map(({ id }) => id).toSorted()).toEqual(expected.toSorted())
          // What stands on the list exists, and a draft stands on nobody's.
          expect(expected).toEqual(expect.arrayContaining(listed.rows.map(({ id }) => id)))
          seen += expected.length
          unseen += cases.length - expected.length
          throw new Undone()
        })
        await expect(undone).rejects.toBeInstanceOf(Undone)
      }),
      { numRuns: 60 },
    )
    // Neither answer is rare, or little was tried.
    expect(Math.min(seen, unseen)).toBeGreaterThan(50)
  }, 120_000)

  async function plant(ctx: Ctx, cases: readonly Made[]): Promise<readonly string[]> {
    const ids: string[] = []
    const organisation_id = ctx.actor.organisationId
    for (const [n, one] of cases.entries()) {
      const id = newId(ctx.now)
      ids.push(id)
      const drafted = one.status === 'draft'
      await ctx.tx
        .insertInto('deviation')
        .values({
          ...{ organisation_id, id, status: one.status, profile_version: 1, language: 'nn', channel: 'form', created_at: ctx.now },
          ...(drafted ? {} : { year: 2019, number: n + 1, received_at: ctx.now }),
          access_roles: one.accessRoles,
          access_persons: one.accessPersons.map((at) => people[at] ?? ''),
          affected_leader_id: one.leader === null ? null : (people[one.leader] ?? null),
          system_id: one.system === null ? null : (systems[one.system] ?? null),
        })
        .execute()
      if (one.reporter) {
        const person = people[one.reporter.person] ?? ''
        await ctx.tx
          .insertInto('deviation_reporter')
          .values({
            ...{ organisation_id, deviation_id: id, protected: one.reporter.sealed, outside: null },
            person_id: one.reporter.sealed ? null : person,
            mark: one.reporter.sealed ? reporterMark(ctx, person) : null,
            sealed: one.reporter.sealed ? seal(ctx.house.houseKey, person, 'x') : null,
          })
          .execute()
      }
      for (const [position, { person, role }] of one.measures.entries())
        await ctx.tx
          .insertInto('deviation_measure')
          .values({
            ...{ organisation_id, id: newId(ctx.now), deviation_id: id, position, purpose: 'limit', what: 'x', state: 'planned' },
            responsible_person_id: person === null ? null : (people[person] ?? null),
            responsible_role: role,
          })
          .execute()
    }
    return ids
  }
})

class Undone extends Error {}
