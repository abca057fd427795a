import type { Happening } from '../../kernel/change.ts'
import type { Values } from '../../kernel/fields.ts'
import type { Criterion, Level } from './assessed.ts'
import type { AssessmentAnswers, Ground } from './fields-assessment.ts'
import type { Closing } from './fields-closing.ts'
import type { Handling } from './fields-handling.ts'
import type { Regime, RegimeRow } from './fields-regimes.ts'
import type { measureFields, RedactionReason, Report } from './fields-report.ts'

/** draft: with the reporter. received: nobody has taken it. open: being handled. proposed: the decider has it. closed. */
export const statuses = ['draft', 'received', 'open', 'proposed', 'closed'] as const
export type Status = (typeof statuses)[number]

export const actions = [
  'submit',
  'take',
  'edit',
  'assess',
  'signOff',
  'decideBreach',
  'decideAuthority',
  'decideSubjects',
  'supplement',
  'setAware',
  'triage',
  'ask',
  'meet',
  'redact',
  'proposeClosing',
  'close',
  'returnToHandling',
  'reopen',
  'followUp',
  'carryOut',
  'merge',
  'unmerge',
  'answerRegime',
] as const
export type Action = (typeof actions)[number]

/** The parts people play in one case; the profile says which roles play them (permissions.ts). */
export const parts = [
  'reporter',
  'handler',
  'assessor',
  'decider',
  'coSigner',
  'sender',
  'drafter',
  'signer',
  'closer',
  'leader',
  'asked',
  'responsible',
] as const
export type Part = (typeof parts)[number]

export const channels = ['form', 'quick', 'open', 'oral', 'sms', 'telephone', 'email', 'ownInitiative', 'imported'] as const
export type Channel = (typeof channels)[number]

export type AuthorityTrack = 'undecided' | 'owed' | 'notOwed' | 'preliminary' | 'notified' | 'withdrawn'
export type SubjectsTrack = 'undecided' | 'owed' | 'notOwed' | 'informed'

export type Tick = { readonly criterion: Criterion; readonly by: string; readonly at: Date }
export type Measure = { readonly id: string } & Values<typeof measureFields>
export type Inquiry = {
  readonly id: string
  readonly toReporter: boolean
  /** To somebody without an account, by a link that is sent to them. */
  readonly outside: boolean
  readonly personId: string | null
  readonly resourceRole: string | null
  readonly question: string
  readonly askedBy: string
  readonly askedAt: Date
  readonly dueAt: Date | null
  readonly answer: string | null
  readonly answeredAt: Date | null
}
/**
 * What an answer rests on: the names of other answers, and what they said when it was given. An answer is held against the names it
 * kept, so that a question which is asked later makes none of the old ones fall. Codes, numbers and fingerprints; nothing that
 * somebody wrote.
 */
export type Rests = Readonly<Record<string, string>>

export type SignOff = {
  readonly restsOn: Rests | null
  /** When what was signed was changed; null: it stands. */
  readonly fellAt: Date | null
  readonly role: string
  readonly by: string
  readonly at: Date
  readonly extent: string
  readonly severity: string
  readonly measures: string
  readonly notify: 'yes' | 'no'
  readonly notifyReason: string
  readonly enough: 'yes' | 'no'
  readonly enoughReason: string
}
export type Decision = {
  readonly id: string
  readonly kind: DecisionKind
  /** 'fell': what the decision before it rested on was changed by this person's deed, and somebody must decide again (rests.ts). */
  readonly outcome: string
  readonly reason: string | null
  readonly ground: Ground | null
  readonly by: string
  readonly at: Date
  /** What the case said when it was decided; where it fell, what the case says instead. Null: decided before this was kept. */
  readonly restsOn: Rests | null
}
export type DecisionKind = 'breach' | 'authority' | 'subjects' | 'triage' | 'closing' | 'reopening'

/** Answers that fall when what they rest on is changed. */
export type Fallen = 'breach' | 'assessment' | 'signOff' | 'authority' | 'subjects' | 'triage'

/** What the case that goes on said before another was merged into it, and what it was given: so that it can be undone. */
export type MergeUndo = {
  readonly status: 'received' | 'open'
  readonly before: MergedTimes
  readonly given: MergedTimes
}
/** In words that can be kept: instants as ISO 8601. */
export type MergedTimes = {
  readonly discoveredAt: string | null
  readonly awareAt: string | null
  readonly awareBy: string | null
  readonly awareReason: string | null
  readonly urgent: boolean
}

