import { clockwork } from '../../kernel/actor.ts'
import { refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { type Asked, get, madeId, nothing, type PostAnswer, page, post, type Route, redirect } from '../../kernel/http.ts'
import { again, door } from '../../kernel/road.ts'
import { postedTo } from '../../ui/posted.tsx'
import { type After, unread } from '../../ui/refused.ts'
import { passOpenDoor } from '../identity/public.ts'
import { alsoSee, organisationCalled, profileOf } from '../organisation/public.ts'
import { askOpenly, codeOf, questionAt, questionByCode, sealedPlace } from './commands-open.ts'
import { codeFields, openFields } from './fields.ts'
import { CodePage, OpenAnswerPage, OpenAskPage, OpenReceiptPage } from './pages/open.tsx'
import { adviceProfile } from './profile.ts'
import { sharedWith } from './queries-whom.ts'
import type { Question } from './question.ts'
import { refusals } from './routes-deeds.tsx'
import { texts } from './texts.ts'

// The way to the data protection officer without an account. It is not there unless the organisation has turned it on, and no organisation
// is the same answer as one that has not.

type Front = { readonly ctx: Ctx; readonly organisation: string; readonly at: string }
const forStrangers = door(async ({ ctx, params }: Asked): Promise<Front | typeof nothing> => {
  const place = await organisationCalled(ctx.tx, params.virksomhet ?? '')
  if (!place) return nothing
  await alsoSee(ctx.tx, [place.id])
  const own: Ctx = { ...ctx, actor: clockwork(place.id, place.profileVersion) }
  return adviceProfile(await profileOf(own)).openForm
    ? { ctx: own, organisation: place.name, at: `/personvern/${params.virksomhet}/sporsmal` }
    : nothing
})

const drawAsk = async (asked: Asked, { organisation, at }: Front, after: After = {}) =>
  page(
    texts(asked.locale).open.title,
    <OpenAskPage {...{ at, organisation }} id={madeId(asked)} asking={emptyValues(openFields)} locale={asked.locale} {...after} />,
  )
const postAsk = postedTo<Front, typeof openFields, Question>({
  fields: openFields,
  texts: (locale) => texts(locale).open.ask,
  refusals,
  whole: true,
  draw: drawAsk,
  command: (asked, { ctx }, values) => askOpenly(ctx, madeId(asked), values),
  done: (asked, { ctx, at }, _, next) => redirect(`${at}/kvittering/${sealedPlace(ctx, next?.id ?? madeId(asked))}`),
  unchanged: (asked, { ctx, at }) => redirect(`${at}/kvittering/${sealedPlace(ctx, madeId(asked))}`),
})

const drawCode = async ({ locale }: Asked, { organisation, at }: Front, after: After = {}) =>
  page(texts(locale).open.readTitle, <CodePage {...{ at, organisation, locale }} {...after} />)
const postCode = postedTo<Front, typeof codeFields, Question>({
  fields: codeFields,
  texts: (locale) => texts(locale).open.code,
  refusals,
  whole: true,
  draw: drawCode,
  command: async (_, { ctx }, { code }) => {
    const next = await questionByCode(ctx, code ?? '')
    return next ? { ok: true, next } : refuse('noSuchCode', ['code'])
  },
  done: (_, { ctx, at }, __, next) => redirect(`${at}/svar/${sealedPlace(ctx, next?.id ?? '')}`),
})

/** `free`: as many as one household needs in an hour; a code is written wrong more often than a question is asked. */
const forms = { ask: { free: 10, draw: drawAsk, field: 'innhold' }, read: { free: 30, draw: drawCode, field: 'code' } } as const
const behindDoor = (kind: keyof typeof forms, answer: (asked: Asked, front: Front) => Promise<PostAnswer>) =>
  forStrangers(async (asked, front): Promise<PostAnswer> => {
    const seconds = await passOpenDoor(asked.ctx, `question ${kind} ${front.at}`, asked.address, forms[kind].free)
    if (seconds === 0) return answer(asked, front)
    // What was written stands in the form: it is sent by the same button when the time has passed.
    const text = texts(asked.locale).open.wait(Math.ceil(seconds / 60))
    const { draw, field } = forms[kind]
    return again(429, await draw(asked, front, { refused: unread(asked, [{ field, text }], {}) }))
  })

const at = '/personvern/:virksomhet/sporsmal'
export const openRoutes: readonly Route[] = [
  get(
    at,
    'open',
    forStrangers((asked, front) => drawAsk(asked, front)),
  ),
  post(at, 'open', behindDoor('ask', postAsk)),
  get(
    `${at}/kvittering/:sted`,
    'open',
    forStrangers(async ({ params, locale }, { ctx, ...front }) => {
      const found = await questionAt(ctx, params.sted ?? '')
      if (!found) return nothing
      const code = codeOf(ctx, found.id)
      return page(texts(locale).open.receipt, <OpenReceiptPage {...front} code={code} due={found.values.dueOn} locale={locale} />)
    }),
  ),
  get(
    `${at}/svar`,
    'open',
    forStrangers((asked, front) => drawCode(asked, front)),
  ),
  post(`${at}/svar`, 'open', behindDoor('read', postCode)),
  get(
    `${at}/svar/:sted`,
    'open',
    forStrangers(async ({ params, locale }, { ctx, ...front }) => {
      const found = await questionAt(ctx, params.sted ?? '')
      if (!found) return nothing
      return page(
        texts(locale).one,
        <OpenAnswerPage {...front} question={found} shares={await sharedWith(ctx, found, locale)} locale={locale} />,
      )
    }),
  ),
]
