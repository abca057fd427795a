import { localDate } from '../../kernel/calendar/calendar.ts'
import { refuse } from '../../kernel/change.ts'
import type { Fields } from '../../kernel/fields.ts'
import { type Asked, get, notAllowed, nothing, page, post, type Route, redirect, versionOf } from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import { namesIn, offersIn } from '../../kernel/reference.ts'
import { door } from '../../kernel/road.ts'
import type { Locale } from '../../kernel/texts.ts'
import { FormFrame } from '../../ui/form-frame.tsx'
import { postedTo } from '../../ui/posted.tsx'
import { FormOfAny } from '../../ui/record-form.tsx'
import type { After } from '../../ui/refused.ts'
import { fill, uiTexts } from '../../ui/texts.ts'
import { approvalPanel } from '../approvals/public.tsx'
import { adoptArticle, deleteEdition, retireArticle } from './commands.ts'
import { fetchReadyMade, mayFetch, offeredTexts } from './commands-start.ts'
import { adoptFields, type recordFields, retireFields, startFields } from './fields.ts'
import type { Article } from './guidance.ts'
import { FetchedTexts } from './pages/library.tsx'
import { DeadLinksPage, LeadingTo } from './pages/links.tsx'
import { ShowArticle } from './pages/show.tsx'
import { findArticle, recordReferences, retireReferences } from './queries.ts'
import { overseen } from './queries-confirmed.ts'
import { deadLinks, leadingTo } from './queries-links.ts'
import { editionsOf, findPublished } from './queries-published.ts'
import { mayAdd, mayAdopt, mayEdit, mayKeep } from './rules.ts'
import { texts } from './texts.ts'

const at = '/artikler'
const refusals = (locale: Locale) => ({ ...uiTexts(locale).refusals, ...texts(locale).refusals })

const open = async ({ ctx, params }: Asked) => (isId(params.id) && (await findArticle(ctx, params.id))) || nothing
export const forReaders = door(open)
const forAdopters = door(async (asked: Asked) => {
  const record = await open(asked)
  return 'kind' in record || mayAdopt(record, asked.ctx.actor) ? record : notAllowed
})

export async function drawShow({ ctx, locale }: Asked, record: Article, { refused }: After = {}) {
  const { actor } = ctx
  return page(
    record.values.name ?? '',
    <ShowArticle
      record={record}
      published={await findPublished(ctx, record.id)}
      editions={await editionsOf(ctx, record.id)}
      links={mayEdit(record, actor) ? await deadLinks(ctx, record.id) : []}
      offers={await namesIn<typeof recordFields>(ctx, recordReferences, record.values)}
      may={{ edit: mayEdit(record, actor), adopt: mayAdopt(record, actor), keep: mayKeep(actor), oversee: overseen(actor) !== null }}
      approval={await approvalPanel(ctx, { type: 'article', id: record.id }, locale)}
      related={await ctx.house.related(ctx, { type: 'article', id: record.id }, locale)}
      locale={locale}
      refused={refused}
    />,
    // Those who only read come from guidance itself.
    [mayAdd(actor) ? { href: at, label: texts(locale).title } : { href: '/veiledning', label: texts(locale).read.title }],
  )
}

const drawAdopt = ({ ctx, locale }: Asked, record: Article, { refused }: After = {}) => {
  const t = texts(locale)
  return page(
    t.show.adoptTitle,
    <FormFrame
      title={t.show.adoptTitle}
      kicker={record.values.name ?? ''}
      save={t.show.adopt}
      back={`${at}/${record.id}`}
      version={record.version}
      locale={locale}
      refused={refused}
    >
      <FormOfAny
        fields={adoptFields}
        texts={t.adopt}
        values={{ adoptedBy: null, adoptedOn: localDate(ctx.now), minutes: null }}
        raw={refused?.raw}
        problems={refused?.problems}
        locale={locale}
      />
    </FormFrame>,
    [
      { href: at, label: t.title },
      { href: `${at}/${record.id}`, label: record.values.name ?? '' },
    ],
  )
}

const postAdopt = postedTo<Article, typeof adoptFields, Article>({
  fields: adoptFields,
  texts: (locale) => texts(locale).adopt,
  refusals,
  whole: true,
  version: ({ version }) => version,
  reload: async ({ ctx }, before) => (await findArticle(ctx, before.id)) ?? before,
  draw: drawAdopt,
  command: ({ ctx, form }, { id }, adoption) => adoptArticle(ctx, id, versionOf(form), adoption),
  done: ({ locale }, { id }) => redirect(`${at}/${id}`, texts(locale).show.adopted),
  unchanged: ({ locale }, { id }) => redirect(`${at}/${id}`, texts(locale).show.adopted),
})

