import { overseesUnits } from '../../kernel/actor.ts'
import { addMonths, localDate } from '../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import {
  type Asked,
  download,
  type GetAnswer,
  get,
  notAllowed,
  nothing,
  type PostAnswer,
  page,
  post,
  type Route,
  redirect,
  refusedTo,
  versionOf,
} from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import type { Panel } from '../../kernel/module.ts'
import { again, answered, door } from '../../kernel/road.ts'
import { uiTexts } from '../../ui/texts.ts'
import { audienceOf, caseView, opensCase } from '../deviation/public.ts'
import { docxType, renderDocx, renderPdf } from '../documents/public.ts'
import { letterheadFor, organisationName } from '../organisation/public.ts'
import { personsById, units, unitsById } from '../people/public.ts'
import { adviserPanel } from '../questions/public.tsx'
import { mayReadAll, measuresById } from '../risks/public.ts'
import { approveDocument, remindUnits, reportUnitPart, sayMajorOutage } from './commands.ts'
import { auditDocument } from './documents/audit.ts'
import { outageCriteria } from './fields.ts'
import { DocumentPanel } from './pages/document-panel.tsx'
import { FindingsPanel } from './pages/findings.tsx'
import { LeaderPage } from './pages/leader.tsx'
import { type MeetingLine, MeetingsPage } from './pages/meetings.tsx'
import { ObjectivePanel, ObjectivesPanel } from './pages/objectives.tsx'
import { OutageForm, OutagePanel } from './pages/outage.tsx'
import type { StandingProps } from './pages/standing.tsx'
import { UnitsPanel } from './pages/units-panel.tsx'
import {
  activitiesBetween,
  activitiesById,
  documentsInForce,
  exercisesOf,
  findActivity,
  findAudit,
  findDocument,
  findingsOf,
  findObjective,
  meetingsByUnit,
  objectivesOf,
  outageOf,
  type UnitMeetings,
  unitParts,
} from './queries.ts'
import { tiesOf } from './queries-independence.ts'
import { registerRoutes, topicOf } from './routes-registers.tsx'
import {
  activityRules,
  exerciseRules,
  findingRules,
  hasUnits,
  isLed,
  lastMeeting,
  leadsUnit,
  mayApproveDocument,
  mayLogMeeting,
  mayReadFindings,
  meetingMonths,
  objectiveRules,
  waitsForApproval,
} from './rules.ts'
import { tiesSaid } from './rules-independence.ts'
import { texts } from './texts.ts'

/** Under an audit: what it found, and its report. */
export const findingsPanel: Panel = async (ctx, id, locale) => {
  const audit = await findAudit(ctx, id)
  if (!audit) return null
  const all = await findingsOf(ctx, id)
  const names = await personsById(ctx, [...new Set(all.flatMap(({ values }) => values.owner ?? []))])
  return <FindingsPanel {...{ audit, names, locale }} findings={all} mayAdd={findingRules.mayAdd(ctx.actor)} now={ctx.now} />
}

/** Under a governing document: its approval, and the exercises of a plan. */
export const documentPanel: Panel = async (ctx, id, locale) => {
  const record = await findDocument(ctx, id)
  if (!record) return null
  const { approvedBy } = record.values
  return (
    <DocumentPanel
      record={record}
      approver={approvedBy ? ((await personsById(ctx, [approvedBy])).get(approvedBy)?.name ?? '') : ''}
      mayApprove={mayApproveDocument(ctx.actor) && waitsForApproval(record)}
      exercises={await exercisesOf(ctx, id)}
      mayExercise={exerciseRules.mayAdd(ctx.actor)}
      locale={locale}
    />
  )
}

/** Under an objective: what is done to reach it, and how far that has come (S4-014). */
export const objectivePanel: Panel = async (ctx, id, locale) => {
  const record = await findObjective(ctx, id)
  if (!record) return null
  const { measures, activities } = record.values
  const [risks, done] = [await measuresById(ctx, measures), await activitiesById(ctx, activities)]
  const opens = mayReadAll(ctx.actor)
  const lines = [
    ...risks.map((one) => ({ ...one, name: one.name, href: opens ? `/ros/${one.risk}#tiltak` : null })),
    ...done.map(({ id: key, values }) => ({
      ...{ id: key, name: values.name ?? '', href: `/aktiviteter/${key}` },
      ...{ owner: values.responsible, dueOn: values.dueOn, doneOn: values.doneOn },
    })),
  ]
  const names = await personsById(ctx, [...new Set(lines.flatMap(({ owner }) => owner ?? []))])
  return <ObjectivePanel lines={lines} names={names} today={localDate(ctx.now)} locale={locale} />
}
/** Under the document that sets them: the objectives. */
export const objectivesPanel: Panel = async (ctx, id, locale) => {
  const record = await findDocument(ctx, id)
  if (record?.values.kind !== 'goals' || !mayReadFindings(ctx.actor)) return null
  const add = objectiveRules.mayAdd(ctx.actor) ? `/sikkerhetsmal/nytt?dokument=${id}` : null
  return <ObjectivesPanel objectives={await objectivesOf(ctx, id)} add={add} locale={locale} />
}

