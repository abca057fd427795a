import type { LocalDate } from '../../kernel/calendar/calendar.ts'
import { type Outcome, refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { decide } from '../../kernel/deed.ts'
import { strangeIn } from '../../kernel/reference.ts'
import { inAll, type Locale } from '../../kernel/texts.ts'
import { beginReport } from '../deviation/public.ts'
import { tell } from '../messages/public.ts'
import { leaderOfPerson, leaderOfUnit } from '../people/public.ts'
import { syncTasks } from '../tasks/public.ts'
import type { Device, DeviceAnswers, DeviceDeed, DeviceEvent } from './equipment.ts'
import type { deviceFields } from './fields.ts'
import { findDevice, heldBy, leadsHolder, references } from './queries.ts'
import { reportWords } from './report-words.ts'
import * as rules from './rules.ts'
import { deviceStore } from './store.ts'
import { deviceTasks } from './tasks.ts'
import { texts } from './texts.ts'

export type DeviceDone = Promise<Outcome<Device, DeviceEvent>>
const hrefOf = (id: string) => `/utstyr/${id}`

/** `id`: the one its page made, so that a double press adds once. */
export const addDevice = (ctx: Ctx, id: string, answers: DeviceAnswers): DeviceDone =>
  deviceStore.add(ctx, id, answers as Device['values'], async (newId) => {
    const strange = await strangeIn<typeof deviceFields>(ctx, references, answers)
    return strange.length > 0 ? refuse('notARecord', strange) : rules.addDevice(newId, answers, ctx.actor)
  })

export async function editDevice(ctx: Ctx, id: string, version: number | null, answers: DeviceAnswers): DeviceDone {
  const strange = await strangeIn<typeof deviceFields>(ctx, references, answers, (await deviceStore.find(ctx, id))?.values)
  if (strange.length > 0) return refuse('notARecord', strange)
  const rule = (device: Device) => rules.editDevice(device, answers, ctx.actor)
  return followed(ctx, await deviceStore.edit(ctx, id, version, answers as Device['values'], rule))
}

export async function moveDevice(
  ctx: Ctx,
  id: string,
  deed: DeviceDeed,
  version: number | null,
  how: rules.Loss | null = null,
): DeviceDone {
  const leads = await leadsHolder(ctx, (await deviceStore.find(ctx, id))?.values.holder ?? null)
  const outcome = await followed(
    ctx,
    await decide(ctx, deviceStore, id, version, (device) => rules.moveDevice(device, deed, how, leads, ctx.actor, ctx.now)),
  )
  if (outcome.ok && deed === 'reportLoss') await tellLeader(ctx, outcome.next)
  return outcome
}

/** Whoever leads the holder, or the unit that has it, is told at once; nobody is told of what they did themselves. */
async function tellLeader(ctx: Ctx, { id, values }: Device): Promise<void> {
  const leader = values.holder === null ? undefined : await leaderOfPerson(ctx, values.holder)
  const told = leader ?? (values.unit === null ? undefined : await leaderOfUnit(ctx, values.unit))
  if (!told || told.id === ctx.actor.personId) return
  const title = inAll((locale) => texts(locale).messages.gone)
  await tell(ctx, { kind: 'equipment.gone', title, to: { persons: [told.id] }, reference: null, href: hrefOf(id) })
}

const itemTypes = {
  laptop: 'laptop',
  desktop: 'other',
  tablet: 'tablet',
  mobile: 'mobile',
  memoryStick: 'memoryStick',
  other: 'other',
} as const

/**
 * Begins the report of the deviation with what is known, under the id that its page made: pressed twice, one is begun. Nothing is written of
 * it on the device, where it would tell who reports (S4-131). Answers with the id of the draft.
 */
export async function reportGone(ctx: Ctx, id: string, draft: string, locale: Locale): Promise<string | null> {
  const device = await findDevice(ctx, id)
  if (!device || !rules.isGone(device)) return null
  const { unit, kind, encrypted, lostAt, status } = device.values
  return beginReport(ctx, draft, {
    affectedUnit: unit,
    whatHappened: reportWords(device, locale),
    discoveredAt: lostAt ?? ctx.now,
    categories: [status === 'stolen' ? 'THEFT_HACKING' : 'LOST_ITEM'],
    itemTypes: [itemTypes[kind ?? 'other']],
    encrypted: encrypted ?? 'unknown',
  })
}

/** Somebody leaves: what they have is to be handed in by the last day; null: they stay, and keep it. */
export async function returnDevicesOf(ctx: Ctx, person: string, leavesOn: LocalDate | null): Promise<void> {
  for (const { id } of await heldBy(ctx, person)) await followDevice(ctx, id, (device) => rules.returnBy(device, leavesOn))
}

/** What a delivery does to its device. */
export async function followDevice(ctx: Ctx, id: string, rule: (device: Device) => Outcome<Device, DeviceEvent>): Promise<void> {
  await followed(ctx, await decide(ctx, deviceStore, id, null, rule))
}

async function followed(ctx: Ctx, outcome: Outcome<Device, DeviceEvent>): DeviceDone {
  if (!outcome.ok) return outcome
  const { id, values } = outcome.next
  const leader = values.holder === null || values.leavesOn === null ? undefined : await leaderOfPerson(ctx, values.holder)
  const specs = deviceTasks(outcome.next, leader?.id ?? null)
  await syncTasks(ctx, { type: 'device', id, reference: null, href: hrefOf(id) }, 'device.', specs)
  return outcome
}
