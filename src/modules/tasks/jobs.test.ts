import { expect, test } from 'vitest'
import { describeDatabase } from '../../../test/support/database.ts'
import type { Database } from '../../db/database.ts'
import type { Role } from '../../kernel/actor.ts'
import { newId } from '../../kernel/ids.ts'
import { clockworkOf, played, type Staff, staffOf, testHouse } from './factory.ts'
import { sweepTasks } from './jobs.ts'
import { syncTasks, type TaskNotice, type TaskSpec, tasksOf } from './public.ts'
import { taskById } from './queries.ts'

const start = new Date('2026-11-27T12:00:00Z')
const hours = (n: number, from = start) => new Date(from.getTime() + n * 3_600_000)
const title = { nb: 'Vurder avviket', nn: 'Vurder avviket', en: 'Assess the deviation' }
const house = testHouse()
const assess: TaskSpec = { kind: 'deviation.assess', title, roles: ['dpo'], dueAt: hours(72), remindAtHoursLeft: [48, 24, 4] }

const deskOf = async (db: Database, ...specs: readonly TaskSpec[]) => {
  const staff = await staffOf(db, house, start)
  const subject = { type: 'deviation', id: newId(start), reference: '2026/7', href: '/avvik/7' }
  const held = specs.map((spec) => (spec.personId === 'teacher' ? { ...spec, personId: staff.teacher } : spec))
  await played(db, house, staff, start, (ctx) => syncTasks(ctx, subject, 'deviation.', held))
  return { staff, subject, ...bellOf(db, staff) }
}

/** Rings at a time, and says what was told since last. */
const bellOf = (db: Database, staff: Staff) => {
  const told: TaskNotice[] = []
  const tell = async (_: unknown, notice: TaskNotice) => {
    told.push(notice)
    return { persons: notice.to.persons ?? [] }
  }
  const sweep = (now: Date) =>
    sweepTasks({ organisationIds: [staff.organisationId], inOrganisation: clockworkOf(db, house, now), now }, tell)
  return {
    told,
    sweep,
    ring: async (now: Date) => {
      await sweep(now)
      return told
        .splice(0)
        .map(({ kind, to, title }) => `${kind.slice(5)} ${[...(to.persons ?? []), ...(to.roles ?? [])].join()}: ${title.nb}`)
    },
  }
}

