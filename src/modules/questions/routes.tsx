import { yearIn } from '../../kernel/calendar/calendar.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { type Asked, get, madeId, notAllowed, one, type PostAnswer, page, post, type Route, redirect } from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import { offersIn } from '../../kernel/reference.ts'
import { searchedIn } from '../../kernel/searched.ts'
import { listRoutes } from '../../register/list.tsx'
import { postedTo } from '../../ui/posted.tsx'
import type { After } from '../../ui/refused.ts'
import { sendQuestion } from './commands.ts'
import { askFields, receiverKinds } from './fields.ts'
import { figuresBy } from './figures.ts'
import { list, yearsTo } from './list.tsx'
import { AskPage } from './pages/ask.tsx'
import { FiguresPage } from './pages/figures.tsx'
import { MissingPage } from './pages/missing.tsx'
import { askReferences, findQuestion, missingRoutines } from './queries.ts'
import { askedByGroup } from './queries-figures.ts'
import { whom } from './queries-whom.ts'
import type { Asking, Question } from './question.ts'
import { at, crumbs, deedRoutes, refusals } from './routes-deeds.tsx'
import { openRoutes } from './routes-open.tsx'
import { countsAll, isAsker, seesFigures, seesMissing } from './rules.ts'
import { texts } from './texts.ts'

type Begun = { readonly id: string; readonly asking: Asking; readonly page: string | null; readonly before: Question | null }
/** Begun with what was looked for, where it was a routine that was not found; of the one that was asked, where it goes on from a question. */
async function begun(asked: Asked): Promise<Begun> {
  const { ctx, query, form } = asked
  const follows = query.get('folger') ?? ''
  const found = isId(follows) ? await findQuestion(ctx, follows) : undefined
  const before = found && isAsker(found, ctx.actor) ? found : null
  return {
    id: madeId(asked),
    page: pageIn(query.get('fra')),
    before,
    asking: {
      ...emptyValues(askFields),
      kind: query.get('type') === 'routine' || one(form, 'kind') === 'routine' ? 'routine' : 'advice',
      sentTo: receiverKinds.find((kind) => kind === query.get('til')) ?? before?.values.sentTo ?? 'leader',
      about: searchedIn(asked).search?.words ?? null,
      unit: ctx.actor.unitId,
    },
  }
}

const longestPage = 300
/** A page of ours, without what stands behind the question mark; none where it is not. */
function pageIn(from: string | null): string | null {
  const bare = from?.split(/[?#]/)[0] ?? ''
  return bare !== '/' && bare.length <= longestPage && /^(\/[\w.-]+)+$/.test(bare) ? bare : null
}

const drawAsk = async ({ ctx, locale, form }: Asked, { id, asking, page: from, before }: Begun, after: After = {}) =>
  page(
    texts(locale).add,
    <AskPage
      id={id}
      asking={asking}
      fromPage={from !== null}
      goesOn={before !== null}
      offers={await offersIn<typeof askFields>(ctx, askReferences, asking, form)}
      whom={await whom(ctx, locale)}
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
  command: ({ ctx }, { id, page: from, before }, values) => sendQuestion(ctx, id, values, { page: from, follows: before?.id ?? null }),
  done: ({ locale }, { id }, _, next) => redirect(`${at}/${next?.id ?? id}`, texts(locale).sent),
  unchanged: ({ locale }, { id }) => redirect(`${at}/${id}`, texts(locale).sent),
})

export const routes: readonly Route[] = [
  ...listRoutes(list, 'signedIn'),
  get(`${at}/nytt`, 'signedIn', async (asked) => drawAsk(asked, await begun(asked))),
  post(`${at}/nytt`, 'signedIn', async (asked): Promise<PostAnswer> => postAsk(asked, await begun(asked))),
  get(`${at}/rutiner`, 'signedIn', async ({ ctx, locale }) => {
    if (!seesMissing(ctx.actor)) return notAllowed
    const { leads, roles } = ctx.actor
    const all = seesMissing({ ...ctx.actor, leads: [] })
    const missing = await missingRoutines(ctx, all && roles.length > 0 ? null : leads)
    return page(texts(locale).missing.title, <MissingPage missing={missing} locale={locale} />, crumbs(locale))
  }),
  get(`${at}/tall`, seesFigures, async ({ ctx, locale }) => {
    const years = yearsTo(yearIn(ctx.now))
    const opens = countsAll(ctx.actor)
    const lines = figuresBy(await askedByGroup(ctx), years, opens)
    return page(texts(locale).figures.title, <FiguresPage {...{ lines, years, opens, locale }} />, crumbs(locale))
  }),
  ...deedRoutes,
  ...openRoutes,
]
