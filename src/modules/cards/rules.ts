import type { Actor } from '../../kernel/actor.ts'
import { endOfDay, hoursAfter, type LocalDate } from '../../kernel/calendar/calendar.ts'
import { change, type Outcome, refuse } from '../../kernel/change.ts'
import { emptyValues, missing } from '../../kernel/fields.ts'
import { holds } from '../../kernel/space.ts'
import { inAll } from '../../kernel/texts.ts'
import { mayTake, openActions, plays } from '../../kernel/workflow.ts'
import { lastWorkingDay } from '../employment/public.ts'
import type { TaskSpec } from '../tasks/public.ts'
import { type Card, type CardEvent, type Deed, deeds, type Issue, type Order, type Place } from './card.ts'
import { issueFields, orderFields, recordFields } from './fields.ts'
import { partsOf } from './permissions.ts'
import { isIssuer, isSeen } from './space.ts'
import { texts } from './texts.ts'
import { workflow } from './workflow.ts'

type Done = Outcome<Card, CardEvent>
const happened = (next: Card, what: string): Done => change<Card, CardEvent>(next, { type: `id_card.${what}` as CardEvent['type'] })

export const maySee = (card: Card, actor: Actor): boolean => holds(isSeen, card, actor)
/** Whoever has a card in hand, as far as we know. */
export const isOut = ({ values }: Card): boolean => values.status === 'active' || values.status === 'sent' || values.status === 'ready'

/** The status, and of a card in use how far it is on its way back. */
export function placeOf({ values: { status, leavesOn, handedInAt, forwardedAt } }: Card): Place {
  if (status !== 'active' || leavesOn === null) return status ?? 'ordered'
  return handedInAt === null ? 'leaving' : forwardedAt === null ? 'handedIn' : 'forwarded'
}
export const openDeeds = (card: Card, actor: Actor): readonly Deed[] => openActions(workflow, placeOf(card), partsOf(card, actor))

/** `photos`: how many pictures came with it. Without a leader there is nobody to pass it on: then it is the issuers' at once. */
export function orderCard(
  id: string,
  order: Order,
  { photos, leader }: { readonly photos: number; readonly leader: string | null },
  actor: Actor,
  now: Date,
): Done {
  const gaps = missing(orderFields, order)
  if (gaps.length > 0) return refuse('incomplete', gaps)
  if (photos === 0) return refuse('noPhoto', ['photo'])
  const passed = leader === null ? { status: 'passed' as const, passedAt: now } : { status: 'ordered' as const }
  const values = { ...emptyValues(recordFields), ...order, holder: actor.personId, leader, orderedAt: now, ...passed }
  return happened({ id, version: 1, values }, 'ordered')
}

/** A card that is there already: in use from now. `taken`: another has the number. */
export function registerCard(
  id: string,
  issue: Issue,
  { leader, taken }: { readonly leader: string | null; readonly taken: boolean },
  actor: Actor,
  now: Date,
): Done {
  if (!isIssuer(actor)) return refuse('notAllowed')
  const gaps = missing(issueFields, issue)
  if (gaps.length > 0) return refuse('incomplete', gaps)
  if (taken) return refuse('isAnothers', ['cardNumber'])
  const values = { ...emptyValues(recordFields), ...issue, leader, status: 'active' as const, receivedAt: now }
  return happened({ id, version: 1, values }, 'registered')
}

