import { formatInstant } from '../../../../kernel/calendar/words.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../../ui/button.tsx'
import { type ErrorItem, ErrorSummary } from '../../../../ui/error-summary.tsx'
import { TextInput } from '../../../../ui/field.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHeading, Stack, TextLink } from '../../../../ui/page.tsx'
import { Section } from '../../../../ui/section.tsx'
import { DataTable } from '../../../../ui/table.tsx'
import { fill } from '../../../../ui/texts.ts'
import { passkeysAt } from '../../addresses.ts'
import { ProofFields } from '../../second-factor/pages/codes.tsx'
import { PasskeyFirst, type Standing, WayOut } from '../../second-factor/pages/shut.tsx'
import { texts } from '../../texts.ts'
import type { Passkey } from '../queries.ts'
import { Answer } from './answer.tsx'

/** `written`: what the browser has answered already; kept on the page when something else was wrong, so that it is not made twice. */
export type Making = {
  readonly sealed: string
  readonly options: object
  readonly written?: string | undefined
  readonly name?: string | undefined
}

type Props = Standing & {
  readonly passkeys: readonly Passkey[]
  /** Null: no passkey can be made at this address. */
  readonly making: Making | null
  readonly asksCode: boolean
  readonly errors?: readonly ErrorItem[] | undefined
  readonly locale: Locale
}

/** One's own passkeys: what opens the account without a password. */
export function PasskeysPage({ passkeys, making, asksCode, isShut, confined, to, errors = [], locale }: Props) {
  const t = texts(locale).passkey
  return (
    <Stack gap="lg">
      <ErrorSummary errors={errors} locale={locale} />
      <PageHeading title={t.title} lead={t.lead} />
      {passkeys.length > 0 && (
        <DataTable<Passkey>
          caption={t.title}
          rows={passkeys}
          rowKey={({ id }) => id}
          columns={[
            { key: 'name', label: t.name, heading: true, cell: ({ id, name }) => <TextLink href={`${passkeysAt}/${id}`}>{name}</TextLink> },
            { key: 'made', label: t.made, figures: true, cell: ({ createdAt }) => formatInstant(createdAt, locale) },
            { key: 'used', label: t.used, figures: true, cell: ({ usedAt }) => (usedAt ? formatInstant(usedAt, locale) : t.never) },
            { key: 'kept', label: t.kept, cell: ({ synced }) => (synced ? t.synced : t.here) },
          ]}
        />
      )}
      {isShut && <PasskeyFirst to={to} locale={locale} />}
      {making && !isShut && (
        <Section title={t.add} locale={locale}>
          <noscript>
            <Notice tone="warning" locale={locale}>
              {t.noScript}
            </Notice>
          </noscript>
          <Form action={passkeysAt} unsaved={false} hidden={{ begynt: making.sealed, til: to }}>
            <Answer does="make" options={making.options} written={making.written} failed={t.noPasskey} />
            <TextInput
              name="name"
              label={t.name}
              hint={t.nameHint}
              value={making.name}
              error={errors.find(({ href }) => href === '#name')?.text}
              autoComplete="off"
            />
            <ProofFields hint={asksCode ? texts(locale).factor.codeOrRecovery : null} errors={errors} locale={locale} />
            <Actions>
              <Button>{t.make}</Button>
              {!confined && (
                <LinkButton href="/min-side" variant="tertiary">
                  {texts(locale).me.title}
                </LinkButton>
              )}
            </Actions>
          </Form>
        </Section>
      )}
      {!making && <Notice locale={locale}>{t.noPlace}</Notice>}
      {confined && <WayOut locale={locale} />}
    </Stack>
  )
}

type RemovalProps = { readonly passkey: Passkey } & Pick<Props, 'asksCode' | 'isShut' | 'errors' | 'locale'>

/** One of them is lost, or is not to open the account any more. */
export function RemovalPage({ passkey, asksCode, isShut, errors = [], locale }: RemovalProps) {
  const t = texts(locale).passkey
  return (
    <Stack gap="lg">
      <ErrorSummary errors={errors} locale={locale} />
      <PageHeading title={fill(t.removeTitle, { name: passkey.name })} lead={t.removeLead} />
      {isShut ? (
        <PasskeyFirst to={`${passkeysAt}/${passkey.id}`} locale={locale} />
      ) : (
        <Form action={`${passkeysAt}/${passkey.id}/fjern`} unsaved={false}>
          <ProofFields hint={asksCode ? texts(locale).factor.codeOrRecovery : null} errors={errors} locale={locale} />
          <Actions>
            <Button variant="danger">{t.remove}</Button>
            <LinkButton href={passkeysAt} variant="tertiary">
              {t.title}
            </LinkButton>
          </Actions>
        </Form>
      )}
    </Stack>
  )
}
