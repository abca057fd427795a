import { clockwork } from '../../kernel/actor.ts'
import { localDate } from '../../kernel/calendar/calendar.ts'
import { formatDate } from '../../kernel/calendar/words.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { type Asked, get, madeId, nothing, page, post, type Route, redirect } from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import { again, door } from '../../kernel/road.ts'
import { postedTo } from '../../ui/posted.tsx'
import { type After, unread } from '../../ui/refused.ts'
import { type Poster, posterRoutes } from '../documents/public.ts'
import { passOpenDoor } from '../identity/public.ts'
import { alsoSee, organisationCalled, organisationDetails, profileOf } from '../organisation/public.ts'
import { asksOpenly } from '../questions/public.tsx'
import { askRequest } from './commands.ts'
import { askFields } from './fields.ts'
import { AskPage, ChoosePage, DocumentsPage, ReceiptPage } from './pages/ask.tsx'
import { type RequestProfile, requestProfile } from './profile.ts'
import { receiptOf } from './queries.ts'
import { refusals } from './routes-deeds.tsx'
import type { SubjectRequest } from './subject-request.ts'
import { texts } from './texts.ts'

// The form for those without an account. It is not there unless the organisation has turned it on, and no organisation is the same answer
// as one that has not. It shows nothing that anybody else wrote.

type Front = { readonly ctx: Ctx; readonly name: string; readonly slug: string; readonly profile: RequestProfile }

const front = async ({ ctx, params }: Asked): Promise<Front | typeof nothing> => {
  const slug = params.virksomhet ?? ''
  const place = await organisationCalled(ctx.tx, slug)
  if (!place) return nothing
  await alsoSee(ctx.tx, [place.id])
  const own: Ctx = { ...ctx, actor: clockwork(place.id, place.profileVersion) }
  const profile = requestProfile(await profileOf(own))
  return profile.openForm ? { ctx: own, name: place.name, slug, profile } : nothing
}
const forStrangers = door(front)
const at = ({ slug }: Front) => `/personvern/${slug}`

async function draw(asked: Asked, one: Front, after: After = {}) {
  const { locale, query } = asked
  const t = texts(locale)
  const shared = { organisation: one.name, locale }
  const what = query.get('hva')
  if (what === 'dokumenter')
    return page(
      t.documents.title,
      <DocumentsPage {...shared} link={one.profile.documentsLink} contact={(await organisationDetails(one.ctx)).email} />,
    )
  if (what !== 'egne')
    return page(
      t.choose.title,
      <ChoosePage {...shared} at={at(one)} officer={(await asksOpenly(one.ctx)) ? `${at(one)}/sporsmal` : null} />,
    )
  return page(
    t.askTitle,
    <AskPage {...shared} id={madeId(asked)} asking={emptyValues(askFields)} action={`${at(one)}?hva=egne`} back={at(one)} {...after} />,
  )
}

const postOpen = postedTo<Front, typeof askFields, SubjectRequest>({
  fields: askFields,
  texts: (locale) => texts(locale).ask,
  refusals,
  whole: true,
  draw,
  command: (asked, { ctx }, values) => askRequest(ctx, madeId(asked), values, 'open'),
  done: (asked, one, _, next) => redirect(`${at(one)}/kvittering/${next?.id ?? madeId(asked)}`),
  unchanged: (asked, one) => redirect(`${at(one)}/kvittering/${madeId(asked)}`),
})

/** As many as one household needs in an hour; whoever sends more waits, as at the door where people sign in. */
const freeInAnHour = 10

/** What hangs on the wall, for whoever may print it. */
const poster = async ({ ctx }: Asked): Promise<Poster | typeof nothing> =>
  requestProfile(await profileOf(ctx)).openForm ? { before: '/personvern/', words: (locale) => texts(locale).poster } : nothing

export const posterOfForm = posterRoutes('/egne-opplysninger/plakat', poster)

export const openRoutes: readonly Route[] = [
  get(
    '/personvern/:virksomhet',
    'open',
    forStrangers((asked, one) => draw(asked, one)),
  ),
  post(
    '/personvern/:virksomhet',
    'open',
    forStrangers(async (asked, one) => {
      const seconds = await passOpenDoor(asked.ctx, `subject-request ${one.slug}`, asked.address, freeInAnHour)
      if (seconds === 0) return postOpen(asked, one)
      // What was written stands in the form: it is sent by the same button when the time has passed.
      const text = texts(asked.locale).wait(Math.ceil(seconds / 60))
      return again(429, await draw(asked, one, { refused: unread(asked, [{ field: 'innhold', text }], {}) }))
    }),
  ),
  get(
    '/personvern/:virksomhet/kvittering/:id',
    'open',
    forStrangers(async ({ params, locale, ctx }, one) => {
      const found = isId(params.id) ? await receiptOf(one.ctx, params.id, localDate(ctx.now)) : undefined
      if (!found) return nothing
      const due = formatDate(found.dueOn, locale)
      return page(
        texts(locale).receipt.title,
        <ReceiptPage reference={found.reference} due={due} organisation={one.name} locale={locale} />,
      )
    }),
  ),
]
