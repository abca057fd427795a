import { localDate } from '../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { get, nothing, page, type Route } from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import type { Locale } from '../../kernel/texts.ts'
import { TextLink } from '../../ui/page.tsx'
import { openDoor } from '../identity/public.ts'
import { sourcesShown } from '../sources/public.ts'
import { outsiders } from './fields.ts'
import type { Answers } from './guidance.ts'
import { byName } from './in-language.ts'
import { OpenLibraryPage, OpenReadPage } from './pages/open.tsx'
import { RetiredPage } from './pages/retired.tsx'
import { guidanceProfile } from './profile.ts'
import { findRetired, openShelf } from './queries-published.ts'
import { isValid } from './rules.ts'
import { texts } from './texts.ts'

// The public edition: what is written for those outside, read without an account where the organisation has turned it on.

const at = '/personvern/:virksomhet/veiledning'
const forStrangers = openDoor(at, (profile) => guidanceProfile(profile).openEdition)

const isForOutsiders = ({ audiences, kind }: Answers) => kind !== 'tip' && outsiders.some((one) => audiences.includes(one))
/** One that was written for those outside is said to be in force no longer there too; what stands instead, where that is theirs to read. */
async function retiredHere(
  ctx: Ctx,
  id: string | undefined,
  locale: Locale,
  front: { readonly organisation: string; readonly at: string },
) {
  const retired = isId(id) ? await findRetired(ctx, id) : undefined
  if (!retired || !isForOutsiders(retired.values)) return nothing
  const [instead] = retired.instead ? await openShelf(ctx, retired.instead.id) : []
  return page(
    byName(retired.values, locale),
    <RetiredPage retired={retired} at={instead ? front.at : null} kicker={front.organisation} locale={locale}>
      <p>
        <TextLink href={front.at}>{texts(locale).open.all}</TextLink>
      </p>
    </RetiredPage>,
  )
}

export const openRoutes: readonly Route[] = [
  get(
    at,
    'open',
    forStrangers(async ({ ctx, locale }, front) => {
      const shelf = (await openShelf(front.ctx)).filter(({ values }) => isValid(values, localDate(ctx.now)))
      return page(texts(locale).open.title, <OpenLibraryPage shelf={shelf} {...front} locale={locale} />)
    }),
  ),
  get(
    `${at}/:id`,
    'open',
    forStrangers(async ({ ctx, params, locale }, front) => {
      const [published] = isId(params.id) ? await openShelf(front.ctx, params.id) : []
      if (!published) return retiredHere(front.ctx, params.id, locale, front)
      if (!isValid(published.values, localDate(ctx.now))) return nothing
      const sources = await sourcesShown(front.ctx, published.values.sources)
      return page(
        byName(published.values, locale),
        <OpenReadPage {...{ published, sources, locale }} organisation={front.organisation} at={front.at} />,
      )
    }),
  ),
]
