import { record } from '../../kernel/audit.ts'
import { type Outcome, refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { decide } from '../../kernel/deed.ts'
import { strangeIn } from '../../kernel/reference.ts'
import { inAll } from '../../kernel/texts.ts'
import { tell } from '../messages/public.ts'
import { syncTasks } from '../tasks/public.ts'
import { followDevice } from './commands.ts'
import type { Asking, Deed, Delivery, DeliveryEvent, Timed } from './equipment.ts'
import type { askFields, erasureFields } from './fields.ts'
import { askReferences, erasureReferences, findDevice, openDeliveryOf } from './queries.ts'
import { ended, handedIn } from './rules.ts'
import * as rules from './rules-delivery.ts'
import { deliveryStore } from './store.ts'
import { deliveryTasks } from './tasks.ts'
import { texts } from './texts.ts'

export type DeliveryDone = Promise<Outcome<Delivery, DeliveryEvent>>
const hrefOf = (id: string) => `/utstyrslevering/${id}`

/** Asks for a time to deliver what is in no register. `id`: the one its page made. */
export const askForTime = async (ctx: Ctx, id: string, asking: Asking): DeliveryDone =>
  followed(
    ctx,
    await deliveryStore.add(ctx, id, asking as Delivery['values'], async (newId) => {
      const strange = await strangeIn<typeof askFields>(ctx, askReferences, asking)
      return strange.length > 0 ? refuse('notARecord', strange) : rules.askForTime(newId, asking, ctx.actor, ctx.now)
    }),
  )

/** The same for a device of the register: one that is on its way back is not asked for again. */
export async function askForDevice(ctx: Ctx, id: string, device: string, timed: Timed): DeliveryDone {
  const found = await findDevice(ctx, device)
  if (!found) return refuse('notFound')
  const posted = { ...timed, device } as Delivery['values']
  const added = await deliveryStore.add(ctx, id, posted, async (newId) =>
    (await openDeliveryOf(ctx, device)) === null ? rules.askForDevice(newId, found, timed, ctx.actor, ctx.now) : refuse('alreadyAsked'),
  )
  return followed(ctx, added)
}

/** One deed of a delivery, and what follows: for the device, for whose task it is, and for whoever asked. */
export async function moveDelivery(ctx: Ctx, id: string, deed: Deed, version: number | null, given: rules.Given = {}): DeliveryDone {
  if (deed === 'erase') {
    const strange = await strangeIn<typeof erasureFields>(ctx, erasureReferences, given)
    if (strange.length > 0) return refuse('notARecord', strange)
  }
  const outcome = await decide(ctx, deliveryStore, id, version, (delivery) => rules.moveDelivery(delivery, deed, given, ctx.actor, ctx.now))
  if (!outcome.ok) return outcome
  const { device, status } = outcome.next.values
  if (device !== null && deed === 'receive') await followDevice(ctx, device, handedIn)
  if (device !== null && (status === 'reused' || status === 'scrapped')) await followDevice(ctx, device, (one) => ended(one, status))
  if (deed === 'plan' || deed === 'receive' || deed === 'cancel') await tellAsker(ctx, outcome.next, deed)
  return followed(ctx, outcome)
}

async function tellAsker(ctx: Ctx, { id, values }: Delivery, word: 'plan' | 'receive' | 'cancel'): Promise<void> {
  if (values.askedBy === null || values.askedBy === ctx.actor.personId) return
  const title = inAll((locale) => texts(locale).messages[word])
  await tell(ctx, { kind: `equipment.${word}`, title, to: { persons: [values.askedBy] }, reference: null, href: hrefOf(id) })
}

/** Who took the proof out is noted. */
export const noteProof = (ctx: Ctx, id: string): Promise<void> =>
  record(ctx, { type: 'equipment_delivery', id }, [{ type: 'equipment_delivery.proofMade' }])

async function followed(ctx: Ctx, outcome: Outcome<Delivery, DeliveryEvent>): DeliveryDone {
  if (!outcome.ok) return outcome
  const { id } = outcome.next
  const subject = { type: 'equipment_delivery', id, reference: null, href: hrefOf(id) }
  await syncTasks(ctx, subject, 'equipment_delivery.', deliveryTasks(outcome.next))
  return outcome
}
