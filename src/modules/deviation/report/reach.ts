import { formatInstant } from '../../../kernel/calendar/words.ts'
import type { Fields, Values } from '../../../kernel/fields.ts'
import type { Kept, Removal } from '../../../kernel/removal.ts'
import type { Locale } from '../../../kernel/texts.ts'
import type { Deviation } from '../deviation.ts'
import { assessmentFields } from '../fields-assessment.ts'
import { closingFields } from '../fields-closing.ts'
import { handlingFields } from '../fields-handling.ts'
import { regimeFields } from '../fields-regimes.ts'
import { measureFields, reportFields } from '../fields-report.ts'
import { texts } from './texts.ts'

/** The case without what was removed, in every text of it that may change (S1-42). Parts that held none of it are the same objects. */
export const withoutRemoved = (deviation: Deviation, remove: Removal): Deviation => ({
  ...deviation,
  report: inTexts(reportFields, deviation.report, remove),
  handling: inTexts(handlingFields, deviation.handling, remove),
  assessment: inTexts(assessmentFields, deviation.assessment, remove),
  closing: inTexts(closingFields, deviation.closing, remove),
  measures: each(deviation.measures, (measure) => inTexts(measureFields, measure, remove)),
  regimes: each(deviation.regimes, (regime) => inTexts(regimeFields, regime, remove)),
  inquiries: each(deviation.inquiries, (inquiry) => {
    const question = remove(inquiry.question)
    const answer = inquiry.answer === null ? null : remove(inquiry.answer)
    return question === inquiry.question && answer === inquiry.answer ? inquiry : { ...inquiry, question, answer }
  }),
})

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
