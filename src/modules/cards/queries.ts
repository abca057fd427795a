import { sql } from 'kysely'
import { fromRow } from '../../kernel/columns.ts'
import type { Attaches, Ctx } from '../../kernel/ctx.ts'
import type { Reference } from '../../kernel/reference.ts'
import { asSql } from '../../kernel/space-sql.ts'
import { inAll } from '../../kernel/texts.ts'
import type { Rows } from '../../register/view.ts'
import { profileOf } from '../organisation/public.ts'
import { personReference } from '../people/public.ts'
import type { Card, Loan } from './card.ts'
import { loanRecordFields, recordFields } from './fields.ts'
import { cardsProfile } from './profile.ts'
import { isOut, maySee } from './rules.ts'
import { isLate, isLoanOut, mayReadLoans } from './rules-loan.ts'
import { isSeen } from './space.ts'
import { loanStore, store } from './store.ts'
import { texts } from './texts.ts'

/** The card that an order replaces: one's own. */
const cardReference: Reference = {
  to: 'id_card',
  choices: async (ctx) => (await myCards(ctx)).filter(({ values }) => values.lostAt !== null && values.replacedAt === null).map(named),
  named: async (ctx, ids) => {
    const rows =
      ids.length === 0
        ? []
        : await cards(ctx)
            .where('id', 'in', [...ids])
            .execute()
    return new Map(rows.map((row) => [row.id, named(cardOf(row))]))
  },
  called: async () => [],
  gone: (locale) => texts(locale).status.returned,
}
const named = ({ id, values }: Card) => ({ id, name: values.cardNumber ?? '–' })

export const orderReferences = { replaces: cardReference }
export const issueReferences = { holder: personReference }
export const recordReferences = { ...orderReferences, ...issueReferences, leader: personReference }
export const loanReferences = { holder: personReference }

const cards = (ctx: Ctx) => ctx.tx.selectFrom('id_card').selectAll().where('organisation_id', '=', ctx.actor.organisationId)
const cardOf = (row: Awaited<ReturnType<ReturnType<typeof cards>['execute']>>[number]): Card => ({
  id: row.id,
  version: row.version,
  values: fromRow(recordFields, row),
})

export async function findCard(ctx: Ctx, id: string): Promise<Card | undefined> {
  const found = await store.find(ctx, id)
  return found && maySee(found, ctx.actor) ? found : undefined
}

export const myCards = (ctx: Ctx): Promise<readonly Card[]> => cardsOf(ctx, ctx.actor.personId)
export async function cardsOf(ctx: Ctx, person: string): Promise<readonly Card[]> {
  return (await cards(ctx).where('holder_id', '=', person).orderBy('id', 'desc').execute()).map(cardOf)
}

export const listedCards = (ctx: Ctx): Rows => ({
  table: 'id_card',
  as: 'd',
  seen: sql<boolean>`d.organisation_id = ${ctx.actor.organisationId} and ${asSql(isSeen, ctx.actor)}`,
  select: sql`d.id, d.card_number, d.holder_id, d.uses, d.status, d.lost_at, d.deactivated_at`,
})

/** The photo of an order hangs on it until the card is made. */
export const photoPlace = (id: string) => ({ type: 'id_card', id })
export async function filesOfCard(ctx: Ctx, id: string): Promise<Attaches | undefined> {
  const card = await findCard(ctx, id)
  return card && { page: `/id-kort/${id}`, name: inAll((locale) => texts(locale).one), add: false, protectedBy: false }
}

/** Those who lend them and those who look after the cards read who has borrowed; whoever has one reads that one. */
export async function findLoan(ctx: Ctx, id: string): Promise<Loan | undefined> {
  const found = await loanStore.find(ctx, id)
  return found && (mayReadLoans(ctx.actor) || found.values.holder === ctx.actor.personId) ? found : undefined
}

const most = 300
/** Those not handed in the day they were lent stand first. */
export async function loans(ctx: Ctx): Promise<{ readonly late: readonly Loan[]; readonly others: readonly Loan[] }> {
  const rows = await ctx.tx
    .selectFrom('loan_card')
    .selectAll()
    .where('organisation_id', '=', ctx.actor.organisationId)
    .orderBy('handed_in_at', (by) => by.desc().nullsFirst())
    .orderBy('lent_at', 'desc')
    .orderBy('id')
    .limit(most)
    .execute()
  const all = rows.map((row): Loan => ({ id: row.id, version: row.version, values: fromRow(loanRecordFields, row) }))
  return { late: all.filter((one) => isLate(one, ctx.now)), others: all.filter((one) => !isLate(one, ctx.now)) }
}

/** Those that somebody has: not handed in, and not lost. */
export async function loansOf(ctx: Ctx, person: string): Promise<readonly Loan[]> {
  const rows = await ctx.tx
    .selectFrom('loan_card')
    .selectAll()
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('holder_id', '=', person)
    .where('handed_in_at', 'is', null)
    .where('lost_at', 'is', null)
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map((row): Loan => ({ id: row.id, version: row.version, values: fromRow(loanRecordFields, row) }))
}

/** Whether another has a card of this number, or has one coming; the same number however it is written. One who opens a door is one person. */
export async function isAnothers(ctx: Ctx, number: string | null, holder: string | null): Promise<boolean> {
  const { rows } = await sql`
    select from id_card where organisation_id = ${ctx.actor.organisationId} and status not in ('declined', 'deactivated', 'returned')
      and holder_id <> ${holder} and lower(card_number) = lower(${number}) limit 1`.execute(ctx.tx)
  return rows.length > 0
}
/** Whether a loan card of this number is out; the same number however it is written. */
export async function isLent(ctx: Ctx, number: string | null): Promise<boolean> {
  const { rows } = await sql`
    select from loan_card where organisation_id = ${ctx.actor.organisationId} and handed_in_at is null
      and lower(card_number) = lower(${number}) limit 1`.execute(ctx.tx)
  return rows.length > 0
}

/** Whether whoever is signed in has a card that they may lose: then the way to say so is on their home. */
export async function mayHaveLost(ctx: Ctx): Promise<boolean> {
  if (!cardsProfile(await profileOf(ctx)).on) return false
  return (await myCards(ctx)).some(isOut) || (await loansOf(ctx, ctx.actor.personId)).some(isLoanOut)
}