export type Deviation = {
  readonly id: string
  readonly organisationId: string
  readonly version: number
  readonly status: Status
  /** The rules it began with: a later profile does not change a running case. */
  readonly profileVersion: number
  readonly year: number | null
  readonly number: number | null
  readonly language: 'nb' | 'nn'
  readonly channel: Channel
  readonly createdAt: Date
  readonly receivedAt: Date | null
  readonly urgent: boolean
  readonly awareAt: Date | null
  readonly awareBy: string | null
  readonly awareReason: string | null
  readonly extentConfirmedAt: Date | null
  /** 72 elapsed hours from the start of the clock (GDPR art. 33(1)); null in a case the clock does not run for. */
  readonly notifyBy: Date | null
  /** Nobody has said that personal data are affected, and nobody that they are not: the hours run to be on the safe side. */
  readonly notifyByAssumed: boolean
  /** The nearest that is due by other rules than the GDPR (regime-clock.ts). */
  readonly regimeDue: Date | null
  readonly authorityTrack: AuthorityTrack
  readonly authorityNotifiedAt: Date | null
  readonly subjectsTrack: SubjectsTrack
  readonly subjectsInformedAt: Date | null
  readonly queueRoles: readonly string[]
  readonly accessRoles: readonly string[]
  readonly accessPersons: readonly string[]
  readonly takenBy: string | null
  readonly takenAt: Date | null
  readonly triage: 'internal' | 'authority' | null
  readonly closedAt: Date | null
  /** Orders from Datatilsynet that are not followed yet (S4-159). */
  readonly openOrders: number
  readonly breach: 'yes' | 'no' | null
  /** About the same incident as another case, which goes on for both. */
  readonly mergedInto: string | null
  readonly mergedAt: Date | null
  readonly mergeUndo: MergeUndo | null
  readonly redactedFields: readonly string[]
  readonly report: Report
  readonly handling: Handling
  readonly assessment: AssessmentAnswers
  readonly assessedBy: string | null
  readonly assessedAt: Date | null
  /** What the finished assessment rests on, and what its reasons for the level answered. */
  readonly assessedOn: Rests | null
  readonly reasonFor: Rests | null
  readonly closing: Closing
  readonly documentedOn: Rests | null
  readonly memoOn: Rests | null
  readonly ticks: readonly Tick[]
  readonly signOffs: readonly SignOff[]
  readonly measures: readonly Measure[]
  readonly inquiries: readonly Inquiry[]
  readonly decisions: readonly Decision[]
  /** What else than the GDPR it must be told by. */
  readonly regimes: readonly RegimeRow[]
}

/** What people see: "2026-0017". A draft has none. */
export const reference = (deviation: { readonly year: number | null; readonly number: number | null }): string | null =>
  deviation.year === null || deviation.number === null ? null : `${deviation.year}-${String(deviation.number).padStart(4, '0')}`

/** What happens to a deviation. Names of fields and codes only: nothing that somebody wrote. */
export type DeviationEvent = Happening &
  (
    | {
        readonly type:
          | 'deviation.drafted'
          | 'deviation.discarded'
          | 'deviation.draftReminded'
          | 'deviation.taken'
          | 'deviation.leaderTold'
          | 'deviation.proposed'
          | 'deviation.internalHandedOver'
          | 'deviation.broughtIn'
          | 'deviation.takenBack'
          | 'deviation.mergedIn'
          | 'deviation.mergedAway'
          | 'deviation.unmerged'
          | 'deviation.mailCame'
      }
    | { readonly type: 'deviation.submitted'; readonly channel: Channel; readonly guard: Readonly<Record<string, number>> }
    | {
        readonly type: 'deviation.edited'
        readonly part: 'report' | 'handling' | 'closing' | 'measures'
        readonly fields: readonly string[]
      }
    /** By the reporter, to a report that is sent. */
    | { readonly type: 'deviation.supplemented'; readonly fields: readonly string[] }
    | { readonly type: 'deviation.assessed'; readonly level: Level | null; readonly suggested: Level; readonly fields: readonly string[] }
    | { readonly type: 'deviation.signedOff'; readonly role: string; readonly notify: string; readonly enough: string }
    | { readonly type: 'deviation.decided'; readonly kind: Decision['kind']; readonly outcome: string; readonly ground: Ground | null }
    | { readonly type: 'deviation.fell'; readonly what: Fallen; readonly because: readonly string[] }
    | { readonly type: 'deviation.readAgain'; readonly part: 'documentation' | 'memo' }
    | { readonly type: 'deviation.orders'; readonly open: number }
    | { readonly type: 'deviation.regimeSet'; readonly regime: Regime; readonly applies: 'yes' | 'no'; readonly fields: readonly string[] }
    | { readonly type: 'deviation.awareSet'; readonly at: string }
    | { readonly type: 'deviation.extentConfirmed'; readonly at: string }
    | { readonly type: 'deviation.triaged'; readonly triage: 'internal' | 'authority' }
    | { readonly type: 'deviation.asked' | 'deviation.answered'; readonly inquiry: string; readonly toReporter: boolean }
    | { readonly type: 'deviation.meetingCalled'; readonly people: number }
    | { readonly type: 'deviation.minutesKept'; readonly actions: number }
    | { readonly type: 'deviation.redacted'; readonly field: string; readonly why: RedactionReason }
    | { readonly type: 'deviation.closed' | 'deviation.returned' | 'deviation.reopened' | 'deviation.followedUp' }
    | { readonly type: 'deviation.authorityTrack'; readonly track: AuthorityTrack; readonly late: boolean }
    | { readonly type: 'deviation.subjectsTrack'; readonly track: SubjectsTrack }
    | {
        readonly type: 'deviation.viewed' | 'deviation.reporterOpened' | 'deviation.documentMade'
        readonly what?: string
      }
    | { readonly type: 'deviation.listed'; readonly filters: readonly string[]; readonly hits: number; readonly more: boolean }
    | {
        readonly type: 'deviation.exported'
        readonly filters: readonly string[]
        readonly columns: readonly string[]
        readonly rows: number
      }
    | {
        readonly type: 'deviation.figuresTaken'
        readonly form: string
        readonly filters: readonly string[]
        /** Small figures were hidden, since others are to read them. */
        readonly forOthers: boolean
      }
  )
