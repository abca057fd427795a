import type { Locale } from '../../../kernel/texts.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { PageHeading, Prose, Stack } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { texts } from '../texts.ts'

type Props = {
  readonly contacts: readonly { readonly name: string; readonly email: string | null }[]
  /** How the service desk is reached, as the organisation says it. */
  readonly own: string | null
  readonly locale: Locale
}

/** The password is forgotten, or somebody else knows it: whom to tell at once, and how to report it (S4-031). */
export function PasswordPage({ contacts, own, locale }: Props) {
  const { password: t } = texts(locale)
  return (
    <Stack>
      <PageHeading title={t.title} lead={t.lead} />
      <Section title={t.contact} locale={locale} plain>
        {own && <p>{own}</p>}
        {contacts.length === 0 && !own && <p>{t.nobody}</p>}
        {contacts.length > 0 && (
          <ul>
            {contacts.map(({ name, email }) => (
              <li key={`${name} ${email}`}>
                {name}
                {email && (
                  <>
                    {', '}
                    <a className="ds-link" href={`mailto:${email}`}>
                      {email}
                    </a>
                  </>
                )}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t.known} locale={locale}>
        <Prose>
          <p>{t.knownText}</p>
        </Prose>
        <p>
          <LinkButton href="/avvik/ny?type=THEFT_HACKING">{t.report}</LinkButton>
        </p>
      </Section>
    </Stack>
  )
}
