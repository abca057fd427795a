import type { ComponentChildren } from 'preact'
import type { Role } from '../../../kernel/actor.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { each } from '../../../ui/each.ts'
import { PageHeading, Stack, TextLink } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { texts } from '../texts.ts'

export type Holder = { readonly name: string; readonly email: string | null; readonly unit: string | null }
type Props = {
  /** Each role that somebody holds, under the organisation's own title. */
  readonly roles: readonly { readonly role: Role; readonly title: string; readonly holders: readonly Holder[] }[]
  readonly leaders: readonly { readonly unit: string; readonly name: string }[]
  /** What later modules have to say of roles, such as those that nobody holds. */
  readonly related: readonly ComponentChildren[]
  readonly locale: Locale
}

/** Whom to ask: open to everyone in the organisation. */
export function DirectoryPage({ roles, leaders, related, locale }: Props) {
  const t = texts(locale).directory
  return (
    <>
      <PageHeading title={t.title} lead={t.lead} />
      <div id="ledige">{each(related, (one) => one)}</div>
      <SummaryList
        locale={locale}
        items={roles.map(({ title, holders }) => ({
          label: title,
          value: (
            <Stack gap="sm">
              {holders.map((one) => (
                <div key={`${one.name} ${one.unit}`}>
                  {one.name}
                  {one.unit && <span className="v-soft"> · {one.unit}</span>}
                  {one.email && (
                    <div>
                      <TextLink href={`mailto:${one.email}`}>{one.email}</TextLink>
                    </div>
                  )}
                </div>
              ))}
            </Stack>
          ),
        }))}
      />
      {leaders.length > 0 && (
        <Section title={t.unitLeaders} locale={locale}>
          <SummaryList locale={locale} items={leaders.map((one) => ({ label: one.unit, value: one.name }))} />
        </Section>
      )}
    </>
  )
}