/** Under an activity that goes to units: who has done their part. */
export const unitsPanel: Panel = async (ctx, id, locale) => {
  const activity = await findActivity(ctx, id)
  if (!activity || activity.values.units.length === 0) return null
  const units = await unitsById(ctx, activity.values.units)
  const keeps = activityRules.mayEdit(activity, ctx.actor)
  const parts = (await unitParts(ctx, id)).map((part) => ({
    ...part,
    name: units.get(part.unit)?.name ?? '',
    may: keeps || leadsUnit(part.unit, ctx.actor),
  }))
  return <UnitsPanel activity={activity} parts={parts} mayRemind={keeps && activity.values.doneOn === null} locale={locale} />
}

/** Those who work with a case say that it is a major outage. */
async function saysOutage(ctx: Ctx, id: string): Promise<boolean> {
  const seen = isId(id) ? await caseView(ctx, id) : undefined
  return seen !== undefined && seen.deviation.status !== 'draft' && audienceOf(seen, ctx.actor) === 'full'
}
export const outagePanel: Panel = async (ctx, id, locale) => {
  const [[plan], outage] = await Promise.all([documentsInForce(ctx, ['contingencyPlan']), outageOf(ctx, id)])
  const maySay = outage === undefined && (await saysOutage(ctx, id))
  if (!outage && !maySay) return null
  return <OutagePanel {...{ outage, maySay, locale }} deviation={id} plan={plan ? { id: plan.id, name: plan.values.name ?? '' } : null} />
}
async function postOutage(asked: Asked): Promise<PostAnswer> {
  const { ctx, params, form, locale } = asked
  const id = params.id ?? ''
  if (!isId(id) || !(await opensCase(ctx, id))) return nothing
  if (!(await saysOutage(ctx, id))) return notAllowed
  const chosen = [form.criteria ?? []].flat()
  const t = texts(locale).outage
  const said = () => redirect(`/avvik/${id}`, t.said)
  return answered(
    await sayMajorOutage(
      ctx,
      id,
      outageCriteria.filter((one) => chosen.includes(one)),
    ),
    {
      done: said,
      nothingChanged: said,
      refused: async (_, status) => again(status, page(t.title, <OutageForm deviation={id} locale={locale} />)),
    },
  )
}

const forAuditReaders = door(async ({ ctx, params }: Asked) => (isId(params.id) && (await findAudit(ctx, params.id))) || nothing)
async function report({ ctx, locale, params }: Asked, audit: NonNullable<Awaited<ReturnType<typeof findAudit>>>): Promise<GetAnswer> {
  const all = await findingsOf(ctx, audit.id)
  const { values } = audit
  const persons = await personsById(ctx, [
    ...new Set([values.leader, ...values.team, ...all.map((one) => one.values.owner)].filter((one) => one !== null)),
  ])
  const units = await unitsById(ctx, values.units)
  const made = auditDocument({
    audit,
    findings: all,
    ties: tiesSaid(values, await tiesOf(ctx, values)),
    name: (id) => persons.get(id)?.name ?? units.get(id)?.name ?? '',
    language: locale,
    now: ctx.now,
    organisation: await organisationName(ctx),
    letterhead: await letterheadFor(ctx, locale),
  })
  return params.file?.endsWith('.docx')
    ? download(await renderDocx(made), docxType, 'revisjonsrapport.docx')
    : download(renderPdf(made, ctx.now), 'application/pdf', 'revisjonsrapport.pdf')
}

const refusals = (asked: Asked) => ({ ...uiTexts(asked.locale).refusals, ...texts(asked.locale).documents.refusals })
async function postApproval(asked: Asked): Promise<PostAnswer> {
  const { ctx, params, form, locale } = asked
  const id = params.id ?? ''
  if (!isId(id)) return nothing
  const said = () => redirect(`/styringsdokumenter/${id}`, texts(locale).documents.approved)
  return answered(await approveDocument(ctx, id, versionOf(form)), {
    done: said,
    nothingChanged: said,
    refused: ({ why }) => refusedTo(`/styringsdokumenter/${id}`, refusals(asked)[why as 'documentEmpty'] ?? uiTexts(locale).refusals.stale),
  })
}

