import type { Actor } from '../../kernel/actor.ts'
import type { Delivery, Part } from './equipment.ts'
import { isIt, maySeeDevice, type Stood } from './space.ts'

const of = (parts: Readonly<Partial<Record<Part, boolean>>>): ReadonlySet<Part> =>
  new Set((Object.keys(parts) as Part[]).filter((part) => parts[part]))

export const partsInDevice = (stood: Stood, actor: Actor): ReadonlySet<Part> => of({ reader: maySeeDevice(stood, actor), it: isIt(actor) })
export const partsInDelivery = ({ values }: Delivery, actor: Actor): ReadonlySet<Part> =>
  of({ asker: values.askedBy === actor.personId, it: isIt(actor) })
