import { formatInstant } from '../../../../kernel/calendar/words.ts'
import type { OffersByName } from '../../../../kernel/reference.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { Actions, LinkButton, PostButton } from '../../../../ui/button.tsx'
import { TextInput } from '../../../../ui/field.tsx'
import { FormFrame } from '../../../../ui/form-frame.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHeading, Stack, TextLink } from '../../../../ui/page.tsx'
import { RecordForm } from '../../../../ui/record-form.tsx'
import { type After, errorAt } from '../../../../ui/refused.ts'
import { Section } from '../../../../ui/section.tsx'
import { SummaryList } from '../../../../ui/summary-list.tsx'
import { fill } from '../../../../ui/texts.ts'
import { editFields, passwordFields, providerFields } from '../fields.ts'
import type { PasswordRule, Provider, ProviderValues } from '../provider.ts'
import { openIdTexts } from '../texts.ts'

export const waysAt = '/innloggingsmater'

type WaysProps = {
  readonly providers: readonly Provider[]
  readonly rule: PasswordRule
  /** Who keeps the password, when all others have none. */
  readonly emergency: string | null
  /** Where people sign in. */
  readonly address: string
  readonly locale: Locale
}

/** How people sign in here: by which providers, and who with a password. */
export function WaysPage({ providers, rule, emergency, address, locale }: WaysProps) {
  const t = openIdTexts(locale)
  return (
    <Stack gap="lg">
      <PageHeading
        title={t.title}
        lead={t.lead}
        actions={
          <LinkButton href={`${waysAt}/ny`} icon="plus">
            {t.add}
          </LinkButton>
        }
      />
      {providers.length === 0 && <p>{t.none}</p>}
      {providers.length > 0 && (
        <SummaryList
          locale={locale}
          items={[
            { label: t.address, value: <code>{address}</code> },
            ...providers.map(({ id, values }) => ({
              label: values.name ?? '',
              value: `${values.issuer} · ${values.active === 'yes' ? t.inUse : t.notInUse}`,
              change: { href: `${waysAt}/${id}` },
            })),
          ]}
        />
      )}
      <Section title={t.passwords.title} locale={locale}>
        <SummaryList
          locale={locale}
          items={[
            {
              label: t.passwords.fields.passwords.label,
              value: t.passwords.fields.passwords.choices[rule.values.passwords ?? 'everyone'],
              change: { href: `${waysAt}/passord` },
            },
            ...(emergency === null ? [] : [{ label: t.passwords.fields.emergency.label, value: emergency }]),
          ]}
        />
      </Section>
    </Stack>
  )
}

/** What the page of the settings says of it. */
export function WaysPanel({ providers, rule, locale }: Pick<WaysProps, 'providers' | 'rule' | 'locale'>) {
  const t = openIdTexts(locale)
  const active = providers.filter(({ values }) => values.active === 'yes').map(({ values }) => values.name)
  const passwords =
    rule.values.passwords === 'emergency' ? t.panel.emergencyOnly : active.length > 0 ? t.panel.passwordsToo : t.panel.passwordsOnly
  return (
    <Section title={t.panel.title} locale={locale} id="innloggingsmater">
      {active.length > 0 && <p>{active.join(', ')}</p>}
      <p>{passwords}</p>
      <p>
        <TextLink href={waysAt}>{t.panel.change}</TextLink>
      </p>
    </Section>
  )
}

export function NewProviderPage({
  id,
  values,
  locale,
  ...after
}: After & { readonly id: string; readonly values: ProviderValues; readonly locale: Locale }) {
  const t = openIdTexts(locale)
  return (
    <FormFrame title={t.provider.newTitle} action={waysAt} hidden={{ id }} back={waysAt} locale={locale} {...after}>
      <RecordForm
        fields={providerFields}
        texts={t.provider.fields}
        values={values}
        raw={after.refused?.raw}
        problems={after.refused?.problems}
        locale={locale}
      />
    </FormFrame>
  )
}

type ProviderProps = After & {
  readonly provider: Provider
  readonly addresses: {
    readonly answersTo: string
    readonly afterLeaving: string
    readonly backChannel: string
    readonly frontChannel: string
  }
  /** Whether whoever runs the installation has given the secret. */
  readonly isGiven: boolean
  readonly locale: Locale
}

/** One provider: what to register there, its secret, and its questions. */
export function ProviderPage({ provider: { id, version, values, secretAt }, addresses, isGiven, locale, ...after }: ProviderProps) {
  const t = openIdTexts(locale)
  const p = t.provider
  const at = `${waysAt}/${id}`
  const code = (text: string) => <code>{text}</code>
  const secret = secretAt ? fill(p.secretSealed, { date: formatInstant(secretAt, locale) }) : p.secretNone
  return (
    <Stack gap="lg">
      <FormFrame title={p.editTitle} kicker={values.name ?? ''} action={at} version={version} back={waysAt} locale={locale} {...after}>
        <RecordForm
          fields={editFields}
          texts={p.fields}
          values={values}
          raw={after.refused?.raw}
          problems={after.refused?.problems}
          locale={locale}
        />
      </FormFrame>
      <Section title={p.addresses} locale={locale}>
        <SummaryList
          locale={locale}
          items={[
            { label: p.fields.issuer.label, value: code(values.issuer ?? '') },
            { label: p.answersTo, value: code(addresses.answersTo) },
            { label: p.afterLeaving, value: code(addresses.afterLeaving) },
            { label: p.backChannel, value: code(addresses.backChannel) },
            { label: p.frontChannel, value: code(addresses.frontChannel) },
          ]}
        />
        <PostButton action={`${at}/forbindelse`} variant="secondary">
          {p.look}
        </PostButton>
      </Section>
      <Section title={p.secret} locale={locale}>
        <p>{isGiven ? p.secretGiven : secret}</p>
        <p className="v-soft">
          {p.secretOf} <code>{id}</code>
        </p>
        <Actions>
          <LinkButton href={`${at}/hemmelighet`} variant="secondary" icon="lock">
            {p.setSecret}
          </LinkButton>
        </Actions>
      </Section>
    </Stack>
  )
}

type SecretProps = After & { readonly id: string; readonly name: string; readonly locale: Locale }

/** Takes a secret. What was typed is never sent back. */
export function SecretPage({ id, name, locale, ...after }: SecretProps) {
  const t = openIdTexts(locale).provider
  const at = `${waysAt}/${id}`
  return (
    <FormFrame title={t.setSecret} kicker={name} action={`${at}/hemmelighet`} back={at} locale={locale} {...after}>
      <TextInput
        name="secret"
        type="password"
        label={t.secret}
        hint={t.secretHint}
        error={errorAt(after.refused, 'secret')}
        autoComplete="off"
      />
    </FormFrame>
  )
}

type PasswordProps = After & { readonly rule: PasswordRule; readonly offers: OffersByName; readonly locale: Locale }

export function PasswordRulePage({ rule, offers, locale, ...after }: PasswordProps) {
  const t = openIdTexts(locale).passwords
  return (
    <FormFrame title={t.heading} action={`${waysAt}/passord`} version={rule.version} back={waysAt} locale={locale} {...after}>
      <Notice locale={locale}>{t.follows}</Notice>
      <RecordForm
        fields={passwordFields}
        texts={t.fields}
        values={rule.values}
        raw={after.refused?.raw}
        problems={after.refused?.problems}
        offers={offers as never}
        locale={locale}
      />
    </FormFrame>
  )
}
