import { refuse } from '../../kernel/change.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { type Asked, get, madeId, nothing, page, post, type Route, redirect } from '../../kernel/http.ts'
import { postedTo } from '../../ui/posted.tsx'
import type { After } from '../../ui/refused.ts'
import { type Front, openDoor, withLimit } from '../identity/public.ts'
import { askOpenly, codeOf, openId, questionAt, questionByCode, sealedPlace } from './commands-open.ts'
import { codeFields, openFields } from './fields.ts'
import { CodePage, OpenAnswerPage, OpenAskPage, OpenReceiptPage } from './pages/open.tsx'
import { adviceProfile } from './profile.ts'
import { sharedWith } from './queries-whom.ts'
import type { AskingOpenly, Question } from './question.ts'
import { refusals } from './routes-deeds.tsx'
import { texts } from './texts.ts'

// The way to the data protection officer without an account.

const at = '/personvern/:virksomhet/sporsmal'
const forStrangers = openDoor(at, (profile) => adviceProfile(profile).openForm)

const drawAsk = async (asked: Asked, { organisation, at }: Front, after: After = {}) =>
  page(
    texts(asked.locale).open.title,
    <OpenAskPage {...{ at, organisation }} id={madeId(asked)} asking={emptyValues(openFields)} locale={asked.locale} {...after} />,
  )
const receiptAt = (asked: Asked, { ctx, at }: Front, asking: AskingOpenly) =>
  redirect(`${at}/kvittering/${sealedPlace(ctx, openId(ctx, madeId(asked), asking))}`)
const postAsk = postedTo<Front, typeof openFields, Question>({
  fields: openFields,
  texts: (locale) => texts(locale).open.ask,
  refusals,
  whole: true,
  draw: drawAsk,
  command: (asked, { ctx }, values) => askOpenly(ctx, madeId(asked), values),
  done: receiptAt,
  unchanged: receiptAt,
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

const wait = (locale: Asked['locale'], minutes: number) => texts(locale).open.wait(minutes)
const asking = withLimit({ what: 'question ask', most: 10, field: 'innhold', wait }, postAsk, drawAsk)
/** A code is written wrong more often than a question is asked. */
const reading = withLimit({ what: 'question read', most: 30, field: 'code', wait }, postCode, drawCode)

export const openRoutes: readonly Route[] = [
  get(
    at,
    'open',
    forStrangers((asked, front) => drawAsk(asked, front)),
  ),
  post(at, 'open', forStrangers(asking)),
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
  post(`${at}/svar`, 'open', forStrangers(reading)),
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
