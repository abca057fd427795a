import type { ComponentChildren } from 'preact'
import { type Asked, get, nothing, type Page, page, post, type Route, redirect, versionOf } from '../../../kernel/http.ts'
import { isId } from '../../../kernel/ids.ts'
import { again, answered, door } from '../../../kernel/road.ts'
import { listRoutes } from '../../../register/list.tsx'
import { filesLine, filesPanel } from '../../files/public.tsx'
import { AssessmentRead, AssessmentState } from '../assessment/pages/panel.tsx'
import { audienceOf } from '../audience.ts'
import { ClosingPanel, ClosingStatus } from '../closing/pages/panel.tsx'
import { takeCase } from '../commands.ts'
import { recordView } from '../commands-reading.ts'
import { crumbsOf, forDeed, notNow, sentCase } from '../deed/routes-deed.tsx'
import { reference } from '../deviation.ts'
import { statusGoingOn } from '../merging/queries.ts'
import { type CaseView, caseView, showsCase } from '../queries.ts'
import { OwnPage } from '../report/pages/own.tsx'
import { texts as reportTexts } from '../report/texts.ts'
import { theirs } from '../responsible.ts'
import { titleOfCase } from '../title.ts'
import { list } from './list.tsx'
import { AskedPage } from './pages/asked.tsx'
import { CasePage } from './pages/show.tsx'
import { ToldPage } from './pages/told.tsx'
import { surroundingsOf } from './queries-case.ts'
import { routes as timeRoutes } from './routes-times.tsx'
import { overviewTexts } from './texts.ts'

export const routes: readonly Route[] = [
  ...listRoutes(list, 'signedIn'),
  get('/avvik/:id', 'signedIn', door(anyCase)(getCase)),
  post('/avvik/:id/behandler', 'signedIn', forDeed('take')(postTake)),
  ...timeRoutes,
]

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
  showsCase(ctx, view)
  const subject = { type: 'deviation', id }
  const [surroundings, panels, ofReport, ofCase, authority, subjects] = await Promise.all([
    surroundingsOf(ctx, view),
    ctx.house.related(ctx, subject, locale),
    filesLine(ctx, { type: 'report', id }, locale, true),
    filesLine(ctx, subject, locale),
    drawnFor(ctx, 'deviation.authority', id, locale),
    drawnFor(ctx, 'deviation.subjects', id, locale),
  ])
  await recordView(ctx, id, surroundings.events)
  const related = [...panels, ofReport, ofCase]
  const outside = { authority, subjects }
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
      outside={outside}
    />
  )
  return wholeCasePage(asked, view, body)
}

/** What later modules draw under one of the courses of a case. */
const drawnFor = async (ctx: Asked['ctx'], type: string, id: string, locale: Asked['locale']) =>
  (await ctx.house.related(ctx, { type, id }, locale)).filter((one) => one !== null)

async function toldPage(asked: Asked, view: CaseView): Promise<Page> {
  await recordView(asked.ctx, view.deviation.id)
  return wholeCasePage(asked, view, <ToldPage view={view} locale={asked.locale} now={asked.ctx.now} />)
}

/** The case's own page: the list lies above it. */
const wholeCasePage = ({ locale }: Asked, view: CaseView, body: ComponentChildren): Page => {
  const title = titleOfCase(view.deviation, locale)
  return page(`${reference(view.deviation)} ${title}`, body, crumbsOf(view, locale).slice(0, 1))
}

async function askedPage({ ctx, locale }: Asked, view: CaseView): Promise<Page> {
  const mine = view.deviation.inquiries.filter((inquiry) => !inquiry.toReporter && inquiry.personId === ctx.actor.personId)
  const measures = theirs(view.deviation, ctx.actor, view.standing)
  await recordView(ctx, view.deviation.id)
  return page(
    overviewTexts(locale).page.asked.title,
    <AskedPage view={view} mine={mine} measures={measures} locale={locale} now={ctx.now} />,
  )
}

/** One's own report, and what is asked about it. */
async function ownPage({ ctx, locale }: Asked, view: CaseView): Promise<Page> {
  const questions = view.deviation.inquiries.filter((inquiry) => inquiry.toReporter)
  const files = await filesPanel(ctx, { type: 'report', id: view.deviation.id }, locale)
  const status = await statusGoingOn(ctx, view.deviation)
  const own = <OwnPage own={{ view, status, questions }} offers={view.called} files={files} locale={locale} />
  return page(reference(view.deviation) ?? '', own, [{ href: '/avvik/mine', label: reportTexts(locale).mine.title }])
}

/** Taking what one has taken is a double press, and no fault. */
async function postTake(asked: Asked, before: CaseView) {
  const { ctx, form, locale } = asked
  const { id } = before.deviation
  const outcome = await takeCase(ctx, id, versionOf(form))
  const here = () => redirect(`/avvik/${id}`)
  return answered(outcome, {
    done: () => redirect(`/avvik/${id}`, overviewTexts(locale).taken),
    nothingChanged: here,
    refused: async (_, status) => {
      const view = (await sentCase(asked)) ?? before
      if (view.deviation.takenBy === ctx.actor.personId) return here()
      // Somebody else has been there: the case is shown as it stands now, with who has it.
      return status === 409 ? again(409, await fullPage(asked, view)) : notNow(asked, view)
    },
  })
}
