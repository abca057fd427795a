import type { FoundIn, House } from '../kernel/ctx.ts'
import { type Asked, get, json, one, page, post, type Route, redirect } from '../kernel/http.ts'
import { errands } from '../kernel/module.ts'
import { type Searched, searchedIn, searchFor, wordsKey } from '../kernel/searched.ts'
import type { Locale } from '../kernel/texts.ts'
import { Button } from '../ui/button.tsx'
import { Details } from '../ui/details.tsx'
import { Empty } from '../ui/empty.tsx'
import { TextInput } from '../ui/field.tsx'
import { PageHeading } from '../ui/page.tsx'
import { Section } from '../ui/section.tsx'
import { uiTexts } from '../ui/texts.ts'
import { recordSearch } from './searches.ts'
import { shellTexts } from './texts.ts'

const at = '/sok'
/** As many of each kind as one looks through; there is a list of them all. */
const onPage = 10
const inPalette = 5

/**
 * One search over all that whoever asks may see, and the way to every page. The words are posted and stand sealed in the address
 * (kernel/searched.ts); `/sok/finn` answers the palette of the browser while one writes, and leaves nothing in any address.
 */
export const searchRoutes: readonly Route[] = [
  get(at, 'signedIn', getSearch),
  post(at, 'signedIn', async ({ ctx, form }) => {
    const search = searchFor(ctx, one(form, wordsKey))
    return redirect(search ? withWords(at, search) : at)
  }),
  post(`${at}/finn`, 'signedIn', postFind),
]

async function getSearch(asked: Asked) {
  const { ctx, locale } = asked
  const { search, lost } = searchedIn(asked)
  if (search) await recordSearch(ctx)
  const groups = search ? await groupsOf(asked, search, onPage) : []
  const t = shellTexts(locale).search
  return page(
    t.title,
    <div className="v-search-page">
      <PageHeading title={t.title} />
      <search>
        <form className="v-search-form" method="post" action={at}>
          <TextInput name={wordsKey} label={t.label} hint={t.hint} type="search" value={search?.words} autoFocus={!search} />
          <Button>{uiTexts(locale).search}</Button>
        </form>
        {lost && <p className="v-soft">{uiTexts(locale).wordsLost}</p>}
      </search>
      {!search ? (
        <Ways ways={await ctx.house.waysTo(ctx, '', locale)} locale={locale} />
      ) : groups.length === 0 ? (
        <Empty title={t.none}>{t.noneText}</Empty>
      ) : (
        groups.map((group) => <Group key={group.label} {...group} locale={locale} />)
      )}
    </div>,
  )
}

/** Before anything is searched for: every page there is, folded by errand. */
function Ways({ ways, locale }: { readonly ways: Awaited<ReturnType<House['waysTo']>>; readonly locale: Locale }) {
  const t = shellTexts(locale)
  return (
    <Section title={t.search.ways} locale={locale}>
      {[...errands, null].map((errand) => {
        const of = ways.filter((way) => way.errand === errand)
        return of.length === 0 ? null : (
          <Details key={errand} summary={`${errand ? t.errands[errand] : t.search.others} (${of.length})`} wide>
            <Hits hits={of} />
          </Details>
        )
      })}
    </Section>
  )
}

const Hits = ({ hits }: Pick<FoundIn, 'hits'>) => (
  <ul className="v-hits">
    {hits.map(({ href, title, beside }) => (
      <li key={`${href} ${title}`}>
        <a className="ds-link" href={href}>
          {title}
        </a>
        {beside && <span className="v-soft">{beside}</span>}
      </li>
    ))}
  </ul>
)

const Group = ({ label, hits, list, locale }: FoundIn & { readonly locale: Locale }) => (
  <Section title={label} locale={locale}>
    <Hits hits={hits} />
    {list && (
      <p>
        <a className="ds-link" href={list}>
          {shellTexts(locale).search.all(label)}
        </a>
      </p>
    )}
  </Section>
)

/** Without words: the pages alone, so that every one of them can be found by reading. */
async function postFind(asked: Asked) {
  const { ctx, form, locale } = asked
  const search = searchFor(ctx, one(form, wordsKey))
  if (search) await recordSearch(ctx)
  const groups = await groupsOf(asked, search, inPalette)
  const t = shellTexts(locale).search
  const count = groups.reduce((sum, { hits }) => sum + hits.length, 0)
  return json({
    label: t.label,
    said: count === 0 ? `${t.none}. ${t.noneText}` : t.found(count),
    groups: groups.map(({ label, hits, list }) => ({ label, hits, all: list ? { href: list, title: t.all(label) } : null })),
  })
}

async function groupsOf({ ctx, locale }: Asked, search: Searched | null, most: number): Promise<readonly FoundIn[]> {
  const words = search?.words ?? ''
  const ways = await ctx.house.waysTo(ctx, words, locale)
  const found = search ? await ctx.house.find(ctx, words, locale, most) : []
  return [
    ...(ways.length > 0 ? [{ label: shellTexts(locale).search.ways, hits: ways, list: null }] : []),
    ...found.map((one) => ({ ...one, list: one.list && search ? withWords(one.list, search) : null })),
  ]
}

const withWords = (address: string, { sealed }: Searched) => `${address}?${new URLSearchParams({ [wordsKey]: sealed })}`
