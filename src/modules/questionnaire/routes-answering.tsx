import { refuse } from '../../kernel/change.ts'
import { type Fields, parse, type Values } from '../../kernel/fields.ts'
import {
  type Asked,
  get,
  json,
  notAllowed,
  nothing,
  one,
  type PostAnswer,
  page,
  post,
  type Route,
  redirect,
  refusedTo,
  versionOf,
} from '../../kernel/http.ts'
import { isId, newId } from '../../kernel/ids.ts'
import { merge } from '../../kernel/merge.ts'
import { namesIn, offersIn, type Reference } from '../../kernel/reference.ts'
import { again, answered, door } from '../../kernel/road.ts'
import type { Locale } from '../../kernel/texts.ts'
import { postedTo } from '../../ui/posted.tsx'
import { type After, refusedBy } from '../../ui/refused.ts'
import { uiTexts } from '../../ui/texts.ts'
import { beginReport } from '../deviation/public.ts'
import { leaderOfUnit, personReference, personsById } from '../people/public.ts'
import { answersOf, calledFor, fieldsFor, questionsOf, textsFor, valuesFor } from './asking.ts'
import { confirmActivities, reopenAnswers, saveAnswers, sendAnswers } from './commands-answering.ts'
import { type Content, isBad, type Known, type Numbered, numbered, type Section } from './content.ts'
import { CheckPage } from './pages/check.tsx'
import { ReviewPage } from './pages/review.tsx'
import { SectionPage } from './pages/section.tsx'
import { UnitPage } from './pages/unit.tsx'
import { mayAnswer, mayHandOver, mayRun } from './permissions.ts'
import { answeredBefore, answeredBelow, contextOf, findUnit, forwardsOf, readAnswers, readsUnit } from './queries.ts'
import { factsOf, ownActivities } from './queries-known.ts'
import type { Answers, Campaign, CampaignUnit, Questionnaire } from './questionnaire.ts'
import { wantsOf } from './rules-answering.ts'
import { unitAddress } from './tasks.ts'
import { texts } from './texts.ts'

export const at = '/internkontroll'
export const refusals = (locale: Locale) => ({ ...uiTexts(locale).refusals, ...texts(locale).refusals })

export type UnitOpened = {
  readonly campaign: Campaign
  readonly questionnaire: Questionnaire
  readonly unit: CampaignUnit
  readonly answers: Answers
}
export const contentOf = ({ questionnaire }: UnitOpened): Content => questionnaire.content

/** A unit of a round, for those who may read what it answers; to everybody else it does not exist. */
export async function openUnit({ ctx, params }: Asked): Promise<UnitOpened | typeof nothing> {
  const unit = isId(params.enhet) && isId(params.id) ? await findUnit(ctx, params.enhet) : undefined
  if (!unit || unit.campaignId !== params.id || !(await readsUnit(ctx, unit))) return nothing
  const context = await contextOf(ctx, unit)
  return context ? { ...context, unit, answers: await readAnswers(ctx, unit.id) } : nothing
}
export const forReaders = door(openUnit)
export const forAnswerers = door(async (asked: Asked) => {
  const opened = await openUnit(asked)
  return 'kind' in opened || mayAnswer(opened.unit, asked.ctx.actor) ? opened : notAllowed
})
export const canWrite = ({ campaign, unit }: UnitOpened): boolean => campaign.status === 'open' && unit.status === 'open'
export const unitCrumbs = (locale: Locale, { campaign, unit }: UnitOpened, inside = true) => [
  { href: at, label: texts(locale).title },
  { href: `${at}/${campaign.id}`, label: campaign.values.name ?? '' },
  ...(inside ? [{ href: unitAddress(unit), label: unit.name }] : []),
]
const reloaded = async (asked: Asked, before: UnitOpened): Promise<UnitOpened> => {
  const now = await openUnit(asked)
  return 'kind' in now ? before : now
}

