import type { LocalDate } from '../../../kernel/calendar/calendar.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { StatusTag } from '../../../ui/status-tag.tsx'
import type { Employment } from '../employment.ts'
import { workStateOf } from '../rules.ts'
import { texts } from '../texts.ts'

const tones = { coming: 'info', working: 'success', leaving: 'warning', left: 'neutral' } as const

export const WorkTag = ({
  employment,
  today,
  locale,
}: {
  readonly employment: Employment
  readonly today: LocalDate
  readonly locale: Locale
}) => {
  const state = workStateOf(employment, today)
  return (
    <StatusTag tone={tones[state]} done={state === 'left'}>
      {texts(locale).states[state]}
    </StatusTag>
  )
}
