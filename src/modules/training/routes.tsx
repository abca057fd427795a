import { isAddress } from '../../kernel/address.ts'
import { localDate } from '../../kernel/calendar/calendar.ts'
import {
  type Asked,
  type GetAnswer,
  get,
  notAllowed,
  nothing,
  type PostAnswer,
  page,
  post,
  type Route,
  redirect,
  versionOf,
} from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import type { Panel } from '../../kernel/module.ts'
import { answered } from '../../kernel/road.ts'
import { besideOf } from '../../register/view.ts'
import { profileOf } from '../organisation/public.ts'
import { unitOptions, units } from '../people/public.ts'
import { acknowledge, markRead, reportBrokenLink } from './commands.ts'
import { besides } from './lists.ts'
import { ItemPage } from './pages/item.tsx'
import { MatrixPage, SharesTable } from './pages/matrix.tsx'
import { OwnPage } from './pages/own.tsx'
import { sharesOf } from './plan.ts'
import { trainingProfile } from './profile.ts'
import {
  anyRequirement,
  coursesAhead,
  findPost,
  findRequirement,
  needsFor,
  ownPosts,
  ownResources,
  ownSystems,
  readingOf,
} from './queries.ts'
import { matrixLines, ownPlan, trainedByUnit } from './queries-plan.ts'
import { courseRoutes } from './routes-courses.tsx'
import { needRoutes } from './routes-needs.tsx'
import { registerRoutes } from './routes-registers.tsx'
import { isShown, mayCoordinate, mayWrite, seesFigures, shownLink } from './rules.ts'
import { texts } from './texts.ts'

async function ownPage({ ctx, locale }: Asked): Promise<GetAnswer> {
  const address = trainingProfile(await profileOf(ctx)).page
  const needs = (await needsFor(ctx)).filter(({ values }) => values.reportedBy === ctx.actor.personId)
  return page(
    texts(locale).own.title,
    <OwnPage
      lines={await ownPlan(ctx)}
      posts={await ownPosts(ctx)}
      resources={await ownResources(ctx)}
      needs={needs}
      page={shownLink({ link: address, linkWorks: null })}
      beside={besideOf(besides('/opplaering'), ctx.actor, locale)}
      today={localDate(ctx.now)}
      locale={locale}
    />,
  )
}

async function itemPage({ ctx, params, locale }: Asked): Promise<GetAnswer> {
  if (!isId(params.id)) return nothing
  const [requirement, lines] = await Promise.all([findRequirement(ctx, params.id), ownPlan(ctx)])
  const line = lines.find(({ requirementId }) => requirementId === params.id)
  if (!requirement || !line) return nothing
  const { link } = requirement.values
  return page(
    line.requirement,
    <ItemPage
      requirement={requirement}
      line={line}
      ahead={await coursesAhead(ctx, requirement.id)}
      link={link !== null && isAddress(link) ? link : null}
      today={localDate(ctx.now)}
      locale={locale}
    />,
    [{ href: '/opplaering', label: texts(locale).own.title }],
  )
}

/** Units whose people whoever asks may see: those they lead, or all. */
async function matrixPage({ ctx, query, locale }: Asked): Promise<GetAnswer> {
  const { actor } = ctx
  const all = mayCoordinate(actor)
  const tree = await units(ctx)
  const open = all ? tree : tree.filter(({ id }) => actor.leads.includes(id))
  const chosen = open.find(({ id }) => id === query.get('enhet'))?.id ?? (all ? (tree[0]?.id ?? null) : null)
  const systems = await ownSystems(ctx)
  const figures = seesFigures(actor)
  if (!figures && open.length === 0 && systems.length === 0 && actor.leads.length === 0) return notAllowed
  const lines = all || chosen ? await matrixLines(ctx, chosen ? { unit: chosen } : { mine: true }) : await matrixLines(ctx, { mine: true })
  return page(
    texts(locale).matrix.title,
    <MatrixPage
      lines={lines}
      units={unitOptions(open)}
      unit={chosen}
      mine={!all}
      systems={systems}
      shares={figures ? sharesOf(await trainedByUnit(ctx, null), all) : null}
      hides={!all}
      mayStart={all && !(await anyRequirement(ctx))}
      today={localDate(ctx.now)}
      locale={locale}
    />,
  )
}

/** How many have read a post, by unit: never who, and nothing where it could tell of somebody. */
export const readingPanel: Panel = async (ctx, id, locale) => {
  if (!mayWrite(ctx.actor)) return null
  const { reading, readingText } = texts(locale).posts
  return <SharesTable title={reading} lead={readingText} shares={sharesOf(await readingOf(ctx, id), false)} hides locale={locale} />
}

async function postRead({ ctx, params, locale }: Asked): Promise<PostAnswer> {
  const found = isId(params.id) ? await findPost(ctx, params.id) : undefined
  if (!found || !isShown(found, ctx.actor, localDate(ctx.now))) return nothing
  await markRead(ctx, found.id)
  return redirect('/opplaering', texts(locale).own.readSaid)
}
async function postBroken({ ctx, params, locale }: Asked): Promise<PostAnswer> {
  if (!isId(params.id) || !(await ownResources(ctx)).some(({ id }) => id === params.id)) return nothing
  const back = () => redirect('/opplaering', texts(locale).own.brokenSaid)
  return answered(await reportBrokenLink(ctx, params.id), { done: back, nothingChanged: back, refused: back })
}
async function postAcknowledged({ ctx, params, locale, form }: Asked): Promise<PostAnswer> {
  if (!isId(params.id)) return nothing
  const back = () => redirect(`/opplaering/${params.id}`, texts(locale).item.confirmed)
  return answered(await acknowledge(ctx, params.id, versionOf(form)), {
    done: back,
    nothingChanged: back,
    refused: ({ why }) => redirect(`/opplaering/${params.id}`, why === 'stale' ? texts(locale).item.changed : undefined),
  })
}

export const routes: readonly Route[] = [
  get('/opplaering', 'signedIn', ownPage),
  get('/kompetanse', 'signedIn', matrixPage),
  post('/opplaering/nyheter/:id/lest', 'signedIn', postRead),
  post('/opplaering/ressurser/:id/brutt', 'signedIn', postBroken),
  get('/opplaering/:id', 'signedIn', itemPage),
  post('/opplaering/:id/bekreftelse', 'signedIn', postAcknowledged),
  ...needRoutes,
  ...courseRoutes,
  ...registerRoutes,
]