async function drawUnit({ ctx, locale }: Asked, opened: UnitOpened, { refused }: After = {}) {
  const { unit, campaign, answers } = opened
  const below = await answeredBelow(ctx, campaign.id, unit.id)
  const activities = await ownActivities(ctx, unit.unitId)
  const delegate = unit.delegate === null ? undefined : (await personsById(ctx, [unit.delegate])).get(unit.delegate)
  const may = {
    answer: mayAnswer(unit, ctx.actor),
    handOver: mayHandOver(unit, ctx.actor),
    move: mayRun(ctx.actor),
    reopen: mayAnswer(unit, ctx.actor) || mayRun(ctx.actor),
  }
  const props = { campaign, unit, answers, content: contentOf(opened), below, activities, delegate: delegate?.name ?? null, may, refused }
  return page(unit.name, <UnitPage {...props} now={ctx.now} locale={locale} />, unitCrumbs(locale, opened, false))
}

/** Part 1 is the unit's own (S2-05); the sections of the edition follow. */
type SectionOpened = UnitOpened & { readonly section: Section; readonly number: number; readonly questions: readonly Numbered[] }
const forSection = door(async (asked: Asked): Promise<SectionOpened | typeof nothing> => {
  const opened = await openUnit(asked)
  if ('kind' in opened) return nothing
  const number = /^\d{1,2}$/.test(asked.params.del ?? '') ? Number(asked.params.del) : 0
  const section = contentOf(opened).sections[number - 2]
  return section ? { ...opened, section, number, questions: questionsOf(contentOf(opened), section.key, opened.answers) } : nothing
})

const ownersIn = (fields: Fields): Readonly<Record<string, Reference>> =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([, { kind }]) => kind === 'reference')
      .map(([name]) => [name, personReference]),
  )

async function drawSection({ ctx, locale, form }: Asked, opened: SectionOpened, after: After = {}) {
  const { campaign, unit, answers, section, number, questions } = opened
  const content = contentOf(opened)
  const fields = fieldsFor(content, questions)
  const values = valuesFor(questions, answers)
  const writes = canWrite(opened) && mayAnswer(unit, ctx.actor)
  const offers = writes ? await offersIn(ctx, ownersIn(fields), values, form) : await namesIn(ctx, ownersIn(fields), values)
  const asked = questions.flatMap(({ known }): readonly Known[] => (known ? [known] : []))
  const forwards = await forwardsOf(ctx, unit.id)
  const names = await personsById(ctx, [...new Set(forwards.map((forward) => forward.asked))])
  return page(
    `${number}. ${section.title[locale]}`,
    <SectionPage
      {...{ campaign, unit, content, section, number, questions, fields, values, answers, writes, locale }}
      labels={textsFor(content, questions, locale)}
      offers={offers}
      facts={await factsOf(ctx, unit.unitId, asked)}
      before={await answeredBefore(ctx, campaign, unit)}
      below={await answeredBelow(ctx, campaign.id, unit.id)}
      forwards={forwards
        .filter(({ status }) => status === 'open')
        .map(({ question, asked: to }) => ({ question, name: names.get(to)?.name ?? '' }))}
      now={ctx.now}
      {...after}
    />,
    unitCrumbs(locale, opened),
  )
}

/** Where one goes from a part: on, back, to all parts, to ask somebody, to report. */
function onward({ form }: Asked, { unit, number, questionnaire }: SectionOpened) {
  const here = unitAddress(unit)
  const where = one(form, 'videre')
  const [deed, key] = where.split(':')
  if (deed === 'spor' && key) return `${here}/videre/${key}`
  if (where === 'tilbake') return number > 2 ? `${here}/del/${number - 1}` : here
  if (where === 'oversikt') return here
  return number - 1 < questionnaire.content.sections.length ? `${here}/del/${number + 1}` : `${here}/sending`
}

