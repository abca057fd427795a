import { formatInstant } from '../../../kernel/calendar/words.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Fields, Values } from '../../../kernel/fields.ts'
import type { Kept, Removal } from '../../../kernel/removal.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { assessmentFields } from '../assessment/fields.ts'
import { closingFields } from '../closing/fields.ts'
import type { Deviation } from '../deviation.ts'
import { handlingFields } from '../handling/fields.ts'
import { minutesFields } from '../meeting/fields.ts'
import { meetingsOf, rewriteMeeting } from '../meeting/store.ts'
import { measureFields, reportFields } from './fields.ts'
import { texts } from './texts.ts'

/** The case without what was removed, in every text of it that may change (S1-42). Parts that held none of it are the same objects. */
export const withoutRemoved = (deviation: Deviation, remove: Removal): Deviation => ({
  ...deviation,
  report: inTexts(reportFields, deviation.report, remove),
  handling: inTexts(handlingFields, deviation.handling, remove),
  assessment: inTexts(assessmentFields, deviation.assessment, remove),
  closing: inTexts(closingFields, deviation.closing, remove),
  measures: each(deviation.measures, (measure) => inTexts(measureFields, measure, remove)),
  inquiries: each(deviation.inquiries, (inquiry) => {
    const question = remove(inquiry.question)
    const answer = inquiry.answer === null ? null : remove(inquiry.answer)
    return question === inquiry.question && answer === inquiry.answer ? inquiry : { ...inquiry, question, answer }
  }),
})

/** The meetings of the case too, until their minutes are written; then what stands, and who has it. */
export async function removeFromMeetings(ctx: Ctx, caseId: string, remove: Removal, locale: Locale): Promise<readonly Kept[]> {
  const words = texts(locale).redaction
  const kept: Kept[] = []
  for (const meeting of await meetingsOf(ctx, caseId)) {
    const { place, agenda, others } = meeting
    const called = { place: place && remove(place), agenda: agenda && remove(agenda), others: others && remove(others) }
    const minutes = Object.keys(minutesFields).map((name) => meeting[name as keyof typeof minutesFields])
    const inMinutes = minutes.some((text) => typeof text === 'string' && remove(text) !== text)
    const inCall = called.place !== place || called.agenda !== agenda || called.others !== others
    if (!inMinutes && !inCall) continue
    if (meeting.minutesAt) kept.push({ what: words.keptMinutes(formatInstant(meeting.at, locale)), holder: words.keptInCase })
    else await rewriteMeeting(ctx, meeting.id, called)
  }
  return kept
}

/** What is signed or decided in the case holds it still: that cannot be changed without becoming another's word. */
export function keptInCase({ decisions, signOffs, awareReason }: Deviation, remove: Removal, locale: Locale): readonly Kept[] {
  const words = texts(locale).redaction
  const holds = (text: string | null) => text !== null && remove(text) !== text
  return [
    ...decisions
      .filter(({ reason }) => holds(reason))
      .map(({ at }) => ({ what: words.keptDecision(formatInstant(at, locale)), holder: words.keptInCase })),
    ...signOffs
      .filter((one) => [one.extent, one.severity, one.measures, one.notifyReason, one.enoughReason].some(holds))
      .map(({ at }) => ({ what: words.keptSignOff(formatInstant(at, locale)), holder: words.keptInCase })),
    ...(holds(awareReason) ? [{ what: words.keptAware, holder: words.keptInCase }] : []),
  ]
}

function each<T>(list: readonly T[], change: (one: T) => T): readonly T[] {
  const next = list.map(change)
  return next.every((one, i) => one === list[i]) ? list : next
}

function inTexts<F extends Fields, V extends Values<F>>(fields: F, values: V, remove: Removal): V {
  let next = values
  for (const [name, field] of Object.entries(fields)) {
    const written = values[name as keyof V]
    if (field.kind !== 'text' || typeof written !== 'string') continue
    const rest = remove(written)
    if (rest !== written) next = { ...next, [name]: rest }
  }
  return next
}
