import type { Fields, FieldTexts, Values } from '../../../../kernel/fields.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../../ui/button.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHeading, TextLink } from '../../../../ui/page.tsx'
import { RecordForm } from '../../../../ui/record-form.tsx'
import type { After } from '../../../../ui/refused.ts'
import { settingTexts } from '../texts.ts'

type Props = After & {
  readonly title: string
  readonly action: string
  readonly back: string
  readonly version: number
  readonly follows: string | undefined
  /** The days that changes of this errand are planned for. */
  readonly planned: readonly string[]
  readonly fields: Fields
  readonly labels: FieldTexts<Fields>
  readonly values: Values<Fields>
  readonly locale: Locale
}

/** One errand of the settings, to write. */
export function SettingPage({ title, action, back, version, fields, labels, values, follows, planned, refused, conflict, locale }: Props) {
  const t = settingTexts(locale)
  return (
    <>
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading title={title} lead={t.lead} />
      {follows && (
        <Notice tone="info" title={t.follows} locale={locale}>
          {follows}
        </Notice>
      )}
      {planned.length > 0 && (
        <Notice tone="warning" title={t.planned.title} locale={locale}>
          <ul>
            {planned.map((day) => (
              <li key={day}>{t.planned.holds(day)}</li>
            ))}
          </ul>
          <p>
            <TextLink href={`${back}/versjoner`}>{t.versions.title}</TextLink>
          </p>
        </Notice>
      )}
      {conflict}
      <Form action={action} version={version}>
        <RecordForm fields={fields} texts={labels} values={values} raw={refused?.raw} problems={refused?.problems} locale={locale} />
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