async function postSection(asked: Asked, opened: SectionOpened): Promise<PostAnswer> {
  const { ctx, form, locale } = asked
  if (!mayAnswer(opened.unit, ctx.actor)) return notAllowed
  const content = contentOf(opened)
  const fields = fieldsFor(content, opened.questions)
  const moved = versionOf(form) !== opened.unit.version
  const done = () => redirect(onward(asked, opened))
  const posted = await postedTo<SectionOpened, Fields, Answers>({
    fields,
    texts: () => textsFor(content, opened.questions, locale),
    refusals,
    // What this page has saved by itself meanwhile is its own, and not another's.
    ...(moved ? { merges: true as const } : {}),
    version: ({ unit }) => unit.version,
    stands: ({ questions, answers }) => valuesFor(questions, answers),
    offers: (same, { questions, answers }) => offersIn(same.ctx, ownersIn(fields), valuesFor(questions, answers), same.form),
    reload: async (same, before) => ({ ...before, ...(await reloaded(same, before)) }),
    draw: drawSection,
    command: (same, { unit, answers }, values) => saveAnswers(same.ctx, unit.id, versionOf(same.form), answersOf(content, values, answers)),
    done,
    unchanged: done,
  })(asked, opened)
  if (posted.kind !== 'redirect') return posted
  const [deed, key, draft] = one(form, 'videre').split(':')
  if (deed === 'meld' && key) return reportBegun(asked, opened, key, draft)
  const next = deed
    ? undefined
    : calledFor(content, opened.section.key, await readAnswers(ctx, opened.unit.id), one(form, 'stilt').split(' '))
  return next ? redirect(`${unitAddress(opened.unit)}/del/${opened.number}#${next.key}`) : posted
}

/**
 * A bad answer is a deviation: its report is begun with what is known, and whoever reports goes on there (S2-65). `draft`: the id that the
 * page made for it, so that a double press begins one.
 */
async function reportBegun({ ctx, locale }: Asked, opened: SectionOpened, key: string, draft: string | undefined): Promise<PostAnswer> {
  const question = opened.questions.find((one) => one.key === key)
  const given = (await readAnswers(ctx, opened.unit.id)).get(key)
  if (!question?.reports || !isBad(contentOf(opened), question, given?.option ?? null))
    return redirect(`${unitAddress(opened.unit)}/del/${opened.number}`)
  const whatHappened = given?.comment ?? given?.reason ?? question.text[locale]
  const known = { affectedUnit: opened.unit.unitId, whatHappened, discoveredAt: ctx.now }
  const id = await beginReport(ctx, isId(draft) ? draft : newId(ctx.now), known)
  return redirect(id ? `/avvik/${id}/skjema` : '/avvik/ny')
}

/** Saved as one writes. What cannot be read is left, and the rest is kept. */
async function autosaved(asked: Asked, opened: SectionOpened): Promise<PostAnswer> {
  const { ctx, form } = asked
  if (!mayAnswer(opened.unit, ctx.actor)) return notAllowed
  const content = contentOf(opened)
  const fields = fieldsFor(content, opened.questions)
  const moved = versionOf(form) !== opened.unit.version
  const merged = moved ? merge(fields, form, valuesFor(opened.questions, opened.answers)) : null
  if (moved && (!merged || merged.both.length > 0)) return json({ error: 'stale', fields: merged?.both ?? [] }, 409)
  const { values, problems } = parse(fields, merged?.form ?? form)
  const without = problems.map(({ field }) => field)
  const good = Object.fromEntries(Object.entries(values).filter(([name]) => !without.includes(name))) as Values<Fields>
  const outcome = await saveAnswers(ctx, opened.unit.id, null, answersOf(content, good, opened.answers))
  if (!outcome.ok && outcome.why !== 'nothingChanged') return json({ error: outcome.why, fields: outcome.fields }, 409)
  const now = await findUnit(ctx, opened.unit.id)
  return json({ version: now?.version ?? null, ...(without.length > 0 && { fields: without }) })
}

async function drawReview({ ctx, locale }: Asked, opened: UnitOpened, after: After = {}) {
  const activities = await ownActivities(ctx, opened.unit.unitId)
  const props = { campaign: opened.campaign, unit: opened.unit, activities, may: canWrite(opened) && mayAnswer(opened.unit, ctx.actor) }
  return page(texts(locale).answering.review, <ReviewPage {...props} {...after} locale={locale} />, unitCrumbs(locale, opened))
}

