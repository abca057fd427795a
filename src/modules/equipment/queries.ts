import { type RawBuilder, sql } from 'kysely'
import { fromRow } from '../../kernel/columns.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { asSql } from '../../kernel/space-sql.ts'
import { referenceTo } from '../../register/reference.ts'
import type { Rows } from '../../register/view.ts'
import { leadsPerson } from '../access/public.ts'
import { profileOf } from '../organisation/public.ts'
import { personReference, unitReference } from '../people/public.ts'
import type { Delivery, Device } from './equipment.ts'
import { deviceRecordFields } from './fields.ts'
import { equipmentProfile } from './profile.ts'
import { maySeeDelivery, maySeeDevice, seesDelivery, seesDevice } from './space.ts'
import { deliveryStore, deviceStore } from './store.ts'
import { texts } from './texts.ts'

export const isOn = async (ctx: Ctx): Promise<boolean> => equipmentProfile(await profileOf(ctx)).on

/** What a delivery names: its readers may know the number of the device, whoever has it now. */
const deviceReference = referenceTo('device', { called: 'number', gone: (locale) => texts(locale).device.fields.status.choices.scrapped })
export const references = { unit: unitReference, holder: personReference }
export const askReferences = { unit: unitReference }
export const erasureReferences = { erasedBy: personReference }
export const deliveryReferences = {
  ...askReferences,
  ...erasureReferences,
  device: deviceReference,
  askedBy: personReference,
  agreedBy: personReference,
  receivedBy: personReference,
  endedBy: personReference,
}

export async function leadsHolder(ctx: Ctx, holder: string | null): Promise<boolean> {
  if (holder === null) return false
  const { rows } = await sql<{ leads: boolean }>`select ${leadsPerson(ctx, sql`${holder}::uuid`)} as leads`.execute(ctx.tx)
  return rows[0]?.leads ?? false
}

/** A device that whoever asks may see. */
export async function findDevice(ctx: Ctx, id: string): Promise<Device | undefined> {
  const found = await deviceStore.find(ctx, id)
  if (!found) return undefined
  return maySeeDevice({ values: found.values, leadsHolder: await leadsHolder(ctx, found.values.holder) }, ctx.actor) ? found : undefined
}
export async function findDelivery(ctx: Ctx, id: string): Promise<Delivery | undefined> {
  const found = await deliveryStore.find(ctx, id)
  return found && maySeeDelivery(found, ctx.actor) ? found : undefined
}

/** Which devices, as `r`, whoever asks may see: the same rule as `maySeeDevice`. */
export const seenDevices = (ctx: Ctx): RawBuilder<boolean> =>
  sql`r.organisation_id = ${ctx.actor.organisationId} and ${asSql(seesDevice, ctx.actor, { leadsHolder: leadsPerson(ctx, sql`r.holder_id`) })}`
export const deviceRows = (ctx: Ctx): Rows => ({ table: 'device', as: 'r', seen: seenDevices(ctx), select: sql`r.*` })
export const deliveryRows = (ctx: Ctx): Rows => ({
  table: 'equipment_delivery',
  as: 'd',
  seen: sql<boolean>`d.organisation_id = ${ctx.actor.organisationId} and ${asSql(seesDelivery, ctx.actor)}`,
  select: sql`d.id, d.what, d.kind, d.unit_id, d.stores_data, d.proposed_at, d.agreed_at, d.status, device.number`,
  joins: sql`left join device on device.organisation_id = d.organisation_id and device.id = d.device_id`,
})

const most = 200
/** What a person has, by number. Asked by rules and by pages of whoever may know it. */
export async function heldBy(ctx: Ctx, person: string): Promise<readonly Device[]> {
  const rows = await ctx.tx
    .selectFrom('device')
    .selectAll()
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('holder_id', '=', person)
    .orderBy('sort_key')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map((row) => ({ id: row.id, version: row.version, values: fromRow(deviceRecordFields, row) }))
}

/** The way back of a device that is not at its end, and those before it: the newest first. */
export async function deliveriesOf(
  ctx: Ctx,
  device: string,
): Promise<readonly { readonly id: string; readonly status: Delivery['values']['status'] }[]> {
  const { rows } = await sql<{ id: string; status: Delivery['values']['status'] }>`
    select id, status from equipment_delivery
    where organisation_id = ${ctx.actor.organisationId} and device_id = ${device} order by id desc limit ${most}`.execute(ctx.tx)
  return rows
}
const ways = ['asked', 'planned', 'received', 'erased'] as const
export const openDeliveryOf = async (ctx: Ctx, device: string): Promise<string | null> =>
  (await deliveriesOf(ctx, device)).find(({ status }) => ways.some((one) => one === status))?.id ?? null
