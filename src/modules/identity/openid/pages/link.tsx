import type { Locale } from '../../../../kernel/texts.ts'
import { LinkButton } from '../../../../ui/button.tsx'
import { CopyButton } from '../../../../ui/copy-button.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHeading, Stack, TextLink } from '../../../../ui/page.tsx'
import { SignIn } from '../../../../ui/sign-in.tsx'
import { fill } from '../../../../ui/texts.ts'
import { linkingHours } from '../rules.ts'
import { openIdTexts } from '../texts.ts'

type Way = { readonly href: string; readonly name: string }
type LinkProps = {
  /** Whom they will be. */
  readonly name: string
  readonly organisation: string
  readonly ways: readonly Way[]
  readonly locale: Locale
}

/** Whoever came by an invitation, before they go to a provider: as whom they will be linked. */
export function LinkPage({ name, organisation, ways, locale }: LinkProps) {
  const t = openIdTexts(locale).linking
  return (
    <SignIn>
      <PageHeading title={t.title} lead={fill(t.lead, { name, organisation })} />
      <Stack>
        {ways.map((way) => (
          <p key={way.href}>
            <LinkButton href={way.href}>{fill(t.with, { name: way.name })}</LinkButton>
          </p>
        ))}
      </Stack>
    </SignIn>
  )
}

type InviteProps = { readonly name: string; readonly link: string; readonly back: string; readonly locale: Locale }

/** The invitation, for whoever gives it. */
export function InvitePage({ name, link, back, locale }: InviteProps) {
  const t = openIdTexts(locale).linking
  return (
    <Stack>
      <PageHeading title={t.inviteTitle} kicker={name} />
      <Notice locale={locale}>
        <p>{fill(t.inviteHint, { hours: linkingHours, name })}</p>
        <p>
          <code id="lenke">{link}</code>
        </p>
        <CopyButton target="lenke" label={t.inviteTitle} locale={locale} />
      </Notice>
      <p>
        <TextLink href={back}>{t.back}</TextLink>
      </p>
    </Stack>
  )
}
