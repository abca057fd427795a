import { formatDate } from '../../../../kernel/calendar/words.ts'
import type { Form as Posted } from '../../../../kernel/fields.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { Button } from '../../../../ui/button.tsx'
import { FieldGroup, Radios, Select, TextInput } from '../../../../ui/field.tsx'
import { type Fault, problemText } from '../../../../ui/record-form.tsx'
import { SummaryList } from '../../../../ui/summary-list.tsx'
import type { Measure } from '../../deviation.ts'
import { measureFields } from '../fields.ts'
import { measureName, mostMeasures } from '../measures.ts'
import { texts } from '../texts.ts'

type RowsProps = {
  readonly measures: readonly Measure[]
  readonly rows: number
  readonly locale: Locale
  readonly raw?: Posted | undefined
  readonly problems?: readonly Fault[] | undefined
}

/** The list of measures as rows to fill in (S1-40): those there are, and always an empty one. */
export const MeasureRows = ({ measures, rows, ...rest }: RowsProps) => {
  const words = texts(rest.locale).form
  const shown = Math.min(mostMeasures, Math.max(rows, measures.length + 1))
  return (
    <>
      <p>{words.measureHint}</p>
      {Array.from({ length: shown }, (_, row) => (
        <MeasureRow key={measureName(row, 'id')} row={row} measure={measures[row]} {...rest} />
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

type RowProps = Omit<RowsProps, 'measures' | 'rows'> & { readonly row: number; readonly measure: Measure | undefined }

const MeasureRow = ({ row, measure, locale, raw, problems }: RowProps) => {
  const words = texts(locale)
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
      <Select {...common('purpose')} options={choices('purpose')} empty={measure?.purpose ? false : '–'} />
      <Radios {...common('state')} options={choices('state')} inline />
      <TextInput {...common('responsible')} guard max={measureFields.responsible.max} />
      <div className="v-row">
        <TextInput {...common('dueOn')} type="date" />
        <TextInput {...common('doneOn')} type="date" />
      </div>
    </FieldGroup>
  )
}

/** The measures, read. */
export const MeasureList = ({ measures, locale }: { readonly measures: readonly Measure[]; readonly locale: Locale }) => {
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
            {detailsOf(measure, locale)}
          </>
        ),
      }))}
    />
  )
}

const detailsOf = (measure: Measure, locale: Locale): string => {
  const { purpose, state, responsible, dueOn, doneOn } = texts(locale).measures
  const dated = (label: string, date: string | null) => date && `${label}: ${formatDate(date, locale)}`
  return [
    measure.purpose ? purpose.choices[measure.purpose] : texts(locale).form.noPurpose,
    measure.state && state.choices[measure.state],
    measure.responsible && `${responsible.label}: ${measure.responsible}`,
    dated(dueOn.label, measure.dueOn),
    dated(doneOn.label, measure.doneOn),
  ]
    .filter(Boolean)
    .join(' · ')
}
