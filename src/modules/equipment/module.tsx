import type { Ctx } from '../../kernel/ctx.ts'
import { moduleRow, type Way } from '../../kernel/module.ts'
import { registerLog } from '../../register/module.ts'
import { countedViews } from '../../register/overview.ts'
import { findEmployed, onLastDay } from '../employment/public.ts'
import { returnDevicesOf } from './commands.ts'
import { deliveries } from './list.tsx'
import { HeldPanel } from './pages/panel.tsx'
import { equipmentProfile } from './profile.ts'
import { findDelivery, findDevice, heldBy, isOn, leadsHolder } from './queries.ts'
import { linked, routes, versioned } from './routes.tsx'
import { deliveryRoutes } from './routes-delivery.tsx'
import { mayAdd } from './rules.ts'
import { equipmentPart } from './settings.ts'
import { isIt, maySeeDevice } from './space.ts'
import { deliveriesExpire } from './store-expiring.ts'
import { texts } from './texts.ts'

const deviceLog = registerLog('device', '/utstyr', (locale) => texts(locale).device)
const deliveryLog = registerLog('equipment_delivery', '/utstyrslevering', (locale) => texts(locale).deliveries, {
  kinds: { proofMade: 'apnet' },
})

const way = (href: string, label: Way['label'], may: (ctx: Ctx) => boolean = () => true): Way => ({
  href,
  label,
  may: async (ctx) => may(ctx) && (await isOn(ctx)),
})

/** What a person who is employed here holds: named on their page and in their checklist. */
async function heldOf(ctx: Ctx, employment: string) {
  const person = (await isOn(ctx)) ? await findEmployed(ctx, employment) : null
  return person === null ? null : { person, devices: await heldBy(ctx, person) }
}

export const equipment = moduleRow({
  name: 'equipment',
  routes: [...routes, ...deliveryRoutes],
  profile: equipmentPart,
  log: {
    words: (locale) => ({ events: { ...deviceLog.words(locale).events, ...deliveryLog.words(locale).events } }),
    kinds: { ...deviceLog.kinds, ...deliveryLog.kinds },
    own: deviceLog.own,
  },
  places: [
    {
      ...{ errand: 'staff', href: '/utstyr', label: (locale) => texts(locale).device.title },
      ...{ may: () => true, has: (profile) => equipmentProfile(profile).on, stands: 'last' },
    },
  ],
  ways: [
    way('/utstyr/tapt', (locale) => texts(locale).lost.title),
    way(
      '/utstyr/nytt',
      (locale) => texts(locale).device.add,
      ({ actor }) => mayAdd(actor),
    ),
    way('/utstyrslevering', (locale) => texts(locale).deliveries.title),
    way('/utstyrslevering/ny', (locale) => texts(locale).deliveries.askTitle),
  ],
  reactions: onLastDay(returnDevicesOf),
  panels: {
    leaving: [
      async (ctx, id, locale) =>
        (await isOn(ctx)) ? <HeldPanel devices={await heldBy(ctx, id)} opens={isIt(ctx.actor)} locale={locale} /> : null,
    ],
    employment: [
      async (ctx, id, locale) => {
        const held = await heldOf(ctx, id)
        if (!held) return null
        const leads = await leadsHolder(ctx, held.person)
        const opens = held.devices.every(({ values }) => maySeeDevice({ values, leadsHolder: leads }, ctx.actor))
        return <HeldPanel devices={held.devices} opens={opens} locale={locale} />
      },
    ],
  },
  addenda: {
    employment: [
      async (ctx, id, language) => {
        const held = await heldOf(ctx, id)
        if (!held || held.devices.length === 0) return null
        const { kind } = texts(language).device.fields
        const items = held.devices.map(({ values }) => `${kind.choices[values.kind ?? 'other']}, ${values.number}`)
        return { heading: texts(language).panel.title, items }
      },
    ],
  },
  overview: async (ctx, locale) => {
    if (!isIt(ctx.actor) || !(await isOn(ctx))) return []
    const { asked, received } = texts(locale).deliveries.counted
    return countedViews(deliveries, ctx, [
      { label: asked, filters: { status: 'asked' } },
      { label: received, filters: { status: 'received' } },
    ])
  },
  versions: { device: versioned },
  links: { device: linked },
  expiring: { equipment_delivery: deliveriesExpire },
  opens: {
    device: async (ctx, id) => (await findDevice(ctx, id)) !== undefined,
    equipment_delivery: async (ctx, id) => (await findDelivery(ctx, id)) !== undefined,
  },
})
