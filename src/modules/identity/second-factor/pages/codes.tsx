import type { Locale } from '../../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../../ui/button.tsx'
import { type ErrorItem, ErrorSummary } from '../../../../ui/error-summary.tsx'
import { TextInput } from '../../../../ui/field.tsx'
import { Form } from '../../../../ui/form.tsx'
import { PageHeading, Stack } from '../../../../ui/page.tsx'
import { Section } from '../../../../ui/section.tsx'
import { texts } from '../../texts.ts'

type Props = {
  readonly action: string
  readonly sealed: string
  readonly codes: readonly string[]
  readonly errors?: readonly ErrorItem[] | undefined
  readonly locale: Locale
}

/** New recovery codes in the place of the old: they hold when their person has shown who they are. */
export function CodesPage({ action, sealed, codes, errors = [], locale }: Props) {
  const t = texts(locale).factor
  return (
    <Stack gap="lg">
      <ErrorSummary errors={errors} locale={locale} />
      <PageHeading title={t.newCodes} lead={t.newCodesLead} />
      <Form action={action} unsaved={false} hidden={{ begynt: sealed }}>
        <RecoveryCodes codes={codes} locale={locale} />
        <ProofFields hint={t.codeOrRecovery} errors={errors} locale={locale} />
        <Actions>
          <Button>{t.renew}</Button>
          <LinkButton href="/min-side" variant="tertiary">
            {texts(locale).me.title}
          </LinkButton>
        </Actions>
      </Form>
    </Stack>
  )
}

export const RecoveryCodes = ({ codes, locale }: Pick<Props, 'codes' | 'locale'>) => (
  <Section title={texts(locale).factor.recovery} locale={locale}>
    <p>{texts(locale).factor.recoveryHint}</p>
    <ul>
      {codes.map((code) => (
        <li key={code}>
          <code>{code}</code>
        </li>
      ))}
    </ul>
  </Section>
)

/** What shows who somebody is: the code of the app and the password. `hint`: which codes are taken; null where no code is on. */
export function ProofFields({
  hint,
  errors,
  locale,
}: {
  readonly hint: string | null
  readonly errors: readonly ErrorItem[]
  readonly locale: Locale
}) {
  const { factor, password } = texts(locale)
  const error = (name: string) => errors.find(({ href }) => href === `#${name}`)?.text
  return (
    <>
      {hint !== null && <TextInput name="code" label={factor.code} hint={hint} error={error('code')} autoComplete="one-time-code" />}
      <TextInput name="password" type="password" label={password.current} error={error('password')} autoComplete="current-password" />
    </>
  )
}
