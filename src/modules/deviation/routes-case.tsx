import { yearIn } from '../../kernel/calendar/calendar.ts'
import {
  type Asked,
  type GetAnswer,
  get,
  notAllowed,
  nothing,
  type PostAnswer,
  page,
  pageWithErrors,
  post,
  type Route,
  redirect,
  versionOf,
} from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import type { Option } from '../../ui/field.tsx'
import { profileOf } from '../organisation/public.ts'
import { units } from '../people/public.ts'
import { AssessmentPanel } from './assessment/pages/panel.tsx'
import { audienceOf } from './casefile/audience.ts'
import { casefileTexts } from './casefile/texts.ts'
import { readListFilter, readPlace, usedFilters } from './casefile/worklist.ts'
import { ClosingPanel } from './closing/pages/panel.tsx'
import { takeCase } from './commands.ts'
import { recordListing, recordView } from './commands-case.ts'
import { reference } from './deviation.ts'
import { AskedPage } from './pages/asked.tsx'
import { DeviationList, narrowOpen } from './pages/list.tsx'
import { CasePage } from './pages/show.tsx'
import { ToldPage } from './pages/told.tsx'
import { reportOptions, titleOfCase } from './pages/words.tsx'
import { type CaseView, caseView } from './queries.ts'
import { surroundingsOf } from './queries-case.ts'
import { countedTo, listDeviations } from './queries-list.ts'
import { OwnPage } from './report/pages/own.tsx'
import { texts as reportTexts } from './report/texts.ts'
import { crumbsOf, forDeed, notNow } from './routes-deed.tsx'
import { routes as timeRoutes } from './routes-times.tsx'
import { texts } from './texts.ts'

export const routes: readonly Route[] = [
  get('/avvik', 'signedIn', getList),
  get('/avvik/:id', 'signedIn', getCase),
  post('/avvik/:id/behandler', 'signedIn', (asked) => forDeed(asked, 'take', () => postTake(asked))),
  ...timeRoutes,
]

/** A plain list is not a search; one that was narrowed is logged, with the names of the filters and the number found (M23). */
async function getList(asked: Asked): Promise<GetAnswer> {
  const { ctx, locale, query } = asked
  const filter = readListFilter(query)
  const place = readPlace(query.get('etter'), filter)
  const part = await listDeviations(ctx, filter, place)
  const used = usedFilters(filter)
  if (used.length > 0) await recordListing(ctx, used, part.rows.length, part.next !== null)
  const choices = narrowOpen(filter, query.get('filtre')) ? await choicesFor(asked) : null
  return page(
    casefileTexts(locale).list.title,
    <DeviationList
      locale={locale}
      now={ctx.now}
      filter={filter}
      part={part}
      countedTo={countedTo}
      further={place !== null}
      choices={choices}
    />,
  )
}

async function choicesFor({ ctx, locale }: Asked) {
  const profile = await profileOf(ctx)
  const all = await units(ctx)
  const indent = (depth: number) => '\u2003'.repeat(Math.max(0, depth - 1))
  const thisYear = yearIn(ctx.now)
  return {
    units: all.map(({ id, name, path }): Option => ({ value: id, label: `${indent(path.length)}${name}` })),
    caseTypes: profile.deviation.caseTypes.map((type): Option => ({ value: type, label: texts(locale).caseTypes[type] })),
    years: [0, 1, 2, 3, 4, 5].map((back) => thisYear - back),
  }
}

/** One address, and as much of the case as whoever asks may see of it. */
async function getCase(asked: Asked): Promise<GetAnswer> {
  const { ctx, params } = asked
  const view = isId(params.id) ? await caseView(ctx, params.id) : undefined
  if (!view) return nothing
  if (view.deviation.status === 'draft') return redirect(`/avvik/${view.deviation.id}/skjema`)
  switch (audienceOf(view, ctx.actor)) {
    case 'full':
      return wholeCase(asked, view)
    case 'told':
      await recordView(ctx, view.deviation.id)
      return page(
        titleIn(asked, view),
        <ToldPage view={view} locale={asked.locale} now={ctx.now} />,
        crumbsOf(view, asked.locale).slice(0, 1),
      )
    case 'asked':
      return questionsTo(asked, view)
    case 'reporter':
      return ownReport(asked, view)
  }
}

const wholeCase = async (asked: Asked, view: CaseView) =>
  page(titleIn(asked, view), await drawWhole(asked, view), crumbsOf(view, asked.locale).slice(0, 1))

async function drawWhole({ ctx, locale }: Asked, view: CaseView) {
  const { id } = view.deviation
  const surroundings = await surroundingsOf(ctx, view)
  await recordView(ctx, id, surroundings.events)
  const related = await ctx.house.related(ctx, { type: 'deviation', id }, locale)
  return (
    <CasePage
      view={view}
      surroundings={surroundings}
      actor={ctx.actor}
      locale={locale}
      now={ctx.now}
      sentence={(event) => ctx.house.sentence(event, locale)}
      assessment={<AssessmentPanel view={view} locale={locale} />}
      closing={<ClosingPanel view={view} locale={locale} />}
      related={related}
    />
  )
}

async function questionsTo(asked: Asked, view: CaseView): Promise<GetAnswer> {
  const { ctx, locale } = asked
  const mine = view.deviation.inquiries.filter((inquiry) => !inquiry.toReporter && inquiry.personId === ctx.actor.personId)
  await recordView(ctx, view.deviation.id)
  return page(casefileTexts(locale).page.asked.title, <AskedPage view={view} mine={mine} locale={locale} now={ctx.now} />)
}

/** One's own report, and what is asked about it. */
const ownReport = ({ locale }: Asked, view: CaseView): GetAnswer => {
  const questions = view.deviation.inquiries.filter((inquiry) => inquiry.toReporter)
  const own = <OwnPage own={{ view, questions }} options={reportOptions(view)} locale={locale} />
  return page(reference(view.deviation) ?? '', own, [{ href: '/avvik/mine', label: reportTexts(locale).mine.title }])
}

const titleIn = ({ locale }: Asked, { deviation }: CaseView) =>
  `${reference(deviation)} ${titleOfCase(deviation, locale, casefileTexts(locale).page.untitled)}`

/** Taking what one has taken is a double press, and no fault. */
async function postTake(asked: Asked): Promise<PostAnswer> {
  const { ctx, params, form, locale } = asked
  const id = params.id ?? ''
  const outcome = await takeCase(ctx, id, versionOf(form))
  const to = `/avvik/${id}`
  if (outcome.ok) return redirect(to, casefileTexts(locale).taken)
  switch (outcome.why) {
    case 'notFound':
      return nothing
    case 'notAllowed':
      return notAllowed
    case 'nothingChanged':
      return redirect(to)
    default: {
      const view = await caseView(ctx, id)
      if (!view) return nothing
      if (view.deviation.takenBy === ctx.actor.personId) return redirect(to)
      // Somebody else has been there: the case is shown as it stands now, with who has it.
      return outcome.why === 'stale'
        ? pageWithErrors(409, titleIn(asked, view), await drawWhole(asked, view), crumbsOf(view, locale).slice(0, 1))
        : notNow(view, locale)
    }
  }
}
