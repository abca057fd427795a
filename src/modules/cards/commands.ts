import type { LocalDate } from '../../kernel/calendar/calendar.ts'
import { type Outcome, refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { decide } from '../../kernel/deed.ts'
import { takeTurn } from '../../kernel/once.ts'
import { strangeIn } from '../../kernel/reference.ts'
import { inAll, type Locale } from '../../kernel/texts.ts'
import type { Incoming } from '../../kernel/upload.ts'
import { beginReport } from '../deviation/public.ts'
import { attachPicture, isPicture, removeAll } from '../files/public.tsx'
import { tell } from '../messages/public.ts'
import { leaderOfPerson } from '../people/public.ts'
import { syncTasks } from '../tasks/public.ts'
import type { Card, CardEvent, Deed, Issue, Order } from './card.ts'
import type { issueFields, orderFields } from './fields.ts'
import { cardsOf, isAnothers, issueReferences, orderReferences, photoPlace } from './queries.ts'
import * as rules from './rules.ts'
import { store } from './store.ts'
import { texts } from './texts.ts'

type Done = Promise<Outcome<Card, CardEvent>>
const hrefOf = ({ id }: Card) => `/id-kort/${id}`

/** `id`: the one its page made. `files`: what came with the form; the first picture is the photo. */
export async function orderCard(ctx: Ctx, id: string, order: Order, files: readonly Incoming[]): Done {
  const leader = await leaderOfPerson(ctx, ctx.actor.personId)
  const photo = await firstPicture(files)
  const outcome = await store.add(ctx, id, order as Card['values'], async (newId) => {
    const strange = await strangeIn<typeof orderFields>(ctx, orderReferences, order)
    if (strange.length > 0) return refuse('notARecord', strange)
    return rules.orderCard(newId, order, { photos: photo ? 1 : 0, leader: leader?.id ?? null }, ctx.actor, ctx.now)
  })
  if (!outcome.ok) return outcome
  if (photo) await attachPicture(ctx, photoPlace(outcome.next.id), photo)
  await follow(ctx, outcome.next)
  const { replaces } = order
  if (replaces !== null) {
    const replaced = await decide(ctx, store, replaces, null, (card) =>
      card.values.holder === ctx.actor.personId ? rules.replaceCard(card, ctx.now) : refuse('notAllowed'),
    )
    if (replaced.ok) await follow(ctx, replaced.next)
  }
  if (leader) await said(ctx, outcome.next, 'ordered', leader.id)
  return outcome
}

async function firstPicture(files: readonly Incoming[]): Promise<Incoming | undefined> {
  for (const file of files) if (file.size > 0 && (await isPicture(file))) return file
  return undefined
}

export async function registerCard(ctx: Ctx, id: string, issue: Issue): Done {
  const leader = issue.holder === null ? undefined : await leaderOfPerson(ctx, issue.holder)
  return store.add(ctx, id, issue as Card['values'], async (newId) => {
    const strange = await strangeIn<typeof issueFields>(ctx, issueReferences, issue)
    if (strange.length > 0) return refuse('notARecord', strange)
    const taken = await isAnothers(ctx, issue.cardNumber, issue.holder)
    return rules.registerCard(newId, issue, { leader: leader?.id ?? null, taken }, ctx.actor, ctx.now)
  })
}

/** One deed of a card, and what follows: whose task it is now, whom is told, and the photo gone when it has been used. */
export async function moveCard(ctx: Ctx, id: string, deed: Deed, version: number | null, given: rules.With = {}): Done {
  const before = await store.find(ctx, id)
  const fresh = deed === 'reportLoss' || deed === 'startReturn'
  const leader = fresh && before?.values.holder ? ((await leaderOfPerson(ctx, before.values.holder))?.id ?? null) : undefined
  // Two issuers make their cards one after the other.
  if (deed === 'produce') await takeTurn(ctx, store.subject)
  const taken = deed === 'produce' && (await isAnothers(ctx, given.cardNumber ?? null, before?.values.holder ?? null))
  const outcome = await decide(ctx, store, id, version, (card) =>
    rules.moveCard(card, deed, { ...given, taken, ...(leader === undefined ? {} : { leader }) }, ctx.actor, ctx.now),
  )
  if (!outcome.ok) return outcome
  const card = outcome.next
  if (deed === 'produce' || deed === 'decline') await removeAll(ctx, photoPlace(id), texts('nb').photoGone)
  await follow(ctx, card)
  if (deed === 'deliver') await said(ctx, card, card.values.status === 'sent' ? 'sent' : 'ready', card.values.holder)
  if (deed === 'decline') await said(ctx, card, 'declined', card.values.holder)
  if (deed === 'reportLoss') await said(ctx, card, 'lost', card.values.leader)
  return outcome
}

/**
 * Begins the report of a deviation with what is known of a lost card, under the id that its page made. Nothing is written of it on the card,
 * where it would tell who reports (S4-131).
 */
export async function reportLost(ctx: Ctx, id: string, draft: string, locale: Locale): Promise<string | null> {
  const card = await store.find(ctx, id)
  if (!card || card.values.lostAt === null || card.values.holder !== ctx.actor.personId) return null
  return beginReport(ctx, draft, {
    affectedUnit: ctx.actor.unitId,
    whatHappened: texts(locale).whatHappened(card.values.cardNumber ?? ''),
    discoveredAt: card.values.lostAt,
    categories: ['LOST_ITEM'],
    itemTypes: ['other'],
  })
}

/** Somebody leaves: what cards they have are to be handed in on the last day; null: they stay, and keep them. */
export async function returnCardsOf(ctx: Ctx, person: string, leavesOn: LocalDate | null): Promise<void> {
  const leader = (await leaderOfPerson(ctx, person))?.id ?? null
  for (const { id } of await cardsOf(ctx, person)) {
    const outcome = await decide(ctx, store, id, null, (card) =>
      leavesOn === null ? rules.stopReturn(card) : rules.returnBy(card, leavesOn, leader, ctx.now),
    )
    if (outcome.ok) await follow(ctx, outcome.next)
  }
}

async function said(ctx: Ctx, card: Card, word: 'ordered' | 'sent' | 'ready' | 'declined' | 'lost', to: string | null): Promise<void> {
  if (to === null) return
  const title = inAll((locale) => texts(locale).messages[word])
  await tell(ctx, { kind: `idCard.${word}`, title, to: { persons: [to] }, reference: null, href: hrefOf(card) })
}

async function follow(ctx: Ctx, card: Card): Promise<void> {
  const others = card.values.holder === null ? [] : await cardsOf(ctx, card.values.holder)
  const subject = { type: 'id_card', id: card.id, reference: null, href: hrefOf(card) }
  await syncTasks(ctx, subject, 'id_card.', rules.cardTasks(card, rules.isSpare(card, others)))
}
