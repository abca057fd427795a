import { type LocalDate, localDate, parseDate, parseLocal } from './calendar/calendar.ts'
import { isId } from './ids.ts'
import { asMeant, asMeantOrLess, isSeen } from './written.ts'

/** A question, as data: kind, bounds, required or sometimes so, group. No conditions and no callbacks; which questions are shown is a rule. */
type Common = {
  readonly required?: true
  /** Other answers decide whether it must be answered (a rule does): it is not called optional, and its hint says when. */
  readonly sometimes?: true
  readonly group?: string
}
/** `guard`: the personal-data guard reads along (S1-42). */
export type TextField = Common & { readonly kind: 'text'; readonly max: number; readonly long?: true; readonly guard?: true }
/** `unit`: what is counted, where people write it behind the number: «24 timer» is 24. */
export type WholeField = Common & { readonly kind: 'whole'; readonly min: number; readonly max: number; readonly unit?: Unit }
export type Unit = keyof typeof unitWords
export type InstantField = Common & { readonly kind: 'instant' }
/** `past`: the day something was done, held or seen, which has been (`daysAhead`). */
export type DateField = Common & { readonly kind: 'date'; readonly past?: true }
export type ChoiceField<C extends string> = Common & { readonly kind: 'choice'; readonly of: readonly C[] }
export type ChoicesField<C extends string> = Common & { readonly kind: 'choices'; readonly of: readonly C[] }
/** Points at another record; whose it is says `References` (reference.ts). */
export type ReferenceField = Common & { readonly kind: 'reference' }
/** Points at several records of one kind: what is chosen is a set, in no order. */
export type ReferencesField = Common & { readonly kind: 'references' }
type OneField = TextField | WholeField | InstantField | DateField | ChoiceField<string> | ReferenceField
type SeveralField = ChoicesField<string> | ReferencesField
export type Field = OneField | SeveralField
export type Fields = { readonly [name: string]: Field }

type ValueOf<F extends Field> =
  F extends ChoicesField<infer C>
    ? readonly C[]
    : F extends ReferencesField
      ? readonly string[]
      : F extends ChoiceField<infer C>
        ? C | null
        : F extends WholeField
          ? number | null
          : F extends InstantField
            ? Date | null
            : string | null
export type Values<F extends Fields> = { readonly [N in keyof F]: ValueOf<F[N]> }

type FieldText = { readonly label: string; readonly hint?: string }
export type FieldTexts<F extends Fields> = {
  readonly [N in keyof F]: F[N] extends ChoiceField<infer C> | ChoicesField<infer C>
    ? FieldText & {
        readonly choices: Readonly<Record<C, string>>
        /** What a choice covers, for whoever fills in the form. A document has the choice alone, so an example never becomes a statement. */
        readonly choiceHints?: Readonly<Partial<Record<C, string>>>
      }
    : FieldText
}

/** Why an answer could not be read. Words for each are in src/ui/texts: the kernel knows codes only. */
export const problemCodes = [
  'missing',
  'tooLong',
  'controlCharacters',
  'notWhole',
  'tooSmall',
  'tooLarge',
  'notInstant',
  'timeDoesNotExist',
  'timeIsTwice',
  'notDate',
  'yearOff',
  'notAChoice',
  'notARecord',
  'future',
  'dayAhead',
  'endsBeforeStart',
] as const
export type ProblemCode = (typeof problemCodes)[number]
export type Problem = {
  readonly field: string
  readonly code: ProblemCode
  readonly limit?: number
  readonly length?: number
  /** Where a hidden sign stands. */
  readonly line?: number
  readonly around?: string
  /** The year as written, and the one that is probably meant. */
  readonly year?: number
  readonly meant?: number
}

/** What a browser posted: one or many strings a name. */
export type Form = { readonly [name: string]: string | readonly string[] | undefined }

export type Parsed<F extends Fields> = { readonly values: Values<F>; readonly problems: readonly Problem[] }

