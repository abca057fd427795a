import { localDate } from '../../../../kernel/calendar/calendar.ts'
import { formatDate, formatInstant } from '../../../../kernel/calendar/words.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../../ui/button.tsx'
import { type ErrorItem, ErrorSummary } from '../../../../ui/error-summary.tsx'
import { TextInput } from '../../../../ui/field.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHeading, Stack, TextLink } from '../../../../ui/page.tsx'
import { Section } from '../../../../ui/section.tsx'
import { DataTable } from '../../../../ui/table.tsx'
import { fill, uiTexts } from '../../../../ui/texts.ts'
import { passkeysAt } from '../../addresses.ts'
import { ProofFields } from '../../second-factor/pages/codes.tsx'
import { PasskeyFirst, type Standing, WayOut } from '../../second-factor/pages/shut.tsx'
import { texts } from '../../texts.ts'
import type { Passkey } from '../queries.ts'
import { Answer } from './answer.tsx'

export type Making = { readonly sealed: string; readonly options: object; readonly name: string }

type Props = Standing & {
  readonly passkeys: readonly Passkey[]
  /** What the browser is told: which of them open the account. Null: there is no passkey at this address. */
  readonly accepted: object | null
  /** Whether a passkey can be made at this address. */
  readonly isPossible: boolean
  readonly name?: string | undefined
  readonly asksCode: boolean
  readonly errors?: readonly ErrorItem[] | undefined
  readonly locale: Locale
}

/** One's own passkeys: what opens the account without a password. */
export function PasskeysPage({ passkeys, accepted, isPossible, name, asksCode, isShut, confined, to, errors = [], locale }: Props) {
  const t = texts(locale).passkey
  return (
    <Stack gap="lg">
      <ErrorSummary errors={errors} locale={locale} />
      <PageHeading title={t.title} lead={t.lead} />
      {accepted && <div hidden data-passkeys-accepted={JSON.stringify(accepted)} />}
      {passkeys.length > 0 && (
        <DataTable<Passkey>
          caption={t.title}
          rows={passkeys}
          rowKey={({ id }) => id}
          columns={[
            { key: 'name', label: t.name, heading: true, cell: ({ id, name }) => <TextLink href={`${passkeysAt}/${id}`}>{name}</TextLink> },
            { key: 'made', label: t.made, figures: true, cell: ({ createdAt }) => formatInstant(createdAt, locale) },
            { key: 'used', label: t.used, figures: true, cell: ({ usedAt }) => (usedAt ? formatDate(localDate(usedAt), locale) : t.never) },
            { key: 'kept', label: t.kept, cell: ({ synced }) => (synced ? t.synced : t.here) },
          ]}
        />
      )}
      {isShut && <PasskeyFirst to={to} locale={locale} />}
      {isPossible && !isShut && (
        <Section title={t.add} locale={locale}>
          <noscript>
            <Notice tone="warning" locale={locale}>
              {t.noScript}
            </Notice>
          </noscript>
          <Form action={`${passkeysAt}/ny`} unsaved={false} hidden={{ til: to }}>
            <TextInput
              name="name"
              label={t.name}
              hint={t.nameHint}
              value={name}
              error={errors.find(({ href }) => href === '#name')?.text}
              autoComplete="off"
            />
            <ProofFields hint={asksCode ? texts(locale).factor.codeOrRecovery : null} errors={errors} locale={locale} />
            <Actions>
              <Button>{t.begin}</Button>
              {!confined && (
                <LinkButton href="/min-side" variant="tertiary">
                  {texts(locale).me.title}
                </LinkButton>
              )}
            </Actions>
          </Form>
        </Section>
      )}
      {!isPossible && <Notice locale={locale}>{t.noPlace}</Notice>}
      {confined && <WayOut locale={locale} />}
    </Stack>
  )
}

type MakeProps = Pick<Props, 'to' | 'errors' | 'locale'> & { readonly making: Making }

/** Whoever comes here has shown who they are: now the browser makes the passkey. */
export function MakePage({ making, to, errors = [], locale }: MakeProps) {
  const t = texts(locale).passkey
  return (
    <Stack gap="lg">
      <ErrorSummary errors={errors} locale={locale} />
      <PageHeading title={t.makeTitle} lead={t.makeLead} />
      <Form action={passkeysAt} unsaved={false} hidden={{ begynt: making.sealed, name: making.name, til: to }}>
        <Answer does="make" options={making.options} failed={t.noPasskey} />
        <Actions>
          <Button>{t.make}</Button>
          <LinkButton href={passkeysAt} variant="tertiary">
            {uiTexts(locale).cancel}
          </LinkButton>
        </Actions>
      </Form>
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
