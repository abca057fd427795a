import type { ComponentChildren } from 'preact'
import { formatInstant } from '../../../kernel/calendar/words.ts'
import { capital, type Locale, locales } from '../../../kernel/texts.ts'
import { Actions, Button, LinkButton, PostButton } from '../../../ui/button.tsx'
import { each } from '../../../ui/each.ts'
import { Radios } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { PageHeading, TextLink } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { Choose } from '../../../ui/sign-in.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { fill } from '../../../ui/texts.ts'
import { factorAt, passkeysAt } from '../addresses.ts'
import type { Membership, OpenSession } from '../identity.ts'
import { absoluteHours } from '../rules.ts'
import { texts } from '../texts.ts'

type Props = {
  readonly name: string
  readonly organisation: { readonly id: string; readonly name: string }
  readonly roles: readonly string[]
  /** Own choice of language; null follows the organisation. */
  readonly chosen: Locale | null
  readonly memberships: readonly Membership[]
  readonly sessions: readonly OpenSession[]
  readonly hasPassword: boolean
  /** After how many minutes of quiet this organisation signs people out. */
  readonly idleMinutes: number
  /** What other modules have to show of one's own, such as the systems that one uses. */
  readonly related: readonly ComponentChildren[]
  readonly locale: Locale
}

/** What is one's own: roles, language, where one is signed in. */
export function MyPage({ name, organisation, roles, chosen, memberships, sessions, hasPassword, idleMinutes, related, locale }: Props) {
  const t = texts(locale).me
  return (
    <>
      <PageHeading title={t.title} />
      <SummaryList
        locale={locale}
        items={[
          { label: t.name, value: name },
          { label: t.organisation, value: organisation.name },
          { label: t.roles, value: roles.join(', ') },
        ]}
      />
      <p>
        <TextLink href="/roller">{t.directory}</TextLink>
      </p>
      {each(related, (one) => one)}
      {memberships.length > 1 && (
        <Section title={t.organisations} locale={locale} id="virksomhet">
          <p className="v-soft">{t.organisationsHint}</p>
          <form method="post" action="/organisasjon">
            <Choose
              name="organisation"
              people={memberships.map((one) => ({
                value: one.organisationId,
                name: one.organisation,
                ...(one.organisationId === organisation.id ? { hint: t.here } : {}),
              }))}
            />
          </form>
        </Section>
      )}
      <Section title={t.language} locale={locale} id="sprak">
        <Form action="/min-side/sprak" unsaved={false}>
          <Radios
            name="locale"
            label={t.languageOf}
            value={chosen ?? 'organisation'}
            options={[
              { value: 'organisation', label: t.asOrganisation },
              ...locales.map((one) => ({ value: one, label: t.languages[one] })),
            ]}
          />
          <Actions>
            <Button variant="secondary">{t.saveLanguage}</Button>
          </Actions>
        </Form>
      </Section>
      <Section title={t.sessions} locale={locale} id="okter">
        <p className="v-soft">{fill(t.lifetime, { idle: idleMinutes, hours: absoluteHours })}</p>
        <DataTable<OpenSession>
          caption={t.sessions}
          rows={sessions}
          rowKey={(one) => one.createdAt.toISOString()}
          columns={[
            { key: 'where', label: t.where, heading: true, cell: (one) => capital(one.current ? t.current : t.another) },
            { key: 'began', label: t.began, figures: true, cell: (one) => formatInstant(one.createdAt, locale) },
            { key: 'seen', label: t.seen, figures: true, cell: (one) => formatInstant(one.seenAt, locale) },
          ]}
        />
        <p>{t.sessionsHint}</p>
        <Actions>
          <PostButton action="/logg-ut-overalt" variant="secondary">
            {t.everywhere}
          </PostButton>
        </Actions>
      </Section>
      {hasPassword && (
        <Section title={t.ways} locale={locale} id="innlogging">
          <Actions>
            <LinkButton href="/passord" variant="secondary" icon="lock">
              {t.password}
            </LinkButton>
            <LinkButton href={passkeysAt} variant="secondary">
              {texts(locale).passkey.title}
            </LinkButton>
            <LinkButton href={factorAt} variant="secondary">
              {texts(locale).factor.title}
            </LinkButton>
          </Actions>
        </Section>
      )}
    </>
  )
}
