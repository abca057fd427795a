import type { ComponentChildren } from 'preact'
import { foldOf } from '../kernel/calendar/calendar.ts'
import type { Fields, FieldTexts, Follows, Form, Problem, Values } from '../kernel/fields.ts'
import { written as asWritten, openedName, openedOf } from '../kernel/merge.ts'
import type { Offers, OffersByName, ReferenceNames } from '../kernel/reference.ts'
import type { Locale } from '../kernel/texts.ts'
import type { ErrorItem } from './error-summary.tsx'
import { Checkboxes, FieldGroup, type Option, Radios, Select, TextInput } from './field.tsx'
import { GuardTexts } from './guard-notice.tsx'
import { ReferenceField, ReferencesField } from './reference-field.tsx'
import { fill, uiTexts } from './texts.ts'

type FieldText = {
  readonly label: string
  readonly hint?: string
  readonly choices?: Readonly<Record<string, string>>
  readonly choiceHints?: Readonly<Record<string, string>>
}

/** What is wrong with an answer: a code that every form has words for, or words of the page's own. `href`: where it is mended, if not here. */
export type Fault = Problem | { readonly field: string; readonly text: string; readonly href?: string | null }
export type Labels = { readonly [name: string]: { readonly label: string } | undefined }

/** What the references of a form or a view may be and are: a page with references cannot be drawn without it. */
export type Referring<F extends Fields> = [ReferenceNames<F>] extends [never]
  ? { readonly offers?: undefined }
  : { readonly offers: Offers<F> }
/** As the components read it. */
export type AnyOffers = { readonly offers?: OffersByName | undefined }

export type RecordFormProps<F extends Fields> = Referring<F> & FormProps<F>
type FormProps<F extends Fields> = {
  readonly fields: F
  readonly texts: FieldTexts<F>
  readonly values: Values<F>
  /** What was posted, after an error: shown instead of the values, so nothing that was written is lost. */
  readonly raw?: Form | undefined
  readonly problems?: readonly Fault[] | undefined
  readonly locale: Locale
  /** Which questions are shown, in which order; all of them, as declared, where absent. A rule decides. */
  readonly shown?: readonly (keyof F & string)[] | undefined
  /** Headings of the groups that the fields name. */
  readonly groups?: Readonly<Record<string, string>> | undefined
  /** Questions that come when one choice of another is chosen: they stand below it. */
  readonly follows?: Follows<F> | undefined
}

/** One definition, two faces: this form and `RecordView` can never drift apart. Place it inside a `Form`. */
export const RecordForm = <F extends Fields>(props: RecordFormProps<F>) => <FormOfAny {...(props as FormProps<F> & AnyOffers)} />

/** For a page that draws the forms of several records. */
export function FormOfAny<F extends Fields>(props: FormProps<F> & AnyOffers) {
  const names = props.shown ?? Object.keys(props.fields)
  const questions = inGroups(props.fields, names).map(([group, members]) => {
    const inputs = members
      .filter((name) => !members.includes(props.follows?.[name]?.from ?? ''))
      .map((name) => <FieldOfAny key={name} {...props} name={name} below={following(props, members, name)} />)
    const title = group && props.groups?.[group]
    return title ? (
      <FieldGroup key={group} title={title}>
        {inputs}
      </FieldGroup>
    ) : (
      inputs
    )
  })
  return (
    <>
      <Opened {...props} shown={names} />
      {questions}
      {names.some((name) => guarded(props.fields[name])) && <GuardTexts locale={props.locale} />}
    </>
  )
}

/** What stands below the choices of a question. */
function following<F extends Fields>(props: FormProps<F> & AnyOffers, members: readonly string[], name: string) {
  const below = Object.entries<{ readonly from: string; readonly when: string } | undefined>(props.follows ?? {}).flatMap(
    ([after, rule]) =>
      rule?.from === name && members.includes(after) ? [[rule.when, <FieldOfAny key={after} {...props} name={after} />] as const] : [],
  )
  return below.length > 0 ? Object.fromEntries(below) : undefined
}

/** The guard reads along: a form that asks such a question brings its words, or the guard would say nothing. */
const guarded = (field: Fields[string] | undefined): boolean => field?.kind === 'text' && field.guard === true

/** What the questions of a form held when it was opened, so that two who edit at once lose nothing (kernel/merge.ts). In every form that edits. */
export const Opened = <F extends Fields>({
  fields,
  values,
  raw,
  shown,
}: Pick<FormProps<F>, 'fields' | 'raw'> & {
  readonly values: Partial<Values<F>>
  readonly shown?: readonly string[] | undefined
}) => {
  const kept = raw?.[openedName]
  return <input type="hidden" name={openedName} value={typeof kept === 'string' ? kept : openedOf(fields, values, shown)} />
}

type FieldProps<F extends Fields> = FormProps<F> & {
  readonly name: keyof F & string
  /** What stands below one of the choices, and is seen when it is chosen. */
  readonly below?: Readonly<Record<string, ComponentChildren>> | undefined
}

