import type { Fields } from '../../kernel/fields.ts'
import type { Locale } from '../../kernel/texts.ts'
import { errorItems } from '../../ui/record-form.tsx'
import { fill, uiTexts } from '../../ui/texts.ts'
import type { Reason } from './cells.ts'
import type { Importable } from './importable.ts'
import { importTexts } from './texts.ts'

/** Why a row was refused, in words: those of the import, of the register, and of every form. */
export function reasonText(register: Importable, { why, field = '', text = '', row, problem }: Reason, locale: Locale): string {
  const texts = register.texts(locale)
  const label = texts.fields[field]?.label ?? ''
  if (problem) return errorItems([problem], { [field]: { label } }, locale)[0]?.text ?? ''
  const { reasons } = importTexts(locale)
  const words =
    (label !== '' && reasons[why]) || texts.refusals[why] || reasons[why] || uiTexts(locale).refusals[why as 'stale'] || reasons.other
  return fill(words ?? '', { label, text, row: row ?? '' })
}

/** The label of a question, for a sentence or the head of a column. */
export const labelIn = (register: Importable, field: keyof Fields & string, locale: Locale): string =>
  register.texts(locale).fields[field]?.label ?? field
