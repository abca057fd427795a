import type { Actor } from '../../kernel/actor.ts'
import { hoursAfter, type LocalDate } from '../../kernel/calendar/calendar.ts'
import { change, type Outcome, type Refusal, refuse } from '../../kernel/change.ts'
import { changed, emptyValues } from '../../kernel/fields.ts'
import { mayTake, openActions, plays } from '../../kernel/workflow.ts'
import { registerRules } from '../../register/rules.ts'
import { type Device, type DeviceAnswers, type DeviceDeed, type DeviceEvent, type DevicePlace, deviceDeeds } from './equipment.ts'
import { deviceFields, deviceRecordFields } from './fields.ts'
import { partsInDevice } from './permissions.ts'
import { isIt } from './space.ts'
import { deviceWorkflow } from './workflow.ts'

export type DeviceOutcome = Outcome<Device, DeviceEvent>

/** IT keeps the register, and whoever leads a unit what belongs to it. */
export const mayAdd = (actor: Actor): boolean => isIt(actor) || actor.leads.length > 0
type Kept = { readonly values: Pick<DeviceAnswers, 'unit'> }
export const mayEdit = ({ values }: Kept, actor: Actor): boolean =>
  isIt(actor) || (values.unit !== null && actor.leads.includes(values.unit))

function wrongIn({ holder, reasons, issuedOn }: DeviceAnswers): Refusal | null {
  // Nobody is given a device for no reason (S4-041).
  if (holder !== null && reasons.length === 0) return refuse('reasonMissing', ['reasons'])
  return holder === null && issuedOn !== null ? refuse('holderMissing', ['holder']) : null
}
const plain = registerRules('device', deviceRecordFields, { mayAdd, mayEdit, refuses: wrongIn })

/** `ownUnit` of another is not written into: a leader adds to the units they lead. */
export function addDevice(id: string, answers: DeviceAnswers, actor: Actor): DeviceOutcome {
  if (mayAdd(actor) && answers.unit !== null && !mayEdit({ values: answers }, actor)) return refuse('notYourUnit', ['unit'])
  return plain.add(id, { ...emptyValues(deviceRecordFields), ...answers, status: 'inUse' }, actor)
}

/** What is ready to be used again is in use when somebody gets it. */
export function editDevice(device: Device, answers: DeviceAnswers, actor: Actor): DeviceOutcome {
  const { status } = device.values
  if (!mayEdit(device, actor)) return refuse('notAllowed')
  if (status === 'scrapped' || status === 'received') return refuse('notNow')
  const fields = changed(deviceFields, device.values, answers)
  if (fields.length === 0) return refuse('nothingChanged')
  if (fields.includes('unit') && !mayEdit({ values: answers }, actor)) return refuse('notYourUnit', ['unit'])
  const next = {
    ...{ ...device.values, ...answers, status: status === 'reusable' && answers.holder !== null ? ('inUse' as const) : status },
    ...(fields.includes('holder') ? { leavesOn: null } : {}),
  }
  const outcome = plain.edit(device, next, actor)
  return outcome.ok ? change<Device, DeviceEvent>(outcome.next, { type: 'device.edited', fields }) : outcome
}

/** Gone, and not known to be found again. */
export const isGone = ({ values }: Pick<Device, 'values'>): boolean => values.status === 'lost' || values.status === 'stolen'

export const placeOf = (device: Device): DevicePlace =>
  isGone(device) && device.values.blockedAt !== null ? 'blocked' : (device.values.status ?? 'inUse')
export const openDeviceDeeds = (device: Device, leadsHolder: boolean, actor: Actor): readonly DeviceDeed[] =>
  openActions(deviceWorkflow, placeOf(device), partsInDevice({ values: device.values, leadsHolder }, actor))

export type Loss = 'lost' | 'stolen'
export function moveDevice(
  device: Device,
  deed: DeviceDeed,
  how: Loss | null,
  leadsHolder: boolean,
  actor: Actor,
  now: Date,
): DeviceOutcome {
  const parts = partsInDevice({ values: device.values, leadsHolder }, actor)
  if (!plays(deviceWorkflow[deed], parts)) return refuse('notAllowed')
  if (!mayTake(deviceWorkflow[deed], placeOf(device), parts)) return refuse('nothingChanged')
  if (deed === 'reportLoss' && how === null) return refuse('incomplete', ['how'])
  const over: Partial<Device['values']> =
    deed === 'reportLoss'
      ? { status: how, lostAt: now, blockedAt: null }
      : deed === 'block'
        ? { blockedAt: now }
        : { status: 'inUse', lostAt: null, blockedAt: null }
  return happened(device, over, deviceDeeds[deed])
}

const happened = (device: Device, over: Partial<Device['values']>, what: Happened): DeviceOutcome =>
  change<Device, DeviceEvent>({ ...device, values: { ...device.values, ...over } }, { type: `device.${what}` })
/** The events that say only what has happened, and carry nothing beside. */
type Happened = 'returnStarted' | 'returnStopped' | (typeof deviceDeeds)[DeviceDeed] | 'handedIn' | 'reusable' | 'scrapped'

/** Whoever has it leaves, and it is to be handed in by their last day; null: they stay, and keep it. Nobody's deed: it follows. */
export function returnBy(device: Device, leavesOn: LocalDate | null): DeviceOutcome {
  if (device.values.holder === null || device.values.leavesOn === leavesOn) return refuse('nothingChanged')
  return happened(device, { leavesOn }, leavesOn === null ? 'returnStopped' : 'returnStarted')
}

/** IT has it, and nobody else; in the end it is another's, or nobody's. The delivery decides: nobody does this to a device alone. */
export const handedIn = (device: Device): DeviceOutcome =>
  happened(
    device,
    { status: 'received', holder: null, issuedOn: null, reasons: [], lostAt: null, blockedAt: null, leavesOn: null },
    'handedIn',
  )
export const ended = (device: Device, result: 'reused' | 'scrapped'): DeviceOutcome =>
  result === 'reused'
    ? happened(device, { status: 'reusable', storesData: 'no' }, 'reusable')
    : happened(device, { status: 'scrapped', storesData: 'no' }, 'scrapped')

/** A device that is gone is blocked at once, and never left open over a day. */
export const blockBy = ({ values }: Device): Date | null => (values.lostAt === null ? null : hoursAfter(values.lostAt, 24))
