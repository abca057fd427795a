import { formatInstant } from '../../../../kernel/calendar/words.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../../ui/button.tsx'
import { type ErrorItem, ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form } from '../../../../ui/form.tsx'
import { PageHeading, Stack, TextLink } from '../../../../ui/page.tsx'
import { Section } from '../../../../ui/section.tsx'
import { fill } from '../../../../ui/texts.ts'
import { factorAt, passkeysAt } from '../../addresses.ts'
import { texts } from '../../texts.ts'
import { ProofFields, RecoveryCodes } from './codes.tsx'
import { PasskeyFirst, type Standing, WayOut } from './shut.tsx'

type Props = Standing & {
  readonly on: { readonly since: Date; readonly codes: number } | null
  readonly begun: {
    readonly sealed: string
    readonly secret: string
    readonly picture: string
    /** Opens the app, where this is read on the telephone itself. */
    readonly address: string
    readonly codes: readonly string[]
  } | null
  /** Whether passkeys can be made at this address at all. */
  readonly mayMakePasskey: boolean
  /** Where new recovery codes are. */
  readonly renew: string
  readonly errors?: readonly ErrorItem[] | undefined
  readonly locale: Locale
}

/** A code from an app beside the password: set up, or taken away. */
export function FactorPage({ on, begun, isShut, confined, to, mayMakePasskey, renew, errors = [], locale }: Props) {
  const t = texts(locale).factor
  return (
    <Stack gap="lg">
      <ErrorSummary errors={errors} locale={locale} />
      <PageHeading title={t.title} lead={t.lead} />
      {on && (
        <Form action={`${factorAt}/av`} unsaved={false}>
          <p>{fill(t.isOn, { date: formatInstant(on.since, locale), codes: on.codes })}</p>
          <ProofFields hint={t.codeOrRecovery} errors={errors} locale={locale} />
          <Actions>
            <Button variant="danger">{t.off}</Button>
            <LinkButton href={renew} variant="secondary">
              {t.newCodes}
            </LinkButton>
            <LinkButton href="/min-side" variant="tertiary">
              {texts(locale).me.title}
            </LinkButton>
          </Actions>
        </Form>
      )}
      {isShut && <PasskeyFirst to={to} locale={locale} />}
      {begun && !isShut && (
        <Form action={factorAt} unsaved={false} hidden={{ begynt: begun.sealed, til: to }}>
          {mayMakePasskey && (
            <p>
              <TextLink href={`${passkeysAt}?til=${encodeURIComponent(to)}`}>{texts(locale).passkey.instead}</TextLink>
            </p>
          )}
          <Section title={t.scan} locale={locale} plain>
            <p>{t.scanHint}</p>
            <p>
              <img src={begun.picture} alt={t.scan} />
            </p>
            <p>
              <TextLink href={begun.address}>{t.onTelephone}</TextLink>
            </p>
            <p>
              {t.byHand} <code>{begun.secret}</code>
            </p>
          </Section>
          <RecoveryCodes codes={begun.codes} locale={locale} />
          <Section title={t.confirm} locale={locale}>
            <ProofFields hint={t.codeHint} errors={errors} locale={locale} />
          </Section>
          <Actions>
            <Button>{t.on}</Button>
            {!confined && (
              <LinkButton href="/min-side" variant="tertiary">
                {texts(locale).me.title}
              </LinkButton>
            )}
          </Actions>
        </Form>
      )}
      {confined && <WayOut locale={locale} />}
    </Stack>
  )
}
