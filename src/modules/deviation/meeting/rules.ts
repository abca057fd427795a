import { change, refuse } from '../../../kernel/change.ts'
import { isEmpty, type Values } from '../../../kernel/fields.ts'
import type { Deviation, Measure } from '../deviation.ts'
import { type By, type DeviationOutcome, gate } from '../rules.ts'
import type { Meeting, meetingFields, minutesFields, Participant } from './fields.ts'

export type Called = Values<typeof meetingFields> & { readonly participants: readonly Participant[] }

/** A meeting needs a time, and somebody to meet: people here, or others in words. */
export function callMeeting(deviation: Deviation, called: Called, by: By): DeviationOutcome {
  const refusal = gate(deviation, 'meet', by)
  if (refusal) return refusal
  const empty = [...(called.at ? [] : ['at']), ...(called.participants.length > 0 || !isEmpty(called.others) ? [] : ['participants'])]
  if (empty.length > 0) return refuse('incomplete', empty)
  return change(deviation, { type: 'deviation.meetingCalled', people: called.participants.length })
}

/** What was said and decided. What is to be done joins the case's list of actions; minutes are kept once. */
export function keepMinutes(
  deviation: Deviation,
  meeting: Meeting,
  minutes: Values<typeof minutesFields>,
  actions: readonly Measure[],
  by: By,
): DeviationOutcome {
  const refusal = gate(deviation, 'meet', by)
  if (refusal) return refusal
  if (meeting.minutesAt !== null) return refuse(meeting.minutes === minutes.minutes ? 'nothingChanged' : 'notNow')
  if (isEmpty(minutes.minutes)) return refuse('incomplete', ['minutes'])
  const measures = actions.length > 0 ? [...deviation.measures, ...actions] : deviation.measures
  return change({ ...deviation, measures }, { type: 'deviation.minutesKept', actions: actions.length })
}

/** Whoever is called reads the invitation; nothing else of the case follows from it. */
export const isCalled = (meeting: Pick<Meeting, 'participants'>, personId: string): boolean =>
  meeting.participants.some(({ person }) => person === personId)
