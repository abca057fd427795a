import { refuse } from '../../../kernel/change.ts'
import { emptyValues, parse, parseWhole } from '../../../kernel/fields.ts'
import { findPersonalData } from '../../../kernel/guard/guard.ts'
import { type Held, holdingIn, isHeld, wantsMask } from '../../../kernel/guard/stop.ts'
import { type Asked, get, madeId, nothing, one, type PostAnswer, page, post, type Route, redirect } from '../../../kernel/http.ts'
import { offersIn } from '../../../kernel/reference.ts'
import { again, answered } from '../../../kernel/road.ts'
import { postedTo } from '../../../ui/posted.tsx'
import { type After, type Refused, refusedBy, unread } from '../../../ui/refused.ts'
import { type Poster, posterRoutes } from '../../documents/public.ts'
import { type Front, openDoor, withLimit } from '../../identity/public.ts'
import { unitReference } from '../../people/public.ts'
import type { Deviation } from '../deviation.ts'
import { answerFields } from '../fields-handling.ts'
import { handlingTexts } from '../handling/texts.ts'
import { statusGoingOn } from '../merging/queries.ts'
import { caseProfile } from '../presets.ts'
import { profileOf } from '../queries-profile.ts'
import { guardOptions, maskedText } from '../report/rules.ts'
import { texts as caseTexts } from '../texts.ts'
import { answerOpenly, caseAt, caseWithCode, codeOf, openId, placeOf, reportOpenly } from './commands.ts'
import { codeFields, type OpenReport, openFields } from './fields.ts'
import { CodePage, labelsOf, OpenCasePage, OpenReceiptPage, OpenReportPage } from './pages/open.tsx'
import { openTexts } from './texts.ts'

// The way to report without an account. It shows nothing that anybody else wrote but the questions that were asked of whoever has the code.

const at = '/meld/:virksomhet'
const forStrangers = openDoor(at, (profile) => caseProfile(profile).deviation.openReport)

const refusals = (locale: Asked['locale']) => ({ ...caseTexts(locale).refusals, ...openTexts(locale).refusals })
const references = { affectedUnit: unitReference }

async function drawReport(asked: Asked, front: Front, { held, ...after }: After & { readonly held?: Held } = {}) {
  const { locale, form } = asked
  const values = emptyValues(openFields)
  const offers = await offersIn<typeof openFields>(front.ctx, references, values, after.refused?.raw ?? form)
  return page(
    openTexts(locale).title,
    <OpenReportPage
      {...front}
      profile={caseProfile(front.profile)}
      id={madeId(asked)}
      values={values}
      offers={offers}
      held={held}
      locale={locale}
      {...after}
    />,
  )
}

/** What was written, with identifiers taken out where whoever writes chose so (S0-17). */
const saidIn = ({ form }: Asked, { profile }: Front, values: OpenReport): OpenReport =>
  wantsMask(form) && values.whatHappened !== null
    ? { ...values, whatHappened: maskedText(values.whatHappened, profile.locale, caseProfile(profile)) }
    : values

const receiptAt = (asked: Asked, front: Front, values: OpenReport) => {
  const { ctx, at } = front
  return redirect(`${at}/kvittering/${placeOf(ctx, openId(ctx, madeId(asked), saidIn(asked, front, values)))}`)
}

const postRead = postedTo<Front, typeof openFields, Deviation>({
  fields: openFields,
  texts: labelsOf,
  refusals,
  whole: true,
  draw: drawReport,
  command: async (asked, front, values) => {
    const sent = await reportOpenly(front.ctx, madeId(asked), saidIn(asked, front, values))
    return !sent.ok && sent.why === 'alreadySent' ? refuse('nothingChanged') : sent
  },
  done: receiptAt,
  unchanged: receiptAt,
})

/** Held back once for what looks like an identity number, as the ordinary report is (S0-17). */
async function postReport(asked: Asked, front: Front): Promise<PostAnswer> {
  const { whatHappened } = parse(openFields, asked.form).values
  const held = holdingIn([['whatHappened', findPersonalData(whatHappened ?? '', guardOptions(caseProfile(front.profile)))]])
  if (!isHeld(held, asked.form)) return postRead(asked, front)
  return again(422, await drawReport(asked, front, { held, refused: { raw: asked.form, problems: [], errors: [] } }))
}

const drawCode = async (
  { locale }: Asked,
  front: Front,
  after: After & { readonly over?: boolean; readonly written?: string | null } = {},
) => page(openTexts(locale).codeTitle, <CodePage {...front} locale={locale} {...after} />)

