import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alarmOf, type OpenTask, ringOf, syncOf } from './rules.ts'
import type { TaskSpec, TaskSubject } from './task.ts'

const at = (text: string) => new Date(text)
const now = at('2026-11-27T12:00:00Z')
const hours = (n: number, from = now) => new Date(from.getTime() + n * 3_600_000)
const title = { nb: 'Vurder', nn: 'Vurder', en: 'Assess' }
const subject: TaskSubject = { type: 'deviation', id: 'a', reference: '2026/1', href: '/avvik/a' }
const spec = (more: Partial<TaskSpec> = {}): TaskSpec => ({ kind: 'deviation.assess', title, roles: ['dpo'], dueAt: hours(72), ...more })
const opened = (from: TaskSpec): OpenTask => {
  const [task] = syncOf(subject, [], [from], now).opens
  if (!task) throw new Error('not opened')
  return { ...task, id: '1' }
}

describe('Which tasks stand open', () => {
  test('what is missing is opened, what is no longer listed ends, and the rest is left alone', () => {
    expect(syncOf(subject, [], [spec()], now)).toMatchObject({ opens: [{ kind: 'deviation.assess' }], ends: [], changes: [] })
    expect(syncOf(subject, [opened(spec())], [], now)).toMatchObject({ opens: [], ends: ['1'], changes: [] })
    expect(syncOf(subject, [opened(spec())], [spec()], now)).toEqual({ opens: [], ends: [], changes: [], renamed: null })
  })

  test('two of one kind are told apart by their key', () => {
    const sync = syncOf(subject, [opened(spec({ key: 'a' }))], [spec({ key: 'a' }), spec({ key: 'b' })], now)
    expect(sync.opens.map((task) => task.key)).toEqual(['b'])
  })

  test('another name of the record renames all; words that each task has of its own are written over no other', () => {
    const words = (nb: string) => ({ nb, nn: nb, en: nb })
    const named = (key: string, about: string) => ({ ...opened(spec({ key, about: words(about) })), id: key })
    const renamed = (open: readonly OpenTask[], specs: readonly TaskSpec[]) => syncOf(subject, open, specs, now).renamed
    const two = [named('a', 'Mistet PC'), named('b', 'Mistet PC')]
    const both = (a: string, b: string) => [spec({ key: 'a', about: words(a) }), spec({ key: 'b', about: words(b) })]
    expect(renamed(two, both('PC på bussen', 'PC på bussen'))).toEqual(words('PC på bussen'))
    expect(renamed(two, both('Mistet PC', 'Mistet PC'))).toBeNull()
    const roles = [named('controller', 'Arbeidet står stille'), named('serviceDesk', 'Arbeidet står stille')]
    const fill = [
      spec({ key: 'serviceDesk', about: words('Ombudet gjør det') }),
      spec({ key: 'controller', about: words('Arbeidet står stille') }),
    ]
    expect(renamed(roles, fill)).toBeNull()
    expect(syncOf(subject, roles, fill, now).changes.map(({ id, about }) => [id, about?.nb])).toEqual([['serviceDesk', 'Ombudet gjør det']])
  })

  test('another holder changes the task and leaves the alarm; another date sets it anew', () => {
    expect(syncOf(subject, [opened(spec())], [spec({ roles: ['ciso'] })], now).changes).toMatchObject([{ roles: ['ciso'], alarm: null }])
    expect(syncOf(subject, [opened(spec())], [spec({ dueAt: hours(100) })], now).changes).toMatchObject([
      { alarm: { remindAt: hours(100) } },
    ])
    expect(syncOf(subject, [opened(spec())], [spec({ personId: 'p' })], now).changes).toMatchObject([{ personId: 'p', roles: ['dpo'] }])
  })

  test('each thing that a task says, changed alone, changes the task and nothing else of it', () => {
    const words = { nb: 'a', nn: 'b', en: 'c' }
    const whole = { title: words, about: words, href: '/her', personId: 'p', dueAt: hours(72), remindAtHoursLeft: [4] } as const
    const open = opened(spec(whole))
    const changed = (more: Partial<TaskSpec>, of = subject) => syncOf(of, [open], [spec({ ...whole, ...more })], now).changes
    expect(changed({})).toEqual([])
    for (const language of ['nb', 'nn', 'en'] as const) {
      expect(changed({ title: { ...words, [language]: 'x' } })).toMatchObject([{ title: { [language]: 'x' }, alarm: null }])
      expect(changed({ about: { ...words, [language]: 'x' } })).toMatchObject([{ about: { [language]: 'x' }, alarm: null }])
    }
    expect(changed({ href: '/der' })).toMatchObject([{ href: '/der', alarm: null }])
    expect(changed({ personId: 'q' })).toMatchObject([{ personId: 'q', alarm: null }])
    expect(changed({ remindAtHoursLeft: [8] })).toMatchObject([{ marks: [8], alarm: { remindAt: hours(64) } }])
    expect(changed({}, { ...subject, reference: '2026/2' })).toMatchObject([{ reference: '2026/2', alarm: null }])
    expect(changed({ dueAt: null })).toMatchObject([{ dueAt: null, alarm: { remindAt: null } }])
    expect(syncOf(subject, [opened(spec({ dueAt: null }))], [spec()], now).changes).toMatchObject([{ dueAt: hours(72) }])
    expect(syncOf(subject, [opened(spec({ dueAt: null }))], [spec({ dueAt: null })], now).changes).toEqual([])
  })

  test('a task leads to its own page, or else to its record; its marks stand furthest first, each once, and none of none', () => {
    const [own] = syncOf(subject, [], [spec({ href: '/avvik/a/vurdering', remindAtHoursLeft: [4, 48, 24, 4, 0, -2] })], now).opens
    expect(own).toMatchObject({ href: '/avvik/a/vurdering', marks: [48, 24, 4] })
    expect(syncOf(subject, [], [spec()], now).opens).toMatchObject([{ href: '/avvik/a', marks: [] }])
  })

  test('a record is renamed by what names it in all its tasks, whichever of them stood open before', () => {
    const words = (nb: string) => ({ nb, nn: nb, en: nb })
    const open = { ...opened(spec({ key: 'a', about: words('Før') })), id: 'a' }
    const same = { ...opened(spec({ key: 'b', about: words('Nå') })), id: 'b' }
    const now3 = ['a', 'b', 'c'].map((key) => spec({ key, about: words('Nå') }))
    expect(syncOf(subject, [open, same], now3, now).renamed).toEqual(words('Nå'))
    expect(syncOf(subject, [same], now3, now).renamed).toBeNull()
    const other = [
      spec({ key: 'a', about: words('Nå') }),
      spec({ key: 'b', about: words('Nå') }),
      spec({ key: 'c', about: words('Annet') }),
    ]
    expect(syncOf(subject, [open], other, now).renamed).toBeNull()
    expect(syncOf(subject, [open], [spec({ key: 'x' })], now).renamed).toBeNull()
    expect(syncOf(subject, [open], [spec({ key: 'b', about: words('Nå') })], now).renamed).toBeNull()
  })

  test('the order of roles and marks is no change', () => {
    const before = opened(spec({ roles: ['dpo', 'ciso'], remindAtHoursLeft: [4, 48] }))
    expect(syncOf(subject, [before], [spec({ roles: ['ciso', 'dpo'], remindAtHoursLeft: [48, 4, 4] })], now).changes).toEqual([])
  })
})

