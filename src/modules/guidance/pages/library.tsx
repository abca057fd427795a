import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Hit } from '../../../kernel/ctx.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Details } from '../../../ui/details.tsx'
import { each } from '../../../ui/each.ts'
import { Empty } from '../../../ui/empty.tsx'
import { htmlOf } from '../../../ui/markdown.ts'
import { PageHeading, TextLink } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { TaskList } from '../../../ui/task-list.tsx'
import { fill, uiTexts } from '../../../ui/texts.ts'
import { Written } from '../../../ui/written.tsx'
import { audiences } from '../fields.ts'
import type { Audience } from '../guidance.ts'
import { bodyIn, byName, languageOf } from '../in-language.ts'
import type { Shelved } from '../queries.ts'
import { texts } from '../texts.ts'

type LibraryProps = {
  readonly shelf: readonly Shelved[]
  readonly audience: Audience | null
  readonly tip: Shelved | null
  readonly unitNames: ReadonlyMap<string, string>
  readonly mayStart: boolean
  readonly locale: Locale
}

/** Guidance for everybody: what must be read first, then the rest by kind. */
export function LibraryPage({ shelf, audience, tip, unitNames, mayStart, locale }: LibraryProps) {
  const t = texts(locale).read
  const shown = audience === null ? shelf : shelf.filter(({ values }) => values.audiences.includes(audience))
  const texted = shown.filter(({ values }) => values.kind !== 'tip')
  const waiting = texted.filter(({ values, confirmedAt }) => values.mustConfirm === 'yes' && confirmedAt === null)
  const rest = texted.filter((one) => !waiting.includes(one))
  const of = (...kinds: readonly string[]) => rest.filter(({ values }) => values.kind !== null && kinds.includes(values.kind))
  const lists = { unitNames, locale }
  return (
    <>
      <PageHeading title={t.title} lead={t.lead} />
      {shelf.length === 0 ? (
        <Empty title={t.none} action={mayStart && <LinkButton href="/artikler/ferdige">{texts(locale).start.button}</LinkButton>}>
          {mayStart ? texts(locale).noneText : t.noneText}
        </Empty>
      ) : (
        <>
          <Audiences audience={audience} locale={locale} />
          {texted.length === 0 && <p>{t.noneFor}</p>}
          {waiting.length > 0 && (
            <Section title={t.toConfirm} locale={locale}>
              <p className="v-soft">{t.toConfirmText}</p>
              <Shelf of={waiting} {...lists} />
            </Section>
          )}
          {tip && audience === null && <TipCard tip={tip} locale={locale} />}
          <Part title={t.articles} of={of('article')} {...lists} />
          <Part title={t.handbooks} of={of('handbook', 'guideline')} {...lists} />
          <Part title={t.routines} of={of('routine')} {...lists} />
        </>
      )}
      {mayStart && shelf.length > 0 && <StartOffer locale={locale} />}
    </>
  )
}

/** The ready-made texts, for whoever keeps guidance and has not fetched them all. */
export const StartOffer = ({ locale }: { readonly locale: Locale }) => {
  const t = texts(locale)
  return (
    <Section title={t.start.button} locale={locale}>
      <p>{t.start.text}</p>
      <LinkButton href="/artikler/ferdige" variant="secondary">
        {t.start.button}
      </LinkButton>
    </Section>
  )
}

