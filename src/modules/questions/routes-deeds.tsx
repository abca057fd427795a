import { offices } from '../../kernel/actor.ts'
import { emptyValues, type FieldTexts } from '../../kernel/fields.ts'
import { type Asked, get, notAllowed, nothing, page, post, type Route, redirect, versionOf } from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import { namesIn, offersIn } from '../../kernel/reference.ts'
import { door } from '../../kernel/road.ts'
import type { Locale } from '../../kernel/texts.ts'
import { each } from '../../ui/each.ts'
import { postedTo, pressedTo } from '../../ui/posted.tsx'
import type { After } from '../../ui/refused.ts'
import { uiTexts } from '../../ui/texts.ts'
import { profileOf } from '../organisation/public.ts'
import { titleOf } from '../people/public.ts'
import { answerQuestion, closeQuestion, type Done, endShare, shareQuestion } from './commands.ts'
import { answerFields, type namedFields, shareFields } from './fields.ts'
import { SharePage } from './pages/share.tsx'
import { ShowQuestion } from './pages/show.tsx'
import { findQuestion, followersOf, namedReferences, shareReferences } from './queries.ts'
import { holderOf, sharedWith } from './queries-whom.ts'
import type { Question } from './question.ts'
import { isAnswered, isAsker, isClosed, mayAnswer, mayClose, mayShare } from './rules.ts'
import { texts } from './texts.ts'

export const at = '/sporsmal'
export const refusals = (locale: Locale) => ({ ...uiTexts(locale).refusals, ...texts(locale).refusals })
export const crumbs = (locale: Locale) => [{ href: at, label: texts(locale).title }]

/** Of one that somebody may not see they learn nothing, not even that it is there. */
const open = async ({ ctx, params }: Asked) => (isId(params.id) && (await findQuestion(ctx, params.id))) || nothing
const forReaders = door(open)
const forSharers = door(async (asked: Asked) => {
  const question = await open(asked)
  return 'kind' in question || mayShare(question, asked.ctx.actor) ? question : notAllowed
})
const reload = async ({ ctx }: Asked, before: Question) => (await findQuestion(ctx, before.id)) ?? before
const seen = ({ form }: Asked) => versionOf(form)

async function drawShow({ ctx, locale }: Asked, question: Question, after: After = {}) {
  const { actor } = ctx
  const { follows } = question.values
  const before = follows === null ? undefined : await findQuestion(ctx, follows)
  return page(
    texts(locale).one,
    <>
      <ShowQuestion
        question={question}
        names={await namesIn<typeof namedFields>(ctx, namedReferences, question.values)}
        holder={await holderOf(ctx, question, locale)}
        shares={await sharedWith(ctx, question, locale)}
        before={before?.id ?? null}
        after={await followersOf(ctx, question)}
        may={{
          answer: mayAnswer(question, actor) && !isAnswered(question) && !isClosed(question),
          close: mayClose(question, actor),
          again: isAsker(question, actor) && isAnswered(question),
          share: mayShare(question, actor),
        }}
        locale={locale}
        {...after}
      />
      {each(await ctx.house.related(ctx, { type: 'question', id: question.id }, locale), (panel) => (
        <div>{panel}</div>
      ))}
    </>,
    crumbs(locale),
  )
}

const postAnswer = postedTo<Question, typeof answerFields, Question>({
  fields: answerFields,
  texts: (locale) => texts(locale).answer,
  refusals,
  whole: true,
  version: ({ version }) => version,
  stands: ({ values: { answer } }) => ({ answer }),
  by: ({ values }) => values.answeredBy,
  reload,
  draw: drawShow,
  command: (asked, { id }, values) => answerQuestion(asked.ctx, id, seen(asked), values),
  done: ({ locale }, { id }) => redirect(`${at}/${id}`, texts(locale).answered),
  unchanged: ({ locale }, { id }) => redirect(`${at}/${id}`, texts(locale).answered),
})

/** A deed of one press: done, or the page again with the reason. */
const press = (said: (locale: Locale) => string, command: (asked: Asked, question: Question) => Done) =>
  pressedTo<Question, unknown>({
    refusals,
    reload,
    draw: drawShow,
    command,
    said: ({ locale }, { id }) => redirect(`${at}/${id}`, said(locale)),
  })
const postClose = press(
  (locale) => texts(locale).closed,
  (asked, { id }) => closeQuestion(asked.ctx, id, seen(asked)),
)
const postEnd = press(
  (locale) => texts(locale).share.ended,
  (asked, { id }) => endShare(asked.ctx, id, asked.params.del ?? '', seen(asked)),
)

/** The roles by what they are called here. */
async function shareLabels({ ctx, locale }: Asked): Promise<FieldTexts<typeof shareFields>> {
  const profile = await profileOf(ctx)
  const { role, ...others } = texts(locale).share.fields
  const choices = Object.fromEntries(offices.map((one) => [one, titleOf(profile, one, locale)])) as Record<(typeof offices)[number], string>
  return { ...others, role: { ...role, choices } }
}
const drawShare = async (asked: Asked, question: Question, after: After = {}) => {
  const { ctx, locale, form } = asked
  const sharing = emptyValues(shareFields)
  return page(
    texts(locale).share.deed,
    <SharePage
      question={question}
      sharing={sharing}
      labels={await shareLabels(asked)}
      offers={await offersIn<typeof shareFields>(ctx, shareReferences, sharing, form)}
      locale={locale}
      {...after}
    />,
    [...crumbs(locale), { href: `${at}/${question.id}`, label: texts(locale).one }],
  )
}
const postShare = postedTo<Question, typeof shareFields, Question>({
  fields: shareFields,
  texts: (locale) => texts(locale).share.fields as FieldTexts<typeof shareFields>,
  refusals,
  whole: true,
  version: ({ version }) => version,
  offers: ({ ctx, form }) => offersIn<typeof shareFields>(ctx, shareReferences, {}, form),
  reload,
  draw: drawShare,
  command: (asked, { id }, values) => shareQuestion(asked.ctx, id, seen(asked), values),
  done: ({ locale }, { id }) => redirect(`${at}/${id}`, texts(locale).share.said),
  unchanged: ({ locale }, { id }) => redirect(`${at}/${id}`, texts(locale).share.said),
})

export const deedRoutes: readonly Route[] = [
  get(`${at}/:id`, 'signedIn', forReaders(drawShow)),
  post(`${at}/:id/svar`, 'signedIn', forReaders(postAnswer)),
  post(`${at}/:id/avslutning`, 'signedIn', forReaders(postClose)),
  get(`${at}/:id/deling`, 'signedIn', forSharers(drawShare)),
  post(`${at}/:id/deling`, 'signedIn', forSharers(postShare)),
  post(`${at}/:id/deling/:del/slutt`, 'signedIn', forSharers(postEnd)),
]