async function postReview({ ctx, locale, form }: Asked, { unit }: UnitOpened): Promise<PostAnswer> {
  const ids = [form.behandling ?? []].flat().filter(isId)
  const t = texts(locale).answering
  const confirmed = await confirmActivities(ctx, unit.id, ids)
  const left = ids.length - confirmed
  const back = `${unitAddress(unit)}/gjennomgang`
  // What was not done is told as that, and the page shows which they are and where their questions stand.
  if (left > 0) return refusedTo(back, [confirmed > 0 ? t.confirmed(confirmed) : null, t.confirmLeft(left)].filter(Boolean).join(' '))
  return redirect(back, t.confirmed(confirmed))
}

async function drawCheck({ ctx, locale, form }: Asked, opened: UnitOpened, after: After = {}) {
  const { campaign, unit, answers } = opened
  const activities = await ownActivities(ctx, unit.unitId)
  const opened0 = campaign.openedAt
  const unconfirmed = activities.filter(({ touchedAt }) => opened0 !== null && touchedAt < opened0).length
  const given = 'unit' in form ? one(form, 'unit') : unit.unitId
  const props = { campaign, unit, answers, content: contentOf(opened), wants: wantsOf(contentOf(opened), answers), unconfirmed, given }
  return page(texts(locale).answering.check, <CheckPage {...props} {...after} locale={locale} />, unitCrumbs(locale, opened))
}

async function postCheck(asked: Asked, opened: UnitOpened): Promise<PostAnswer> {
  const { ctx, locale, form } = asked
  const unit = one(form, 'unit')
  const here = unitAddress(opened.unit)
  const { answering } = texts(locale)
  return answered(await sendAnswers(ctx, opened.unit.id, versionOf(form), isId(unit) ? unit : null), {
    done: () => redirect(here, answering.sent),
    nothingChanged: () => redirect(here, answering.sent),
    refused: async (refusal, status) => {
      const now = await reloaded(asked, opened)
      const labels = { unit: { label: answering.unit } }
      const fields = refusal.why === 'notAnswered' ? [] : refusal.fields
      return again(status, await drawCheck(asked, now, { refused: refusedBy(refuse(refusal.why, fields), asked, refusals, labels) }))
    },
  })
}

const postReopen = (asked: Asked, opened: UnitOpened): Promise<PostAnswer> => {
  const { ctx, locale, form } = asked
  return reopenAnswers(ctx, opened.unit.id, versionOf(form)).then((outcome) =>
    answered(outcome, {
      done: () => redirect(unitAddress(opened.unit), texts(locale).answering.reopened),
      nothingChanged: () => redirect(unitAddress(opened.unit)),
      refused: async (refusal, status) => {
        const now = await reloaded(asked, opened)
        return again(status, await drawUnit(asked, now, { refused: refusedBy(refusal, asked, refusals, {}) }))
      },
    }),
  )
}

/** Whom a question is best sent to: the leader above whoever asks. */
export const suggested = async ({ ctx }: Asked, { unit }: UnitOpened): Promise<string | null> => {
  const leader = await leaderOfUnit(ctx, unit.unitId)
  return leader && leader.id !== ctx.actor.personId ? leader.id : null
}
export const questionOf = (opened: UnitOpened, key: string | undefined): Numbered | undefined =>
  numbered(contentOf(opened)).find((question) => question.key === key)

const unit = `${at}/:id/enheter/:enhet`
export const answeringRoutes: readonly Route[] = [
  get(unit, 'signedIn', forReaders(drawUnit)),
  get(`${unit}/del/:del`, 'signedIn', forSection(drawSection)),
  post(`${unit}/del/:del`, 'signedIn', forSection(postSection)),
  post(`${unit}/del/:del/lagring`, 'signedIn', forSection(autosaved)),
  get(`${unit}/gjennomgang`, 'signedIn', forReaders(drawReview)),
  post(`${unit}/gjennomgang`, 'signedIn', forAnswerers(postReview)),
  get(`${unit}/sending`, 'signedIn', forAnswerers(drawCheck)),
  post(`${unit}/sending`, 'signedIn', forAnswerers(postCheck)),
  post(`${unit}/endring`, 'signedIn', forReaders(postReopen)),
]
