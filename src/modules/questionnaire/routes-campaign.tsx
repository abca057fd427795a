import { addDays, localDate } from '../../kernel/calendar/calendar.ts'
import type { Outcome } from '../../kernel/change.ts'
import { emptyValues, type Values } from '../../kernel/fields.ts'
import { type Asked, get, madeId, notAllowed, nothing, page, post, type Route, redirect, versionOf } from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import { offersIn } from '../../kernel/reference.ts'
import { answered, again as asAgain, door } from '../../kernel/road.ts'
import { postedTo } from '../../ui/posted.tsx'
import { type After, refusedBy } from '../../ui/refused.ts'
import { personsById, units } from '../people/public.ts'
import { closeCampaign, editCampaign, openCampaign, planCampaign } from './commands.ts'
import { readingOf } from './content.ts'
import { campaignFields, openFields } from './fields.ts'
import { DeedPage } from './pages/deed.tsx'
import { RoundPage } from './pages/round.tsx'
import { RoundsPage } from './pages/rounds.tsx'
import { mayAnswer, mayReadReport, mayRun, seesRespondents } from './permissions.ts'
import {
  allCampaigns,
  allQuestionnaires,
  campaignReferences,
  findCampaign,
  findQuestionnaire,
  respondentsOf,
  roundOf,
  sentOf,
  unitsOfCampaign,
  unitsOwedBy,
} from './queries.ts'
import type { Campaign, CampaignEvent } from './questionnaire.ts'
import { at, refusals } from './routes-answering.tsx'
import { frozen } from './rules-campaign.ts'
import { coverageIn, mean } from './score.ts'
import { texts } from './texts.ts'

async function drawRounds({ ctx, locale }: Asked) {
  const { actor } = ctx
  const all = mayReadReport(actor)
  const campaigns = await allCampaigns(ctx)
  const owed = await unitsOwedBy(ctx)
  // For those who run it, those who lead a unit, and those who were given one.
  if (!all && actor.leads.length === 0 && owed.length === 0) return notAllowed
  const seen = all ? campaigns : campaigns.filter(({ id }) => owed.some(({ campaignId }) => campaignId === id))
  return page(
    texts(locale).title,
    <RoundsPage
      campaigns={seen}
      owed={owed.filter((unit) => mayAnswer(unit, actor))}
      sent={await sentOf(ctx)}
      may={{ run: mayRun(actor), begin: mayRun(actor) && (await allQuestionnaires(ctx)).some(({ status }) => status === 'published') }}
      now={ctx.now}
      locale={locale}
    />,
  )
}

/** A round, for those who read the report; those who answer for a unit have that unit's page. */
const open = async ({ ctx, params }: Asked): Promise<Campaign | typeof nothing> => {
  const campaign = isId(params.id) ? await findCampaign(ctx, params.id) : undefined
  if (!campaign) return nothing
  if (mayReadReport(ctx.actor)) return campaign
  return (await unitsOfCampaign(ctx, campaign.id)).some((unit) => mayAnswer(unit, ctx.actor)) ? campaign : nothing
}
const forReaders = door(open)
const forRunners = door(async (asked: Asked) => (mayRun(asked.ctx.actor) ? open(asked) : nothing))
const crumbs = (locale: Asked['locale'], campaign?: Campaign) => [
  { href: at, label: texts(locale).title },
  ...(campaign ? [{ href: `${at}/${campaign.id}`, label: campaign.values.name ?? '' }] : []),
]

async function drawRound({ ctx, locale, query }: Asked, campaign: Campaign, { refused }: After = {}) {
  const round = await roundOf(ctx, campaign)
  const questionnaire = campaign.values.questionnaire === null ? undefined : await findQuestionnaire(ctx, campaign.values.questionnaire)
  const whole = mayReadReport(ctx.actor)
  const shown = whole ? round.units : round.units.filter((unit) => mayAnswer(unit, ctx.actor))
  const reading = readingOf(round.content)
  const coverage = mean(
    shown.filter(({ status }) => status === 'sent').map(({ id }) => coverageIn(reading, round.answers.get(id) ?? new Map())),
  )
  const sees = seesRespondents(campaign, ctx.actor)
  const under = shown.find(({ id }) => id === query.get('under')) ?? null
  return page(
    campaign.values.name ?? '',
    <RoundPage
      campaign={campaign}
      questionnaire={questionnaire}
      units={shown}
      under={under}
      planned={campaign.status === 'planned' ? frozen(await units(ctx), campaign.values).length : 0}
      coverage={coverage}
      administrator={(await personsById(ctx, [campaign.administrator])).get(campaign.administrator)?.name ?? null}
      respondents={sees ? await respondentsOf(ctx, campaign.id) : null}
      may={{ run: mayRun(ctx.actor), report: whole }}
      refused={refused}
      now={ctx.now}
      locale={locale}
    />,
    crumbs(locale),
  )
}

