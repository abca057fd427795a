import type { Locale } from '../../../kernel/texts.ts'
import { each } from '../../../ui/each.ts'
import { TextLink } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { texts } from '../texts.ts'

type Props = { readonly held: readonly { readonly id: string; readonly what: string }[]; readonly locale: Locale }

/** Before somebody leaves: what they have access to, and who takes it away. */
export function HeldAccess({ held, locale }: Props) {
  const t = texts(locale).held
  return (
    <Section title={t.title} id="tilganger" locale={locale}>
      {held.length === 0 ? (
        <p className="v-soft">{t.none}</p>
      ) : (
        <>
          <ul className="ds-list">
            {each(held, ({ id, what }) => (
              <li>
                <TextLink href={`/tilganger/${id}`}>{what}</TextLink>
              </li>
            ))}
          </ul>
          <p>{t.follows}</p>
        </>
      )}
    </Section>
  )
}
