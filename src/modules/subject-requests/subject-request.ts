import type { Happening } from '../../kernel/change.ts'
import type { Values } from '../../kernel/fields.ts'
import type { Registered } from '../../register/rules.ts'
import type {
  answerFields,
  askFields,
  assignFields,
  correctFields,
  extendFields,
  findingFields,
  identityFields,
  recordFields,
  registerFields,
} from './fields.ts'

export type Asking = Values<typeof askFields>
export type Registering = Values<typeof registerFields>
export type Correcting = Values<typeof correctFields>
export type Assigning = Values<typeof assignFields>
export type Identifying = Values<typeof identityFields>
export type Extending = Values<typeof extendFields>
export type Answering = Values<typeof answerFields>
export type SubjectRequest = Registered<typeof recordFields>
export type Right = NonNullable<Asking['right']>

/** What one system was found to hold. `searcher`: whose task it is to look. */
export type Search = {
  readonly id: string
  readonly version: number
  readonly system: string
  readonly searcher: string | null
  readonly finding: Values<typeof findingFields>['finding']
  readonly note: string | null
  readonly searchedAt: Date | null
  readonly searchedBy: string | null
}
export type Finding = Values<typeof findingFields>

/** A request with its checklist: whoever looks in a system may read it too. */
export type Opened = SubjectRequest & { readonly searches: readonly Search[] }

/** What was put right in what was written in, and why. */
export type Correction = {
  readonly id: string
  readonly at: Date
  readonly by: string
  readonly fields: readonly string[]
  readonly reason: string
}

export type SubjectRequestEvent = Happening & {
  /** Of a correction: the questions that were answered wrong. */
  readonly fields?: readonly string[]
  readonly type:
    | 'subject_request.received'
    | 'subject_request.corrected'
    | 'subject_request.assigned'
    | 'subject_request.identified'
    | 'subject_request.searchBegun'
    | 'subject_request.searched'
    | 'subject_request.extended'
    | 'subject_request.answered'
    | 'subject_request.sentOn'
}
