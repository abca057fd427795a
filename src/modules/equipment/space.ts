import { type Actor, hasRole, worksAs } from '../../kernel/actor.ts'
import { any, type Column, fact, holds, type Rule, says } from '../../kernel/space.ts'
import type { Delivery, Device } from './equipment.ts'
import { deliveryStatuses } from './fields.ts'

/** Digitalisation and IT, and their service desk. */
export const isIt = (actor: Actor): boolean => worksAs(actor, 'serviceDesk', 'itHead')
const oversees = (actor: Actor): boolean => isIt(actor) || hasRole(actor, 'ciso')
const me = ({ personId }: Actor) => [personId]
const led = ({ leads }: Actor) => leads

/** `leadsHolder`: whoever asks leads the person that has it. */
export type Stood = { readonly values: Pick<Device['values'], 'holder' | 'unit' | 'status'>; readonly leadsHolder: boolean }
const ofDevice = (name: 'holder' | 'unit'): Column<Stood> => ({ at: `r.${name}_id`, type: 'uuid', of: ({ values }) => values[name] })
const statusOfDevice: Column<Stood> = { at: 'r.status', type: 'text', of: ({ values }) => values.status }
const all = ['inUse', 'lost', 'stolen', 'received', 'reusable', 'scrapped'] as const

export const seesDevice: Rule<Stood, Actor> = any(
  says(ofDevice('holder'), me),
  says(ofDevice('unit'), led),
  says(statusOfDevice, (actor) => (oversees(actor) ? all : [])),
  fact('leadsHolder', ({ leadsHolder }) => leadsHolder),
)
export const maySeeDevice = (stood: Stood, actor: Actor): boolean => holds(seesDevice, stood, actor)

const ofDelivery = (name: 'askedBy' | 'unit', at: string): Column<Delivery> => ({ at, type: 'uuid', of: ({ values }) => values[name] })
const statusOfDelivery: Column<Delivery> = { at: 'd.status', type: 'text', of: ({ values }) => values.status }
export const seesDelivery: Rule<Delivery, Actor> = any(
  says(ofDelivery('askedBy', 'd.asked_by_id'), me),
  says(ofDelivery('unit', 'd.unit_id'), led),
  says(statusOfDelivery, (actor) => (oversees(actor) ? deliveryStatuses : [])),
)
export const maySeeDelivery = (delivery: Delivery, actor: Actor): boolean => holds(seesDelivery, delivery, actor)
