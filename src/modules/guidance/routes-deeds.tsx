import { localDate } from '../../kernel/calendar/calendar.ts'
import type { Fields } from '../../kernel/fields.ts'
import { type Asked, get, notAllowed, nothing, page, post, type Route, redirect, versionOf } from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import { namesIn } from '../../kernel/reference.ts'
import { door } from '../../kernel/road.ts'
import type { Locale } from '../../kernel/texts.ts'
import { FormFrame } from '../../ui/form-frame.tsx'
import { postedTo } from '../../ui/posted.tsx'
import { FormOfAny } from '../../ui/record-form.tsx'
import type { After } from '../../ui/refused.ts'
import { fill, uiTexts } from '../../ui/texts.ts'
import { approvalPanel } from '../approvals/public.tsx'
import { adoptArticle, deleteEdition, retireArticle } from './commands.ts'
import { fetchReadyMade } from './commands-start.ts'
import { adoptFields, type recordFields } from './fields.ts'
import type { Article } from './guidance.ts'
import { ShowArticle } from './pages/show.tsx'
import { findArticle, recordReferences } from './queries.ts'
import { overseen } from './queries-confirmed.ts'
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

const postRetire = postedTo<Article, Fields, Article>({
  fields: {},
  texts: () => ({}),
  refusals,
  version: ({ version }) => version,
  reload: async ({ ctx }, before) => (await findArticle(ctx, before.id)) ?? before,
  draw: drawShow,
  command: ({ ctx, form }, { id }) => retireArticle(ctx, id, versionOf(form)),
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

/** Each deed is a resource of its own. */
export const deedRoutes: readonly Route[] = [
  post(`${at}/ferdige`, mayKeep, async ({ ctx, locale }) => {
    const { start } = texts(locale)
    const count = await fetchReadyMade(ctx)
    return redirect('/veiledning', count === 0 ? start.none : fill(start.done, { count }))
  }),
  get(`${at}/:id/vedtak`, 'signedIn', forAdopters(drawAdopt)),
  post(`${at}/:id/vedtak`, 'signedIn', forAdopters(postAdopt)),
  post(`${at}/:id/avslutning`, 'signedIn', forAdopters(postRetire)),
  post(`${at}/:id/utgaver/:nr/sletting`, 'signedIn', forAdopters(postDelete)),
]
