import type { Ctx } from '../../kernel/ctx.ts'
import { emptyValues } from '../../kernel/fields.ts'
import {
  type Asked,
  type GetAnswer,
  get,
  madeId,
  nothing,
  type PostAnswer,
  page,
  post,
  type Route,
  redirect,
  upload,
  versionOf,
} from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import { namesIn, offersIn } from '../../kernel/reference.ts'
import { again, answered, door } from '../../kernel/road.ts'
import type { Locale } from '../../kernel/texts.ts'
import { listRoutes } from '../../register/list.tsx'
import { each } from '../../ui/each.ts'
import { FormFrame } from '../../ui/form-frame.tsx'
import { postedTo } from '../../ui/posted.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { type After, refusedBy } from '../../ui/refused.ts'
import { uiTexts } from '../../ui/texts.ts'
import { filesHeld, filesPanel } from '../files/public.tsx'
import { onlyWhere, profileOf } from '../organisation/public.ts'
import type { Card, Deed, Issue, Lending, Loan, Order } from './card.ts'
import { moveCard, orderCard, registerCard, reportLost } from './commands.ts'
import { deactivateLoan, handInLoan, lendCard, loseLoan, reportLostLoan } from './commands-loan.ts'
import { issueFields, leavingFields, loanFields, orderFields, productionFields, type recordFields } from './fields.ts'
import { list } from './list.tsx'
import { HeldCards } from './pages/held.tsx'
import { ShowLoan } from './pages/loan.tsx'
import { LoansPage } from './pages/loans.tsx'
import { LostPage } from './pages/lost.tsx'
import { OrderPage } from './pages/order.tsx'
import { deedAt, ShowCard } from './pages/show.tsx'
import { cardsProfile } from './profile.ts'
import {
  cardsOf,
  findCard,
  findLoan,
  issueReferences,
  loanReferences,
  loans,
  loansOf,
  myCards,
  orderReferences,
  photoPlace,
  recordReferences,
} from './queries.ts'
import { isHeld, isOut, maySee, openDeeds, type With } from './rules.ts'
import { mayLend, mayLose, mayReadLoans } from './rules-loan.ts'
import { isIssuer } from './space.ts'
import { texts } from './texts.ts'

const at = '/id-kort'
const refusals = (locale: Locale) => ({ ...uiTexts(locale).refusals, ...texts(locale).refusals })
const crumbs = (locale: Locale) => [{ href: at, label: texts(locale).title }]

type Begun<V> = { readonly id: string; readonly values: V }
const begunOrder = (asked: Asked): Begun<Order> => {
  const replaces = asked.query.get('erstatter')
  return { id: madeId(asked), values: { ...emptyValues(orderFields), delivery: 'mail', replaces: isId(replaces) ? replaces : null } }
}
/** A new card for a lost one is asked for as the lost one was. */
async function filledOrder(asked: Asked): Promise<Begun<Order>> {
  const begun = begunOrder(asked)
  const mine = await myCards(asked.ctx)
  const lost = mine.filter(({ values }) => values.lostAt !== null && values.replacedAt === null)
  const card = lost.find(({ id }) => id === begun.values.replaces) ?? lost[0]
  if (!card) return { ...begun, values: { ...begun.values, replaces: null } }
  const { uses, zones, delivery } = card.values
  return { ...begun, values: { uses, zones, delivery: delivery ?? 'mail', replaces: card.id } }
}
async function drawOrder(asked: Asked, { id, values }: Begun<Order>, after: After = {}) {
  const { ctx, locale, form } = asked
  const offers = await offersIn<typeof orderFields>(ctx, orderReferences, values, form)
  return page(
    texts(locale).orderTitle,
    <OrderPage id={id} order={values} offers={offers} limits={ctx.house.uploads} locale={locale} {...after} />,
    crumbs(locale),
  )
}
const postOrder = postedTo<Begun<Order>, typeof orderFields, Card>({
  fields: orderFields,
  texts: (locale) => ({ ...texts(locale).order, photo: { label: texts(locale).photo } }),
  refusals,
  whole: true,
  draw: drawOrder,
  command: ({ ctx, uploaded }, { id }, values) => orderCard(ctx, id, values, uploaded.files),
  done: ({ locale }, { id }, _, next) => redirect(`${at}/${next?.id ?? id}`, texts(locale).ordered),
  unchanged: ({ locale }, { id }) => redirect(`${at}/${id}`, texts(locale).ordered),
})

