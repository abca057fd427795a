import { formatDate } from '../../../../kernel/calendar/words.ts'
import { type Form as Posted, parse } from '../../../../kernel/fields.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { Button } from '../../../../ui/button.tsx'
import { BothVersions } from '../../../../ui/conflict.tsx'
import { FieldGroup, Radios, Select, TextInput } from '../../../../ui/field.tsx'
import { type Fault, problemText } from '../../../../ui/record-form.tsx'
import { ReferenceField } from '../../../../ui/reference-field.tsx'
import { SummaryList } from '../../../../ui/summary-list.tsx'
import { uiTexts } from '../../../../ui/texts.ts'
import { titleOf } from '../../../people/public.ts'
import type { Measure } from '../../deviation.ts'
import { measureFields, measureRoles } from '../../fields-report.ts'
import type { Profile } from '../../profile.ts'
import { isGiven } from '../../responsible.ts'
import { measureName, measureRows, mostMeasures, rowsShown } from '../measures.ts'
import { type MetRows, rowMarks, rowsName } from '../measures-merge.ts'
import type { MeasureOffers } from '../queries-measures.ts'
import { texts } from '../texts.ts'

type RowsProps = {
  readonly measures: readonly Measure[]
  readonly rows: number
  readonly locale: Locale
  readonly raw?: Posted | undefined
  readonly problems?: readonly Fault[] | undefined
  /** The organisation's own words for the roles. */
  readonly profile: Profile
  /** Whom each row may be given to by name; absent where only a role is asked (S1-43). */
  readonly offers?: MeasureOffers | undefined
}

/** The list of measures as rows to fill in (S1-40): those there are, and always an empty one. */
export const MeasureRows = ({ measures, rows, ...rest }: RowsProps) => {
  const words = texts(rest.locale).form
  const shown = rowsShown(measures, rows)
  return (
    <>
      <p>{words.measureHint}</p>
      <input type="hidden" name={rowsName} value={rowMarks(measures, rest.offers !== undefined)} />
      {Array.from({ length: shown }, (_, row) => (
        <MeasureRow key={measureName(row, 'id')} row={row} measure={measureAt(row, measures, rest.raw)} {...rest} />
      ))}
      {shown < mostMeasures && (
        <div>
          <Button variant="secondary" icon="plus" name="videre" value="flere">
            {words.moreMeasures}
          </Button>
        </div>
      )}
    </>
  )
}

/** Rows that came back from the browser are in its order: another may have added or removed one. */
const measureAt = (row: number, measures: readonly Measure[], raw: Posted | undefined): Measure | undefined => {
  const id = raw && measureRows(raw) > 0 ? raw[measureName(row, 'id')] : measures[row]?.id
  return measures.find((one) => one.id === id)
}

type RowProps = Omit<RowsProps, 'measures' | 'rows'> & { readonly row: number; readonly measure: Measure | undefined }

const MeasureRow = ({ row, measure, locale, raw, problems, profile, offers }: RowProps) => {
  const words = texts(locale)
  const offered = offers?.[measureName(row, 'responsiblePerson')]
  const common = (part: keyof typeof measureFields) => {
    const name = measureName(row, part)
    const written = raw ? raw[name] : measure?.[part]
    const problem = problems?.find((one) => one.field === name)
    const { label, hint } = words.measures[part] as { readonly label: string; readonly hint?: string }
    const error = problem && problemText(problem, label, locale)
    return { name, label, hint, error, value: typeof written === 'string' ? written : '' }
  }
  const choices = (part: 'purpose' | 'state') =>
    measureFields[part].of.map((value) => ({
      value,
      label: (words.measures[part].choices as Readonly<Record<string, string>>)[value] ?? value,
    }))
  return (
    <FieldGroup title={words.form.measure(row + 1)}>
      {measure && <input type="hidden" name={measureName(row, 'id')} value={measure.id} />}
      <TextInput {...common('what')} rows={2} guard max={measureFields.what.max} />
      <Select {...common('purpose')} options={choices('purpose')} empty={measure?.purpose ? false : uiTexts(locale).chooseOne} />
      <Radios {...common('state')} options={choices('state')} inline takenBack={locale} />
      <Select
        {...common('responsibleRole')}
        hint={
          measure && !isGiven(measure) && measure.responsible
            ? words.form.writtenBefore(measure.responsible)
            : common('responsibleRole').hint
        }
        options={measureRoles.map((value) => ({ value, label: titleOf(profile, value, locale) }))}
        empty={uiTexts(locale).chooseOne}
      />
      {offered && <ReferenceField {...common('responsiblePerson')} offered={offered} optional={locale} locale={locale} />}
      <div className="v-row">
        <TextInput {...common('dueOn')} type="date" />
        <TextInput {...common('doneOn')} type="date" />
      </div>
      {offered && <TextInput {...common('evidence')} rows={2} guard max={measureFields.evidence.max} />}
    </FieldGroup>
  )
}

