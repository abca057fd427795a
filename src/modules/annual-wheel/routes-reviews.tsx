import { localDate } from '../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Fields } from '../../kernel/fields.ts'
import { type Asked, download, type GetAnswer, get, nothing, page, post, type Route, redirect, versionOf } from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import { door } from '../../kernel/road.ts'
import type { Locale } from '../../kernel/texts.ts'
import { registerPages, versionedIn } from '../../register/pages.tsx'
import { postedTo } from '../../ui/posted.tsx'
import type { After } from '../../ui/refused.ts'
import { uiTexts } from '../../ui/texts.ts'
import { docxType, renderDocx, renderPdf } from '../documents/public.ts'
import { documentsInForce } from '../internal-control/public.ts'
import { letterheadFor, organisationName, profileOf } from '../organisation/public.ts'
import { personsById, titleOf } from '../people/public.ts'
import type { Decision, Pack, Review } from './annual-wheel.ts'
import { addDecision, addItem, addReview, approveReview, editDecision, editItem, editReview, freezeByHand } from './commands.ts'
import { drawnPack, type Naming } from './documents/pack.ts'
import { minutesDocument, papersDocument, type ReviewMaterial } from './documents/review.ts'
import { partPages, reviewRecordFields } from './fields.ts'
import { ReviewsPage } from './pages/reviews.tsx'
import { ShowReview } from './pages/show.tsx'
import { SlidePage } from './pages/slide.tsx'
import {
  allReviews,
  decisionReferences,
  decisionsOf,
  findDecision,
  findItem,
  findReview,
  itemReferences,
  itemsOf,
  packOfReview,
  reviewClock,
  reviewRecordReferences,
  reviewReferences,
} from './queries.ts'
import { packFor } from './queries-pack.ts'
import { decisionRules, itemRules, mayApproveReview, mayReadReviews, minutesGaps, periodBefore, reviewRules } from './rules.ts'
import { texts } from './texts.ts'

const at = '/ledelsens-gjennomgang'
const chosen = (query: URLSearchParams | undefined, key: string) => {
  const id = query?.get(key)
  return isId(id) ? id : null
}

const pages = registerPages({
  at,
  subject: 'management_review',
  rules: { ...reviewRules, mayEdit: (record, actor) => reviewRules.mayEdit(record as Review, actor) },
  references: reviewReferences,
  texts: (locale) => texts(locale).reviews,
  name: 'name',
  find: findReview,
  add: addReview,
  edit: editReview,
  parts: { pages: partPages, begins: ['plan'] },
  blank: (_, query) => ({ periodFrom: query?.get('fra') ?? null, periodTo: query?.get('til') ?? null, heldOn: query?.get('til') ?? null }),
  list: { filters: {}, sorts: { heldOn: ['held_on'] }, columns: [] },
})
export const versionedReviews = versionedIn({
  at,
  subject: 'management_review',
  fields: reviewRecordFields,
  references: reviewRecordReferences,
  texts: (locale) => texts(locale).reviews,
  name: 'name',
  find: findReview,
})
export const items = registerPages({
  at: '/ledelsessaker',
  subject: 'management_review_item',
  rules: itemRules,
  references: itemReferences,
  texts: (locale) => texts(locale).items,
  name: 'name',
  find: findItem,
  add: addItem,
  edit: editItem,
  blank: (_, query) => ({ review: chosen(query, 'gjennomgang') }),
  list: { filters: {}, sorts: { name: ['sort_key'] }, columns: [] },
})
export const decisions = registerPages({
  at: '/ledelsesvedtak',
  subject: 'management_decision',
  rules: decisionRules,
  references: decisionReferences,
  texts: (locale) => texts(locale).decisions,
  name: 'name',
  find: findDecision,
  add: addDecision,
  edit: editDecision,
  blank: (_, query) => ({ review: chosen(query, 'gjennomgang') }),
  list: {
    beside: [{ href: at, label: (locale) => texts(locale).reviews.title, may: mayReadReviews }],
    filters: { review: 'gjennomgang', owner: 'eier' },
    sorts: { dueOn: ['due_on'], name: ['sort_key'] },
    columns: ['owner', 'dueOn', 'closedOn', 'review'],
  },
})

