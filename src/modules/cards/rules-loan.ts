import { type Actor, hasRole, worksAs } from '../../kernel/actor.ts'
import { hoursAfter, localDate } from '../../kernel/calendar/calendar.ts'
import { change, type Outcome, refuse } from '../../kernel/change.ts'
import { missing } from '../../kernel/fields.ts'
import { inAll } from '../../kernel/texts.ts'
import type { TaskSpec } from '../tasks/public.ts'
import type { Lending, Loan, LoanEvent } from './card.ts'
import { loanFields } from './fields.ts'
import { deactivateHours } from './rules.ts'
import { isIssuer } from './space.ts'
import { texts } from './texts.ts'

type Done = Outcome<Loan, LoanEvent>
const happened = (loan: Loan, over: Partial<Loan['values']>, type: LoanEvent['type']): Done =>
  change<Loan, LoanEvent>({ ...loan, values: { ...loan.values, ...over } }, { type })

/** Loan cards are lent and taken in by the Service office (S4-208). */
export const mayLend = (actor: Actor): boolean => worksAs(actor, 'serviceOffice')
export const mayReadLoans = (actor: Actor): boolean => mayLend(actor) || hasRole(actor, 'cardIssuer')
/** Whoever borrowed it, those who lend, and those who deactivate: it is said the moment that somebody knows. */
export const mayLose = ({ values }: Loan, actor: Actor): boolean => values.holder === actor.personId || mayLend(actor) || isIssuer(actor)

/** `isOut`: a card of the number is lent already, and has not come back. */
export function lendCard(id: string, lending: Lending, isOut: boolean, actor: Actor, now: Date): Done {
  if (!mayLend(actor)) return refuse('notAllowed')
  const gaps = missing(loanFields, lending)
  if (gaps.length > 0) return refuse('incomplete', gaps)
  if (isOut) return refuse('isLent', ['cardNumber'])
  const values = { ...lending, lentAt: now, handedInAt: null, lostAt: null, deactivatedAt: null }
  return change<Loan, LoanEvent>({ id, version: 1, values }, { type: 'loan_card.lent' })
}
/** A lost one may be found, and is handed in then too. */
export function handInLoan(loan: Loan, actor: Actor, now: Date): Done {
  if (!mayLend(actor)) return refuse('notAllowed')
  if (loan.values.handedInAt !== null) return refuse('nothingChanged')
  return happened(loan, { handedInAt: now }, 'loan_card.handedIn')
}
export function loseLoan(loan: Loan, actor: Actor, now: Date): Done {
  if (!mayLose(loan, actor)) return refuse('notAllowed')
  if (loan.values.lostAt !== null) return refuse('nothingChanged')
  if (loan.values.handedInAt !== null) return refuse('notNow')
  return happened(loan, { lostAt: now }, 'loan_card.lossReported')
}
export function deactivateLoan(loan: Loan, actor: Actor, now: Date): Done {
  if (!isIssuer(actor)) return refuse('notAllowed')
  if (loan.values.lostAt === null) return refuse('notNow')
  if (loan.values.deactivatedAt !== null) return refuse('nothingChanged')
  return happened(loan, { deactivatedAt: now }, 'loan_card.deactivated')
}

/** Somebody has it, as far as we know. */
export const isLoanOut = ({ values }: Loan): boolean => values.handedInAt === null && values.lostAt === null
/** Not handed in on the day it was lent. One that is lost is not late: it will not come. */
export const isLate = (loan: Loan, now: Date): boolean =>
  isLoanOut(loan) && loan.values.lentAt !== null && localDate(loan.values.lentAt) < localDate(now)

/** A lost card may be open no longer than one's own (S4-207), also when it has been found meanwhile. */
export const loanTasks = ({ values: { lostAt, deactivatedAt } }: Loan): readonly TaskSpec[] =>
  lostAt === null || deactivatedAt !== null
    ? []
    : [
        {
          kind: 'loan_card.deactivate',
          title: inAll((locale) => texts(locale).tasks.deactivateLoan),
          roles: ['cardIssuer'],
          dueAt: hoursAfter(lostAt, deactivateHours),
        },
      ]
