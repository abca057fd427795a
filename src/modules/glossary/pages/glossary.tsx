import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Beside } from '../../../ui/beside.tsx'
import { LinkButton, PostButton } from '../../../ui/button.tsx'
import { each } from '../../../ui/each.ts'
import { Empty } from '../../../ui/empty.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { fill } from '../../../ui/texts.ts'
import { anchorOf, type Term } from '../glossary.ts'
import { byLetter, citedIn, type Said } from '../rules.ts'
import { texts } from '../texts.ts'

type Props = { readonly terms: readonly Term[]; readonly mayKeep: boolean; readonly locale: Locale }

/** All terms on one page, by letter: what is looked for is seen beside what stands near it. */
export function GlossaryPage({ terms, mayKeep, locale }: Props) {
  const t = texts(locale)
  const letters = byLetter(terms, locale)
  const fetch = mayKeep && (
    <PostButton action="/ordliste/ferdige" variant="secondary">
      {t.read.fetch}
    </PostButton>
  )
  const keep = mayKeep && terms.length > 0 && (
    <LinkButton href="/begreper" variant="secondary" icon="pencil">
      {t.read.keep}
    </LinkButton>
  )
  return (
    <>
      <PageHeading title={t.title} lead={t.read.lead} actions={keep || undefined} />
      {!keep && <Beside pages={[{ href: '/begreper', label: t.register }]} locale={locale} />}
      {terms.length === 0 ? (
        <Empty title={t.read.none} action={fetch || undefined}>
          {t.read.noneText}
        </Empty>
      ) : (
        <>
          <nav className="v-choices" aria-label={t.read.letters}>
            <ul>
              {each(letters, ([letter]) => (
                <li>
                  <a href={`#bokstav-${letter}`}>{letter}</a>
                </li>
              ))}
            </ul>
          </nav>
          {each(letters, ([letter, said]) => (
            <Section title={letter} id={`bokstav-${letter}`} locale={locale} plain>
              <dl className="v-terms">
                {each(said, (one) => (
                  <Meaning said={one} locale={locale} />
                ))}
              </dl>
            </Section>
          ))}
          {fetch}
        </>
      )}
    </>
  )
}

function Meaning({ said, locale }: { readonly said: Said; readonly locale: Locale }) {
  const t = texts(locale).read
  const { alsoCalled, source, readOn } = said.term.values
  const beside = [
    alsoCalled && fill(t.also, { words: alsoCalled }),
    said.elsewhere.length > 0 && fill(t.elsewhere, { words: said.elsewhere.join(', ') }),
    source && readOn && fill(t.source, { source: citedIn(source, locale), on: formatDate(readOn, locale) }),
  ].filter(Boolean)
  return (
    <div id={anchorOf(said.id)} className="v-terms__one">
      <dt>{said.name}</dt>
      <dd>
        {said.meaning}
        {beside.length > 0 && <span className="v-soft v-terms__beside">{beside.join(' · ')}</span>}
      </dd>
    </div>
  )
}