async function drawRegister({ ctx, locale, form }: Asked, { id, values }: Begun<Issue>, after: After = {}) {
  const offers = await offersIn<typeof issueFields>(ctx, issueReferences, values, form)
  const t = texts(locale)
  return page(
    t.registerTitle,
    <FormFrame title={t.registerTitle} back={at} hidden={{ id }} locale={locale} {...after}>
      <RecordForm
        {...{ fields: issueFields, texts: t.issue, values, offers, locale }}
        raw={after.refused?.raw}
        problems={after.refused?.problems}
      />
    </FormFrame>,
    crumbs(locale),
  )
}
const begunIssue = (asked: Asked): Begun<Issue> => ({ id: madeId(asked), values: emptyValues(issueFields) })
const postRegister = postedTo<Begun<Issue>, typeof issueFields, Card>({
  fields: issueFields,
  texts: (locale) => texts(locale).issue,
  refusals,
  whole: true,
  draw: drawRegister,
  command: ({ ctx }, { id }, values) => registerCard(ctx, id, values),
  done: ({ locale }, { id }, _, next) => redirect(`${at}/${next?.id ?? id}`, texts(locale).registered),
  unchanged: ({ locale }, { id }) => redirect(`${at}/${id}`, texts(locale).registered),
})

const forReaders = door(async ({ ctx, params }: Asked) => (isId(params.id) && (await findCard(ctx, params.id))) || nothing)
async function drawShow({ ctx, locale }: Asked, card: Card, after: After = {}) {
  const place = photoPlace(card.id)
  return page(
    texts(locale).one,
    <>
      <ShowCard
        card={card}
        names={await namesIn<typeof recordFields>(ctx, recordReferences, card.values)}
        open={openDeeds(card, ctx.actor)}
        isHolder={card.values.holder === ctx.actor.personId}
        files={(await filesHeld(ctx, place)) > 0 ? await filesPanel(ctx, place, locale) : null}
        now={ctx.now}
        locale={locale}
        {...after}
      />
      {each(await ctx.house.related(ctx, { type: 'id_card', id: card.id }, locale), (panel) => (
        <div>{panel}</div>
      ))}
    </>,
    crumbs(locale),
  )
}
const doneWith = (deed: Deed, locale: Locale, id: string) =>
  redirect(`${at}/${id}`, deed === 'reportLoss' ? texts(locale).afterLoss : texts(locale).did)

const plainDeed = (deed: Deed) =>
  forReaders(async (asked, card): Promise<PostAnswer> => {
    const { ctx, locale, form } = asked
    const done = () => doneWith(deed, locale, card.id)
    return answered(await moveCard(ctx, card.id, deed, versionOf(form)), {
      done,
      nothingChanged: done,
      refused: async (refusal, status) =>
        again(status, await drawShow(asked, (await findCard(ctx, card.id)) ?? card, { refused: refusedBy(refusal, asked, refusals, {}) })),
    })
  })
const askedDeed = (deed: Deed) => ({
  refusals,
  whole: true as const,
  version: ({ version }: Card) => version,
  reload: async ({ ctx }: Asked, before: Card) => (await findCard(ctx, before.id)) ?? before,
  draw: drawShow,
  command: ({ ctx, form }: Asked, { id }: Card, values: With) => moveCard(ctx, id, deed, versionOf(form), values),
  done: ({ locale }: Asked, { id }: Card) => doneWith(deed, locale, id),
  unchanged: ({ locale }: Asked, { id }: Card) => doneWith(deed, locale, id),
})
const answersOf = (deed: Deed) => {
  if (deed === 'produce')
    return forReaders(
      postedTo<Card, typeof productionFields, Card>({
        ...askedDeed(deed),
        fields: productionFields,
        texts: (locale) => texts(locale).production,
      }),
    )
  if (deed === 'startReturn')
    return forReaders(
      postedTo<Card, typeof leavingFields, Card>({ ...askedDeed(deed), fields: leavingFields, texts: (locale) => texts(locale).leaving }),
    )
  return plainDeed(deed)
}

const begunLoan = (asked: Asked): Begun<Lending> => ({ id: madeId(asked), values: emptyValues(loanFields) })
async function drawLoans({ ctx, locale, form }: Asked, { id, values }: Begun<Lending>, after: After = {}) {
  const all = mayReadLoans(ctx.actor) ? await loans(ctx) : null
  const shown = all ? [...all.late, ...all.others].map((one) => ({ holder: one.values.holder })) : []
  return page(
    texts(locale).loans.title,
    <LoansPage
      id={id}
      loans={all}
      names={await namesIn<typeof loanFields>(ctx, loanReferences, ...shown)}
      lending={values}
      offers={mayLend(ctx.actor) ? await offersIn<typeof loanFields>(ctx, loanReferences, values, form) : null}
      locale={locale}
      {...after}
    />,
    crumbs(locale),
  )
}
const postLoan = postedTo<Begun<Lending>, typeof loanFields, Loan>({
  fields: loanFields,
  texts: (locale) => texts(locale).loan,
  refusals,
  whole: true,
  draw: drawLoans,
  command: ({ ctx }, { id }, values) => lendCard(ctx, id, values),
  done: ({ locale }) => redirect('/lanekort', texts(locale).loans.lent),
  unchanged: ({ locale }) => redirect('/lanekort', texts(locale).loans.lent),
})
async function drawLoan({ ctx, locale }: Asked, loan: Loan, after: After = {}) {
  const names = await namesIn<typeof loanFields>(ctx, loanReferences, { holder: loan.values.holder })
  return page(
    texts(locale).loans.one,
    <>
      <ShowLoan
        loan={loan}
        names={names}
        may={{ lend: mayLend(ctx.actor), lose: mayLose(loan, ctx.actor), deactivate: isIssuer(ctx.actor) }}
        isHolder={loan.values.holder === ctx.actor.personId}
        now={ctx.now}
        locale={locale}
        {...after}
      />
      {each(await ctx.house.related(ctx, { type: 'loan_card', id: loan.id }, locale), (panel) => (
        <div>{panel}</div>
      ))}
    </>,
    [...crumbs(locale), { href: '/lanekort', label: texts(locale).loans.title }],
  )
}
const forLenders = door(async ({ ctx, params }: Asked) => (isId(params.id) && (await findLoan(ctx, params.id))) || nothing)
async function postLoanIn({ ctx, locale, params }: Asked): Promise<PostAnswer> {
  if (!isId(params.id)) return nothing
  const done = () => redirect('/lanekort', texts(locale).loans.handedIn)
  return answered(await handInLoan(ctx, params.id), { done, nothingChanged: done, refused: done })
}

