import { localDate } from '../../kernel/calendar/calendar.ts'
import { get, nothing, page, type Route } from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import { openDoor } from '../identity/public.ts'
import { sourcesShown } from '../sources/public.ts'
import { byName } from './in-language.ts'
import { OpenLibraryPage, OpenReadPage } from './pages/open.tsx'
import { guidanceProfile } from './profile.ts'
import { openShelf } from './queries-published.ts'
import { isValid } from './rules.ts'
import { texts } from './texts.ts'

// The public edition: what is written for those outside, read without an account where the organisation has turned it on.

const at = '/personvern/:virksomhet/veiledning'
const forStrangers = openDoor(at, (profile) => guidanceProfile(profile).openEdition)

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
      if (!published || !isValid(published.values, localDate(ctx.now))) return nothing
      const sources = await sourcesShown(front.ctx, published.values.sources)
      return page(
        byName(published.values, locale),
        <OpenReadPage {...{ published, sources, locale }} organisation={front.organisation} at={front.at} />,
      )
    }),
  ),
]