/** One question of a form, where a page lays the questions out by itself. */
export const RecordField = <F extends Fields>(props: FieldProps<F> & Referring<F>) => (
  <FieldOfAny {...(props as FieldProps<F> & AnyOffers)} />
)

function FieldOfAny<F extends Fields>(props: FieldProps<F> & AnyOffers) {
  const { fields, name, locale } = props
  const field = fields[name]
  if (!field) return null
  const text = props.texts[name] as FieldText
  const problem = props.problems?.find((one) => one.field === name)
  const common = {
    name,
    label: text.label,
    hint: text.hint,
    error: problem && problemText(problem, text.label, locale),
    optional: field.required ? undefined : locale,
    sometimes: field.sometimes,
  }
  const written = props.raw ? props.raw[name] : asWritten(field, props.values[name])
  const value = typeof written === 'string' ? written : (written?.[0] ?? '')
  const choices = (of: readonly string[]): Option[] =>
    of.map((choice) => {
      const hint = text.choiceHints?.[choice]
      return { value: choice, label: text.choices?.[choice] ?? choice, below: props.below?.[choice], ...(hint ? { hint } : {}) }
    })

  switch (field.kind) {
    case 'text':
      return <TextInput {...common} value={value} guard={field.guard ?? false} max={field.max} {...(field.long ? { rows: 5 } : {})} />
    case 'whole':
      return <TextInput {...common} value={value} numeric size={12} />
    case 'date':
      return <TextInput {...common} value={value} type="date" />
    case 'instant':
      return (
        <>
          <TextInput {...common} value={value} type="datetime-local" />
          <Fold {...props} twice={problem !== undefined && 'code' in problem && problem.code === 'timeIsTwice'} />
        </>
      )
    case 'choice':
      return field.of.length <= 6 || props.below ? (
        <Radios {...common} value={value} options={choices(field.of)} inline={isShort(choices(field.of))} />
      ) : (
        <Select {...common} value={value} options={choices(field.of)} empty={uiTexts(locale).chooseOne} />
      )
    case 'choices':
      return (
        <Checkboxes
          {...common}
          values={typeof written === 'string' ? [written] : (written ?? [])}
          options={choices(field.of)}
          columns={isLong(choices(field.of))}
        />
      )
    case 'references': {
      const offered = props.offers?.[name]
      const values = typeof written === 'string' ? [written] : (written ?? [])
      return offered ? <ReferencesField {...common} values={values} offered={offered} locale={locale} /> : null
    }
    case 'reference': {
      const offered = props.offers?.[name]
      return offered ? <ReferenceField {...common} value={value} offered={offered} locale={locale} /> : null
    }
  }
}

/** Few and short answers stand side by side: yes, no, unsure. */
const isShort = (options: readonly Option[]): boolean =>
  options.length <= 4 && options.every(({ label, below }) => label.length <= 14 && !below)

/** Many answers that are mostly short stand in two columns. */
const isLong = (options: readonly Option[]): boolean =>
  options.length >= 10 && options.filter(({ label }) => label.length > 36).length * 4 < options.length

/** The words for a problem: what to do, with the question's own label in it. */
export const problemText = (problem: Fault, label: string, locale: Locale): string =>
  'text' in problem
    ? problem.text
    : fill(problem.code === 'missing' && label.endsWith('?') ? uiTexts(locale).unanswered : uiTexts(locale).problems[problem.code], {
        label,
        limit: problem.limit ?? '',
        length: problem.length ?? '',
        line: problem.line ?? '',
        around: problem.around ?? '',
        year: problem.year ?? '',
        meant: problem.meant ?? '',
      })

/** The problems as links for an `ErrorSummary`. */
export const errorItems = (problems: readonly Fault[], labels: Labels, locale: Locale): readonly ErrorItem[] =>
  problems.map((problem) => ({
    href: ('href' in problem && problem.href) || `#${problem.field}`,
    text: problemText(problem, labels[problem.field]?.label ?? problem.field, locale),
  }))

/** The hour that comes twice each October: the form says which of the two it holds, or it could never be sent again. */
function Fold<F extends Fields>({ name, locale, values, raw, twice }: FormProps<F> & { readonly name: string; readonly twice: boolean }) {
  const value: unknown = values[name]
  const written = raw?.[`${name}.fold`]
  const chosen = raw
    ? typeof written === 'string'
      ? written
      : undefined
    : value instanceof Date
      ? (foldOf(value) ?? undefined)
      : undefined
  if (!twice && !chosen) return null
  const { legend, first, second } = uiTexts(locale).fold
  const options = [
    { value: 'first', label: first },
    { value: 'second', label: second },
  ]
  return <Radios name={`${name}.fold`} label={legend} value={chosen} options={options} />
}

function inGroups(fields: Fields, names: readonly string[]): readonly (readonly [string, readonly string[]])[] {
  const groups = new Map<string, string[]>()
  for (const name of names) {
    const group = fields[name]?.group ?? ''
    groups.set(group, [...(groups.get(group) ?? []), name])
  }
  return [...groups]
}
