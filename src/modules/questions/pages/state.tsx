import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate, formatShort } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { StatusTag } from '../../../ui/status-tag.tsx'
import type { Question } from '../question.ts'
import { type State, stateOf } from '../rules.ts'
import { texts } from '../texts.ts'

const tones = { waiting: 'warning', answered: 'success', closed: 'neutral' } as const satisfies Record<State, string>
export const StateTag = ({ question, locale }: { readonly question: Question; readonly locale: Locale }) => (
  <StatusTag tone={tones[stateOf(question)]}>{texts(locale).status[stateOf(question)]}</StatusTag>
)

const shortest = 80
/** The first words of a question, where it stands in a list. */
export const shortened = (text: string) => (text.length > shortest ? `${text.slice(0, shortest).trimEnd()} …` : text)

/** Of somebody without an account only the day is kept. */
export const sentAt = ({ askedAt, askedBy }: Question['values'], locale: Locale): string =>
  askedAt === null ? '' : askedBy === null ? formatDate(localDate(askedAt), locale) : formatShort(askedAt, locale)
