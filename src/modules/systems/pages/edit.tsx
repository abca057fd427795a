import { writtenIn } from '../../../kernel/fields.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../ui/button.tsx'
import { Conflict } from '../../../ui/conflict.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { type Options, RecordForm } from '../../../ui/record-form.tsx'
import type { Refused } from '../../../ui/refused.ts'
import { systemFields } from '../fields.ts'
import type { System, SystemValues } from '../system.ts'
import { texts } from '../texts.ts'

export type EditProps = {
  readonly title: string
  readonly id: string
  /** Where one goes who does not want to save. */
  readonly back: string
  readonly version: number | null
  readonly values: SystemValues
  readonly options: Options
  readonly locale: Locale
  readonly refused?: Refused
  /** What another editor has saved meanwhile, beside what was written here. */
  readonly standing?: System
}

export const EditSystem = ({ title, id, back, version, values, options, locale, refused, standing }: EditProps) => {
  const t = texts(locale)
  return (
    <>
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading title={title} />
      {standing && (
        <Conflict
          fields={systemFields}
          texts={t.fields}
          now={standing.values}
          yours={writtenIn(systemFields, refused?.raw ?? {})}
          options={options}
          locale={locale}
        />
      )}
      <Form version={version} hidden={{ id }}>
        <RecordForm
          fields={systemFields}
          texts={t.fields}
          values={values}
          raw={refused?.raw}
          problems={refused?.problems}
          options={options}
          locale={locale}
        />
        <Actions>
          <Button>{t.save}</Button>
          <LinkButton href={back} variant="tertiary">
            {t.cancel}
          </LinkButton>
        </Actions>
      </Form>
    </>
  )
}