describeDatabase('Reminders', (db) => {
  test('S1-45 rings at 48, 24 and 4 hours left and when the 72 hours are over, each exactly once', async () => {
    const { ring, staff } = await deskOf(db(), assess)
    expect(await ring(hours(23.99))).toEqual([])
    expect(await ring(hours(24))).toEqual(['reminder dpo: 48 timer igjen: Vurder avviket'])
    expect(await ring(hours(24.01))).toEqual([])
    expect(await ring(hours(48))).toEqual(['reminder dpo: 24 timer igjen: Vurder avviket'])
    expect(await ring(hours(68.5))).toEqual(['reminder dpo: 3 timer og 30 minutter igjen: Vurder avviket'])
    expect(await ring(hours(71.99))).toEqual([])
    expect(await ring(hours(72))).toEqual([
      'overdue dpo: Fristen har gått ut: Vurder avviket',
      `escalated ${staff.controller}: Ikke gjort innen fristen: Vurder avviket`,
    ])
    expect(await ring(hours(72.01))).toEqual([])
    expect(await ring(hours(500))).toEqual([])
  })

  test('S1-45 after six hours without anyone looking, what was missed is told once, as it stands now', async () => {
    const { ring } = await deskOf(db(), { ...assess, remindAtHoursLeft: [48, 46, 44] })
    expect(await ring(hours(29))).toEqual(['reminder dpo: 43 timer igjen: Vurder avviket'])
    expect(await ring(hours(30))).toEqual([])
    const late = await deskOf(db(), assess)
    expect(await late.ring(hours(75))).toEqual([
      'overdue dpo: Fristen har gått ut: Vurder avviket',
      `escalated ${late.staff.controller}: Ikke gjort innen fristen: Vurder avviket`,
    ])
    expect(await late.ring(hours(81))).toEqual([])
  })

  test('a clock that leaps three days on and two hours back loses none and doubles none', async () => {
    const { ring } = await deskOf(db(), assess)
    expect(await ring(hours(24))).toHaveLength(1)
    expect(await ring(hours(22))).toEqual([])
    expect(await ring(hours(24))).toEqual([])
    expect(await ring(hours(24 + 72))).toHaveLength(2)
    expect(await ring(hours(24))).toEqual([])
    expect(await ring(hours(96))).toEqual([])
  })

  test('S1-45 marks are elapsed hours on the night the clock is set forward', async () => {
    const due = new Date('2027-03-28T10:00:00Z')
    const { ring } = await deskOf(db(), { ...assess, dueAt: due, remindAtHoursLeft: [24] })
    expect(await ring(new Date('2027-03-27T09:59:00Z'))).toEqual([])
    expect(await ring(new Date('2027-03-27T10:00:00Z'))).toEqual(['reminder dpo: 24 timer igjen: Vurder avviket'])
  })

  test('a task that is done, and one without a date, never rings', async () => {
    const { ring, staff, subject } = await deskOf(db(), assess, { kind: 'deviation.contain', title, roles: ['leader'], dueAt: null })
    await played(db(), house, staff, start, (ctx) => syncTasks(ctx, subject, 'deviation.', []))
    expect(await ring(hours(100))).toEqual([])
  })

  test('a date that is moved rings anew; a holder that is changed does not', async () => {
    const { ring, staff, subject } = await deskOf(db(), assess)
    expect(await ring(hours(73))).toHaveLength(2)
    const sync = (spec: TaskSpec) => played(db(), house, staff, hours(73), (ctx) => syncTasks(ctx, subject, 'deviation.', [spec]))
    await sync({ ...assess, roles: ['ciso'] })
    expect(await ring(hours(74))).toEqual([])
    await sync({ ...assess, dueAt: hours(100) })
    expect(await ring(hours(96))).toEqual(['reminder dpo: 4 timer igjen: Vurder avviket'])
    expect(await ring(hours(100))).toHaveLength(2)
  })

  test('what a person has not done goes to the leader and to the roles behind; the log of the case says so', async () => {
    const { staff, subject, ring } = await deskOf(db())
    await played(db(), house, staff, start, (ctx) =>
      syncTasks(ctx, subject, 'deviation.', [
        { ...assess, key: 'a', personId: staff.teacher },
        { ...assess, key: 'b', personId: staff.controller },
      ]),
    )
    // The controller has no leader, and is not told twice.
    expect((await ring(hours(72))).sort()).toEqual(
      [
        `overdue ${staff.teacher}: Fristen har gått ut: Vurder avviket`,
        `escalated ${staff.leader},dpo: Ikke gjort innen fristen: Vurder avviket`,
        `overdue ${staff.controller}: Fristen har gått ut: Vurder avviket`,
      ].sort(),
    )
    const log = await played(db(), house, staff, start, (ctx) =>
      ctx.tx.selectFrom('audit_event').select(['type', 'actor_kind']).where('subject_id', '=', subject.id).orderBy('type').execute(),
    )
    expect(log.map((line) => line.type)).toEqual(['task.escalated', 'task.overdue', 'task.overdue'])
    expect(new Set(log.map((line) => line.actor_kind))).toEqual(new Set(['clockwork']))
  })

  test('where nobody is controller, the leaders of those who have the task are told', async () => {
    const { staff, ring } = await deskOf(db(), assess)
    await played(db(), house, staff, start, (ctx) => ctx.tx.deleteFrom('role_assignment').where('role', '=', 'controller').execute())
    expect(await ring(hours(72))).toContain(`escalated ${staff.leader}: Ikke gjort innen fristen: Vurder avviket`)
  })

  test('what is taken up the line leads to the task, with no case number; only those it was taken to may read it', async () => {
    const { staff, subject, sweep, told } = await deskOf(db(), { ...assess, personId: 'teacher' })
    const task = await played(db(), house, staff, start, async (ctx) => (await tasksOf(ctx, subject.id))[0]?.id ?? '')
    await sweep(hours(72))
    expect(told.find(({ kind }) => kind === 'task.escalated')).toMatchObject({ reference: null, href: `/oppgaver/${task}` })
    const reads = (personId: string, ...roles: readonly Role[]) =>
      played(db(), house, staff, start, async (ctx) => (await taskById(ctx, task)) !== undefined, staff.actor(personId, ...roles))
    expect(await reads(staff.leader)).toBe(true)
    expect(await reads(staff.teacher)).toBe(true)
    expect(await reads(staff.auditor, 'auditor')).toBe(false)
    expect(await reads(staff.controller, 'controller')).toBe(false)
  })

  test('a failure in the middle undoes the telling with it, and the next round tells', async () => {
    const { ring, staff } = await deskOf(db(), assess)
    const broken = async () => {
      throw new Error('no mail today')
    }
    const round = { organisationIds: [staff.organisationId], inOrganisation: clockworkOf(db(), house, hours(24)), now: hours(24) }
    await expect(sweepTasks(round, broken)).rejects.toThrow('could not be told of')
    expect(await ring(hours(24.1))).toHaveLength(1)
  })

  test('one task that cannot be told of does not keep 250 others waiting', async () => {
    const many = Array.from({ length: 250 }, (_, n): TaskSpec => ({ ...assess, key: String(n).padStart(3, '0') }))
    const { staff, subject } = await deskOf(db(), ...many)
    await played(db(), house, staff, start, (ctx) =>
      ctx.tx.updateTable('task').set({ href: '/bad' }).where('subject_id', '=', subject.id).where('key', '=', '007').execute(),
    )
    let told = 0
    const tell = async (_: unknown, notice: TaskNotice) => {
      if (notice.href === '/bad') throw new Error('bad')
      told++
      return { persons: [] }
    }
    const round = { organisationIds: [staff.organisationId], inOrganisation: clockworkOf(db(), house, hours(24)), now: hours(24) }
    await expect(sweepTasks(round, tell)).rejects.toThrow('1 tasks could not be told of')
    const left = await played(db(), house, staff, start, (ctx) =>
      ctx.tx.selectFrom('task').select('key').where('subject_id', '=', subject.id).where('remind_at', '<=', hours(24)).execute(),
    )
    expect(left).toEqual([{ key: '007' }])
    expect(told).toBeGreaterThanOrEqual(249)
  })

  test('four sweeps at once tell each task once', async () => {
    const many = Array.from({ length: 250 }, (_, n): TaskSpec => ({ ...assess, key: String(n) }))
    const { staff } = await deskOf(db(), ...many)
    const bells = [1, 2, 3, 4].map(() => bellOf(db(), staff))
    const told = await Promise.all(bells.map((bell) => bell.ring(hours(24))))
    expect(told.flat()).toHaveLength(250)
  })

  test('S4-074 what is still not done after a week goes to the leader’s leader, once, and up past those who have left', async () => {
    const week = 7 * 24
    const late = 'Fortsatt ikke gjort: Vurder avviket'
    const { staff, subject, ring } = await deskOf(db(), { ...assess, personId: 'teacher' })
    expect(await ring(hours(72))).toContain(`escalated ${staff.leader},dpo: Ikke gjort innen fristen: Vurder avviket`)
    expect(await ring(hours(72 + week - 1))).toEqual([])
    expect(await ring(hours(72 + week))).toEqual([`escalated ${staff.controller}: ${late}`])
    for (const weeks of [1.1, 2, 3, 50]) expect(await ring(hours(72 + weeks * week))).toEqual([])
    const log = await played(db(), house, staff, start, (ctx) =>
      ctx.tx.selectFrom('audit_event').select('data').where('subject_id', '=', subject.id).where('type', '=', 'task.escalated').execute(),
    )
    expect(log.map(({ data }) => (data as { to: string }).to)).toEqual(['leader', 'above'])

    // The leader has left, and nobody is set above: the controller, never nobody.
    const left = await deskOf(db(), { ...assess, personId: 'teacher' })
    await played(db(), house, left.staff, start, (ctx) =>
      ctx.tx.updateTable('person').set({ active: false }).where('id', '=', left.staff.leader).execute(),
    )
    expect(await left.ring(hours(72))).toContain(`escalated ${left.staff.controller}: Ikke gjort innen fristen: Vurder avviket`)
    expect(await left.ring(hours(72 + week))).toEqual([])

    // Nobody answers for anything: the vacant role is told of, to whoever gives roles.
    const vacant = await deskOf(db(), { ...assess, personId: 'teacher' })
    await played(db(), house, vacant.staff, start, async (ctx) => {
      await ctx.tx.updateTable('person').set({ active: false }).where('id', '=', vacant.staff.leader).execute()
      await ctx.tx.deleteFrom('role_assignment').where('role', '=', 'controller').execute()
    })
    expect(await vacant.ring(hours(72))).toContain('escalated controller: Ikke gjort innen fristen: Vurder avviket')
  })

  test('S4-074 a task that is done meanwhile goes to nobody, and a new date begins from the bottom of the line', async () => {
    const { staff, subject, ring } = await deskOf(db(), { ...assess, personId: 'teacher' })
    expect(await ring(hours(72))).toHaveLength(2)
    const sync = (...specs: readonly TaskSpec[]) =>
      played(db(), house, staff, hours(73), (ctx) => syncTasks(ctx, subject, 'deviation.', specs))
    await sync({ ...assess, personId: staff.teacher, dueAt: hours(400) })
    expect(await ring(hours(72 + 7 * 24))).toEqual([])
    expect(await ring(hours(400))).toContain(`escalated ${staff.leader},dpo: Ikke gjort innen fristen: Vurder avviket`)
    await sync()
    expect(await ring(hours(400 + 7 * 24))).toEqual([])
  })
})
