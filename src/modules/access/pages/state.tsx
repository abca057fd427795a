import type { LocalDate } from '../../../kernel/calendar/calendar.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { StatusTag } from '../../../ui/status-tag.tsx'
import type { Access } from '../access.ts'
import { stateOf } from '../rules.ts'
import { texts } from '../texts.ts'

const tones = { planned: 'neutral', active: 'success', ended: 'danger', removed: 'neutral' } as const

type Props = { readonly access: Access; readonly today: LocalDate; readonly locale: Locale }

/** Where an access stands; that its removal is asked for is said before that it is in force. */
export function StateTag({ access, today, locale }: Props) {
  const t = texts(locale)
  const state = stateOf(access, today)
  if (state === 'active' && access.values.removalAskedAt !== null) return <StatusTag tone="warning">{t.removalAsked}</StatusTag>
  return (
    <StatusTag tone={tones[state]} done={state === 'removed'}>
      {t.states[state]}
    </StatusTag>
  )
}