const Audiences = ({ audience, locale }: { readonly audience: Audience | null; readonly locale: Locale }) => {
  const t = texts(locale)
  const choices: readonly { readonly href: string; readonly label: string; readonly on: boolean }[] = [
    { href: '/veiledning', label: t.read.everyone, on: audience === null },
    ...audiences.map((one) => ({ href: `/veiledning?for=${one}`, label: t.fields.audiences.choices[one], on: audience === one })),
  ]
  return (
    <nav className="v-choices" aria-label={t.read.audience}>
      <ul>
        {each(choices, ({ href, label, on }) => (
          <li>
            <a href={href} aria-current={on ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

type ShelfProps = {
  readonly of: readonly Shelved[]
  readonly unitNames: ReadonlyMap<string, string>
  /** Of those found by a search: where in each the words stand. */
  readonly places?: ReadonlyMap<string, Pick<Hit, 'href' | 'beside'>> | undefined
  readonly locale: Locale
}

const Part = ({ title, of, ...lists }: ShelfProps & { readonly title: string }) =>
  of.length === 0 ? null : (
    <Section title={title} locale={lists.locale}>
      <Shelf of={of} {...lists} />
    </Section>
  )

export const Shelf = ({ of, unitNames, places, locale }: ShelfProps) => {
  const t = texts(locale).read
  return (
    <TaskList
      tasks={of.map(({ id, values, confirmedAt }) => ({
        name: byName(values, locale),
        href: places?.get(id)?.href ?? `/veiledning/${id}`,
        hint: [
          places?.get(id)?.beside,
          values.unit === null ? null : unitNames.get(values.unit),
          confirmedAt && fill(t.confirmedOn, { edition: values.edition ?? 1, on: formatDate(localDate(confirmedAt), locale) }),
        ]
          .filter(Boolean)
          .join(' · '),
        deadline: values.changedAt && formatDate(localDate(values.changedAt), locale),
      }))}
    />
  )
}

/** One tip, another each day. */
export const TipCard = ({ tip, locale }: { readonly tip: Shelved; readonly locale: Locale }) => {
  const t = texts(locale).read
  const language = languageOf(tip.values, locale)
  return (
    <aside className="v-tip" aria-label={t.tip}>
      <p>
        <b>{byName(tip.values, locale)}</b>
      </p>
      <Written html={htmlOf(language ? bodyIn(tip.values, language) : '')} />
      <p>
        <TextLink href="/huskeliste">{t.moreTips}</TextLink>
      </p>
    </aside>
  )
}

type RoutinesProps = {
  readonly routines: readonly Shelved[]
  readonly unitNames: ReadonlyMap<string, string>
  readonly places: ShelfProps['places']
  readonly words: string
  /** The same as they stand in an address. */
  readonly sealed: string | null
  readonly mayGaps: boolean
  readonly locale: Locale
}

/** The reader's own unit's routines first; a word without a hit leads to a question (S0-07, S0-08). */
export function RoutinesPage({ routines, unitNames, places, words, sealed, mayGaps, locale }: RoutinesProps) {
  const t = texts(locale).routines
  const ask = (
    <LinkButton href={`/sporsmal/nytt?type=routine${sealed === null ? '' : `&ord=${sealed}`}`} variant="secondary">
      {t.ask}
    </LinkButton>
  )
  const gaps = mayGaps && (
    <LinkButton href="/rutiner/mangler" variant="secondary">
      {t.gaps}
    </LinkButton>
  )
  return (
    <>
      <PageHeading title={words === '' ? t.mine : t.title} lead={t.lead} actions={gaps || undefined} />
      <form className="v-find-routine" method="post" action="/rutiner/sok">
        <label className="ds-label" htmlFor="finn-rutine">
          {t.find}
        </label>
        <div className="v-find-routine__row">
          <input className="ds-input" id="finn-rutine" name="ord" type="search" defaultValue={words} />
          <button className="ds-button" type="submit" data-variant="secondary">
            {uiTexts(locale).list.search}
          </button>
        </div>
      </form>
      {words !== '' && <h2 className="ds-heading v-h2">{fill(routines.length > 0 ? t.found : t.noHit, { words })}</h2>}
      {routines.length > 0 && <Shelf of={routines} unitNames={unitNames} places={places} locale={locale} />}
      {routines.length === 0 && (words === '' ? <Empty title={t.none}>{t.noneText}</Empty> : <p>{t.noHitText}</p>)}
      <p>{ask}</p>
    </>
  )
}

type FetchedProps = { readonly atOnce: readonly string[]; readonly drafts: readonly string[]; readonly locale: Locale }

/** Which texts come, by whether one adoption puts them in force. */
export const FetchedTexts = ({ atOnce, drafts, locale }: FetchedProps) => {
  const t = texts(locale).start
  const list = (title: string, titles: readonly string[]) =>
    titles.length > 0 && (
      <Details summary={`${title} (${titles.length})`}>
        <ul className="ds-list">
          {each(titles, (one) => (
            <li>{one}</li>
          ))}
        </ul>
      </Details>
    )
  return (
    <>
      {list(t.atOnce, atOnce)}
      {list(t.asDrafts, drafts)}
    </>
  )
}
