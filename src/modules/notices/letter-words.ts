import { type LocalDate, localDate } from '../../kernel/calendar/calendar.ts'
import { formatDate, formatInstant } from '../../kernel/calendar/words.ts'
import type { FieldTexts } from '../../kernel/fields.ts'
import { capital } from '../../kernel/texts.ts'
import type { messageFields } from './fields.ts'
import type { LetterLanguage } from './notice.ts'
import { texts } from './texts.ts'

/** The fixed words of a letter to those affected, in its own language. */
export type LetterWords = {
  readonly title: string
  readonly receiver: string
  readonly parts: FieldTexts<typeof messageFields>
  readonly onBehalf: (organisation: string) => string
  readonly signed: (at: Date) => string
  readonly day: (date: LocalDate) => string
  readonly weFound: (at: Date, organisation: string) => string
  readonly sorry: string
  readonly dpo: string
  readonly leader: string
  /** A last line under whom to ask; only where the letter has no other words of that kind. */
  readonly ask: string | null
}

export const letterWords = (language: LetterLanguage): LetterWords => {
  if (language === 'se') return northernSami
  const { document, draft, message } = texts(language)
  return {
    title: document.message,
    receiver: document.subject,
    parts: message,
    onBehalf: document.onBehalf,
    signed: (at) => document.signed(formatInstant(at, language)),
    day: (date) => formatDate(date, language),
    weFound: (at, organisation) => draft.weFound(capital(formatInstant(at, language).replace(/ (kl\.|at) .*$/, '')), organisation),
    sorry: draft.sorry,
    dpo: draft.dpo,
    leader: draft.leader,
    ask: null,
  }
}

/** Days are figures: a month has a case of its own in a sentence. */
const figures = (date: LocalDate): string => date.split('-').reverse().join('.')

/**
 * Few and short, in words of public texts in Northern Sámi: the privacy statements of the municipalities' own organisation KS
 * (persuvdnadieđut, persuvdnasuodjalusa ovddasteaddji, váldde oktavuođa minguin) and of Sámediggi, read 2026-11-30. No native speaker has read
 * them, which the page says; none of them tells what has happened, and that is written by whoever writes the letter.
 */
const northernSami: LetterWords = {
  title: 'Diehtu dutnje du persuvdnadieđuid birra',
  receiver: 'Dutnje geasa ášši guoská',
  parts: {
    whatHappened: { label: 'Mii lea dáhpáhuvvan' },
    consequences: { label: 'Vejolaš váikkuhusat dutnje' },
    measures: { label: 'Maid mii leat dahkan ja maid mii áigut dahkat' },
    advice: { label: 'Maid don sáhtát dahkat' },
    contacts: { label: 'Geainna sáhtát váldit oktavuođa' },
  },
  onBehalf: (organisation) => organisation,
  signed: (at) => `Vuolláičállojuvvon ${figures(localDate(at))}`,
  day: figures,
  weFound: (at, organisation) =>
    `${organisation}: Mii fuomášeimmet ášši ${figures(localDate(at))}. Ášši sáhttá guoskat du persuvdnadieđuide.`,
  sorry: 'Mii šállošit dán.',
  dpo: 'Persuvdnasuodjalusa ovddasteaddji (personvernombud)',
  leader: 'Jođiheaddji (leder)',
  ask: 'Jus dus leat gažaldagat, váldde oktavuođa minguin.',
}