const open = async ({ ctx, params }: Asked) => (isId(params.id) && (await findReview(ctx, params.id))) || nothing
const forReaders = door(open)

/** What the registers say: as they were frozen, or as they are now. */
const packNow = async (ctx: Ctx, { id, values }: Review): Promise<Pack> =>
  (await packOfReview(ctx, id)) ?? (await packFor(ctx, id, { from: values.periodFrom ?? '', to: values.periodTo ?? '' }))

async function namesFor(ctx: Ctx, { values }: Review, pack: Pack, all: readonly Decision[]) {
  const ids = [
    values.approvedBy,
    ...values.participants,
    ...pack.plans.decisions.map(({ owner }) => owner),
    ...all.map((one) => one.values.owner),
  ]
  return personsById(ctx, [...new Set(ids.filter((id) => id !== null))])
}
async function namingIn(ctx: Ctx, names: Awaited<ReturnType<typeof namesFor>>, locale: Locale): Promise<Naming> {
  const profile = await profileOf(ctx)
  return { person: (id) => names.get(id)?.name ?? '', role: (role) => titleOf(profile, role as never, locale) }
}

async function drawShow({ ctx, locale }: Asked, review: Review, { refused }: After = {}) {
  const pack = await packNow(ctx, review)
  const own = await decisionsOf(ctx, review.id, 'all')
  const earlier = review.values.state === 'approved' ? [] : await decisionsOf(ctx, review.id, 'openOfOthers')
  const names = await namesFor(ctx, review, pack, [...own, ...earlier])
  const inForce = await documentsInForce(ctx, ['goals', 'strategy', 'organisation'])
  return page(
    review.values.name ?? '',
    <ShowReview
      review={review}
      drawn={drawnPack(pack, await namingIn(ctx, names, locale), locale)}
      items={await itemsOf(ctx, review.id)}
      decisions={own}
      earlier={earlier}
      documents={inForce.map(({ id, values }) => ({ id, name: values.name ?? '' }))}
      names={names}
      gaps={minutesGaps(review)}
      may={{
        edit: reviewRules.mayEdit(review, ctx.actor),
        approve: mayApproveReview(ctx.actor),
        decide: decisionRules.mayAdd(ctx.actor),
      }}
      now={ctx.now}
      locale={locale}
      refused={refused}
    />,
    [{ href: at, label: texts(locale).reviews.title }],
  )
}

async function overview({ ctx, locale }: Asked): Promise<GetAnswer> {
  const open = await decisionsOf(ctx, null, 'openOfOthers')
  const { last, due } = await reviewClock(ctx)
  return page(
    texts(locale).reviews.title,
    <ReviewsPage
      reviews={await allReviews(ctx)}
      isHeld={last !== null}
      due={due}
      decisions={open}
      names={await personsById(ctx, [...new Set(open.flatMap(({ values }) => values.owner ?? []))])}
      mayAdd={reviewRules.mayAdd(ctx.actor)}
      now={ctx.now}
      locale={locale}
    />,
  )
}

/** A new review is about what has happened since the last one. */
async function blank(asked: Asked): Promise<GetAnswer> {
  if (asked.query.has('fra')) return pages.blank(asked)
  const { from, to } = periodBefore((await reviewClock(asked.ctx)).last, localDate(asked.ctx.now))
  return pages.blank({ ...asked, query: new URLSearchParams({ fra: from, til: to }) })
}

/** What its papers, its minutes and its slides are drawn from. */
async function materialOf({ ctx, locale }: Asked, review: Review): Promise<ReviewMaterial> {
  const pack = await packNow(ctx, review)
  const own = await decisionsOf(ctx, review.id, 'all')
  const names = await namesFor(ctx, review, pack, own)
  return {
    ...{ review, pack, decisions: own, language: locale, now: ctx.now },
    items: await itemsOf(ctx, review.id),
    naming: await namingIn(ctx, names, locale),
    organisation: await organisationName(ctx),
    letterhead: await letterheadFor(ctx, locale),
  }
}

async function file(asked: Asked, review: Review): Promise<GetAnswer> {
  const { ctx, params } = asked
  const [, name, ending] = /^(sakspapirer|referat)\.(pdf|docx)$/.exec(params.file ?? '') ?? []
  const material = await materialOf(asked, review)
  const made = name === 'referat' ? minutesDocument(material) : papersDocument(material)
  const called = `ledelsens-gjennomgang-${name}.${ending}`
  return ending === 'docx'
    ? download(await renderDocx(made), docxType, called)
    : download(renderPdf(made, ctx.now), 'application/pdf', called)
}

