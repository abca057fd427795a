import type { Role } from '../../kernel/actor.ts'
import type { Localised } from '../../kernel/texts.ts'
import type { LeaderOf, TaskSpec, TaskSubject } from './task.ts'

/** What of an open task follows from its record: its row, without who made it and when. */
export type Standing = {
  readonly title: Localised
  readonly about: Localised | null
  readonly reference: string | null
  readonly href: string
  readonly personId: string | null
  readonly leaderOf: LeaderOf | null
  readonly roles: readonly Role[]
  readonly dueAt: Date | null
  readonly marks: readonly number[]
}
export type OpenTask = Standing & { readonly id: string; readonly kind: string; readonly key: string }

export type Alarm = { readonly remindAt: Date | null; readonly reminded: number }
export type Sync = {
  readonly opens: readonly (Standing & Alarm & { readonly kind: string; readonly key: string })[]
  readonly changes: readonly (Standing & { readonly id: string; readonly alarm: Alarm | null })[]
  readonly ends: readonly string[]
  /** The record has another name than before: its tasks of other kinds are told. */
  readonly renamed: Localised | null
}

/** What must be done so that exactly these tasks stand open. Nothing, when they do. */
export function syncOf(subject: TaskSubject, open: readonly OpenTask[], specs: readonly TaskSpec[], now: Date): Sync {
  const wanted = new Map(specs.map((spec) => [nameOf(spec.kind, spec.key), spec]))
  const present = new Map(open.map((task) => [nameOf(task.kind, task.key), task]))
  return {
    renamed: renameOf(open, wanted),
    ends: open.filter((task) => !wanted.has(nameOf(task.kind, task.key))).map((task) => task.id),
    opens: [...wanted].flatMap(([name, spec]) => {
      if (present.has(name)) return []
      const standing = standingOf(subject, spec)
      return [{ kind: spec.kind, key: spec.key ?? '', ...standing, ...alarmOf(standing, now) }]
    }),
    changes: [...wanted].flatMap(([name, spec]) => {
      const before = present.get(name)
      const after = standingOf(subject, spec)
      if (!before || same(before, after)) return []
      const rings = sameClock(before, after) ? null : alarmOf(after, now)
      return [{ id: before.id, ...after, alarm: rings }]
    }),
  }
}

/**
 * The record's new name, where its tasks all bear one and an open one bears another. Tasks that each say something of their own,
 * such as who does the work of a vacant role, are no name of the record, and none of them is written over the others.
 */
function renameOf(open: readonly OpenTask[], wanted: ReadonlyMap<string, TaskSpec>): Localised | null {
  const [name, ...others] = [...wanted.values()].flatMap(({ about }) => about ?? [])
  if (!name || others.some((other) => !sameWords(other, name))) return null
  return open.some((task) => wanted.get(nameOf(task.kind, task.key))?.about && !sameWords(name, task.about)) ? name : null
}

const nameOf = (kind: string, key = '') => `${kind}\n${key}`

const standingOf = (subject: TaskSubject, spec: TaskSpec): Standing => ({
  title: spec.title,
  about: spec.about ?? null,
  reference: subject.reference,
  href: spec.href ?? subject.href,
  personId: spec.personId ?? null,
  leaderOf: spec.leaderOf ?? null,
  roles: [...spec.roles].sort(),
  dueAt: spec.dueAt,
  marks: [...new Set(spec.remindAtHoursLeft ?? [])].filter((hours) => hours > 0).sort((a, b) => b - a),
})

export const ledUnit = (of: LeaderOf | null): string | null => (of && 'unit' in of ? of.unit : null)
export const ledPerson = (of: LeaderOf | null): string | null => (of && 'person' in of ? of.person : null)

const sameClock = (a: Standing, b: Standing) => a.dueAt?.getTime() === b.dueAt?.getTime() && a.marks.join() === b.marks.join()
const same = (a: Standing, b: Standing) =>
  sameClock(a, b) &&
  a.personId === b.personId &&
  ledUnit(a.leaderOf) === ledUnit(b.leaderOf) &&
  ledPerson(a.leaderOf) === ledPerson(b.leaderOf) &&
  a.roles.join() === b.roles.join() &&
  a.reference === b.reference &&
  a.href === b.href &&
  sameWords(a.title, b.title) &&
  sameWords(a.about, b.about)

const sameWords = (a: Localised | null, b: Localised | null) => a?.nb === b?.nb && a?.nn === b?.nn && a?.en === b?.en

const hour = 3_600_000

/** The hours left at which a task rings; the last is when it is due. */
const ringsOf = (marks: readonly number[]) => [...marks, 0]
const instantOf = (dueAt: Date, hoursLeft: number) => new Date(dueAt.getTime() - hoursLeft * hour)

/**
 * The first ring still to come. Marks that have passed when a task is made, or its date moved, are not rung: whoever made
 * it has just told of it. Only being overdue is always told.
 */
export function alarmOf({ dueAt, marks }: Pick<Standing, 'dueAt' | 'marks'>, now: Date): Alarm {
  if (!dueAt) return { remindAt: null, reminded: 0 }
  const next = ringsOf(marks).findIndex((hoursLeft) => instantOf(dueAt, hoursLeft) > now)
  const at = next === -1 ? marks.length : next
  return { remindAt: instantOf(dueAt, ringsOf(marks)[at] ?? 0), reminded: at }
}

/** `reminded` counts the rings that are behind, told or passed by. */
export type Ring = { readonly overdue: boolean; readonly remindAt: Date | null; readonly reminded: number }

/** What is told now, and when the next ring comes. Rings missed while nobody looked become one: the one that holds now. */
export function ringOf({ dueAt, marks }: { readonly dueAt: Date; readonly marks: readonly number[] }, now: Date): Ring {
  if (dueAt <= now) return { overdue: true, remindAt: null, reminded: marks.length + 1 }
  const rings = ringsOf(marks)
  const next = rings.findIndex((hoursLeft) => instantOf(dueAt, hoursLeft) > now)
  return { overdue: false, remindAt: instantOf(dueAt, rings[next] ?? 0), reminded: next }
}

/** What a case, or an impact assessment, asks without a day is due since it came (migration 0620 orders by the same). */
export const isWithoutDelay = (subjectType: string): boolean => subjectType === 'deviation' || subjectType === 'dpia'
