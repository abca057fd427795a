import { type Outcome, refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { decide } from '../../kernel/deed.ts'
import { strangeIn } from '../../kernel/reference.ts'
import { inAll, type Locale } from '../../kernel/texts.ts'
import { beginReport } from '../deviation/public.ts'
import { tell } from '../messages/public.ts'
import { leaderOfPerson } from '../people/public.ts'
import { syncTasks } from '../tasks/public.ts'
import type { Lending, Loan, LoanEvent } from './card.ts'
import type { loanFields } from './fields.ts'
import { isLent, loanReferences } from './queries.ts'
import * as rules from './rules-loan.ts'
import { loanStore } from './store.ts'
import { texts } from './texts.ts'

type Done = Promise<Outcome<Loan, LoanEvent>>

export const lendCard = (ctx: Ctx, id: string, lending: Lending): Done =>
  loanStore.add(ctx, id, lending as Loan['values'], async (newId) => {
    const strange = await strangeIn<typeof loanFields>(ctx, loanReferences, lending)
    if (strange.length > 0) return refuse('notARecord', strange)
    return rules.lendCard(newId, lending, await isLent(ctx, lending.cardNumber), ctx.actor, ctx.now)
  })
export const handInLoan = (ctx: Ctx, id: string): Done =>
  decide(ctx, loanStore, id, null, (loan) => rules.handInLoan(loan, ctx.actor, ctx.now))

/** A loan card is lost: the issuers are to deactivate it, and the leader of whoever had it is told, as of one's own. */
export async function loseLoan(ctx: Ctx, id: string): Done {
  const outcome = await decide(ctx, loanStore, id, null, (loan) => rules.loseLoan(loan, ctx.actor, ctx.now))
  if (!outcome.ok) return outcome
  await follow(ctx, outcome.next)
  const { holder } = outcome.next.values
  const leader = holder === null ? undefined : await leaderOfPerson(ctx, holder)
  if (leader)
    await tell(ctx, {
      kind: 'loanCard.lost',
      title: inAll((locale) => texts(locale).messages.loanLost),
      to: { persons: [leader.id] },
      reference: null,
      href: '/lanekort',
    })
  return outcome
}

export async function deactivateLoan(ctx: Ctx, id: string): Done {
  const outcome = await decide(ctx, loanStore, id, null, (loan) => rules.deactivateLoan(loan, ctx.actor, ctx.now))
  if (outcome.ok) await follow(ctx, outcome.next)
  return outcome
}

const follow = (ctx: Ctx, loan: Loan): Promise<void> =>
  syncTasks(ctx, { type: 'loan_card', id: loan.id, reference: null, href: `/lanekort/${loan.id}` }, 'loan_card.', rules.loanTasks(loan))

/** As of one's own card: the report is begun with what is known, and nothing of it is written on the loan (S4-131). */
export async function reportLostLoan(ctx: Ctx, id: string, draft: string, locale: Locale): Promise<string | null> {
  const loan = await loanStore.find(ctx, id)
  if (!loan || loan.values.lostAt === null || loan.values.holder !== ctx.actor.personId) return null
  return beginReport(ctx, draft, {
    affectedUnit: ctx.actor.unitId,
    whatHappened: texts(locale).whatHappenedLoan(loan.values.cardNumber ?? ''),
    discoveredAt: loan.values.lostAt,
    categories: ['LOST_ITEM'],
    itemTypes: ['other'],
  })
}
