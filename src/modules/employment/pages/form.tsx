import type { Offers } from '../../../kernel/reference.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { FormFrame } from '../../../ui/form-frame.tsx'
import { RecordForm } from '../../../ui/record-form.tsx'
import type { After } from '../../../ui/refused.ts'
import type { EmploymentValues, Leaving, PositionChange, StepAnswer } from '../employment.ts'
import { changeFields, employmentFields, leaveFields, stepFields } from '../fields.ts'
import { texts } from '../texts.ts'

type FormProps = {
  readonly id: string
  readonly values: EmploymentValues
  /** Null: a new one. */
  readonly version: number | null
  readonly kicker?: string
  readonly offers: Offers<typeof employmentFields>
  readonly locale: Locale
} & After

export function EmploymentForm({ id, values, version, kicker, offers, locale, refused, conflict }: FormProps) {
  const t = texts(locale)
  const isNew = version === null
  return (
    <FormFrame
      title={isNew ? t.newTitle : t.editTitle}
      kicker={kicker}
      action={isNew ? '/ansettelser/nytt' : undefined}
      version={version}
      hidden={{ id }}
      save={isNew ? t.add : undefined}
      back={isNew ? '/ansettelser' : `/ansettelser/${id}`}
      {...{ refused, conflict, locale }}
    >
      <RecordForm
        fields={employmentFields}
        texts={t.fields}
        values={values}
        offers={offers}
        raw={refused?.raw}
        problems={refused?.problems}
        locale={locale}
      />
    </FormFrame>
  )
}

type ChangeProps = {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly values: PositionChange
  readonly locale: Locale
} & After

export function ChangeForm({ id, version, name, values, locale, refused, conflict }: ChangeProps) {
  const t = texts(locale).change
  return (
    <FormFrame
      title={t.title}
      kicker={name}
      lead={t.lead}
      version={version}
      save={t.button}
      back={`/ansettelser/${id}`}
      {...{ refused, conflict, locale }}
    >
      <RecordForm fields={changeFields} texts={t.fields} values={values} raw={refused?.raw} problems={refused?.problems} locale={locale} />
    </FormFrame>
  )
}

type LeaveProps = Omit<ChangeProps, 'values'> & { readonly values: Leaving }

/** That the person leaves: the last day, which the checklist, the accesses and the tasks follow. */
export function LeaveForm({ id, version, name, values, locale, refused, conflict }: LeaveProps) {
  const t = texts(locale).leave
  return (
    <FormFrame
      title={t.title}
      kicker={name}
      lead={t.lead}
      version={version}
      save={t.button}
      back={`/ansettelser/${id}`}
      {...{ refused, conflict, locale }}
    >
      <RecordForm fields={leaveFields} texts={t.fields} values={values} raw={refused?.raw} problems={refused?.problems} locale={locale} />
    </FormFrame>
  )
}

type StepProps = {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly values: StepAnswer
  readonly locale: Locale
} & After

/** One point: when it was done, and what shows it. */
export function StepForm({ id, name, title, values, locale, refused, conflict }: StepProps) {
  const t = texts(locale)
  return (
    <FormFrame title={title} kicker={name} save={t.register} back={`/ansettelser/${id}`} {...{ refused, conflict, locale }}>
      <RecordForm fields={stepFields} texts={t.answer} values={values} raw={refused?.raw} problems={refused?.problems} locale={locale} />
    </FormFrame>
  )
}
