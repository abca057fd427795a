import type { Locale } from '../../../kernel/texts.ts'
import { TextLink } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { texts } from '../texts.ts'

type Props = {
  readonly systems: readonly { readonly id: string; readonly name: string; readonly roles: string | null }[]
  readonly locale: Locale
}

/** On one's own page: the systems that one uses in one's work, and what that makes one (S0-02). */
export function OwnSystems({ systems, locale }: Props) {
  const t = texts(locale).own
  return (
    <Section title={t.title} id="systemer" locale={locale}>
      <p className="v-soft">{t.lead}</p>
      {systems.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <ul className="ds-list">
          {systems.map(({ id, name, roles }) => (
            <li key={id}>
              <TextLink href={`/systemer/${id}`}>{name}</TextLink>
              {roles && <span className="v-soft"> · {roles}</span>}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
