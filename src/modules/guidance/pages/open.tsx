import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { each } from '../../../ui/each.ts'
import { Empty } from '../../../ui/empty.tsx'
import { PageHeading, TextLink } from '../../../ui/page.tsx'
import { fill } from '../../../ui/texts.ts'
import type { Source } from '../../sources/public.ts'
import type { Published } from '../guidance.ts'
import { bodyIn, byName, languageOf } from '../in-language.ts'
import { texts } from '../texts.ts'
import { SeeAlso } from './read.tsx'
import { Contents, Text } from './text.tsx'

type LibraryProps = { readonly shelf: readonly Published[]; readonly organisation: string; readonly at: string; readonly locale: Locale }

/** What the organisation has written for residents, pupils and partners. */
export function OpenLibraryPage({ shelf, organisation, at, locale }: LibraryProps) {
  const t = texts(locale).open
  return (
    <>
      <PageHeading title={t.title} kicker={organisation} lead={t.lead} />
      {shelf.length === 0 ? (
        <Empty title={t.none}>{t.noneText}</Empty>
      ) : (
        <ul className="ds-list">
          {each(shelf, ({ id, values }) => (
            <li>
              <TextLink href={`${at}/${id}`}>{byName(values, locale)}</TextLink>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

type ReadProps = {
  readonly published: Published
  readonly sources: readonly Source[]
  readonly organisation: string
  readonly at: string
  readonly locale: Locale
}

/** One text, without anything that is the organisation's own: no name of whoever answers for it, no way to edit, no earlier edition. */
export function OpenReadPage({ published: { values }, sources, organisation, at, locale }: ReadProps) {
  const t = texts(locale)
  const language = languageOf(values, locale)
  const body = language ? bodyIn(values, language) : ''
  return (
    <>
      <PageHeading title={byName(values, locale)} kicker={organisation} />
      {values.changedAt && (
        <p className="v-soft v-standing">{fill(t.read.changed, { on: formatDate(localDate(values.changedAt), locale) })}</p>
      )}
      {language !== null && language !== locale && <p className="v-soft">{t.read.otherLanguage}</p>}
      <Contents markdown={body} locale={locale} />
      <Text markdown={body} locale={locale} language={language} />
      <SeeAlso sources={sources} locale={locale} />
      <p>
        <TextLink href={at}>{t.open.all}</TextLink>
      </p>
    </>
  )
}
