import { counted, formatDate, formatInstant } from '../kernel/calendar/words.ts'
import type { Field, Fields, FieldTexts, Follows, Values } from '../kernel/fields.ts'
import { isAsked, isEmpty } from '../kernel/fields.ts'
import type { Offered } from '../kernel/reference.ts'
import type { Locale } from '../kernel/texts.ts'
import { Details } from './details.tsx'
import { showWhole } from './format.ts'
import type { AnyOffers, Referring } from './record-form.tsx'
import { nameIn } from './reference-field.tsx'
import { SummaryList } from './summary-list.tsx'
import { uiTexts } from './texts.ts'

type FieldText = { readonly label: string; readonly choices?: Readonly<Record<string, string>> }

export type RecordViewProps<F extends Fields> = Referring<F> & ViewProps<F>
type ViewProps<F extends Fields> = {
  readonly fields: F
  readonly texts: FieldTexts<F>
  readonly values: Values<F>
  readonly locale: Locale
  readonly shown?: readonly (keyof F & string)[] | undefined
  /** Questions whose answer is needed now and is not there. */
  readonly missing?: readonly string[] | undefined
  /** Where one answer is changed; null: not by this reader. */
  readonly changeHref?: ((name: string) => string | null) | undefined
  readonly narrow?: boolean
  /** What nobody has answered lies in one fold after the answers. */
  readonly folded?: boolean
  /** Questions that only one choice of another asks: not shown where it was not chosen. */
  readonly follows?: Follows<F> | undefined
  /** What it means that nothing is answered: no last day is no end. */
  readonly unsaid?: { readonly [N in keyof F & string]?: string } | undefined
}

/** The answers of a record under their labels. */
export const RecordView = <F extends Fields>(props: RecordViewProps<F>) => <ViewOfAny {...(props as ViewProps<F> & AnyOffers)} />

/** For a page that draws records of several kinds. */
export function ViewOfAny<F extends Fields>(props: ViewProps<F> & AnyOffers) {
  const { fields, texts, values, locale, shown, missing = [], changeHref, narrow, offers, folded, follows = {}, unsaid = {} } = props
  const asked = (shown ?? Object.keys(fields)).filter((name) => isAsked(follows, values, name))
  const items = asked.map((name) => {
    const field = fields[name] as Field
    const text = texts[name] as FieldText
    const href = changeHref?.(name)
    return {
      label: text.label,
      value: showCounted(field, values[name], text, locale, offers?.[name]) ?? (unsaid as Readonly<Record<string, string>>)[name] ?? null,
      missing: missing.includes(name),
      text: field.kind === 'text' && field.long === true,
      change: href ? { href } : undefined,
    }
  })
  const shape = { locale, ...(narrow ? { narrow } : {}) }
  const open = folded ? items.filter(({ value, missing }) => value === null && !missing) : []
  const said = items.filter((item) => !open.includes(item))
  if (open.length === 0) return <SummaryList items={items} {...shape} />
  return (
    <>
      {said.length > 0 && <SummaryList items={said} {...shape} />}
      <Details summary={`${uiTexts(locale).notAnswered} (${open.length})`} wide>
        <SummaryList items={open} {...shape} />
      </Details>
    </>
  )
}

/** As `showValue`, with what is counted behind the number: alone under its question, «30» says neither days nor hours. */
function showCounted(field: Field, value: unknown, text: FieldText, locale: Locale, offered?: Offered) {
  return field.kind === 'whole' && field.unit !== undefined && typeof value === 'number'
    ? counted(value, field.unit, locale)
    : showValue(field, value, text, locale, offered)
}

/** One answer as words, or null where there is none. */
export function showValue(field: Field, value: unknown, text: FieldText, locale: Locale, offered?: Offered) {
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
    case 'choices':
    case 'references': {
      const chosen = namesOf(field, value as readonly string[], text, locale, offered)
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
      return nameIn(offered, String(value), locale) ?? uiTexts(locale).find.noLonger
    case 'text':
      return String(value)
  }
}

/** One answer for a file of data: a number as it is, all else in the words of the page. */
export function plainValue(field: Field, value: unknown, text: FieldText, locale: Locale, offered?: Offered): string | number | null {
  if (isEmpty(value)) return null
  if (field.kind === 'whole') return Number(value)
  if (field.kind === 'choices' || field.kind === 'references')
    return namesOf(field, value as readonly string[], text, locale, offered).join(', ')
  const shown = showValue(field, value, text, locale, offered)
  return typeof shown === 'string' ? shown : null
}

/** Several answers in words: choices in the order of the question, records by their names. */
function namesOf(field: Field, chosen: readonly string[], text: FieldText, locale: Locale, offered?: Offered): readonly string[] {
  if (field.kind === 'choices') return chosen.map((one) => text.choices?.[one] ?? one)
  return chosen.map((id) => nameIn(offered, id, locale) ?? uiTexts(locale).find.noLonger).sort(inWords)
}
const inWords = new Intl.Collator('nb', { numeric: true }).compare
