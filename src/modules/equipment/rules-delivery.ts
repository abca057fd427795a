import type { Actor } from '../../kernel/actor.ts'
import { localDate } from '../../kernel/calendar/calendar.ts'
import { change, type Outcome, refuse } from '../../kernel/change.ts'
import { emptyValues, type Fields, missing } from '../../kernel/fields.ts'
import { mayTake, openActions, plays } from '../../kernel/workflow.ts'
import {
  type Asking,
  type Deed,
  type Delivery,
  type DeliveryEvent,
  type DeliveryStatus,
  type Device,
  deeds,
  type Erasure,
  type Timed,
} from './equipment.ts'
import { askFields, deliveryFields, erasureFields, moveFields, planFields, receiveFields, timeFields } from './fields.ts'
import { partsInDelivery } from './permissions.ts'
import { deliveryWorkflow } from './workflow.ts'

export type DeliveryOutcome = Outcome<Delivery, DeliveryEvent>
const happened = (delivery: Delivery, over: Partial<Delivery['values']>, what: string): DeliveryOutcome =>
  change<Delivery, DeliveryEvent>(
    { ...delivery, values: { ...delivery.values, ...over } },
    { type: `equipment_delivery.${what}` as DeliveryEvent['type'] },
  )

/** Whether something may be left on it: nobody knows counts as yes. */
export const mayHoldData = ({ storesData }: Pick<Delivery['values'], 'storesData'>): boolean => storesData !== 'no'
/** What shows that nothing is left: how, when and by whom (S4-209). */
export const isProved = ({ method, erasedOn, erasedBy }: Pick<Delivery['values'], 'method' | 'erasedOn' | 'erasedBy'>): boolean =>
  method !== null && erasedOn !== null && erasedBy !== null

/** What the status alone does not tell: nothing need be done before it is decided what becomes of it, and what is destroyed is not reused. */
const lacks = ({ values }: Delivery, deed: Deed): 'notProved' | 'destroyed' | null => {
  if (deed !== 'reuse' && deed !== 'scrap') return null
  if (mayHoldData(values) && !isProved(values)) return 'notProved'
  return deed === 'reuse' && values.method === 'destroyed' ? 'destroyed' : null
}
export const openDeeds = (delivery: Delivery, actor: Actor): readonly Deed[] =>
  openActions(deliveryWorkflow, statusOf(delivery), partsInDelivery(delivery, actor)).filter((deed) => lacks(delivery, deed) === null)
const statusOf = ({ values }: Delivery): DeliveryStatus => values.status ?? 'asked'

/** Anybody asks for a time; nothing is agreed until IT says so (S4-210). */
export function askForTime(id: string, asking: Asking, actor: Actor, now: Date): DeliveryOutcome {
  const gaps = missing(askFields, asking)
  return gaps.length > 0 ? refuse('incomplete', gaps) : asked(id, asking, actor, now)
}
/** The same for a device of the register, which says what it is and whose. */
export function askForDevice(id: string, device: Device, timed: Timed, actor: Actor, now: Date): DeliveryOutcome {
  const gaps = missing(timeFields, timed)
  if (gaps.length > 0) return refuse('incomplete', gaps)
  const { kind, unit, status } = device.values
  // With IT already, at its end, or gone: what is lost is found before it is handed in.
  if (status !== 'inUse' && status !== 'reusable') return refuse('notNow')
  return asked(id, { ...timed, what: null, device: device.id, kind, unit }, actor, now)
}
function asked(id: string, asking: Partial<Delivery['values']>, { personId }: Actor, now: Date): DeliveryOutcome {
  if (asking.proposedAt && asking.proposedAt <= now) return refuse('timePast', ['proposedAt'])
  const values = { ...emptyValues(deliveryFields), ...asking, status: 'asked' as const, askedBy: personId }
  return happened({ id, version: 1, values }, {}, 'asked')
}

/** What a deed is given beside the record: the answers of its form. */
export type Given = Partial<Pick<Delivery['values'], 'proposedAt' | 'agreedAt' | 'storesData'> & Erasure>
const questions: Partial<Record<Deed, Fields>> = {
  move: moveFields,
  plan: planFields,
  receive: receiveFields,
  erase: erasureFields,
}

export function moveDelivery(delivery: Delivery, deed: Deed, given: Given, actor: Actor, now: Date): DeliveryOutcome {
  const parts = partsInDelivery(delivery, actor)
  if (!plays(deliveryWorkflow[deed], parts)) return refuse('notAllowed')
  const fields = questions[deed]
  const gaps = fields ? missing(fields, given as never) : []
  if (gaps.length > 0) return refuse('incomplete', gaps)
  if (!mayTake(deliveryWorkflow[deed], statusOf(delivery), parts)) return refuse('notNow')
  const lacking = lacks(delivery, deed)
  if (lacking) return refuse(lacking)
  const wrong = wrongIn(delivery, deed, given, now)
  return wrong ?? happened(delivery, follows[deed](delivery, given, actor, now), deeds[deed])
}

function wrongIn({ values }: Delivery, deed: Deed, given: Given, now: Date) {
  const { proposedAt, agreedAt, erasedOn } = given
  if (deed === 'move' && proposedAt && proposedAt <= now) return refuse('timePast', ['proposedAt'])
  if (deed === 'plan' && agreedAt && agreedAt <= now) return refuse('timePast', ['agreedAt'])
  if (deed === 'plan' && agreedAt && agreedAt.getTime() === values.agreedAt?.getTime()) return refuse('nothingChanged')
  // What somebody said is on it is not taken back when it is received: then the deletion is what shows that nothing is left.
  if (deed === 'receive' && values.storesData === 'yes' && given.storesData !== 'yes') return refuse('saidStored', ['storesData'])
  if (deed === 'erase' && erasedOn && erasedOn > localDate(now)) return refuse('dayAhead', ['erasedOn'])
  return null
}

type Follow = (delivery: Delivery, given: Given, actor: Actor, now: Date) => Partial<Delivery['values']>
const end =
  (status: 'reused' | 'scrapped' | 'cancelled'): Follow =>
  (_, __, { personId }, now) => ({ status, endedAt: now, endedBy: personId })
const follows: Readonly<Record<Deed, Follow>> = {
  plan: (_, { agreedAt = null }, { personId }) => ({ status: 'planned', agreedAt, agreedBy: personId }),
  // Another time is asked for: what was agreed no longer holds.
  move: (_, { proposedAt = null }) => ({ status: 'asked', proposedAt, agreedAt: null, agreedBy: null }),
  cancel: end('cancelled'),
  receive: (_, { storesData = null }, { personId }, now) => ({ status: 'received', storesData, receivedAt: now, receivedBy: personId }),
  erase: (_, { method = null, erasedOn = null, erasedBy = null, tool = null }) => ({ status: 'erased', method, erasedOn, erasedBy, tool }),
  reuse: end('reused'),
  scrap: end('scrapped'),
}

/** The agreed time has passed, and nothing has come. */
export const isLate = ({ values }: Delivery, now: Date): boolean =>
  values.status === 'planned' && values.agreedAt !== null && localDate(values.agreedAt) < localDate(now)