const postCode = postedTo<Front, typeof codeFields, string>({
  fields: codeFields,
  texts: (locale) => openTexts(locale).code,
  refusals,
  whole: true,
  draw: drawCode,
  command: async (_, { ctx }, { code }) => {
    const next = await caseWithCode(ctx, code ?? '')
    return next ? { ok: true, next } : refuse('noSuchCode', ['code'])
  },
  done: (_, { ctx, at }, __, next) => redirect(`${at}/sak/${placeOf(ctx, next ?? '')}`),
})

const drawCase = async ({ locale, params }: Asked, front: Front, deviation: Deviation, refused?: Refused) =>
  page(
    openTexts(locale).case,
    <OpenCasePage
      {...front}
      deviation={deviation}
      status={await statusGoingOn(front.ctx, deviation)}
      place={params.sted ?? ''}
      answering={refused && { inquiry: params.sporsmal ?? '', refused }}
      locale={locale}
    />,
  )

async function postAnswer(asked: Asked, front: Front): Promise<PostAnswer> {
  const { locale, params, form } = asked
  const deviation = await caseAt(front.ctx, params.sted ?? '')
  if (!deviation) return again(422, await drawCode(asked, front, { over: true, written: one(form, 'answer') || null }))
  const labels = handlingTexts(locale).answer
  const parsed = parseWhole(answerFields, form)
  if (!parsed.ok) return again(422, await drawCase(asked, front, deviation, unread(asked, parsed.problems, labels)))
  const { answer } = parsed.values
  const back = `${front.at}/sak/${placeOf(front.ctx, deviation.id)}`
  return answered(await answerOpenly(front.ctx, deviation.id, params.sporsmal ?? '', answer), {
    done: () => redirect(back, openTexts(locale).answered),
    refused: async (refusal) =>
      // Pressed twice it is one answer.
      refusal.why === 'alreadyAnswered' && deviation.inquiries.some((asking) => asking.id === params.sporsmal && asking.answer === answer)
        ? redirect(back, openTexts(locale).answered)
        : again(422, await drawCase(asked, front, deviation, refusedBy(refusal, asked, refusals, labels))),
  })
}

const wait = (locale: Asked['locale'], minutes: number) => openTexts(locale).wait(minutes)
const reporting = withLimit({ what: 'deviation report', most: 10, field: 'whatHappened', wait }, postReport, drawReport)
/** A code is written wrong more often than a deviation is reported. */
const reading = withLimit({ what: 'deviation read', most: 30, field: 'code', wait }, postCode, drawCode)
const answering = withLimit(
  { what: 'deviation answer', most: 20, field: 'answer', wait },
  postAnswer,
  async (asked, front, { refused }) => {
    const found = await caseAt(front.ctx, asked.params.sted ?? '')
    return found
      ? drawCase(asked, front, found, refused)
      : drawCode(asked, front, { over: true, written: one(asked.form, 'answer') || null })
  },
)

/** What hangs on the wall, for whoever may print it: not there where nobody can report so. */
const poster = async ({ ctx }: Asked): Promise<Poster | typeof nothing> => {
  if (!(await profileOf(ctx)).deviation.openReport) return nothing
  return { before: '/meld/', words: (locale) => ({ ...openTexts(locale).poster, end: openTexts(locale).poster.kept }) }
}

export const routes: readonly Route[] = [
  ...posterRoutes('/avvik/plakat', poster),
  get(
    at,
    'open',
    forStrangers((asked, front) => drawReport(asked, front)),
  ),
  post(at, 'open', forStrangers(reporting)),
  get(
    `${at}/kvittering/:sted`,
    'open',
    forStrangers(async ({ params, locale }, front) => {
      const found = await caseAt(front.ctx, params.sted ?? '')
      if (!found) return nothing
      return page(openTexts(locale).receipt, <OpenReceiptPage {...front} code={codeOf(front.ctx, found.id)} locale={locale} />)
    }),
  ),
  get(
    `${at}/sak`,
    'open',
    forStrangers((asked, front) => drawCode(asked, front)),
  ),
  post(`${at}/sak`, 'open', forStrangers(reading)),
  get(
    `${at}/sak/:sted`,
    'open',
    forStrangers(async (asked, front) => {
      const found = await caseAt(front.ctx, asked.params.sted ?? '')
      return found ? drawCase(asked, front, found) : drawCode(asked, front, { over: true })
    }),
  ),
  post(`${at}/sak/:sted/:sporsmal`, 'open', forStrangers(answering)),
]
