import { get, nothing, page, type Route } from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import { namesIn } from '../../kernel/reference.ts'
import { openDoor } from '../identity/public.ts'
import { organisationDetails } from '../organisation/public.ts'
import { unitReference } from '../people/public.ts'
import type { openFields } from './fields-open.ts'
import { OpenActivityPage, OpenRecordPage } from './pages/open.tsx'
import { processingProfile } from './profile.ts'
import { openActivities, openPageSize } from './queries-open.ts'
import { texts } from './texts.ts'

// The public edition of the record: what is approved, without an account, where the organisation has turned it on.

const at = '/personvern/:virksomhet/protokoll'
const forStrangers = openDoor(at, (profile) => processingProfile(profile).openEdition === true)
/** A thousand pages are more than any record has. */
const pageIn = (text: string | null) => (text !== null && /^[1-9]\d{0,2}$/.test(text) ? Number(text) : 1)

export const openRoutes: readonly Route[] = [
  get(
    at,
    'open',
    forStrangers(async ({ query, locale }, front) => {
      const here = pageIn(query.get('side'))
      const found = await openActivities(front.ctx, here)
      if (here > 1 && found.length === 0) return nothing
      return page(
        texts(locale).open.title,
        <OpenRecordPage
          activities={found.slice(0, openPageSize)}
          at={front.at}
          here={here}
          more={found.length > openPageSize}
          organisation={front.organisation}
          email={(await organisationDetails(front.ctx)).email}
          locale={locale}
        />,
      )
    }),
  ),
  get(
    `${at}/:id`,
    'open',
    forStrangers(async ({ params, locale }, front) => {
      const [activity] = isId(params.id) ? await openActivities(front.ctx, 1, params.id) : []
      if (!activity) return nothing
      const offers = await namesIn<typeof openFields>(front.ctx, { unit: unitReference }, activity.values)
      return page(
        activity.values.name ?? '',
        <OpenActivityPage {...{ activity, offers, locale }} organisation={front.organisation} at={front.at} />,
      )
    }),
  ),
]