export type With = {
  readonly cardNumber?: string | null
  readonly taken?: boolean
  readonly leavesOn?: LocalDate | null
  readonly leader?: string | null
}
const follows: Readonly<Record<Deed, (card: Card, given: With, now: Date) => Partial<Card['values']>>> = {
  passOn: (_, __, now) => ({ status: 'passed', passedAt: now }),
  decline: () => ({ status: 'declined' }),
  produce: (_, { cardNumber = null }, now) => ({ status: 'produced', producedAt: now, cardNumber }),
  deliver: ({ values }, _, now) => ({ status: values.delivery === 'mail' ? 'sent' : 'ready', deliveredAt: now }),
  receive: (_, __, now) => ({ status: 'active', receivedAt: now }),
  reportLoss: (_, { leader }, now) => ({ status: 'lost', lostAt: now, ...(leader === undefined ? {} : { leader }) }),
  deactivate: (_, __, now) => ({ status: 'deactivated', deactivatedAt: now }),
  startReturn: (_, { leavesOn = null, leader }) => ({ leavesOn, ...(leader === undefined ? {} : { leader }) }),
  handIn: (_, __, now) => ({ handedInAt: now }),
  forward: (_, __, now) => ({ forwardedAt: now }),
  takeBack: (_, __, now) => ({ status: 'returned', returnedAt: now }),
}
export function moveCard(card: Card, deed: Deed, given: With, actor: Actor, now: Date): Done {
  const parts = partsOf(card, actor)
  if (!plays(workflow[deed], parts)) return refuse('notAllowed')
  if (!mayTake(workflow[deed], placeOf(card), parts)) return refuse('nothingChanged')
  if (deed === 'produce' && !given.cardNumber) return refuse('incomplete', ['cardNumber'])
  if (deed === 'produce' && given.taken) return refuse('isAnothers', ['cardNumber'])
  if (deed === 'startReturn' && !given.leavesOn) return refuse('incomplete', ['leavesOn'])
  if (deed === 'startReturn' && given.leavesOn === card.values.leavesOn) return refuse('nothingChanged')
  return happened({ ...card, values: { ...card.values, ...follows[deed](card, given, now) } }, deeds[deed])
}
/** The clock of leaving starts the return too: nobody's deed. */
export function returnBy(card: Card, leavesOn: LocalDate, leader: string | null, now: Date): Done {
  if (card.values.status !== 'active' || card.values.leavesOn === leavesOn) return refuse('nothingChanged')
  return happened({ ...card, values: { ...card.values, ...follows.startReturn(card, { leavesOn, leader }, now) } }, deeds.startReturn)
}
/** The last day is taken back, and the card stays where it is. What has been handed in already goes on. */
export function stopReturn(card: Card): Done {
  const { leavesOn, handedInAt } = card.values
  if (leavesOn === null || handedInAt !== null || card.values.status !== 'active') return refuse('nothingChanged')
  return happened({ ...card, values: { ...card.values, leavesOn: null } }, 'returnStopped')
}
/** What somebody has, or has coming. */
export const isHeld = ({ values }: Card): boolean =>
  values.status !== 'declined' && values.status !== 'deactivated' && values.status !== 'returned'
export const replaceCard = (card: Card, now: Date): Done =>
  card.values.lostAt === null || card.values.replacedAt !== null
    ? refuse('nothingChanged')
    : happened({ ...card, values: { ...card.values, replacedAt: now } }, 'replaced')

/** How long a lost card may be open: as soon as possible, and never over a day (S4-207). */
export const deactivateHours = 24
const reorderHours = 72

/** Whether the holder has another card in use: then a new one may be ordered, and need not be. */
export const isSpare = (card: Card, others: readonly Card[]): boolean =>
  others.some(({ id, values }) => id !== card.id && values.status === 'active')

/** What must be done with a card now, and by whom. `spare`: its holder has another. */
export function cardTasks({ values }: Card, spare = false): readonly TaskSpec[] {
  const title = (word: keyof ReturnType<typeof texts>['tasks']) => inAll((locale) => texts(locale).tasks[word])
  const issuers = (
    kind: 'produce' | 'deliver' | 'deactivate' | 'takeBack' | 'handIn' | 'forward',
    dueAt: Date | null = null,
  ): TaskSpec => ({
    ...{ kind: `id_card.${kind}`, title: title(kind), roles: ['cardIssuer'], dueAt },
  })
  const one = (kind: 'passOn' | 'receive' | 'reorder' | 'handIn' | 'forward', person: string | null, dueAt: Date | null, href?: string) =>
    person === null
      ? []
      : [{ kind: `id_card.${kind}`, title: title(kind), roles: [], personId: person, dueAt, ...(href === undefined ? {} : { href }) }]
  const { status, holder, leader, lostAt, leavesOn, handedInAt, forwardedAt, replacedAt } = values
  const lost =
    lostAt === null
      ? []
      : [
          ...(status === 'lost' ? [issuers('deactivate', hoursAfter(lostAt, deactivateHours))] : []),
          ...(replacedAt === null && !spare ? one('reorder', holder, hoursAfter(lostAt, reorderHours), '/id-kort/ny') : []),
        ]
  if (status === 'ordered') return one('passOn', leader, null)
  if (status === 'passed') return [issuers('produce')]
  if (status === 'produced') return [issuers('deliver')]
  if (status === 'sent' || status === 'ready') return one('receive', holder, null)
  if (status !== 'active' || leavesOn === null) return lost
  // Nobody hands in a card on a Sunday: the last day that is worked (S4-205).
  const lastDay = endOfDay(lastWorkingDay(leavesOn))
  if (handedInAt === null) return leader === null ? [issuers('handIn', lastDay)] : one('handIn', leader, lastDay)
  if (forwardedAt === null) return leader === null ? [issuers('forward')] : one('forward', leader, null)
  return [issuers('takeBack')]
}
