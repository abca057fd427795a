import type { Role } from '../../kernel/actor.ts'
import type { RecordKey } from '../../kernel/ids.ts'
import type { Locale, Localised } from '../../kernel/texts.ts'

/** The record a task belongs to. This service knows no register, so it is told how to name and find it. */
export type TaskSubject = { readonly type: string; readonly id: string; readonly reference: string | null; readonly href: string }

/** Those who have a leader: a unit, or one person. */
export type LeaderOf = { readonly unit: string } | { readonly person: string }

/**
 * A task that a record should have now: for one person, or for everyone with one of the roles. The roles are never left out:
 * they have the task of a person who has left, so name those who may open the record.
 */
export type TaskSpec = {
  /** Named after its module: 'deviation.assess'. */
  readonly kind: string
  /** Tells apart two tasks of one kind on one record. */
  readonly key?: string
  readonly title: Localised
  /** What its record is called. Left out where whoever has the task may not know. Never in an e-mail. */
  readonly about?: Localised
  /** Where this one is done, if not where its record is. */
  readonly href?: string
  readonly personId?: string
  /** Where whoever has it leads these: it follows the office, and is the next leader's when another leads (S4-074). */
  readonly leaderOf?: LeaderOf
  readonly roles: readonly Role[]
  readonly dueAt: Date | null
  /** Hours before it is due at which those who have it are reminded; when it is due they are told in any case. */
  readonly remindAtHoursLeft?: readonly number[]
}

/** The administrator's task to give a role that nobody has. */
export const vacancyTask = 'role.fill'

export type TaskStatus = 'open' | 'done' | 'dropped'
export type Task = {
  readonly id: string
  readonly subjectType: string
  readonly subjectId: string
  readonly kind: string
  readonly title: Localised
  readonly about: Localised | null
  readonly reference: string | null
  readonly href: string
  readonly personId: string | null
  /** Where a person has it: who has it if that person leaves. */
  readonly roles: readonly Role[]
  readonly dueAt: Date | null
  readonly status: TaskStatus
  readonly createdAt: Date
  readonly endedAt: Date | null
  readonly overdue: boolean
}

/** "2026-0002 · Mistet PC": the record a task belongs to, as far as whoever has it may know. */
export const inWhich = ({ reference, about }: Pick<Task, 'reference' | 'about'>, locale: Locale): string =>
  [reference, about?.[locale]].filter(Boolean).join(' · ')

export type TaskCounts = { readonly open: number; readonly overdue: number }

/** What the clock says of a task, in the log of the record it belongs to. */
export type TaskEvent =
  | { readonly type: 'task.reminded'; readonly kind: string; readonly minutesLeft: number }
  | { readonly type: 'task.overdue' | 'task.handedOver'; readonly kind: string }
  | { readonly type: 'task.exported'; readonly filters: readonly string[]; readonly columns: readonly string[]; readonly rows: number }
  | { readonly type: 'task.escalated'; readonly kind: string; readonly to: 'leader' | 'above' | 'controller' }

/** What is to be told of a task. */
export type TaskNotice = {
  readonly to: { readonly persons?: readonly string[]; readonly roles?: readonly Role[] }
  readonly kind: 'task.reminder' | 'task.overdue' | 'task.escalated' | 'task.handedOver' | 'role.vacant'
  readonly title: Localised
  readonly about?: RecordKey
  readonly reference: string | null
  readonly href: string
}

/** A role that work is sent to and that nobody holds. `by`: who does its work meanwhile; null: nobody can. */
export type Vacancy = { readonly role: Role; readonly by: Role | null; readonly waiting: number }
