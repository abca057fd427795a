import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { holds } from '../../kernel/space.ts'
import { removeAccess } from '../access/commands.ts'
import { makeAccess } from '../access/factory.ts'
import { accessesSeen } from '../access/queries.ts'
import { lastDay } from '../access/rules.ts'
import { tell } from '../messages/public.ts'
import { makeSystem } from '../systems/factory.ts'
import { taskSweep, tasksOf } from '../tasks/public.ts'
import { addZone } from '../zones/public.ts'
import { changePosition, closeList, editEmployment, tickStep } from './commands.ts'
import type { EmploymentValues } from './employment.ts'
import { makeEmployment } from './factory.ts'
import { checklistsOf, findEmployment, leavingOf, seenBy, standingFor } from './queries.ts'
import { isSeen } from './space.ts'
import { type ListKind, type StepKey, stepsOf } from './steps.ts'
import { store } from './store.ts'

const leader = 'sandnes-leder'
const admin = 'sandnes-administrator'

describeExample('employment: commands', (db) => {
  let app: TestApp
  let person = ''
  beforeAll(async () => {
    app = await testApp(db())
    person = (await app.person('sandnes-ansatt')).personId
  }, 60_000)
  afterAll(() => app.stop())
  const start = new Date('2026-03-02T08:00:00Z')
  const edit = (slug: string, id: string, over: Partial<EmploymentValues>) =>
    app.ctx(slug, async (ctx) => {
      const stands = await store.find(ctx, id)
      if (!stands) throw new Error('gone')
      return editEmployment(ctx, id, null, { ...stands.values, ...over })
    })
  const listOf = (id: string, kind: ListKind) =>
    app.ctx(leader, async (ctx) => {
      const found = (await checklistsOf(ctx, id)).find((one) => one.kind === kind)
      if (!found) throw new Error(`no list of ${kind}`)
      return found
    })
  const open = (id: string) => app.ctx(admin, async (ctx) => (await tasksOf(ctx, id)).filter(({ status }) => status === 'open'))
  const events = (id: string) =>
    app.ctx(admin, async (ctx) => {
      const rows = await ctx.tx.selectFrom('audit_event').select('type').where('subject_id', '=', id).orderBy('id').execute()
      return rows.map(({ type }) => type)
    })
  const tick = async (slug: string, id: string, kind: ListKind, step: StepKey, doneOn: string, proof: string | null = null) => {
    const { id: list } = await listOf(id, kind)
    return app.ctx(slug, (ctx) => tickStep(ctx, id, list, step, { doneOn, proof }))
  }

  it('S4-032 a consultant without a declaration is given no access, and with one is; S4-047 nor an employee without a contract', async () => {
    const consultant = (await app.person('sandnes-helsefagarbeider')).personId
    const by = 'sandnes-leder-helse'
    const system = await app.ctx(admin, (ctx) => makeSystem(ctx))
    await expect(app.ctx(by, (ctx) => makeAccess(ctx, { person: consultant, system }))).rejects.toThrow('noEmployment')
    const id = await app.ctx(by, (ctx) =>
      makeEmployment(ctx, { person: consultant, kind: 'consultant', contractOn: null, declarationOn: null }),
    )
    await expect(app.ctx(by, (ctx) => makeAccess(ctx, { person: consultant, system }))).rejects.toThrow('noDeclaration')
    await edit(by, id, { declarationOn: '2026-03-01' })
    await app.ctx(by, (ctx) => makeAccess(ctx, { person: consultant, system }))
    await edit(by, id, { kind: 'employee' })
    await expect(app.ctx(by, (ctx) => makeAccess(ctx, { person: consultant, system, role: 'Annen' }))).rejects.toThrow('noContract')
  })

  it('S4-028 what is ticked is kept with the day and the person, and is in the log', async () => {
    const id = await app.ctx(leader, (ctx) => makeEmployment(ctx, { person, number: 'S4-028' }))
    expect((await open(id)).map(({ kind }) => kind)).toEqual(['employment.start'])
    await tick(leader, id, 'start', 'account', '2026-03-01')
    const { steps } = await listOf(id, 'start')
    expect(steps.account).toMatchObject({ doneOn: '2026-03-01', doneBy: (await app.person(leader)).personId, doneAt: start })
    expect(await events(id)).toEqual(['employment.added', 'employment.stepDone'])
    expect(await tick('sandnes-leder-helse', id, 'start', 'hrSystem', '2026-03-01')).toMatchObject({ why: 'notFound' })
    await edit(leader, id, { endsOn: '2026-02-28' })
  })

  it('another position has its own checklist and task; told twice of one day, there is one', async () => {
    const id = await app.ctx(leader, (ctx) => makeEmployment(ctx, { person, number: 'Ny stilling' }))
    const asked = { day: '2026-04-01', position: 'Inspektør' }
    expect(await app.ctx(leader, (ctx) => changePosition(ctx, id, null, asked))).toMatchObject({ ok: true })
    expect(await app.ctx(leader, (ctx) => changePosition(ctx, id, null, asked))).toMatchObject({ why: 'nothingChanged' })
    expect((await open(id)).map(({ kind }) => kind).sort()).toEqual(['employment.change', 'employment.handOver', 'employment.start'])
    await edit(leader, id, { endsOn: '2026-02-28', startsOn: '2026-01-01' })
  })

  it('S4-044 S4-045 S4-046 S4-051 somebody with 12 accesses leaves: all follows the last day, also when it moves, to the last proof', async () => {
    const zone = '019a0000-0000-7000-8000-0000000000e1'
    const id = await app.ctx(leader, (ctx) => makeEmployment(ctx, { person, number: '4711' }))
    const accesses = await app.ctx(leader, async (ctx) => {
      await addZone(ctx, zone, {
        name: 'Arkivrom',
        protection: 'restricted',
        unit: null,
        responsible: null,
        measures: [],
        about: null,
        inUse: 'yes',
      })
      return [await makeAccess(ctx, { person, zone, role: null, accessNeed: 'enter' })]
    })
    for (let at = 1; at < 12; at++) {
      const system = await app.ctx(admin, (ctx) => makeSystem(ctx))
      accesses.push(await app.ctx(leader, (ctx) => makeAccess(ctx, { person, system, toDate: at === 1 ? '2026-03-15' : null })))
    }
    const ends = () =>
      app.ctx(admin, async (ctx) => {
        const mine = (await accessesSeen(ctx, { person })).filter((one) => accesses.includes(one.id))
        return [...new Set(mine.map((one) => lastDay(one)))].sort()
      })
    expect(await ends()).toEqual(['2026-03-15', null])

    await edit(leader, id, { endsOn: '2026-03-31' })
    expect(await ends()).toEqual(['2026-03-15', '2026-03-31'])
    await edit(leader, id, { endsOn: null })
    expect(await ends()).toEqual(['2026-03-15', null])
    expect((await open(id)).map(({ kind }) => kind)).toEqual(['employment.start'])
    await edit(leader, id, { endsOn: '2026-01-31', startsOn: '2026-01-01' })
    await edit(leader, id, { endsOn: '2026-04-30' })
    expect(await ends()).toEqual(['2026-03-15', '2026-04-30'])
    expect(await app.ctx(leader, (ctx) => leavingOf(ctx, id))).toEqual({ person, endsOn: '2026-04-30' })
    const due = async (kind: string) =>
      (await open(id))
        .find((task) => task.kind === kind)
        ?.dueAt?.toISOString()
        .slice(0, 10)
    expect(await due('employment.stopAccess')).toBe('2026-04-30')
    expect(await due('employment.oneDrive')).toBe('2026-05-30')
    expect(await due('employment.account')).toBe('2026-07-30')
    expect((await events(id)).filter((type) => type === 'employment.leaving')).toHaveLength(3)

    // The last day has passed and nothing was done: every task of it is overdue, and taken to the line above.
    app.clock.now = new Date('2026-05-01T08:00:00Z')
    await taskSweep(tell).run(await app.round(leader))
    const stop = (await open(id)).find(({ kind }) => kind === 'employment.stopAccess')
    expect(stop).toMatchObject({ personId: (await app.person(leader)).personId, overdue: true })
    expect(await events(id)).toEqual(expect.arrayContaining(['task.overdue', 'task.escalated']))
    const late = await Promise.all(accesses.map(open))
    expect(late.map((tasks) => tasks.map(({ kind, overdue }) => [kind, overdue]))).toEqual(accesses.map(() => [['access.stop', true]]))

    expect(await tick(leader, id, 'leave', 'system', '2026-05-01')).toMatchObject({ why: 'systemsOpen' })
    expect(await tick(leader, id, 'leave', 'premises', '2026-05-01')).toMatchObject({ why: 'zonesOpen' })
    for (const [at, access] of accesses.entries())
      expect(
        await app.ctx(leader, (ctx) => removeAccess(ctx, access, null, { removedOn: '2026-05-01', removalProof: `Sak ${at}` })),
      ).toMatchObject({ ok: true })
    expect((await Promise.all(accesses.map(open))).flat()).toEqual([])

    for (const { key, by } of stepsOf('leave')) {
      if (key === 'accountDeleted' || key === 'oneDrive') continue
      const slug = by === 'employee' ? 'sandnes-ansatt' : leader
      expect([key, await tick(slug, id, 'leave', key, '2026-05-01', 'Kvittering')]).toMatchObject([key, { ok: true }])
    }
    expect(
      (await open(id))
        .map(({ kind }) => kind)
        .filter((kind) => kind !== 'employment.start')
        .sort(),
    ).toEqual(['employment.account', 'employment.oneDrive'])
    expect(await tick(leader, id, 'leave', 'oneDrive', '2026-05-01')).toMatchObject({ why: 'proofMissing' })
    expect(await tick(leader, id, 'leave', 'oneDrive', '2026-05-01', 'Flyttet til fellesområdet')).toMatchObject({ ok: true })
    const { id: leaving } = await listOf(id, 'leave')
    expect(await app.ctx(leader, (ctx) => closeList(ctx, id, leaving))).toMatchObject({ why: 'openPoints', fields: ['accountDeleted'] })

    // Three months after.
    app.clock.now = new Date('2026-07-31T08:00:00Z')
    await taskSweep(tell).run(await app.round(leader))
    expect((await open(id)).find(({ kind }) => kind === 'employment.account')).toMatchObject({
      overdue: true,
      personId: null,
      roles: ['admin'],
    })
    expect(await tick(admin, id, 'leave', 'accountDeleted', '2026-07-31', 'Slettet i katalogen, sak 12')).toMatchObject({ ok: true })
    expect(await app.ctx(leader, (ctx) => closeList(ctx, id, leaving))).toMatchObject({ ok: true })
    expect(await open(id)).toEqual([])
    expect((await events(id)).at(-1)).toBe('employment.listClosed')
    app.clock.now = start
  })

  it('S4-043 what the employee has not tidied is reminded of before the last working day', async () => {
    const id = await app.ctx(leader, (ctx) => makeEmployment(ctx, { person, number: 'Rydde', endsOn: '2026-05-31' }))
    app.clock.now = new Date('2026-05-29T08:00:00Z')
    await taskSweep(tell).run(await app.round(leader))
    expect(await events(id)).toContain('task.reminded')
    expect((await open(id)).find(({ kind }) => kind === 'employment.tidy')).toMatchObject({ personId: person })
    app.clock.now = start
  })

  it('the check of one and the list of many see the same, for everybody', async () => {
    const all = await app.ctx(admin, async (ctx) => {
      const rows = await ctx.tx.selectFrom('employment').select(['id', 'person_id as person']).execute()
      return rows
    })
    for (const slug of ['leder', 'leder-helse', 'virksomhetsleder', 'ansatt', 'systemeier', 'personvernombud', 'revisor', 'administrator'])
      await app.ctx(`sandnes-${slug}`, async (ctx) => {
        const { rows } = await sql<{ id: string }>`select d.id from employment d where ${seenBy(ctx)}`.execute(ctx.tx)
        const checked = []
        for (const { id, person: whose } of all) {
          const record = { person: whose, standing: await standingFor(ctx, whose) }
          if (holds(isSeen(ctx.actor), record, ctx.actor)) checked.push(id)
          expect((await findEmployment(ctx, id)) !== undefined).toBe(checked.includes(id))
        }
        expect([slug, rows.map(({ id }) => id).sort()]).toEqual([slug, checked.sort()])
        if (['systemeier', 'personvernombud', 'revisor'].includes(slug)) expect([slug, checked]).toEqual([slug, []])
      })
  })
})
