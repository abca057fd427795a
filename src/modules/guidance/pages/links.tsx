import type { Locale } from '../../../kernel/texts.ts'
import { each } from '../../../ui/each.ts'
import { Empty } from '../../../ui/empty.tsx'
import { PageHeading, TextLink } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { fill } from '../../../ui/texts.ts'
import { partPages } from '../fields.ts'
import type { DeadLink } from '../queries-links.ts'
import { texts } from '../texts.ts'

const pageOf = (language: Locale) => Object.entries(partPages).find(([, group]) => group === language)?.[0] ?? 'bokmal'

type Props = { readonly links: readonly DeadLink[]; readonly locale: Locale }
/** Each link that leads nowhere: where it stands, why, and what could stand there instead. */
const LinkList = ({ links, locale }: Props) => {
  const t = texts(locale)
  return (
    <ul>
      {each(links, ({ text, language, words, fault, to, instead }) => (
        <li>
          <TextLink href={`/artikler/${text.id}/endring/${pageOf(language)}`}>
            {fill(t.links.at, { words, language: t.groups[language] })}
          </TextLink>
          {': '}
          {fill(t.links.faults[fault], { name: to?.name ?? text.name })}
          {instead && (
            <>
              {' '}
              {t.read.instead} <TextLink href={`/veiledning/${instead.id}`}>{instead.name}</TextLink>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

/** For those who look after texts: all of them, by the text they stand in. */
export function DeadLinksPage({ links, locale }: Props) {
  const t = texts(locale).links
  const byText = Map.groupBy(links, ({ text }) => text.id)
  return (
    <>
      <PageHeading title={t.title} lead={t.lead} />
      {links.length === 0 && <Empty title={t.none}>{t.noneText}</Empty>}
      {each([...byText.values()], (own) => (
        <Section title={own[0]?.text.name ?? ''} locale={locale}>
          <LinkList links={own} locale={locale} />
        </Section>
      ))}
    </>
  )
}

/** On the page of a text: those of its own. */
export const DeadLinksOfText = ({ links, locale }: Props) =>
  links.length === 0 ? null : (
    <Section title={texts(locale).links.title} id="lenker" locale={locale}>
      <LinkList links={links} locale={locale} />
    </Section>
  )

type LeadingProps = { readonly texts: readonly { readonly id: string; readonly name: string }[]; readonly locale: Locale }
/** Whose links will lead to a text that is in force no longer. */
export const LeadingTo = ({ texts: leading, locale }: LeadingProps) =>
  leading.length === 0 ? null : (
    <>
      <p>{texts(locale).links.leading}</p>
      <ul>
        {each(leading, ({ id, name }) => (
          <li>
            <TextLink href={`/artikler/${id}`}>{name}</TextLink>
          </li>
        ))}
      </ul>
    </>
  )