async function slide(asked: Asked, review: Review): Promise<GetAnswer> {
  const { locale, params } = asked
  const papers = papersDocument(await materialOf(asked, review))
  const position = /^\d{1,3}$/.test(params.nr ?? '') ? Number(params.nr) : Number.POSITIVE_INFINITY
  if (position > papers.sections.length) return nothing
  return page(papers.title, <SlidePage {...{ papers, position, locale }} at={`${at}/${review.id}`} />, [
    { href: at, label: texts(locale).reviews.title },
    { href: `${at}/${review.id}`, label: papers.title },
  ])
}

const deed = (said: 'frozenSaid' | 'approvedSaid', command: (asked: Asked, review: Review) => ReturnType<typeof approveReview>) =>
  forReaders(
    postedTo<Review, Fields, Review>({
      fields: {},
      texts: () => texts('nb').reviews.fields,
      refusals: (locale) => ({ ...uiTexts(locale).refusals, ...texts(locale).reviews.refusals }),
      version: ({ version }) => version,
      reload: async ({ ctx }, before) => (await findReview(ctx, before.id)) ?? before,
      draw: drawShow,
      command,
      done: ({ locale }, { id }) => redirect(`${at}/${id}`, texts(locale).reviews[said]),
      unchanged: ({ locale }, { id }) => redirect(`${at}/${id}`, texts(locale).reviews[said]),
    }),
  )

/** An item is read on the page of its review. */
const toReview = async (asked: Asked): Promise<GetAnswer> => {
  const item = isId(asked.params.id) ? await findItem(asked.ctx, asked.params.id) : undefined
  return item ? redirect(`${at}/${item.values.review}`) : nothing
}

export const reviewRoutes: readonly Route[] = [
  get(at, mayReadReviews, overview),
  get(`${at}/nytt`, reviewRules.mayAdd, blank),
  post(`${at}/nytt`, reviewRules.mayAdd, pages.added),
  get(`${at}/:id/:file{(?:sakspapirer|referat)\\.(?:pdf|docx)}`, 'signedIn', forReaders(file)),
  get(`${at}/:id/visning/:nr`, 'signedIn', forReaders(slide)),
  get(`${at}/:id`, 'signedIn', forReaders(drawShow)),
  get(`${at}/:id/endring/:del`, 'signedIn', pages.edit),
  post(`${at}/:id/endring/:del`, 'signedIn', pages.edited),
  post(
    `${at}/:id/frysing`,
    'signedIn',
    deed('frozenSaid', ({ ctx }, { id }) => freezeByHand(ctx, id)),
  ),
  post(
    `${at}/:id/godkjenning`,
    mayApproveReview,
    deed('approvedSaid', ({ ctx, form }, { id }) => approveReview(ctx, id, versionOf(form))),
  ),
  // They stand in the agenda of their review.
  get('/ledelsessaker', mayReadReviews, async () => redirect(at)),
  get('/ledelsessaker/nytt', itemRules.mayAdd, items.blank),
  post('/ledelsessaker/nytt', itemRules.mayAdd, items.added),
  get('/ledelsessaker/:id', 'signedIn', toReview),
  get('/ledelsessaker/:id/endring', 'signedIn', items.edit),
  post('/ledelsessaker/:id/endring', 'signedIn', items.edited),
  get('/ledelsesvedtak', mayReadReviews, decisions.list),
  post('/ledelsesvedtak/sok', mayReadReviews, decisions.searched),
  get('/ledelsesvedtak/utdrag/:form', mayReadReviews, decisions.extract),
  get('/ledelsesvedtak/nytt', decisionRules.mayAdd, decisions.blank),
  post('/ledelsesvedtak/nytt', decisionRules.mayAdd, decisions.added),
  get('/ledelsesvedtak/:id', 'signedIn', decisions.show),
  get('/ledelsesvedtak/:id/endring', 'signedIn', decisions.edit),
  post('/ledelsesvedtak/:id/endring', 'signedIn', decisions.edited),
]