const drawRetire = async ({ ctx, locale, form }: Asked, record: Article, { refused }: After = {}) => {
  const t = texts(locale)
  const { replacedBy } = record.values
  return page(
    t.show.retire,
    <FormFrame
      title={t.show.retireTitle}
      kicker={record.values.name ?? ''}
      lead={t.show.retireText}
      save={record.values.status === 'retired' ? uiTexts(locale).save : t.show.retire}
      back={`${at}/${record.id}`}
      version={record.version}
      locale={locale}
      refused={refused}
    >
      <FormOfAny
        fields={retireFields}
        texts={t.fields}
        values={{ replacedBy }}
        offers={await offersIn<typeof retireFields>(ctx, retireReferences, { replacedBy }, form)}
        raw={refused?.raw}
        problems={refused?.problems}
        locale={locale}
      />
      <LeadingTo texts={await leadingTo(ctx, record.id)} locale={locale} />
    </FormFrame>,
    [
      { href: at, label: t.title },
      { href: `${at}/${record.id}`, label: record.values.name ?? '' },
    ],
  )
}
const postRetire = postedTo<Article, typeof retireFields, Article>({
  fields: retireFields,
  texts: (locale) => texts(locale).fields,
  refusals,
  version: ({ version }) => version,
  stands: ({ values: { replacedBy } }) => ({ replacedBy }),
  offers: ({ ctx, form }, { values: { replacedBy } }) => offersIn<typeof retireFields>(ctx, retireReferences, { replacedBy }, form),
  reload: async ({ ctx }, before) => (await findArticle(ctx, before.id)) ?? before,
  draw: drawRetire,
  command: ({ ctx, form }, { id }, { replacedBy }) => retireArticle(ctx, id, versionOf(form), replacedBy),
  done: ({ locale }, { id }) => redirect(`${at}/${id}`, texts(locale).show.retiredSaid),
  unchanged: ({ locale }, { id }) => redirect(`${at}/${id}`, texts(locale).show.retiredSaid),
})

const postDelete = postedTo<Article, Fields, Article>({
  fields: {},
  texts: () => ({}),
  refusals,
  draw: drawShow,
  command: ({ ctx, params }, { id }) => deleteEdition(ctx, id, Number(params.nr)),
  done: ({ locale }, { id }) => redirect(`${at}/${id}`, texts(locale).show.deleted),
})

/** The ready-made texts: which they are, and who has adopted them, if anybody has. */
type Fetched = { readonly count: number }
const drawFetch = async ({ ctx, locale }: Asked, _: null, { refused }: After = {}) => {
  const t = texts(locale)
  return page(
    t.start.button,
    <FormFrame
      title={t.start.button}
      lead={t.start.text}
      save={t.start.fetch}
      action={`${at}/ferdige`}
      back={at}
      locale={locale}
      refused={refused}
    >
      <FetchedTexts {...(await offeredTexts(ctx, locale))} locale={locale} />
      <FormOfAny
        fields={startFields}
        texts={t.start.fields}
        values={{ adoptedBy: null }}
        raw={refused?.raw}
        problems={refused?.problems}
        locale={locale}
      />
    </FormFrame>,
    [{ href: at, label: t.title }],
  )
}
const postFetch = postedTo<null, typeof startFields, Fetched>({
  fields: startFields,
  texts: (locale) => texts(locale).start.fields,
  refusals,
  draw: drawFetch,
  command: async ({ ctx }, _, { adoptedBy }) => {
    const count = await fetchReadyMade(ctx, adoptedBy)
    return count === 0 ? refuse('nothingChanged') : { ok: true, next: { count } }
  },
  // Drafts are read, and adopted, in the list of those who write.
  done: ({ locale }, _, { adoptedBy }, next) =>
    redirect(
      adoptedBy === null ? at : '/veiledning',
      fill(texts(locale).start[adoptedBy === null ? 'drafted' : 'done'], { count: next?.count ?? 0 }),
    ),
  unchanged: ({ locale }) => redirect(at, texts(locale).start.none),
})

/** Before the page of one text, whose address would take it. */
export const linkRoutes: readonly Route[] = [
  get(`${at}/ferdige`, mayKeep, async (asked) =>
    (await mayFetch(asked.ctx)) ? drawFetch(asked, null) : redirect(at, texts(asked.locale).start.none),
  ),
  post(`${at}/ferdige`, mayKeep, (asked) => postFetch(asked, null)),
  get(`${at}/lenker`, mayAdd, async ({ ctx, locale }) =>
    page(texts(locale).links.title, <DeadLinksPage links={await deadLinks(ctx)} locale={locale} />, [
      { href: at, label: texts(locale).title },
    ]),
  ),
]

/** Each deed is a resource of its own. */
export const deedRoutes: readonly Route[] = [
  get(`${at}/:id/vedtak`, 'signedIn', forAdopters(drawAdopt)),
  post(`${at}/:id/vedtak`, 'signedIn', forAdopters(postAdopt)),
  get(`${at}/:id/avslutning`, 'signedIn', forAdopters(drawRetire)),
  post(`${at}/:id/avslutning`, 'signedIn', forAdopters(postRetire)),
  post(`${at}/:id/utgaver/:nr/sletting`, 'signedIn', forAdopters(postDelete)),
]
