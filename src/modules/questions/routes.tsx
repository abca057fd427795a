import type { Ctx } from '../../kernel/ctx.ts'
import { emptyValues } from '../../kernel/fields.ts'
import {
  type Asked,
  get,
  madeId,
  notAllowed,
  nothing,
  type PostAnswer,
  page,
  post,
  type Route,
  redirect,
  versionOf,
} from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import { namesIn, offersIn } from '../../kernel/reference.ts'
import { door } from '../../kernel/road.ts'
import { searchedIn } from '../../kernel/searched.ts'
import type { Locale } from '../../kernel/texts.ts'
import { postedTo } from '../../ui/posted.tsx'
import type { After } from '../../ui/refused.ts'
import { uiTexts } from '../../ui/texts.ts'
import { leaderOfPerson, personsWithRoles, privacyContactsOf } from '../people/public.ts'
import { answerQuestion, sendQuestion } from './commands.ts'
import { answerFields, askFields, type recordFields } from './fields.ts'
import { AskPage, type Contacts, MissingPage, QuestionsPage, ShowQuestion } from './pages/pages.tsx'
import { askReferences, findQuestion, missingRoutines, questionsFor, recordReferences } from './queries.ts'
import type { Asking, Question } from './question.ts'
import { mayAnswer, seesMissing } from './rules.ts'
import { texts } from './texts.ts'

const at = '/sporsmal'
const refusals = (locale: Locale) => ({ ...uiTexts(locale).refusals, ...texts(locale).refusals })
const crumbs = (locale: Locale) => [{ href: at, label: texts(locale).title }]

type Begun = { readonly id: string; readonly asking: Asking }
/** Begun with what was looked for, where it was a routine that was not found. */
const begun = (asked: Asked): Begun => ({
  id: madeId(asked),
  asking: {
    ...emptyValues(askFields),
    kind: asked.query.get('type') === 'routine' ? 'routine' : 'advice',
    sentTo: 'leader',
    about: searchedIn(asked).search?.words ?? null,
    unit: asked.ctx.actor.unitId,
  },
})

async function contactsOf(ctx: Ctx): Promise<Contacts> {
  const leader = await leaderOfPerson(ctx, ctx.actor.personId)
  return {
    leader: leader ? [leader] : [],
    privacyContact: (await privacyContactsOf(ctx, ctx.actor.unitId)).contacts,
    dpo: await personsWithRoles(ctx, ['dpo']),
  }
}

const drawAsk = async ({ ctx, locale, form }: Asked, { id, asking }: Begun, after: After = {}) =>
  page(
    texts(locale).add,
    <AskPage
      id={id}
      asking={asking}
      offers={await offersIn<typeof askFields>(ctx, askReferences, asking, form)}
      contacts={await contactsOf(ctx)}
      locale={locale}
      {...after}
    />,
    crumbs(locale),
  )

const postAsk = postedTo<Begun, typeof askFields, Question>({
  fields: askFields,
  texts: (locale) => texts(locale).ask,
  refusals,
  whole: true,
  offers: ({ ctx, form }, { asking }) => offersIn<typeof askFields>(ctx, askReferences, asking, form),
  draw: drawAsk,
  command: ({ ctx }, { id }, values) => sendQuestion(ctx, id, values),
  done: ({ locale }, { id }, _, next) => redirect(`${at}/${next?.id ?? id}`, texts(locale).sent),
  unchanged: ({ locale }, { id }) => redirect(`${at}/${id}`, texts(locale).sent),
})

const forReaders = door(async ({ ctx, params }: Asked) => (isId(params.id) && (await findQuestion(ctx, params.id))) || nothing)

const drawShow = async ({ ctx, locale }: Asked, question: Question, after: After = {}) =>
  page(
    texts(locale).one,
    <ShowQuestion
      question={question}
      names={await namesIn<typeof recordFields>(ctx, recordReferences, question.values)}
      mayAnswer={mayAnswer(question, ctx.actor)}
      locale={locale}
      {...after}
    />,
    crumbs(locale),
  )

const postAnswer = postedTo<Question, typeof answerFields, Question>({
  fields: answerFields,
  texts: (locale) => texts(locale).answer,
  refusals,
  whole: true,
  version: ({ version }) => version,
  stands: ({ values: { answer } }) => ({ answer }),
  by: ({ values }) => values.answeredBy,
  reload: async ({ ctx }, before) => (await findQuestion(ctx, before.id)) ?? before,
  draw: drawShow,
  command: ({ ctx, form }, { id }, values) => answerQuestion(ctx, id, versionOf(form), values),
  done: ({ locale }, { id }) => redirect(`${at}/${id}`, texts(locale).answered),
  unchanged: ({ locale }, { id }) => redirect(`${at}/${id}`, texts(locale).answered),
})

export const routes: readonly Route[] = [
  get(at, 'signedIn', async ({ ctx, locale }) =>
    page(texts(locale).title, <QuestionsPage questions={await questionsFor(ctx)} locale={locale} />),
  ),
  get(`${at}/nytt`, 'signedIn', (asked) => drawAsk(asked, begun(asked))),
  post(`${at}/nytt`, 'signedIn', (asked): Promise<PostAnswer> => postAsk(asked, begun(asked))),
  get(`${at}/rutiner`, 'signedIn', async ({ ctx, locale }) => {
    if (!seesMissing(ctx.actor)) return notAllowed
    const { leads, roles } = ctx.actor
    const all = seesMissing({ ...ctx.actor, leads: [] })
    const missing = await missingRoutines(ctx, all && roles.length > 0 ? null : leads)
    return page(texts(locale).missing.title, <MissingPage missing={missing} locale={locale} />, crumbs(locale))
  }),
  get(`${at}/:id`, 'signedIn', forReaders(drawShow)),
  post(`${at}/:id/svar`, 'signedIn', forReaders(postAnswer)),
]
