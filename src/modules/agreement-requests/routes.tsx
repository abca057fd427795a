import { emptyValues } from '../../kernel/fields.ts'
import { type Asked, get, nothing, one, type PostAnswer, page, post, type Route, redirect, versionOf } from '../../kernel/http.ts'
import { isId, newId } from '../../kernel/ids.ts'
import { namesIn, offersIn } from '../../kernel/reference.ts'
import { door } from '../../kernel/road.ts'
import type { Locale } from '../../kernel/texts.ts'
import { postedTo } from '../../ui/posted.tsx'
import type { After } from '../../ui/refused.ts'
import { uiTexts } from '../../ui/texts.ts'
import { profileOf } from '../organisation/public.ts'
import { titleOf } from '../people/public.ts'
import type { Asking, Request } from './agreement-request.ts'
import { answerRequest, sendRequest } from './commands.ts'
import { answerFields, askFields, type recordFields } from './fields.ts'
import { AskPage } from './pages/ask.tsx'
import { RequestsPage } from './pages/list.tsx'
import { ShowRequest } from './pages/show.tsx'
import { receiversIn } from './profile.ts'
import { answerReferences, askReferences, findRequest, recordReferences, requestsFor } from './queries.ts'
import { mayAnswer } from './rules.ts'
import { texts } from './texts.ts'

const at = '/avtaleforesporsler'
const refusals = (locale: Locale) => ({ ...uiTexts(locale).refusals, ...texts(locale).refusals })
const crumbs = (locale: Locale) => [{ href: at, label: texts(locale).title }]

type Begun = { readonly id: string; readonly asking: Asking }
/** The page made the id, so that a double press sends once; a form shown again keeps it. */
const begun = ({ ctx, form, query }: Asked): Begun => ({
  id: isId(one(form, 'id')) ? one(form, 'id') : newId(ctx.now),
  asking: {
    ...emptyValues(askFields),
    kind: query.get('type') === 'drafting' ? 'drafting' : 'agreement',
    unit: ctx.actor.unitId,
  },
})
const drawAsk = async ({ ctx, locale, form }: Asked, { id, asking }: Begun, after: After = {}) =>
  page(
    texts(locale).add,
    <AskPage
      id={id}
      asking={asking}
      offers={await offersIn<typeof askFields>(ctx, askReferences, asking, form)}
      locale={locale}
      {...after}
    />,
    crumbs(locale),
  )
const postAsk = postedTo<Begun, typeof askFields, Request>({
  fields: askFields,
  texts: (locale) => texts(locale).ask,
  refusals,
  whole: true,
  offers: ({ ctx, form }, { asking }) => offersIn<typeof askFields>(ctx, askReferences, asking, form),
  draw: drawAsk,
  command: ({ ctx }, { id }, values) => sendRequest(ctx, id, values),
  done: ({ locale }, { id }, _, next) => redirect(`${at}/${next?.id ?? id}`, texts(locale).sent),
  unchanged: ({ locale }, { id }) => redirect(`${at}/${id}`, texts(locale).sent),
})

const forReaders = door(async ({ ctx, params }: Asked) => (isId(params.id) && (await findRequest(ctx, params.id))) || nothing)

async function drawShow({ ctx, locale, form }: Asked, request: Request, after: After = {}) {
  const profile = await profileOf(ctx)
  const receivers = receiversIn(profile)
  const { kind, answeredAt } = request.values
  const open = answeredAt === null && mayAnswer(request, ctx.actor, receivers)
  return page(
    request.values.counterpart ?? '',
    <ShowRequest
      request={request}
      names={await namesIn<typeof recordFields>(ctx, recordReferences, request.values)}
      answers={open ? await offersIn<typeof answerFields>(ctx, answerReferences, {}, form) : null}
      receivers={kind === null ? '' : receivers[kind].map((role) => titleOf(profile, role, locale)).join(', ')}
      locale={locale}
      {...after}
    />,
    crumbs(locale),
  )
}
const postAnswer = postedTo<Request, typeof answerFields, Request>({
  fields: answerFields,
  texts: (locale) => texts(locale).answer,
  refusals,
  whole: true,
  version: ({ version }) => version,
  stands: ({ values: { answer, agreement } }) => ({ answer, agreement }),
  by: ({ values }) => values.answeredBy,
  offers: ({ ctx, form }, { values: { answer, agreement } }) =>
    offersIn<typeof answerFields>(ctx, answerReferences, { answer, agreement }, form),
  reload: async ({ ctx }, before) => (await findRequest(ctx, before.id)) ?? before,
  draw: drawShow,
  command: ({ ctx, form }, { id }, values) => answerRequest(ctx, id, versionOf(form), values),
  done: ({ locale }, { id }) => redirect(`${at}/${id}`, texts(locale).answered),
  unchanged: ({ locale }, { id }) => redirect(`${at}/${id}`, texts(locale).answered),
})

export const routes: readonly Route[] = [
  get(at, 'signedIn', async ({ ctx, locale }) =>
    page(texts(locale).title, <RequestsPage requests={await requestsFor(ctx)} locale={locale} />),
  ),
  get(`${at}/nytt`, 'signedIn', (asked) => drawAsk(asked, begun(asked))),
  post(`${at}/nytt`, 'signedIn', (asked): Promise<PostAnswer> => postAsk(asked, begun(asked))),
  get(`${at}/:id`, 'signedIn', forReaders(drawShow)),
  post(`${at}/:id/svar`, 'signedIn', forReaders(postAnswer)),
]