/**
 * Reads what was posted. Anything may be empty (a draft may be), nothing may be of the wrong kind. An answer with a
 * problem becomes empty in `values`, and the page shows again what was written.
 */
export function parse<F extends Fields>(fields: F, form: Form): Parsed<F> {
  const problems: Problem[] = []
  const values: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(fields)) {
    const read = holdsSeveral(field) ? readSeveral(field, all(form[name])) : readOne(field, first(form[name]), first(form[`${name}.fold`]))
    values[name] = 'value' in read ? read.value : empty(field)
    if (!('value' in read)) problems.push({ field: name, ...read })
  }
  return { values: values as Values<F>, problems }
}

/** The values where every required question has its answer. */
export type Whole<F extends Fields> = {
  readonly [N in keyof F]: F[N] extends { readonly required: true } ? NonNullable<ValueOf<F[N]>> : ValueOf<F[N]>
}
export type ParsedWhole<F extends Fields> = { readonly ok: true; readonly values: Whole<F> } | ({ readonly ok: false } & Parsed<F>)

/** Reads what was posted where a draft is not enough: a required answer that is missing is a problem too. */
export function parseWhole<F extends Fields>(fields: F, form: Form): ParsedWhole<F> {
  const { values, problems } = parse(fields, form)
  const unread = problems.map((problem) => problem.field)
  const gaps = missing(fields, values).filter((field) => !unread.includes(field))
  const all: readonly Problem[] = [...problems, ...gaps.map((field) => ({ field, code: 'missing' as const }))]
  return all.length === 0 ? { ok: true, values: values as Whole<F> } : { ok: false, values, problems: all }
}

/** Nothing answered yet. "Unknown" is an answer; empty is not. */
export const emptyValues = <F extends Fields>(fields: F): Values<F> =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, empty(field)])) as Values<F>

/** Which required answers are still empty: names, never links; the page makes the link. */
export const missing = <F extends Fields>(fields: F, values: Values<F>): readonly (keyof F & string)[] =>
  names(fields).filter((name) => fields[name]?.required && isEmpty(values[name]))

/** Which days on which something was done have not come: what is planned is not done, and a year written wrong would hide that it is not. */
export const daysAhead = <F extends Fields>(fields: F, values: Partial<Values<F>>, today: LocalDate): readonly (keyof F & string)[] =>
  names(fields).filter((name) => {
    const field = fields[name]
    const day: unknown = values[name]
    return field?.kind === 'date' && field.past === true && typeof day === 'string' && day > today
  })

/** Which answers differ: the names for the log, in the order of the form. */
export const changed = <F extends Fields>(fields: F, before: Values<F>, after: Values<F>): readonly (keyof F & string)[] =>
  names(fields).filter((name) => !sameAnswer(before[name], after[name]))

/** Ticks and references that are the same say the same, in whatever order they were kept. */
export const sameAnswer = (before: unknown, after: unknown): boolean => written(before) === written(after)
const written = (answer: unknown): string => JSON.stringify(Array.isArray(answer) ? answer.toSorted() : answer)

export const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** Whether several answers may stand at once: its value is a list, empty where nothing is answered. */
export const holdsSeveral = (field: Field): field is SeveralField => field.kind === 'choices' || field.kind === 'references'

const names = <F extends Fields>(fields: F) => Object.keys(fields) as (keyof F & string)[]
const empty = (field: Field) => (holdsSeveral(field) ? [] : null)
const first = (raw: Form[string]): string => (typeof raw === 'string' ? raw : (raw?.[0] ?? ''))
const all = (raw: Form[string]): readonly string[] => (typeof raw === 'string' ? [raw] : (raw ?? [])).filter((one) => one !== '')

type Read = { readonly value: unknown } | Omit<Problem, 'field'>

function readSeveral(field: SeveralField, raw: readonly string[]): Read {
  if (field.kind === 'references') return raw.every(isId) ? { value: [...new Set(raw)].sort() } : { code: 'notARecord' }
  return raw.every((one) => field.of.includes(one)) ? { value: field.of.filter((choice) => raw.includes(choice)) } : { code: 'notAChoice' }
}

