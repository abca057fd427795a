import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { texts } from '../texts.ts'
import type { LineState, PlanLine } from '../training.ts'

const tones = { met: 'success', renew: 'warning', missing: 'info', late: 'danger' } as const

export const StateTag = ({ state, locale }: { readonly state: LineState; readonly locale: Locale }) => (
  <StatusTag tone={tones[state]} done={state === 'met'}>
    {texts(locale).own.states[state]}
  </StatusTag>
)

/** When it was met, how long that holds, or when it is due. */
export function dayOf({ doneOn, until, dueOn }: PlanLine, state: LineState, locale: Locale): string | null {
  const { own: t } = texts(locale)
  if (state === 'renew' && until !== null) return t.until(formatDate(until, locale))
  if (state === 'met' && doneOn !== null) return t.metOn(formatDate(doneOn, locale))
  return dueOn === null ? null : t.due(formatDate(dueOn, locale))
}