/** A deed of one press on the page of a loan. */
const loanDeed = (command: (ctx: Ctx, id: string) => ReturnType<typeof loseLoan>, said: 'lost' | 'deactivated') =>
  forLenders(async (asked, loan): Promise<PostAnswer> => {
    const { ctx, locale } = asked
    const done = () => redirect(`/lanekort/${loan.id}`, texts(locale).loans.did[said])
    return answered(await command(ctx, loan.id), {
      done,
      nothingChanged: done,
      refused: async (refusal, status) =>
        again(status, await drawLoan(asked, (await findLoan(ctx, loan.id)) ?? loan, { refused: refusedBy(refusal, asked, refusals, {}) })),
    })
  })
const postLoanReport = forLenders(async (asked, loan): Promise<PostAnswer> => {
  const draft = await reportLostLoan(asked.ctx, loan.id, madeId(asked), asked.locale)
  return redirect(draft ? `/avvik/${draft}/skjema` : `/lanekort/${loan.id}`)
})

/** The report of the deviation is begun with what is known, and whoever reports goes on there. */
const postReport = forReaders(async (asked, card): Promise<PostAnswer> => {
  const draft = await reportLost(asked.ctx, card.id, madeId(asked), asked.locale)
  return redirect(draft ? `/avvik/${draft}/skjema` : `${at}/${card.id}`)
})

const lost = async ({ ctx, locale }: Asked): Promise<GetAnswer> =>
  page(
    texts(locale).lostTitle,
    <LostPage cards={(await myCards(ctx)).filter(isOut)} loans={await loansOf(ctx, ctx.actor.personId)} locale={locale} />,
    crumbs(locale),
  )

/** What somebody who leaves has: their number is read by whoever takes them out, each card by those it is for. */
export async function heldCards(ctx: Ctx, person: string, locale: Locale) {
  if (!cardsProfile(await profileOf(ctx)).on) return null
  const cards = (await cardsOf(ctx, person)).filter(isHeld)
  return <HeldCards cards={cards} loans={await loansOf(ctx, person)} opens={(card) => maySee(card, ctx.actor)} locale={locale} />
}

export const routes: readonly Route[] = [
  ...onlyWhere(
    (profile) => cardsProfile(profile).on,
    [
      ...listRoutes(list, 'signedIn'),
      get(`${at}/ny`, 'signedIn', async (asked) => drawOrder(asked, await filledOrder(asked))),
      upload(`${at}/ny`, 'signedIn', (asked): Promise<PostAnswer> => postOrder(asked, begunOrder(asked))),
      get(`${at}/tapt`, 'signedIn', lost),
      get(`${at}/registrering`, isIssuer, (asked) => drawRegister(asked, begunIssue(asked))),
      post(`${at}/registrering`, isIssuer, (asked): Promise<PostAnswer> => postRegister(asked, begunIssue(asked))),
      get('/lanekort', 'signedIn', (asked) => drawLoans(asked, begunLoan(asked))),
      post('/lanekort', mayLend, (asked): Promise<PostAnswer> => postLoan(asked, begunLoan(asked))),
    ],
  ),
  get('/lanekort/:id', 'signedIn', forLenders(drawLoan)),
  post('/lanekort/:id/tap', 'signedIn', loanDeed(loseLoan, 'lost')),
  post('/lanekort/:id/sperring', 'signedIn', loanDeed(deactivateLoan, 'deactivated')),
  post('/lanekort/:id/avvik', 'signedIn', postLoanReport),
  post('/lanekort/:id/innlevering', mayLend, postLoanIn),
  get(`${at}/:id`, 'signedIn', forReaders(drawShow)),
  post(`${at}/:id/avvik`, 'signedIn', postReport),
  ...(Object.keys(deedAt) as Deed[]).map((deed) => post(`${at}/:id/${deedAt[deed]}`, 'signedIn', answersOf(deed))),
]