const activityDeed =
  (said: 'didPart' | 'reminded', command: (ctx: Ctx, id: string, unit: string) => ReturnType<typeof reportUnitPart>) =>
  async ({ ctx, params, locale }: Asked): Promise<PostAnswer> => {
    const { id = '', enhet = '' } = params
    if (!isId(id)) return nothing
    const back = () => redirect(`/aktiviteter/${id}`, texts(locale).activities[said])
    return answered(await command(ctx, id, enhet), { done: back, nothingChanged: back, refused: back })
  }

async function linesOf(ctx: Ctx, units: readonly UnitMeetings[]): Promise<readonly MeetingLine[]> {
  const since = addMonths(localDate(ctx.now), -meetingMonths)
  const leaders = await personsById(ctx, [...new Set(units.flatMap(({ leader }) => leader ?? []))])
  return units.map((unit) => {
    const { id, name, leader, follows } = unit
    const held = lastMeeting(unit)
    return {
      ...{ id, name, last: held.last, heldIn: held.id, follows: follows?.name ?? null },
      leader: (leader && leaders.get(leader)?.name) || null,
      due: held.last === null || held.last < since,
    }
  })
}
async function overview({ ctx, locale }: Asked): Promise<GetAnswer> {
  const lines = await linesOf(ctx, await meetingsByUnit(ctx, null))
  const inOrder = [...lines.filter(({ due }) => due), ...lines.filter(({ due }) => !due)]
  return page(texts(locale).meetings.overview, <MeetingsPage lines={inOrder} mayLog={mayLogMeeting(ctx.actor)} locale={locale} />, [
    { href: '/enhetsmoter', label: texts(locale).meetings.title },
  ])
}

/** The unit asked for, of those that the reader leads, or of all for whoever oversees; the topmost where none is. */
async function standingIn({ ctx, query, locale }: Asked): Promise<StandingProps | null> {
  const tree = await units(ctx)
  const open = overseesUnits(ctx.actor) ? tree : tree.filter(({ id }) => ctx.actor.leads.includes(id))
  const unit = open.find(({ id }) => id === query.get('enhet')) ?? open[0]
  if (!unit) return null
  const tops = open.filter(({ parentId }) => !open.some(({ id }) => id === parentId))
  return {
    unit,
    counted: await ctx.house.ofUnit(ctx, unit.id, locale),
    above: [...open.filter(({ id }) => id !== unit.id && unit.path.includes(id)), ...tops.filter(({ id }) => !unit.path.includes(id))],
    below: open.filter(({ parentId }) => parentId === unit.id),
  }
}

async function leaderPage(asked: Asked): Promise<GetAnswer> {
  const { ctx, locale } = asked
  const today = localDate(ctx.now)
  const { leads } = ctx.actor
  const approved = (await documentsInForce(ctx, ['goals', 'responsibility'])).filter(({ values }) => values.approvedAt !== null)
  const names = await personsById(ctx, [...new Set(approved.flatMap(({ values }) => values.approvedBy ?? []))])
  const year = [`${today.slice(0, 4)}-01-01`, `${today.slice(0, 4)}-12-31`] as const
  const waiting = []
  for (const activity of await activitiesBetween(ctx, ...year)) {
    if (activity.values.doneOn !== null || !activity.values.units.some((unit) => leads.includes(unit))) continue
    const open = (await unitParts(ctx, activity.id)).some(({ unit, doneAt }) => doneAt === null && leads.includes(unit))
    if (open) waiting.push({ activity, late: (activity.values.dueOn ?? '') < today })
  }
  const t = texts(locale)
  return page(
    t.leader.title,
    <LeaderPage
      approved={approved.map((document) => ({ document, by: names.get(document.values.approvedBy ?? '')?.name ?? '' }))}
      meetings={await linesOf(ctx, leads.length > 0 ? (await meetingsByUnit(ctx, leads)).filter(isLed) : [])}
      activities={waiting}
      topic={topicOf(t.meetings.topics, ctx.now)}
      leads={leads.length > 0}
      adviser={await adviserPanel(ctx, '/leder', locale)}
      standing={await standingIn(asked)}
      locale={locale}
    />,
  )
}

export const routes: readonly Route[] = [
  get('/leder', hasUnits, leaderPage),
  get('/enhetsmoter/oversikt', 'signedIn', overview),
  get('/revisjoner/:id/:file{rapport\\.(?:pdf|docx)}', 'signedIn', forAuditReaders(report)),
  post('/styringsdokumenter/:id/godkjenning', mayApproveDocument, postApproval),
  post('/aktiviteter/:id/enheter/:enhet', 'signedIn', activityDeed('didPart', reportUnitPart)),
  post('/aktiviteter/:id/paminnelse', 'signedIn', activityDeed('reminded', remindUnits)),
  post('/avvik/:id/driftsavbrudd', 'signedIn', postOutage),
  ...registerRoutes,
]