describe('When a task rings', () => {
  const marks = [48, 24, 4]

  test('first at the mark that comes next; marks behind are not rung', () => {
    expect(alarmOf({ dueAt: hours(72), marks }, now).remindAt).toEqual(hours(24))
    expect(alarmOf({ dueAt: hours(30), marks }, now)).toMatchObject({ remindAt: hours(6), reminded: 1 })
    expect(alarmOf({ dueAt: hours(2), marks }, now)).toMatchObject({ remindAt: hours(2), reminded: 3 })
    expect(alarmOf({ dueAt: hours(-1), marks }, now)).toEqual({ remindAt: hours(-1), reminded: 3 })
    expect(alarmOf({ dueAt: hours(24), marks }, now)).toEqual({ remindAt: hours(20), reminded: 2 })
    expect(alarmOf({ dueAt: null, marks }, now).remindAt).toBeNull()
  })

  test('marks are elapsed hours, also over the night the clock is set', () => {
    const due = at('2027-03-28T12:00:00Z')
    expect(alarmOf({ dueAt: due, marks: [24] }, at('2027-03-25T12:00:00Z')).remindAt).toEqual(at('2027-03-27T12:00:00Z'))
    const autumn = at('2026-10-25T12:00:00Z')
    expect(alarmOf({ dueAt: autumn, marks: [24] }, at('2026-10-22T12:00:00Z')).remindAt).toEqual(at('2026-10-24T12:00:00Z'))
  })

  test('marks missed while nobody looked become one ring', () => {
    expect(ringOf({ dueAt: hours(3), marks }, now)).toEqual({ overdue: false, remindAt: hours(3), reminded: 3 })
    expect(ringOf({ dueAt: hours(24), marks }, now)).toEqual({ overdue: false, remindAt: hours(20), reminded: 2 })
    expect(ringOf({ dueAt: hours(30), marks }, now)).toEqual({ overdue: false, remindAt: hours(6), reminded: 1 })
    expect(ringOf({ dueAt: hours(-5), marks }, now)).toEqual({ overdue: true, remindAt: null, reminded: 4 })
  })

  test('however the clock goes, each ring is rung at most once, and being overdue always once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 6 }),
        fc.integer({ min: -10, max: 300 }),
        fc.array(fc.integer({ min: -3, max: 40 }), { minLength: 1, maxLength: 60 }),
        (given, dueIn, steps) => {
          const dueAt = hours(dueIn)
          const task = opened(spec({ dueAt, remindAtHoursLeft: given }))
          let { remindAt } = alarmOf({ dueAt, marks: task.marks }, now)
          let clock = now
          let rung = 0
          let overdue = 0
          for (const step of [...steps, 500]) {
            clock = hours(step, clock)
            if (remindAt === null || remindAt > clock) continue
            const ring = ringOf({ dueAt, marks: task.marks }, clock)
            if (ring.overdue) overdue++
            else rung++
            remindAt = ring.remindAt
          }
          expect(overdue).toBe(1)
          expect(rung).toBeLessThanOrEqual(task.marks.length)
        },
      ),
    )
  })
})