type Planning = { readonly id: string; readonly values: Values<typeof campaignFields> }
async function drawNew({ ctx, locale, form }: Asked, { id, values }: Planning, after: After = {}) {
  const t = texts(locale).round
  return page(
    t.newTitle,
    <DeedPage
      title={t.newTitle}
      save={t.plan}
      back={at}
      version={null}
      hidden={{ id }}
      fields={campaignFields}
      texts={texts(locale).campaign}
      values={values}
      offers={await offersIn<typeof campaignFields>(ctx, campaignReferences, values, form)}
      locale={locale}
      {...after}
    />,
    crumbs(locale),
  )
}
async function planning(asked: Asked): Promise<Planning> {
  const { ctx, locale } = asked
  const latest = (await allQuestionnaires(ctx)).find(({ status }) => status === 'published')
  const today = localDate(ctx.now)
  const year = Number(today.slice(0, 4))
  const blank = {
    name: `${texts(locale).title} ${year}`,
    year,
    questionnaire: latest?.id ?? null,
    opensOn: today,
    dueOn: addDays(today, 30),
  }
  return { id: madeId(asked), values: { ...emptyValues(campaignFields), daysALevel: 0, ...blank } }
}
const postNew = postedTo<Planning, typeof campaignFields, Campaign>({
  fields: campaignFields,
  texts: (locale) => texts(locale).campaign,
  refusals,
  whole: true,
  draw: drawNew,
  command: ({ ctx }, { id }, values) => planCampaign(ctx, id, values),
  done: ({ locale }, { id }) => redirect(`${at}/${id}`, texts(locale).round.planned),
  unchanged: (_, { id }) => redirect(`${at}/${id}`),
})

/** While units answer, only its name, date and contact may change. */
const shownIn = ({ status }: Campaign) => (status === 'planned' ? campaignFields : openFields) as typeof campaignFields
async function drawEdit({ ctx, locale, form }: Asked, campaign: Campaign, after: After = {}) {
  const t = texts(locale).round
  const { values, version } = campaign
  return page(
    t.editTitle,
    <DeedPage
      title={t.editTitle}
      kicker={values.name ?? ''}
      back={`${at}/${campaign.id}`}
      version={version}
      fields={shownIn(campaign)}
      texts={texts(locale).campaign}
      values={values}
      offers={await offersIn<typeof campaignFields>(ctx, campaignReferences, values, form)}
      locale={locale}
      {...after}
    />,
    crumbs(locale, campaign),
  )
}
const postEdit = (asked: Asked, campaign: Campaign) =>
  postedTo<Campaign, typeof campaignFields, Campaign>({
    fields: shownIn(campaign),
    texts: (locale) => texts(locale).campaign,
    refusals,
    merges: true,
    version: ({ version }) => version,
    stands: ({ values }) => values,
    offers: ({ ctx, form }, { values }) => offersIn<typeof campaignFields>(ctx, campaignReferences, values, form),
    reload: async ({ ctx }, before) => (await findCampaign(ctx, before.id)) ?? before,
    draw: drawEdit,
    command: ({ ctx, form }, { id, values: stands }, values) => editCampaign(ctx, id, versionOf(form), { ...stands, ...values }),
    done: ({ locale }, { id }) => redirect(`${at}/${id}`, texts(locale).round.saved),
    unchanged: (_, { id }) => redirect(`${at}/${id}`),
  })(asked, campaign)

type Deed = (ctx: Asked['ctx'], id: string, version: number) => Promise<Outcome<Campaign, CampaignEvent>>
const deed = (said: 'opened' | 'closed', command: Deed) =>
  forRunners(async (asked: Asked, campaign: Campaign) => {
    const { ctx, locale, form } = asked
    const there = redirect(`${at}/${campaign.id}`, texts(locale).round[said])
    return answered(await command(ctx, campaign.id, versionOf(form)), {
      done: () => there,
      nothingChanged: () => there,
      refused: async (refusal, status) => {
        const now = (await findCampaign(ctx, campaign.id)) ?? campaign
        return asAgain(status, await drawRound(asked, now, { refused: refusedBy(refusal, asked, refusals) }))
      },
    })
  })

export const campaignRoutes: readonly Route[] = [
  get(at, 'signedIn', drawRounds),
  get(`${at}/ny`, mayRun, async (asked) => drawNew(asked, await planning(asked))),
  post(`${at}/ny`, mayRun, async (asked) => postNew(asked, await planning(asked))),
  get(`${at}/:id`, 'signedIn', forReaders(drawRound)),
  get(`${at}/:id/endring`, mayRun, forRunners(drawEdit)),
  post(`${at}/:id/endring`, mayRun, forRunners(postEdit)),
  post(`${at}/:id/apning`, mayRun, deed('opened', openCampaign)),
  post(`${at}/:id/avslutning`, mayRun, deed('closed', closeCampaign)),
]
