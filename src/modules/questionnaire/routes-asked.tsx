import { localDate } from '../../kernel/calendar/calendar.ts'
import { formatDate } from '../../kernel/calendar/words.ts'
import { emptyValues, type Fields, type FieldTexts, type Values } from '../../kernel/fields.ts'
import {
  type Asked,
  get,
  madeId,
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
import { offersIn } from '../../kernel/reference.ts'
import { door } from '../../kernel/road.ts'
import { postedTo } from '../../ui/posted.tsx'
import type { After } from '../../ui/refused.ts'
import { personsById } from '../people/public.ts'
import { fieldName, textsFor } from './asking.ts'
import { answerForward, finishAction, forwardQuestion, handOverUnit, moveUnitDue } from './commands-answering.ts'
import { hasFallen, type Numbered } from './content.ts'
import { answerFields, delegateFields, doneFields, forwardFields, unitDueFields } from './fields.ts'
import { ActionPage } from './pages/action.tsx'
import { AskedPage } from './pages/asked.tsx'
import { DeedPage } from './pages/deed.tsx'
import { mayAnswer, mayHandOver, mayRun } from './permissions.ts'
import { contextOf, delegateReferences, findForward, findUnit, forwardReferences, readAnswers, readsUnit } from './queries.ts'
import type { Answer, Answers, CampaignUnit, Forward } from './questionnaire.ts'
import { at, contentOf, openUnit, questionOf, refusals, suggested, type UnitOpened, unitCrumbs } from './routes-answering.tsx'
import { noAnswer } from './rules-answering.ts'
import { unitAddress } from './tasks.ts'
import { texts } from './texts.ts'

// What is asked of somebody beside the unit itself: one question sent on, the whole unit given away, another date, an action to be done.

type Sending = UnitOpened & { readonly question: Numbered; readonly id: string; readonly to: string | null }
const forQuestion = door(async (asked: Asked): Promise<Sending | typeof nothing | typeof notAllowed> => {
  const opened = await openUnit(asked)
  if ('kind' in opened) return nothing
  if (!mayAnswer(opened.unit, asked.ctx.actor)) return notAllowed
  const question = questionOf(opened, asked.params.sporsmal)
  return question ? { ...opened, question, id: madeId(asked), to: await suggested(asked, opened) } : nothing
})
const partOf = ({ questionnaire, unit, question }: Sending) =>
  `${unitAddress(unit)}/del/${questionnaire.content.sections.findIndex(({ key }) => key === question.section.key) + 2}#${question.key}`

const forwardTexts = (locale: Asked['locale']): FieldTexts<typeof forwardFields> => {
  const t = texts(locale).asked
  return { asked: t.asked, note: t.noteField }
}
async function drawForward({ ctx, locale, form }: Asked, opened: Sending, after: After = {}) {
  const t = texts(locale).asked
  const values = { ...emptyValues(forwardFields), asked: opened.to }
  return page(
    t.forwardTitle,
    <DeedPage
      title={t.forwardTitle}
      kicker={`${opened.question.number} ${opened.question.text[locale]}`}
      save={t.send}
      back={partOf(opened)}
      version={null}
      hidden={{ id: opened.id }}
      fields={forwardFields}
      texts={forwardTexts(locale)}
      values={values}
      offers={await offersIn<typeof forwardFields>(ctx, forwardReferences, values, form)}
      locale={locale}
      {...after}
    />,
    unitCrumbs(locale, opened),
  )
}
const postForward = postedTo<Sending, typeof forwardFields, Forward>({
  fields: forwardFields,
  texts: forwardTexts,
  refusals,
  whole: true,
  draw: drawForward,
  command: ({ ctx }, { unit, id, question }, values) => forwardQuestion(ctx, unit.id, id, question.key, values),
  done: ({ locale }, opened) => redirect(partOf(opened), texts(locale).asked.sent),
  unchanged: ({ locale }, opened) => redirect(partOf(opened), texts(locale).asked.sent),
})

/** The question that somebody was asked: they see it, and nothing else of the unit. */
type AskedOf = UnitOpened & { readonly forward: Forward; readonly question: Numbered; readonly by: string }
const forAsked = door(async (asked: Asked): Promise<AskedOf | typeof nothing> => {
  const { ctx, params } = asked
  const forward = isId(params.id) ? await findForward(ctx, params.id) : undefined
  if (!forward || forward.asked !== ctx.actor.personId) return nothing
  const unit = await findUnit(ctx, forward.campaignUnitId)
  const context = unit && (await contextOf(ctx, unit))
  if (!unit || !context) return nothing
  const opened = { ...context, unit, answers: await readAnswers(ctx, unit.id) }
  const question = questionOf(opened, forward.question)
  const by = (await personsById(ctx, [forward.askedBy])).get(forward.askedBy)?.name ?? ''
  return question ? { ...opened, forward, question, by } : nothing
})
/** The same fields as in the questionnaire, without what follows: whoever knows answers, and the unit decides what to do. */
const knownFields = (opened: AskedOf): Fields => ({
  option: { kind: 'choice', of: contentOf(opened).scales[opened.question.scale].map(({ key }) => key), required: true },
  comment: answerFields.comment,
})
const knownTexts = (opened: AskedOf, locale: Asked['locale']): FieldTexts<Fields> => {
  const all = textsFor(contentOf(opened), [opened.question], locale)
  const of = (name: string) => all[fieldName(opened.question.key, name)] ?? { label: '' }
  return { option: of('option'), comment: of('comment') } as FieldTexts<Fields>
}
const drawAsked = async ({ locale }: Asked, opened: AskedOf, after: After = {}) =>
  page(
    texts(locale).asked.title,
    <AskedPage
      {...opened}
      fields={knownFields(opened)}
      labels={knownTexts(opened, locale)}
      open={opened.forward.status === 'open' && opened.unit.status === 'open' && opened.campaign.status === 'open'}
      locale={locale}
      {...after}
    />,
  )
const postAsked = (asked: Asked, opened: AskedOf): Promise<PostAnswer> =>
  postedTo<AskedOf, Fields, Answers>({
    fields: knownFields(opened),
    texts: (locale) => knownTexts(opened, locale),
    refusals,
    whole: true,
    draw: drawAsked,
    command: ({ ctx }, { forward }, values) =>
      answerForward(ctx, forward.id, { option: values.option as string | null, comment: values.comment as string | null }),
    done: ({ locale }) => redirect('/oppgaver', texts(locale).asked.thanks),
    unchanged: ({ locale }) => redirect('/oppgaver', texts(locale).asked.thanks),
  })(asked, opened)

const forHolders = door(async (asked: Asked) => {
  const opened = await openUnit(asked)
  return 'kind' in opened || mayHandOver(opened.unit, asked.ctx.actor) ? opened : notAllowed
})
const delegateTexts = (locale: Asked['locale']): FieldTexts<typeof delegateFields> => ({
  delegate: { label: texts(locale).round.handOverLabel, hint: texts(locale).round.handOverHint },
})
async function drawHandOver({ ctx, locale, form }: Asked, opened: UnitOpened, after: After = {}) {
  const t = texts(locale).round
  const values = { delegate: opened.unit.delegate }
  return page(
    t.handOver,
    <DeedPage
      title={t.handOverTitle(opened.unit.name)}
      back={unitAddress(opened.unit)}
      version={opened.unit.version}
      fields={delegateFields}
      texts={delegateTexts(locale)}
      values={values}
      offers={await offersIn<typeof delegateFields>(ctx, delegateReferences, values, form)}
      locale={locale}
      {...after}
    />,
    unitCrumbs(locale, opened),
  )
}
const again = async (asked: Asked, before: UnitOpened): Promise<UnitOpened> => {
  const now = await openUnit(asked)
  return 'kind' in now ? before : now
}
const postHandOver = postedTo<UnitOpened, typeof delegateFields, CampaignUnit>({
  fields: delegateFields,
  texts: delegateTexts,
  refusals,
  version: ({ unit }) => unit.version,
  stands: ({ unit }) => ({ delegate: unit.delegate }),
  offers: ({ ctx, form }, { unit }) => offersIn<typeof delegateFields>(ctx, delegateReferences, { delegate: unit.delegate }, form),
  reload: again,
  draw: drawHandOver,
  command: ({ ctx, form }, { unit }, { delegate }) => handOverUnit(ctx, unit.id, versionOf(form), delegate),
  done: ({ locale }, { campaign }) => redirect(`${at}/${campaign.id}`, texts(locale).round.handedOver),
  unchanged: (_, { unit }) => redirect(unitAddress(unit)),
})

const forMovers = door(async (asked: Asked) => {
  const opened = await openUnit(asked)
  return 'kind' in opened || mayRun(asked.ctx.actor) ? opened : notAllowed
})
const dueTexts = (locale: Asked['locale']): FieldTexts<typeof unitDueFields> => ({ dueOn: { label: texts(locale).round.dueLabel } })
const drawDue = async ({ locale }: Asked, opened: UnitOpened, after: After = {}) =>
  page(
    texts(locale).round.newDue,
    <DeedPage
      title={texts(locale).round.newDueTitle(opened.unit.name)}
      back={unitAddress(opened.unit)}
      version={opened.unit.version}
      fields={unitDueFields}
      texts={dueTexts(locale)}
      values={{ dueOn: opened.unit.dueOn }}
      locale={locale}
      {...after}
    />,
    unitCrumbs(locale, opened),
  )
const postDue = postedTo<UnitOpened, typeof unitDueFields, CampaignUnit>({
  fields: unitDueFields,
  texts: dueTexts,
  refusals,
  whole: true,
  version: ({ unit }) => unit.version,
  stands: ({ unit }) => ({ dueOn: unit.dueOn }),
  reload: again,
  draw: drawDue,
  command: ({ ctx, form }, { unit }, { dueOn }) => moveUnitDue(ctx, unit.id, versionOf(form), dueOn),
  done: ({ locale }, { unit }) => redirect(unitAddress(unit), texts(locale).round.moved),
  unchanged: (_, { unit }) => redirect(unitAddress(unit)),
})

/** An action, for whoever owns it and for those who may read the unit. */
type ActionOpened = UnitOpened & { readonly question: Numbered; readonly answer: Answer; readonly owner: string | null }
const forAction = door(async ({ ctx, params }: Asked): Promise<ActionOpened | typeof nothing> => {
  const unit = isId(params.enhet) ? await findUnit(ctx, params.enhet) : undefined
  const context = unit && unit.campaignId === params.id ? await contextOf(ctx, unit) : null
  if (!unit || !context) return nothing
  const answers = await readAnswers(ctx, unit.id)
  const answer = answers.get(params.sporsmal ?? '') ?? noAnswer
  if (answer.follow !== 'action' || (answer.owner !== ctx.actor.personId && !(await readsUnit(ctx, unit)))) return nothing
  const opened = { ...context, unit, answers }
  const question = questionOf(opened, params.sporsmal)
  const owner = answer.owner === null ? null : ((await personsById(ctx, [answer.owner])).get(answer.owner)?.name ?? null)
  return question ? { ...opened, question, answer, owner } : nothing
})
const doneTexts = (locale: Asked['locale']): FieldTexts<typeof doneFields> => ({
  doneOn: texts(locale).action.doneOn,
  doneNote: texts(locale).action.doneNote,
})
const drawAction = async ({ ctx, locale }: Asked, opened: ActionOpened, after: After = {}) => {
  const { answer, unit } = opened
  const values: Values<typeof doneFields> = { doneOn: answer.doneOn ?? localDate(ctx.now), doneNote: answer.doneNote }
  const writes = answer.owner === ctx.actor.personId || mayAnswer(unit, ctx.actor)
  return page(
    texts(locale).action.title,
    <ActionPage
      {...opened}
      values={values}
      labels={doneTexts(locale)}
      due={answer.dueOn === null ? null : formatDate(answer.dueOn, locale)}
      writes={writes && opened.campaign.status !== 'planned'}
      fallen={answer.doneOn === null && hasFallen(contentOf(opened), opened.answers, opened.question.key)}
      locale={locale}
      {...after}
    />,
  )
}
const postAction = postedTo<ActionOpened, typeof doneFields, Answers>({
  fields: doneFields,
  texts: doneTexts,
  refusals,
  whole: true,
  draw: drawAction,
  command: ({ ctx }, { unit, question }, values) => finishAction(ctx, unit.id, question.key, values),
  done: ({ locale }) => redirect('/oppgaver', texts(locale).action.saved),
  unchanged: ({ locale }) => redirect('/oppgaver', texts(locale).action.saved),
})

const unit = `${at}/:id/enheter/:enhet`
export const askedRoutes: readonly Route[] = [
  get(`${at}/spurt/:id`, 'signedIn', forAsked(drawAsked)),
  post(`${at}/spurt/:id`, 'signedIn', forAsked(postAsked)),
  get(`${unit}/videre/:sporsmal`, 'signedIn', forQuestion(drawForward)),
  post(`${unit}/videre/:sporsmal`, 'signedIn', forQuestion(postForward)),
  get(`${unit}/ansvar`, 'signedIn', forHolders(drawHandOver)),
  post(`${unit}/ansvar`, 'signedIn', forHolders(postHandOver)),
  get(`${unit}/frist`, 'signedIn', forMovers(drawDue)),
  post(`${unit}/frist`, 'signedIn', forMovers(postDue)),
  get(`${unit}/tiltak/:sporsmal`, 'signedIn', forAction(drawAction)),
  post(`${unit}/tiltak/:sporsmal`, 'signedIn', forAction(postAction)),
]
