import { change, refuse } from '../../../kernel/change.ts'
import { changed, missing } from '../../../kernel/fields.ts'
import type { Profile } from '../../organisation/public.ts'
import { jointAssessment } from '../assessment/joint.ts'
import { clockRuns } from '../clock.ts'
import type { Deviation } from '../deviation.ts'
import { type By, type DeviationOutcome, decisionOf, gate } from '../rules.ts'
import { type Closing, closingFields, documentationFields, lessonFields, memoFields } from './fields.ts'

/** What stands between a case and its closing. Each has a name, so the page can say it and link to where it is mended. */
export type ClosingGap =
  | { readonly code: 'documentation' | 'lessons' | 'memo'; readonly fields: readonly string[] }
  | {
      readonly code: 'breachUndecided' | 'notAssessed' | 'authorityOpen' | 'subjectsOpen' | 'signOffs' | 'measuresNotEnough' | 'notProposed'
      readonly fields: readonly string[]
    }

/** The checks of closing, in the order of the work. `proposing`: what a proposal needs; the proposal itself is not among it. */
export function closingGaps(deviation: Deviation, profile: Profile, proposing = false): readonly ClosingGap[] {
  const { closing, authorityTrack, subjectsTrack } = deviation
  const running = clockRuns(deviation)
  const joint = jointAssessment(profile.assessment.jointly, deviation.signOffs)
  const gaps: ClosingGap[] = []
  const add = (code: ClosingGap['code'], when: boolean, fields: readonly string[] = []) => when && gaps.push({ code, fields })
  const documentation = missing(documentationFields, closing)
  const lessons = missing(lessonFields, closing)
  const memo = missing(memoFields, closing)

  add('breachUndecided', deviation.breach === null && deviation.report.personalData !== 'no')
  if (running) {
    add('notAssessed', deviation.assessedAt === null)
    add('signOffs', joint !== null && !joint.done)
    add('measuresNotEnough', joint?.done === true && !joint.mayProposeClosing)
    add('authorityOpen', ['undecided', 'owed', 'preliminary'].includes(authorityTrack))
    add('subjectsOpen', ['undecided', 'owed'].includes(subjectsTrack))
    // 33(5): each and every breach, the small ones too (S3-06, S3-07).
    add('documentation', documentation.length > 0, documentation)
  }
  add('lessons', lessons.length > 0, lessons)
  if (memoNeeded(deviation, profile)) {
    add('memo', memo.length > 0, memo)
    add('notProposed', !proposing && deviation.status !== 'proposed')
  }
  return gaps
}

/** The memo goes to whoever decides the closing (S4-147, S4-148); what is no breach needs none. */
export const memoNeeded = (deviation: Deviation, profile: Profile): boolean => profile.closing.memo === 'required' && clockRuns(deviation)

export function editClosing(deviation: Deviation, closing: Closing, by: By): DeviationOutcome {
  const leaderMay = by.parts.has('leader') && by.parts.has('closer') && deviation.status === 'open'
  const refusal = leaderMay ? null : gate(deviation, 'edit', by)
  if (refusal) return refusal
  const fields = changed(closingFields, deviation.closing, closing)
  return fields.length === 0
    ? refuse('nothingChanged')
    : change({ ...deviation, closing }, { type: 'deviation.edited', part: 'closing', fields })
}

/** Sends the case, with its memo, to whoever decides (S4-147). */
export function proposeClosing(deviation: Deviation, by: By): DeviationOutcome {
  const refusal = gate(deviation, 'proposeClosing', by)
  if (refusal) return refusal
  const gaps = closingGaps(deviation, by.profile, true)
  return gaps.length > 0 ? gapRefusal(gaps) : change({ ...deviation, status: 'proposed' }, { type: 'deviation.proposed' })
}

/** Closes, when nothing stands in the way (S1-49, S3-06, S4-148). An internal deviation is closed by its leader (S3-14). */
export function close(deviation: Deviation, reason: string | null, by: By): DeviationOutcome {
  const refusal = gate(deviation, 'close', by)
  if (refusal) return refusal
  if (deviation.triage === 'authority' && !by.profile.closing.deciders.some((role) => by.actor.roles.includes(role)))
    return refuse('notAllowed')
  const gaps = closingGaps(deviation, by.profile)
  if (gaps.length > 0) return gapRefusal(gaps)
  const decisions = [...deviation.decisions, decisionOf('closing', 'close', reason, null, by)]
  return change({ ...deviation, status: 'closed', closedAt: by.now, decisions }, { type: 'deviation.closed' })
}

/** "No" sends the case back, with the reason (S4-148). */
export function returnToHandling(deviation: Deviation, reason: string | null, by: By): DeviationOutcome {
  const refusal = gate(deviation, 'returnToHandling', by, reason)
  if (refusal) return refusal
  const decisions = [...deviation.decisions, decisionOf('closing', 'notClose', reason, null, by)]
  return change({ ...deviation, status: 'open', decisions }, { type: 'deviation.returned' })
}

export function reopen(deviation: Deviation, reason: string | null, by: By): DeviationOutcome {
  const refusal = gate(deviation, 'reopen', by, reason)
  if (refusal) return refusal
  const decisions = [...deviation.decisions, decisionOf('reopening', 'reopen', reason, null, by)]
  return change({ ...deviation, status: 'open', closedAt: null, decisions }, { type: 'deviation.reopened' })
}

const gapRefusal = (gaps: readonly ClosingGap[]) =>
  refuse(
    'incomplete',
    gaps.flatMap((gap) => (gap.fields.length > 0 ? gap.fields : [gap.code])),
  )
