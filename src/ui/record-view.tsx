import { formatDate, formatInstant } from '../kernel/calendar/words.ts'
import type { Field, Fields, FieldTexts, Values } from '../kernel/fields.ts'
import { isEmpty } from '../kernel/fields.ts'
import type { Locale } from '../kernel/texts.ts'
import { showWhole } from './format.ts'
import type { Options } from './record-form.tsx'
import { SummaryList } from './summary-list.tsx'

type FieldText = { readonly label: string; readonly choices?: Readonly<Record<string, string>> }

export type RecordViewProps<F extends Fields> = {
  readonly fields: F
  readonly texts: FieldTexts<F>
  readonly values: Values<F>
  readonly locale: Locale
  readonly options?: Options | undefined
  readonly shown?: readonly (keyof F & string)[] | undefined
  /** Questions whose answer is needed now and is not there. */
  readonly missing?: readonly string[] | undefined
  /** Where one answer is changed; null: not by this reader. */
  readonly changeHref?: ((name: string) => string | null) | undefined
  readonly narrow?: boolean
}

/** The answers of a record under their labels. */
export function RecordView<F extends Fields>({
  fields,
  texts,
  values,
  locale,
  options,
  shown,
  missing = [],
  changeHref,
  narrow,
}: RecordViewProps<F>) {
  const items = (shown ?? Object.keys(fields)).map((name) => {
    const field = fields[name] as Field
    const text = texts[name] as FieldText
    const href = changeHref?.(name)
    return {
      label: text.label,
      value: showValue(field, values[name], text, locale, options?.[name]),
      missing: missing.includes(name),
      text: field.kind === 'text' && field.long === true,
      change: href ? { href } : undefined,
    }
  })
  return <SummaryList items={items} locale={locale} {...(narrow ? { narrow } : {})} />
}

/** One answer as words, or null where there is none. */
export function showValue(field: Field, value: unknown, text: FieldText, locale: Locale, options?: Options[string]) {
  if (isEmpty(value)) return null
  switch (field.kind) {
    case 'instant':
      return value instanceof Date ? formatInstant(value, locale) : null
    case 'date':
      return formatDate(String(value), locale)
    case 'whole':
      return showWhole(Number(value), locale)
    case 'choice':
      return text.choices?.[String(value)] ?? String(value)
    case 'choices': {
      const chosen = (value as readonly string[]).map((one) => text.choices?.[one] ?? one)
      if (chosen.length === 1) return chosen[0]
      return (
        <ul>
          {chosen.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )
    }
    case 'reference':
      // A list to choose from may be indented; an answer is not.
      return options?.find((option) => option.value === value)?.label.trim() ?? String(value)
    case 'text':
      return String(value)
  }
}
