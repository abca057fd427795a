import type { LocalDate } from '../../kernel/calendar/calendar.ts'
import type { Happening } from '../../kernel/change.ts'
import type { Values } from '../../kernel/fields.ts'
import type { RegisterEvent, Registered } from '../../register/rules.ts'
import type {
  audiences,
  completionFields,
  courseRecordFields,
  decisionFields,
  needFields,
  needRecordFields,
  postFields,
  requirementFields,
  resourceFields,
} from './fields.ts'

export type Requirement = Registered<typeof requirementFields>
export type Course = Registered<typeof courseRecordFields>
export type Completion = Registered<typeof completionFields>
export type Resource = Registered<typeof resourceFields>
export type Post = Registered<typeof postFields>
export type Need = Registered<typeof needRecordFields>
export type Reported = Values<typeof needFields>
export type Decision = Values<typeof decisionFields>
export type Audience = (typeof audiences)[number]

export type RequirementEvent =
  | RegisterEvent<'training_requirement'>
  | (Happening & {
      readonly type: 'training_requirement.acknowledged' | 'training_requirement.askedAgain' | 'training_requirement.usersSet'
    })
export type CourseEvent =
  | RegisterEvent<'training_course'>
  | (Happening &
      (
        | { readonly type: 'training_course.signedUp' | 'training_course.takenOff' | 'training_course.corrected' }
        | { readonly type: 'training_course.completed'; readonly participants: number }
      ))
export type ResourceEvent = RegisterEvent<'training_resource'> | (Happening & { readonly type: 'training_resource.linkBroken' })
export type NeedEvent = Happening & {
  readonly type: 'training_need.reported' | 'training_need.planned' | 'training_need.closed' | 'training_need.rejected'
}

/** One requirement of one person: when it was met, until when that holds, and when it is due where it is asked for. */
export type PlanLine = {
  readonly personId: string
  readonly person: string
  readonly unitId: string | null
  readonly leaderId: string | null
  readonly requirementId: string
  readonly requirement: string
  readonly about: string
  readonly fulfilledBy: 'course' | 'acknowledgement' | 'test'
  readonly systemId: string | null
  readonly system: string | null
  readonly superUserId: string | null
  /** Its text, where it is met by confirming an edition of one. */
  readonly articleId: string | null
  /** There is a course, a text or a page to take it from. */
  readonly isOffered: boolean
  readonly doneOn: LocalDate | null
  readonly until: LocalDate | null
  readonly dueOn: LocalDate | null
  readonly dueDays: number
}
export type LineState = 'met' | 'renew' | 'missing' | 'late'
