import { emptyValues, parseWhole } from '../../kernel/fields.ts'
import {
  type Asked,
  type GetAnswer,
  get,
  madeId,
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
import { namesIn, offersIn } from '../../kernel/reference.ts'
import { again, answered, door } from '../../kernel/road.ts'
import type { Locale } from '../../kernel/texts.ts'
import { listRoutes } from '../../register/list.tsx'
import { each } from '../../ui/each.ts'
import { postedTo } from '../../ui/posted.tsx'
import { type After, refusalText, refusedBy } from '../../ui/refused.ts'
import { uiTexts } from '../../ui/texts.ts'
import { filesPanel } from '../files/public.tsx'
import { onlyWhere, profileOf } from '../organisation/public.ts'
import { personsById, unitOptions, units, unitsById } from '../people/public.ts'
import {
  arrangeTalk,
  askTalk,
  closeComplaint,
  discardComplaint,
  draftComplaint,
  editComplaint,
  receiveComplaint,
  sendComplaint,
} from './commands.ts'
import type { Asking, Complaint, Talk } from './complaint.ts'
import { askFields, closingFields, type recordFields, talkFields, type talkRecordFields } from './fields.ts'
import { list } from './list.tsx'
import { ArticlePage } from './pages/article.tsx'
import { FiguresPage } from './pages/figures.tsx'
import { ShowComplaint } from './pages/show.tsx'
import { TalkPage } from './pages/talk.tsx'
import { ChooseUnitPage, WritePage } from './pages/write.tsx'
import { ethicsProfile } from './profile.ts'
import {
  askReferences,
  complaintFigures,
  findComplaint,
  findTalk,
  headsOfStudies,
  leaderNow,
  placeOf,
  receiverUnitOf,
  recordReferences,
  talkReferences,
} from './queries.ts'
import { mayEdit } from './rules.ts'
import { texts } from './texts.ts'

const at = '/forskningsetikk'
const cases = `${at}/klager`
const refusals = (locale: Locale) => ({ ...uiTexts(locale).refusals, ...texts(locale).refusals })
const crumbs = (locale: Locale, more: readonly { readonly href: string; readonly label: string }[] = []) => [
  { href: at, label: texts(locale).title },
  ...more,
]
const ofCases = (locale: Locale) => crumbs(locale, [{ href: cases, label: texts(locale).mine }])

type Begun = { readonly id: string; readonly asking: Asking; readonly complaint: Complaint | null }

async function drawWrite(asked: Asked, { id, asking: stands, complaint }: Begun, after: After = {}) {
  const { ctx, locale, form } = asked
  // A form that comes back is about the faculty that was posted, and not the one it began with.
  const posted = one(form, 'unit')
  const asking = 'unit' in form ? { ...stands, unit: isId(posted) ? posted : null } : stands
  const t = texts(locale)
  const back = complaint ? `${cases}/${id}` : at
  return page(
    complaint ? t.editTitle : t.add,
    <WritePage
      id={id}
      title={complaint ? t.editTitle : t.add}
      action={complaint ? undefined : `${at}/ny`}
      version={complaint?.version ?? null}
      asking={asking}
      offers={await offersIn<typeof askFields>(ctx, askReferences, asking, form)}
      heads={asking.unit === null ? [] : await headsOfStudies(ctx, asking.unit)}
      talkId={newId(ctx.now)}
      back={back}
      locale={locale}
      {...after}
    />,
    complaint ? ofCases(locale) : crumbs(locale),
  )
}

const begun = (asked: Asked, unit: string | null): Begun => ({
  id: madeId(asked),
  asking: { ...emptyValues(askFields), unit },
  complaint: null,
})

async function blank(asked: Asked): Promise<GetAnswer> {
  const { ctx, locale, query } = asked
  const chosen = query.get('enhet') ?? ''
  const unit = isId(chosen) ? (await unitsById(ctx, [chosen])).get(chosen) : undefined
  if (unit) return drawWrite(asked, begun(asked, unit.id))
  return page(texts(locale).chooseTitle, <ChooseUnitPage units={unitOptions(await units(ctx))} locale={locale} />, crumbs(locale))
}

const form = {
  fields: askFields,
  texts: (locale: Locale) => texts(locale).ask,
  refusals,
  whole: true as const,
  offers: ({ ctx, form }: Asked, { asking }: Begun) => offersIn<typeof askFields>(ctx, askReferences, asking, form),
  draw: (asked: Asked, one: Begun, after?: After) => drawWrite(asked, one, after),
}
const postDraft = postedTo<Begun, typeof askFields, Complaint>({
  ...form,
  command: ({ ctx }, { id }, values) => draftComplaint(ctx, id, values),
  done: ({ locale }, { id }, _, next) => redirect(`${cases}/${next?.id ?? id}`, texts(locale).saved),
  unchanged: ({ locale }, { id }) => redirect(`${cases}/${id}`, texts(locale).saved),
})
const postEdit = postedTo<Begun, typeof askFields, Complaint>({
  ...form,
  version: ({ complaint }) => complaint?.version ?? 0,
  stands: ({ asking }) => asking,
  reload: async ({ ctx }, before) => {
    const now = await findComplaint(ctx, before.id)
    return now ? editing(now) : before
  },
  command: ({ ctx, form: posted }, { id }, values) => editComplaint(ctx, id, versionOf(posted), values),
  done: ({ locale }, { id }) => redirect(`${cases}/${id}`, texts(locale).saved),
  unchanged: ({ locale }, { id }) => redirect(`${cases}/${id}`, texts(locale).saved),
})
const editing = (complaint: Complaint): Begun => {
  const { unit, personGroup, against, aboutLeader, about } = complaint.values
  return { id: complaint.id, asking: { unit, personGroup, against, aboutLeader, about }, complaint }
}

const open = async ({ ctx, params }: Asked) => (isId(params.id) && (await findComplaint(ctx, params.id))) || nothing
const forReaders = door(open)
const forWriters = door(async (asked: Asked) => {
  const complaint = await open(asked)
  if ('kind' in complaint) return complaint
  return mayEdit(complaint, asked.ctx.actor) ? editing(complaint) : notAllowed
})

async function receiverOf({ ctx }: Asked, complaint: Complaint) {
  const unit = await receiverUnitOf(ctx, complaint)
  const leader = await leaderNow(ctx, unit)
  return unit && leader ? { name: leader.name, unit: (await unitsById(ctx, [unit])).get(unit)?.name ?? '' } : null
}

async function drawShow(asked: Asked, complaint: Complaint, after: After = {}) {
  const { ctx, locale } = asked
  const edits = mayEdit(complaint, ctx.actor)
  return page(
    texts(locale).one,
    <>
      <ShowComplaint
        complaint={complaint}
        names={await namesIn<typeof recordFields>(ctx, recordReferences, complaint.values)}
        receiver={edits ? await receiverOf(asked, complaint) : null}
        mayEdit={edits}
        files={await filesPanel(ctx, placeOf(complaint.id), locale)}
        locale={locale}
        {...after}
      />
      {each(await ctx.house.related(ctx, { type: 'ethics_complaint', id: complaint.id }, locale), (panel) => (
        <div>{panel}</div>
      ))}
    </>,
    ofCases(locale),
  )
}

const deed = (said: 'sent' | 'received', command: typeof sendComplaint) =>
  forReaders(async (asked, complaint): Promise<PostAnswer> => {
    const { ctx, locale, form: posted } = asked
    const done = () => redirect(`${cases}/${complaint.id}`, texts(locale)[said])
    return answered(await command(ctx, complaint.id, versionOf(posted)), {
      done,
      nothingChanged: done,
      refused: async (refusal, status) =>
        again(status, await drawShow(asked, complaint, { refused: refusedBy(refusal, asked, refusals, texts(locale).ask) })),
    })
  })

async function postDiscarded({ ctx, locale, form: posted }: Asked, { id }: Complaint): Promise<PostAnswer> {
  const done = () => redirect(cases, texts(locale).discarded)
  return answered(await discardComplaint(ctx, id, versionOf(posted)), {
    done,
    refused: ({ why }) => refusedTo(`${cases}/${id}`, refusalText(why, refusals(locale))),
  })
}

const postClosing = postedTo<Complaint, typeof closingFields, Complaint>({
  fields: closingFields,
  texts: (locale) => texts(locale).closing,
  refusals,
  whole: true,
  version: ({ version }) => version,
  stands: ({ values: { outcome } }) => ({ outcome }),
  by: ({ values }) => values.closedBy,
  reload: async ({ ctx }, before) => (await findComplaint(ctx, before.id)) ?? before,
  draw: drawShow,
  command: ({ ctx, form: posted }, { id }, values) => closeComplaint(ctx, id, versionOf(posted), values),
  done: ({ locale }, { id }) => redirect(`${cases}/${id}`, texts(locale).closed),
  unchanged: ({ locale }, { id }) => redirect(`${cases}/${id}`, texts(locale).closed),
})

async function postTalk(asked: Asked): Promise<PostAnswer> {
  const { ctx, locale, form: posted } = asked
  const parsed = parseWhole(talkFields, posted)
  const id = madeId(asked)
  if (!parsed.ok) return nothing
  const done = () => redirect(`${at}/samtaler/${id}`, texts(locale).talk.asked)
  return answered(await askTalk(ctx, id, parsed.values), { done, nothingChanged: done, refused: () => nothing })
}

const forTalkers = door(async ({ ctx, params }: Asked) => (isId(params.id) && (await findTalk(ctx, params.id))) || nothing)
async function showTalk({ ctx, locale }: Asked, talk: Talk): Promise<GetAnswer> {
  const { writer, head } = talk.values
  return page(
    texts(locale).talk.one,
    <>
      <TalkPage
        talk={talk}
        names={await namesIn<typeof talkRecordFields>(ctx, talkReferences, talk.values)}
        email={writer === null ? null : ((await personsById(ctx, [writer])).get(writer)?.email ?? null)}
        isHead={head === ctx.actor.personId}
        locale={locale}
      />
      {each(await ctx.house.related(ctx, { type: 'ethics_talk', id: talk.id }, locale), (panel) => (
        <div>{panel}</div>
      ))}
    </>,
    crumbs(locale),
  )
}
const postArranged = forTalkers(async ({ ctx, locale, form: posted }, talk): Promise<PostAnswer> => {
  const done = () => redirect(`${at}/samtaler/${talk.id}`, texts(locale).talk.didArrange)
  return answered(await arrangeTalk(ctx, talk.id, versionOf(posted)), { done, nothingChanged: done, refused: done })
})

const article = async ({ ctx, locale }: Asked): Promise<GetAnswer> =>
  page(texts(locale).title, <ArticlePage committee={ethicsProfile(await profileOf(ctx)).committee} locale={locale} />)
const figures = async ({ ctx, locale }: Asked): Promise<GetAnswer> =>
  page(texts(locale).figuresTitle, <FiguresPage figures={await complaintFigures(ctx)} locale={locale} />, crumbs(locale))

export const routes: readonly Route[] = [
  get('/fortrolig', 'signedIn', async () => redirect(cases)),
  ...onlyWhere(
    (profile) => ethicsProfile(profile).on,
    [
      ...listRoutes(list, 'signedIn'),
      get(at, 'signedIn', article),
      get(`${at}/ny`, 'signedIn', blank),
      post(`${at}/ny`, 'signedIn', (asked): Promise<PostAnswer> => postDraft(asked, begun(asked, null))),
      post(`${at}/samtale`, 'signedIn', postTalk),
      get(`${at}/tall`, 'signedIn', figures),
    ],
  ),
  get(`${at}/samtaler/:id`, 'signedIn', forTalkers(showTalk)),
  post(`${at}/samtaler/:id/avtale`, 'signedIn', postArranged),
  get(`${cases}/:id`, 'signedIn', forReaders(drawShow)),
  get(
    `${cases}/:id/endring`,
    'signedIn',
    forWriters((asked, one) => drawWrite(asked, one)),
  ),
  post(`${cases}/:id/endring`, 'signedIn', forWriters(postEdit)),
  post(`${cases}/:id/forkast`, 'signedIn', forReaders(postDiscarded)),
  post(`${cases}/:id/sending`, 'signedIn', deed('sent', sendComplaint)),
  post(`${cases}/:id/mottak`, 'signedIn', deed('received', receiveComplaint)),
  post(`${cases}/:id/avslutning`, 'signedIn', forReaders(postClosing)),
]
