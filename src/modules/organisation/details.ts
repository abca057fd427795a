import type { Versioned } from '../../kernel/deed.ts'
import { emptyValues, type Values } from '../../kernel/fields.ts'
import type { Locale } from '../../kernel/texts.ts'
import { detailsFields } from './fields.ts'
import { texts } from './texts.ts'

export type Details = Values<typeof detailsFields>
/** The id is the organisation's own: there is one of them. */
export type DetailsRecord = Versioned & { readonly values: Details }

export const noDetails: Details = emptyValues(detailsFields)

/** "974760673" → "974 760 673", as the register writes it. */
export const shownNumber = (number: string): string => number.replace(/^(\d{3})(\d{3})(\d{3})$/, '$1\u00a0$2\u00a0$3')

/** What stands under the name at the top of a letter. Empty where nothing is known. */
export function letterheadOf({ number, address, telephone, email }: Details, language: Locale): readonly string[] {
  const t = texts(language).letterhead
  return [number && t.number(shownNumber(number)), address?.split('\n').join(', '), telephone && t.telephone(telephone), email].filter(
    (line): line is string => Boolean(line),
  )
}

/** What a letter should say of its sender and does not. */
export const missingDetails = (details: Details): readonly (keyof Details)[] =>
  (['number', 'address', 'telephone'] as const).filter((name) => details[name] === null)
