import type { Locale } from '../../../../kernel/texts.ts'
import { Actions, PostButton } from '../../../../ui/button.tsx'
import { CopyButton } from '../../../../ui/copy-button.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHeading, Stack } from '../../../../ui/page.tsx'
import { fill } from '../../../../ui/texts.ts'
import { type LinksOfPerson, OfPerson } from '../../openid/pages/of-person.tsx'
import { texts } from '../../texts.ts'
import type { Invited } from '../commands.ts'
import { linkHours } from '../rules.ts'

type Props = {
  readonly invited: Invited
  /** Whether a mail server is set. */
  readonly mails: boolean
  readonly address: string
  /** Where a forgotten password is taken away. */
  readonly reset: string
  readonly link: string | null
  /** Why no sign-in was given. */
  readonly refused?: string | undefined
  readonly links: LinksOfPerson
  /** What is wrong with what was written of a provider. */
  readonly error?: { readonly field: string; readonly text: string } | undefined
  readonly locale: Locale
}

/** How one person signs in, and the link to choose a password while there is none. */
export function SignInOfPage({ invited: { name, email, state }, mails, address, reset, link, refused, links, error, locale }: Props) {
  const t = texts(locale).invitation
  return (
    <Stack>
      <PageHeading title={t.title} kicker={name} lead={t.lead} />
      <ErrorSummary errors={error ? [{ href: `#${error.field}`, text: error.text }] : []} locale={locale} />
      {refused && (
        <Notice tone="danger" locale={locale}>
          {refused}
        </Notice>
      )}
      {state.kind === 'noEmail' && (
        <Notice tone="warning" locale={locale}>
          {t.noEmail}
        </Notice>
      )}
      {state.kind === 'none' && (
        <>
          <p>{fill(t.none, { name })}</p>
          <Actions>
            {mails && <PostButton action={`${address}/invitasjon`}>{t.invite}</PostButton>}
            <PostButton action={address} variant={mails ? 'secondary' : 'primary'}>
              {t.open}
            </PostButton>
          </Actions>
        </>
      )}
      {state.kind === 'has' && <p>{fill(t.has, { name, email: email ?? '' })}</p>}
      {state.kind === 'has' && state.ours && (
        <>
          <p>{t.resetHint}</p>
          <PostButton action={reset} variant="secondary">
            {t.reset}
          </PostButton>
        </>
      )}
      {state.kind === 'has' && !state.ours && <p>{t.resetElsewhere}</p>}
      {state.kind === 'elsewhere' && <p>{t.elsewhere}</p>}
      {link && (
        <Notice title={t.link} locale={locale}>
          <p>{fill(t.linkHint, { hours: linkHours })}</p>
          <p>
            <code id="lenke">{link}</code>
          </p>
          <CopyButton target="lenke" label={t.link} locale={locale} />
          {mails && (
            <PostButton action={`${address}/invitasjon`} variant="secondary">
              {t.invite}
            </PostButton>
          )}
        </Notice>
      )}
      <OfPerson {...links} error={error} locale={locale} />
    </Stack>
  )
}
