import { type Form as Posted, type Problem, writtenIn } from '../../../kernel/fields.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../ui/button.tsx'
import { Conflict } from '../../../ui/conflict.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { errorItems, type Options, RecordForm } from '../../../ui/record-form.tsx'
import { systemFields } from '../fields.ts'
import type { System, SystemValues } from '../system.ts'
import type { Texts } from '../texts.nb.ts'
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
  readonly raw?: Posted
  readonly problems?: readonly Problem[]
  readonly refusal?: keyof Texts['refusals']
  /** What another editor has saved meanwhile, beside what was written here. */
  readonly standing?: System
}

export const EditSystem = ({ title, id, back, version, values, options, locale, raw, problems = [], refusal, standing }: EditProps) => {
  const t = texts(locale)
  return (
    <>
      <ErrorSummary errors={errorItems(problems, t.fields, locale)} locale={locale} />
      <PageHeading title={title} />
      {refusal && problems.length === 0 && (
        <Notice tone="warning" locale={locale} live>
          {t.refusals[refusal]}
        </Notice>
      )}
      {standing && (
        <Conflict
          fields={systemFields}
          texts={t.fields}
          now={standing.values}
          yours={writtenIn(systemFields, raw ?? {})}
          options={options}
          locale={locale}
        />
      )}
      <Form version={version} hidden={{ id }}>
        <RecordForm
          fields={systemFields}
          texts={t.fields}
          values={values}
          raw={raw}
          problems={problems}
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