function readOne(field: OneField, raw: string, fold: string): Read {
  if (field.kind === 'text') return readText(field, raw)
  const text = asMeantOrLess(raw)
  if (text === '') return { value: null }
  switch (field.kind) {
    case 'whole':
      return readWhole(field, text)
    case 'instant':
      return readInstant(text, fold)
    case 'date': {
      const read = parseDate(text)
      return read.ok ? (yearOff(read.date) ?? { value: read.date }) : (yearOff(text) ?? { code: 'notDate' })
    }
    case 'choice':
      return field.of.includes(text) ? { value: text } : { code: 'notAChoice' }
    case 'reference':
      return isId(text) ? { value: text } : { code: 'notARecord' }
  }
}

function readText(field: TextField, raw: string): Read {
  const written = asMeant(raw)
  if (!written.ok) return { code: 'controlCharacters', ...written.hidden }
  const text = !isSeen(written.text) ? '' : field.long ? written.text : written.text.replace(/\s+/g, ' ')
  if (text.length > field.max) return { code: 'tooLong', limit: field.max, length: text.length }
  return { value: text === '' ? null : text }
}

/** The words behind a number that say no more than its question does. Of another unit they stay, and are refused: two days are not two hours. */
const unitWords = {
  minutes: /\s*(?:minutt(?:er)?|minutes?|min\.?)$/i,
  hours: /\s*(?:time[rn]?|timar|hours?|[th]\.?)$/i,
  days: /\s*(?:dag(?:er|ar)?|døgn|days?|d\.?)$/i,
  months: /\s*(?:måned(?:er)?|månad(?:er|ar)?|months?|mnd\.?)$/i,
  years: /\s*(?:år|years?)$/i,
} as const

function readWhole(field: WholeField, text: string): Read {
  const digits = (field.unit ? text.replace(unitWords[field.unit], '') : text).replace(/[\s\u00a0]/g, '')
  if (!/^-?\d{1,15}$/.test(digits)) return { code: 'notWhole' }
  const whole = Number(digits)
  if (whole < field.min) return { code: 'tooSmall', limit: field.min }
  return whole > field.max ? { code: 'tooLarge', limit: field.max } : { value: whole }
}

function readInstant(text: string, fold: string): Read {
  const read = parseLocal(text, fold === 'first' || fold === 'second' ? fold : undefined)
  if (read.ok) return yearOff(localDate(read.at)) ?? { value: read.at }
  if (read.why === 'range') return yearOff(text) ?? { code: 'notInstant' }
  return { code: read.why === 'gap' ? 'timeDoesNotExist' : read.why === 'ambiguous' ? 'timeIsTwice' : 'notInstant' }
}

/**
 * A year that is a century off is asked about: a date field makes 0026 of "26", and 1926 is one wrong key. Nothing that Varde keeps
 * happened before 1970 or is due after 2099.
 */
function yearOff(date: string): Read | null {
  const year = Number(/^(\d{4})-/.exec(date)?.[1] ?? Number.NaN)
  if (Number.isNaN(year) || (year >= 1970 && year <= 2099)) return null
  return { code: 'yearOff', year, meant: 2000 + (year % 100) }
}

/** Questions that are asked only because of what was answered to another: what else it is, where "other" was chosen. */
export type Follows<F extends Fields> = {
  readonly [N in keyof F & string]?: { readonly from: keyof F & string; readonly when: string }
}

/** Whether a question is asked of these answers; what was answered to it all the same is never hidden. */
export function isAsked<F extends Fields>(follows: Follows<F>, values: Values<F>, name: keyof F & string): boolean {
  const rule = follows[name]
  if (!rule || !isEmpty(values[name])) return true
  const said: unknown = values[rule.from]
  return Array.isArray(said) ? said.includes(rule.when) : said === rule.when
}
