import { expect, test } from 'vitest'
import { describeDatabase } from '../../../test/support/database.ts'
import { newId } from '../../kernel/ids.ts'
import { played, type Staff, staffOf, testHouse } from './factory.ts'
import { followLeaders, myTasks, syncTasks, type TaskNotice, type TaskSpec, tasksOf } from './public.ts'
import { taskCounts } from './queries.ts'

const now = new Date('2026-11-27T12:00:00Z')
const hours = (n: number) => new Date(now.getTime() + n * 3_600_000)
const title = { nb: 'Vurder avviket', nn: 'Vurder avviket', en: 'Assess the deviation' }
const house = testHouse()

describeDatabase('Tasks that follow from a record', (db) => {
  const play = <T>(staff: Staff, work: Parameters<typeof played<T>>[4], actor?: Parameters<typeof played>[5], at = now) =>
    played(db(), house, staff, at, work, actor)
  const subjectOf = () => ({ type: 'deviation', id: newId(now), reference: '2026/7', href: '/avvik/7' })
  const assess: TaskSpec = { kind: 'deviation.assess', title, roles: ['dpo'], dueAt: hours(72), remindAtHoursLeft: [48, 24, 4] }
  const contain: TaskSpec = { kind: 'deviation.contain', title, roles: ['leader'], dueAt: null }

  test('opens, changes and ends exactly what the record asks for, and told twice does nothing', async () => {
    const staff = await staffOf(db(), house, now)
    const subject = subjectOf()
    const sync = (...specs: readonly TaskSpec[]) => play(staff, (ctx) => syncTasks(ctx, subject, 'deviation.', specs))
    const all = () => play(staff, (ctx) => tasksOf(ctx, subject.id))

    await sync(assess, contain)
    await sync(assess, contain)
    expect((await all()).map((task) => [task.kind, task.status])).toEqual([
      ['deviation.assess', 'open'],
      ['deviation.contain', 'open'],
    ])

    await sync({ ...assess, dueAt: hours(48) }, { ...contain, personId: staff.teacher })
    const [first, second] = await all()
    expect(first).toMatchObject({ kind: 'deviation.assess', dueAt: hours(48), roles: ['dpo'], reference: '2026/7' })
    expect(second).toMatchObject({ kind: 'deviation.contain', personId: staff.teacher, roles: ['leader'], dueAt: null, endedAt: null })

    await sync({ ...assess, dueAt: hours(48) })
    expect((await all()).map((task) => [task.kind, task.status, task.endedAt])).toEqual([
      ['deviation.assess', 'open', null],
      ['deviation.contain', 'done', now],
    ])
    // What has ended may come again, as a new task.
    await sync({ ...assess, dueAt: hours(48) }, contain)
    expect((await all()).filter((task) => task.kind === 'deviation.contain').map((task) => task.status)).toEqual(['open', 'done'])
  })

  test('a record that gets another name renames its tasks of every kind, save those that may not say it', async () => {
    const staff = await staffOf(db(), house, now)
    const subject = subjectOf()
    const about = (name: string) => ({ nb: name, nn: name, en: name })
    const sync = (name: string) => play(staff, (ctx) => syncTasks(ctx, subject, 'deviation.', [{ ...assess, about: about(name) }, contain]))
    await sync('Mistet PC')
    await play(staff, (ctx) => syncTasks(ctx, subject, 'notices.', [{ ...assess, kind: 'notices.supply', about: about('Mistet PC') }]))
    await sync('PC på bussen')
    const named = (await play(staff, (ctx) => tasksOf(ctx, subject.id))).map(({ kind, about: said }) => [kind, said?.nb])
    expect(Object.fromEntries(named)).toEqual({
      'deviation.assess': 'PC på bussen',
      'deviation.contain': undefined,
      'notices.supply': 'PC på bussen',
    })
  })

  test('a task of somebody who has left is given to the roles behind it', async () => {
    const staff = await staffOf(db(), house, now)
    const subject = subjectOf()
    const sync = () => play(staff, (ctx) => syncTasks(ctx, subject, 'deviation.', [{ ...assess, personId: staff.teacher }]))
    const holder = async () => (await play(staff, (ctx) => tasksOf(ctx, subject.id))).map(({ personId, roles }) => [personId, roles])
    await sync()
    expect(await holder()).toEqual([[staff.teacher, ['dpo']]])
    expect(await play(staff, taskCounts, staff.actor(staff.dpo, 'dpo'))).toMatchObject({ open: 0 })
    await play(staff, (ctx) => ctx.tx.updateTable('person').set({ active: false }).where('id', '=', staff.teacher).execute())
    await sync()
    expect(await holder()).toEqual([[null, ['dpo']]])
    expect(await play(staff, taskCounts, staff.actor(staff.dpo, 'dpo'))).toMatchObject({ open: 1 })
    await play(staff, (ctx) => ctx.tx.updateTable('person').set({ active: true }).where('id', '=', staff.teacher).execute())
    await sync()
    expect(await holder()).toEqual([[staff.teacher, ['dpo']]])
  })

  test('S4-074 the task of whoever leads is the next leader’s when another leads, who is told; one given by name stays', async () => {
    const staff = await staffOf(db(), house, now)
    const [unit, subject] = [newId(now), subjectOf()]
    const spec = (key: string, more: Partial<TaskSpec>): TaskSpec => ({ ...contain, key, personId: staff.leader, ...more })
    await play(staff, async ({ tx }) => {
      await tx
        .insertInto('unit')
        .values({ organisation_id: staff.organisationId, id: unit, name: 'Skolen', kind: 'school', path: [unit], leader_id: staff.leader })
        .execute()
    })
    const specs = [spec('unit', { leaderOf: { unit } }), spec('person', { leaderOf: { person: staff.teacher } }), spec('named', {})]
    await play(staff, (ctx) => syncTasks(ctx, subject, 'deviation.', specs))
    const told: TaskNotice['to'][] = []
    const follow = () =>
      play(staff, (ctx) =>
        followLeaders(ctx, async (_, { to }) => {
          told.push(to)
          return { persons: to.persons ?? [] }
        }),
      )
    const holders = async () => {
      const rows = await play(staff, ({ tx }) =>
        tx.selectFrom('task').select(['key', 'person_id']).where('subject_id', '=', subject.id).execute(),
      )
      return Object.fromEntries(rows.map(({ key, person_id }) => [key, person_id]))
    }
    const lead = (by: string | null) =>
      play(staff, async ({ tx }) => {
        await tx.updateTable('unit').set({ leader_id: by }).where('id', '=', unit).execute()
        await tx.updateTable('person').set({ leader_id: by }).where('id', '=', staff.teacher).execute()
      })
    await follow()
    expect(told).toEqual([])

    await lead(staff.controller)
    await follow()
    expect(await holders()).toEqual({ unit: staff.controller, person: staff.controller, named: staff.leader })
    expect(told).toEqual([{ persons: [staff.controller] }, { persons: [staff.controller] }])
    // Told once; and while nobody leads, it stays with whoever had it.
    await follow()
    await lead(null)
    await follow()
    expect(await holders()).toEqual({ unit: staff.controller, person: staff.controller, named: staff.leader })
    expect(told).toHaveLength(2)
  })

  test('leaves the tasks of other prefixes and other records alone', async () => {
    const staff = await staffOf(db(), house, now)
    const [one, other] = [subjectOf(), subjectOf()]
    await play(staff, (ctx) => syncTasks(ctx, one, 'deviation.', [assess]))
    await play(staff, (ctx) => syncTasks(ctx, one, 'notices.', [{ ...assess, kind: 'notices.supply' }]))
    await play(staff, (ctx) => syncTasks(ctx, other, 'deviation.', [assess]))
    await play(staff, (ctx) => syncTasks(ctx, one, 'deviation.', []))
    expect((await play(staff, (ctx) => tasksOf(ctx, one.id))).map((task) => [task.kind, task.status])).toEqual([
      ['notices.supply', 'open'],
      ['deviation.assess', 'done'],
    ])
    expect(await play(staff, (ctx) => tasksOf(ctx, other.id))).toHaveLength(1)
    await expect(play(staff, (ctx) => syncTasks(ctx, one, 'notices.', [assess]))).rejects.toThrow('does not begin with')
  })

  test('each sees what is given to them or to a role of theirs, the nearest date first, and what is overdue', async () => {
    const staff = await staffOf(db(), house, now)
    const dpo = staff.actor(staff.dpo, 'dpo')
    const subject = subjectOf()
    await play(staff, (ctx) =>
      syncTasks(ctx, subject, 'deviation.', [
        { ...assess, dueAt: hours(72) },
        { ...assess, key: 'first', dueAt: hours(-1) },
        { ...contain, roles: ['dpo', 'ciso'] },
        { ...contain, key: 'own', personId: staff.teacher },
      ]),
    )
    const mine = await play(staff, (ctx) => myTasks(ctx, 10), dpo)
    expect(mine.map((task) => [task.dueAt, task.overdue])).toEqual([
      [hours(-1), true],
      // What a case asks without a day is due since it came.
      [null, false],
      [hours(72), false],
    ])
    expect(await play(staff, taskCounts, dpo)).toEqual({ open: 3, overdue: 1 })
    expect(await play(staff, (ctx) => myTasks(ctx, 1), dpo)).toHaveLength(1)
    expect(await play(staff, taskCounts, staff.actor(staff.teacher))).toEqual({ open: 1, overdue: 0 })
    expect(await play(staff, taskCounts, staff.actor(staff.auditor, 'auditor'))).toEqual({ open: 0, overdue: 0 })
  })

  test('tasks of another organisation are not seen, though the role is the same', async () => {
    const [ours, theirs] = [await staffOf(db(), house, now), await staffOf(db(), house, now)]
    const subject = subjectOf()
    await play(ours, (ctx) => syncTasks(ctx, subject, 'deviation.', [assess]))
    expect(await play(theirs, (ctx) => myTasks(ctx, 10), theirs.actor(theirs.dpo, 'dpo'))).toEqual([])
    expect(await play(theirs, (ctx) => tasksOf(ctx, subject.id))).toEqual([])
  })
})
