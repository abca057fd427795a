import type { ReactNode } from 'react'
import { yearIn } from '../../kernel/calendar/calendar.ts'
import {
  type Asked,
  asQuery,
  type GetAnswer,
  get,
  nothing,
  one,
  type Page,
  page,
  post,
  type Route,
  redirect,
  versionOf,
} from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import { again, answered, door } from '../../kernel/road.ts'
import { searchedIn, searchFor } from '../../kernel/searched.ts'
import type { Option } from '../../ui/field.tsx'
import { filesLine, filesPanel } from '../files/public.tsx'
import { profileOf } from '../organisation/public.ts'
import { units } from '../people/public.ts'
import { AssessmentRead, AssessmentState } from './assessment/pages/panel.tsx'
import { audienceOf } from './casefile/audience.ts'
import { casefileTexts } from './casefile/texts.ts'
import { filterKeys, listAddress, readListFilter, readPlace, usedFilters } from './casefile/worklist.ts'
import { ClosingPanel, ClosingStatus } from './closing/pages/panel.tsx'
import { takeCase } from './commands.ts'
import { recordListing, recordView } from './commands-case.ts'
import { reference } from './deviation.ts'
import { AskedPage } from './pages/asked.tsx'
import { DeviationList, moreHref, narrowOpen } from './pages/list.tsx'
import { CasePage } from './pages/show.tsx'
import { ToldPage } from './pages/told.tsx'
import { type CaseView, caseView, showsCase } from './queries.ts'
import { surroundingsOf } from './queries-case.ts'
import { countedTo, listDeviations } from './queries-list.ts'
import { OwnPage } from './report/pages/own.tsx'
import { texts as reportTexts } from './report/texts.ts'
import { theirs } from './responsible.ts'
import { crumbsOf, forDeed, notNow, sentCase } from './routes-deed.tsx'
import { routes as timeRoutes } from './routes-times.tsx'
import { texts } from './texts.ts'
import { titleOfCase } from './title.ts'

export const routes: readonly Route[] = [
  get('/avvik', 'signedIn', getList),
  post('/avvik/sok', 'signedIn', postSearch),
  get('/avvik/:id', 'signedIn', door(anyCase)(getCase)),
  post('/avvik/:id/behandler', 'signedIn', forDeed('take')(postTake)),
  ...timeRoutes,
]

/** A plain list is not a search; one that was narrowed is logged, with the names of the filters and the number found (M23). */
async function getList(asked: Asked): Promise<GetAnswer> {
  const { ctx, locale, query } = asked
  const { search, lost } = searchedIn(asked)
  const filter = readListFilter(query, search)
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
      wordsLost={lost}
      choices={choices}
    />,
  )
}

/** The filters go into the address in plain, and the words sealed: see kernel/searched.ts. */
async function postSearch({ ctx, form }: Asked) {
  const filter = readListFilter(asQuery(form), searchFor(ctx, one(form, filterKeys.search)))
  return redirect(one(form, 'filtre') === 'flere' ? moreHref(filter) : listAddress(filter))
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

/** The case for everyone who sees anything of it; a draft is at the reporter's form. */
async function anyCase({ ctx, params }: Asked) {
  const view = isId(params.id) ? await caseView(ctx, params.id) : undefined
  if (!view) return nothing
  return view.deviation.status === 'draft' ? redirect(`/avvik/${view.deviation.id}/skjema`) : view
}

/** One address, and as much of the case as whoever asks may see of it. */
function getCase(asked: Asked, view: CaseView): Page | Promise<Page> {
  switch (audienceOf(view, asked.ctx.actor)) {
    case 'full':
      return fullPage(asked, view)
    case 'told':
      return toldPage(asked, view)
    case 'asked':
      return askedPage(asked, view)
    case 'reporter':
      return ownPage(asked, view)
  }
}

async function fullPage(asked: Asked, view: CaseView): Promise<Page> {
  const { ctx, locale } = asked
  const { id } = view.deviation
  const surroundings = await surroundingsOf(ctx, view)
  await recordView(ctx, id, surroundings.events)
  showsCase(ctx, view)
  const subject = { type: 'deviation', id }
  const related = [
    ...(await ctx.house.related(ctx, subject, locale)),
    await filesLine(ctx, { type: 'report', id }, locale, true),
    await filesLine(ctx, subject, locale),
  ]
  const body = (
    <CasePage
      view={view}
      surroundings={surroundings}
      actor={ctx.actor}
      locale={locale}
      now={ctx.now}
      sentence={(event) => ctx.house.sentence(event, locale)}
      assessment={{ state: <AssessmentState view={view} locale={locale} />, body: <AssessmentRead view={view} locale={locale} /> }}
      closing={{ state: <ClosingStatus view={view} locale={locale} />, body: <ClosingPanel view={view} locale={locale} /> }}
      related={related}
    />
  )
  return wholeCasePage(asked, view, body)
}

async function toldPage(asked: Asked, view: CaseView): Promise<Page> {
  await recordView(asked.ctx, view.deviation.id)
  return wholeCasePage(asked, view, <ToldPage view={view} locale={asked.locale} now={asked.ctx.now} />)
}

/** The case's own page: the list lies above it. */
const wholeCasePage = ({ locale }: Asked, view: CaseView, body: ReactNode): Page => {
  const title = titleOfCase(view.deviation, locale)
  return page(`${reference(view.deviation)} ${title}`, body, crumbsOf(view, locale).slice(0, 1))
}

async function askedPage({ ctx, locale }: Asked, view: CaseView): Promise<Page> {
  const mine = view.deviation.inquiries.filter((inquiry) => !inquiry.toReporter && inquiry.personId === ctx.actor.personId)
  const measures = theirs(view.deviation, ctx.actor, view.standing)
  await recordView(ctx, view.deviation.id)
  return page(
    casefileTexts(locale).page.asked.title,
    <AskedPage view={view} mine={mine} measures={measures} locale={locale} now={ctx.now} />,
  )
}

/** One's own report, and what is asked about it. */
async function ownPage({ ctx, locale }: Asked, view: CaseView): Promise<Page> {
  const questions = view.deviation.inquiries.filter((inquiry) => inquiry.toReporter)
  const files = await filesPanel(ctx, { type: 'report', id: view.deviation.id }, locale)
  const own = <OwnPage own={{ view, questions }} offers={view.called} files={files} locale={locale} />
  return page(reference(view.deviation) ?? '', own, [{ href: '/avvik/mine', label: reportTexts(locale).mine.title }])
}

/** Taking what one has taken is a double press, and no fault. */
async function postTake(asked: Asked, before: CaseView) {
  const { ctx, form, locale } = asked
  const { id } = before.deviation
  const outcome = await takeCase(ctx, id, versionOf(form))
  const here = () => redirect(`/avvik/${id}`)
  return answered(outcome, {
    done: () => redirect(`/avvik/${id}`, casefileTexts(locale).taken),
    nothingChanged: here,
    refused: async (_, status) => {
      const view = (await sentCase(asked)) ?? before
      if (view.deviation.takenBy === ctx.actor.personId) return here()
      // Somebody else has been there: the case is shown as it stands now, with who has it.
      return status === 409 ? again(409, await fullPage(asked, view)) : notNow(asked, view)
    },
  })
}
