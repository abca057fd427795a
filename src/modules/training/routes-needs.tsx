import { emptyValues } from '../../kernel/fields.ts'
import { type Asked, get, madeId, nothing, type PostAnswer, page, post, type Route, redirect, versionOf } from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import { namesIn } from '../../kernel/reference.ts'
import { door } from '../../kernel/road.ts'
import type { Locale } from '../../kernel/texts.ts'
import { postedTo } from '../../ui/posted.tsx'
import type { After } from '../../ui/refused.ts'
import { uiTexts } from '../../ui/texts.ts'
import { decideNeed, reportNeed } from './commands-needs.ts'
import { decisionFields, needFields, type needRecordFields } from './fields.ts'
import { NeedsPage, NewNeed, ShowNeed } from './pages/needs.tsx'
import { findNeed, needReferences, needsByUnit, needsFor } from './queries.ts'
import { mayCoordinate, mayDecide, seesFigures } from './rules.ts'
import { texts } from './texts.ts'
import type { Need, Reported } from './training.ts'

const at = '/opplaeringsbehov'
const refusals = (locale: Locale) => ({ ...uiTexts(locale).refusals, ...texts(locale).needs.refusals })
const crumbs = (locale: Locale) => [{ href: at, label: texts(locale).needs.title }]

type Begun = { readonly id: string; readonly reported: Reported }
const drawNew = ({ locale }: Asked, { id, reported }: Begun, after: After = {}) =>
  page(texts(locale).needs.add, <NewNeed id={id} reported={reported} locale={locale} {...after} />, crumbs(locale))
const begun = (asked: Asked): Begun => ({ id: madeId(asked), reported: { ...emptyValues(needFields), forWhom: 'me' } })
const postNew = postedTo<Begun, typeof needFields, Need>({
  fields: needFields,
  texts: (locale) => texts(locale).needs.fields,
  refusals,
  whole: true,
  draw: drawNew,
  command: ({ ctx }, { id }, values) => reportNeed(ctx, id, values),
  done: ({ locale }, { id }, _, next) => redirect(`${at}/${next?.id ?? id}`, texts(locale).needs.sent),
  unchanged: ({ locale }, { id }) => redirect(`${at}/${id}`, texts(locale).needs.sent),
})

const forReaders = door(async ({ ctx, params }: Asked) => (isId(params.id) && (await findNeed(ctx, params.id))) || nothing)
const drawShow = async ({ ctx, locale }: Asked, need: Need, after: After = {}) =>
  page(
    need.values.topic ?? '',
    <ShowNeed
      need={need}
      names={await namesIn<typeof needRecordFields>(ctx, needReferences, need.values)}
      mayDecide={mayDecide(need, ctx.actor)}
      decision={{ ...emptyValues(decisionFields), status: 'planned' }}
      locale={locale}
      {...after}
    />,
    crumbs(locale),
  )
const postDecision = postedTo<Need, typeof decisionFields, Need>({
  fields: decisionFields,
  texts: (locale) => texts(locale).needs.decision,
  refusals,
  version: ({ version }) => version,
  stands: ({ values: { status, plannedOn, reason } }) => ({ status: status === 'reported' ? null : status, plannedOn, reason }),
  by: ({ values }) => values.decidedBy,
  reload: async ({ ctx }, before) => (await findNeed(ctx, before.id)) ?? before,
  draw: drawShow,
  command: ({ ctx, form }, { id }, values) => decideNeed(ctx, id, versionOf(form), values),
  done: ({ locale }, { id }) => redirect(`${at}/${id}`, texts(locale).needs.decided),
  unchanged: ({ locale }, { id }) => redirect(`${at}/${id}`, texts(locale).needs.decided),
})

export const needRoutes: readonly Route[] = [
  get(at, 'signedIn', async ({ ctx, locale }) => {
    const all = mayCoordinate(ctx.actor) || seesFigures(ctx.actor)
    const counts = all || ctx.actor.leads.length > 0 ? await needsByUnit(ctx, all ? null : ctx.actor.leads) : null
    return page(texts(locale).needs.title, <NeedsPage needs={await needsFor(ctx)} counts={counts} locale={locale} />)
  }),
  get(`${at}/nytt`, 'signedIn', async (asked) => drawNew(asked, begun(asked))),
  post(`${at}/nytt`, 'signedIn', (asked): Promise<PostAnswer> => postNew(asked, begun(asked))),
  get(`${at}/:id`, 'signedIn', forReaders(drawShow)),
  post(`${at}/:id/svar`, 'signedIn', forReaders(postDecision)),
]