type BothProps = Pick<RowsProps, 'profile' | 'locale'> & { readonly both: MetRows['both']; readonly form: Posted }

/** The rows that two have changed, each in another way: what stands beside what was written. */
export function BothRows({ both, form, profile, locale }: BothProps) {
  const words = texts(locale)
  const said = (measure: Measure) => (
    <>
      {measure.what}
      <br />
      {detailsOf(measure, profile, locale)}
    </>
  )
  const yours = (row: number) => {
    const answers = Object.fromEntries(Object.keys(measureFields).map((part) => [part, form[measureName(row, part as 'what')]]))
    const { values } = parse(measureFields, answers)
    return values.what === null ? words.form.removed : said({ ...values, id: '', state: values.state ?? 'planned' })
  }
  const rows = both.map(({ row, stands }) => ({
    question: words.form.measure(row + 1),
    now: stands ? said(stands) : words.form.removed,
    yours: yours(row),
  }))
  return <BothVersions rows={rows} locale={locale} />
}

/** The measures, read. */
export const MeasureList = ({ measures, profile, locale }: Pick<RowsProps, 'measures' | 'profile' | 'locale'>) => {
  const words = texts(locale)
  if (measures.length === 0) return <p>{words.check.noMeasures}</p>
  return (
    <SummaryList
      locale={locale}
      items={measures.map((measure, row) => ({
        label: words.form.measure(row + 1),
        value: (
          <>
            {measure.what}
            <br />
            {detailsOf(measure, profile, locale)}
          </>
        ),
      }))}
    />
  )
}

/** Who does a measure, in words: the role, and the name for those who may read it; else as it was written before. */
export function whoDoes(measure: Measure, profile: Profile, locale: Locale, names?: ReadonlyMap<string, string>): string | null {
  const { responsibleRole, responsiblePerson, responsible } = measure
  const name = responsiblePerson && names?.get(responsiblePerson)
  const role = responsibleRole && titleOf(profile, responsibleRole, locale)
  if (!responsiblePerson) return role ?? responsible
  return [name, role ?? (name ? null : titleOf(profile, 'employee', locale))].filter(Boolean).join(', ')
}

const detailsOf = (measure: Measure, profile: Profile, locale: Locale): string => {
  const { purpose, state, responsible, dueOn, doneOn, evidence } = texts(locale).measures
  const who = whoDoes(measure, profile, locale)
  const dated = (label: string, date: string | null) => date && `${label}: ${formatDate(date, locale)}`
  return [
    measure.purpose ? purpose.choices[measure.purpose] : texts(locale).form.noPurpose,
    measure.state && state.choices[measure.state],
    who && `${responsible.label}: ${who}`,
    dated(dueOn.label, measure.dueOn),
    dated(doneOn.label, measure.doneOn),
    measure.evidence && `${evidence.label}: ${measure.evidence}`,
  ]
    .filter(Boolean)
    .join(' · ')
}
