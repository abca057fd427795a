import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Details } from '../../../ui/details.tsx'
import { OutsideLink, TextLink } from '../../../ui/page.tsx'
import type { Known, Question } from '../content.ts'
import { type Facts, knownPart } from '../known.ts'
import { texts } from '../texts.ts'

/** Folded, so that the questions are near each other: what it means, the rule of today with its source and date, and how it was before. */
export function Guidance({ question, locale }: { readonly question: Question; readonly locale: Locale }) {
  const t = texts(locale).answering
  const { guidance, rule, ruleSource, ruleReadOn, historic } = question
  if (!guidance[locale] && !rule[locale] && !historic[locale]) return null
  return (
    <Details summary={t.guidance}>
      {guidance[locale] && <p>{guidance[locale]}</p>}
      {rule[locale] && (
        <p>
          <b>{t.rule}:</b> {rule[locale]}{' '}
          <span className="v-soft">
            {ruleSource}. {ruleReadOn && t.read(formatDate(ruleReadOn, locale))}
          </span>
        </p>
      )}
      {historic[locale] && (
        <p>
          <b>{t.historic}:</b> {historic[locale]}
        </p>
      )}
    </Details>
  )
}

type BesideProps = { readonly known: Known; readonly facts: Facts; readonly unit: string; readonly now: Date; readonly locale: Locale }

/** What the registers know of the unit, beside the question it helps to answer. */
export function Beside({ known, facts, unit, now, locale }: BesideProps) {
  const { lead, rows, all, begins } = knownPart(known, facts, unit, now, locale)
  const t = texts(locale)
  return (
    <Details
      summary={
        <>
          {t.known[known]}: {lead}
        </>
      }
    >
      <p className="v-soft">{t.answering.known}.</p>
      {rows.length > 0 && (
        <ul>
          {rows.map(({ name, href, beside }) => (
            <li key={`${href}${name}`}>
              <Way href={href} name={name} locale={locale} /> <span className="v-soft">{beside}</span>
            </li>
          ))}
        </ul>
      )}
      {all && (
        <p>
          <TextLink href={all.href}>{all.label}</TextLink>
        </p>
      )}
      {begins && (
        <p>
          <TextLink href={begins.href}>{begins.label}</TextLink>
        </p>
      )}
    </Details>
  )
}

function Way({ href, name, locale }: { readonly href: string | null; readonly name: string; readonly locale: Locale }) {
  if (href === null) return name
  if (href.startsWith('/')) return <TextLink href={href}>{name}</TextLink>
  return (
    <OutsideLink href={href} locale={locale}>
      {name}
    </OutsideLink>
  )
}
