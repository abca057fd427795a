import { formatInstant } from '../../../../kernel/calendar/words.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../../ui/button.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { TextInput } from '../../../../ui/field.tsx'
import { Form } from '../../../../ui/form.tsx'
import { PageHeading, Stack } from '../../../../ui/page.tsx'
import { Section } from '../../../../ui/section.tsx'
import { fill } from '../../../../ui/texts.ts'
import { texts } from '../../texts.ts'

export const factorAt = '/min-side/engangskode'

type Props = {
  readonly on: { readonly since: Date; readonly codes: number } | null
  readonly begun: { readonly sealed: string; readonly secret: string; readonly picture: string; readonly codes: readonly string[] } | null
  readonly error?: string | undefined
  readonly locale: Locale
}

/** A code from an app beside the password: set up, or taken away. */
export function FactorPage({ on, begun, error, locale }: Props) {
  const t = texts(locale).factor
  const field = <TextInput name="code" label={t.code} error={error} autoComplete="one-time-code" />
  return (
    <Stack gap="lg">
      <ErrorSummary errors={error ? [{ href: '#code', text: error }] : []} locale={locale} />
      <PageHeading title={t.title} lead={t.lead} />
      {on && (
        <Form action={`${factorAt}/av`} unsaved={false}>
          <p>{fill(t.isOn, { date: formatInstant(on.since, locale), codes: on.codes })}</p>
          {field}
          <Actions>
            <Button variant="danger">{t.off}</Button>
            <LinkButton href="/min-side" variant="tertiary">
              {texts(locale).me.title}
            </LinkButton>
          </Actions>
        </Form>
      )}
      {begun && (
        <Form action={factorAt} unsaved={false} hidden={{ begynt: begun.sealed }}>
          <Section title={t.scan} locale={locale} plain>
            <p>{t.scanHint}</p>
            <p>
              <img src={begun.picture} alt={t.scan} />
            </p>
            <p>
              {t.byHand} <code>{begun.secret}</code>
            </p>
          </Section>
          <Section title={t.recovery} locale={locale}>
            <p>{t.recoveryHint}</p>
            <ul>
              {begun.codes.map((code) => (
                <li key={code}>
                  <code>{code}</code>
                </li>
              ))}
            </ul>
          </Section>
          {field}
          <Actions>
            <Button>{t.on}</Button>
            <LinkButton href="/min-side" variant="tertiary">
              {texts(locale).me.title}
            </LinkButton>
          </Actions>
        </Form>
      )}
    </Stack>
  )
}
