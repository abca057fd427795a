import type { LocalDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { texts } from '../texts.ts'

type Props = { readonly doneOn: LocalDate | null; readonly dueOn: LocalDate | null; readonly today: LocalDate; readonly locale: Locale }

/** Whether what was to be done is done, late or under way. */
export function MeasureState({ doneOn, dueOn, today, locale }: Props) {
  const t = texts(locale).measureState
  if (doneOn !== null)
    return (
      <StatusTag tone="success" done>
        {t.done(formatDate(doneOn, locale))}
      </StatusTag>
    )
  return dueOn !== null && dueOn < today ? <StatusTag tone="danger">{t.late}</StatusTag> : <StatusTag tone="info">{t.open}</StatusTag>
}
