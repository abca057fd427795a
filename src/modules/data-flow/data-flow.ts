import { fingerprint } from '../../kernel/seal.ts'
import { recipientsIn } from '../processing/public.ts'

/** From the left: whom data are disclosed to, what they are used for, in what, and who delivers that or processes for us. */
export const columns = ['recipient', 'processing', 'system', 'supplier'] as const
export type Column = (typeof columns)[number]

/** What the registers say. */
export type Facts = {
  readonly processings: readonly {
    readonly id: string
    readonly name: string
    readonly unit: string | null
    readonly systems: readonly string[]
    readonly processedBy: readonly string[]
    readonly recipients: string | null
    readonly transfers: 'yes' | 'no' | null
  }[]
  readonly systems: readonly {
    readonly id: string
    readonly name: string
    readonly unit: string | null
    readonly supplier: string | null
  }[]
  readonly suppliers: readonly { readonly id: string; readonly name: string; readonly country: string | null }[]
}

/** What the picture is narrowed to. `units`: one unit and those below it; null: all of them. */
export type Narrowed = {
  readonly units: ReadonlySet<string> | null
  readonly system: string | null
  readonly processing: string | null
  readonly recipient: string | null
}

export type Node = {
  readonly key: string
  readonly column: Column
  readonly id: string
  readonly name: string
  /** Data leave the EEA from here. */
  readonly abroad: boolean
  readonly beside: string | null
}
export type Edge = { readonly from: string; readonly to: string }
export type Flow = { readonly nodes: readonly Node[]; readonly edges: readonly Edge[] }

/** What a recipient is found by in an address, which never says who it is. */
export const recipientId = (name: string): string => fingerprint(name.toLowerCase())

/** What hangs together of what is asked for. An activity that is shown has all it uses; a system has the activities that use it. */
export function flowOf({ processings, systems, suppliers }: Facts, by: Narrowed): Flow {
  const ofUnit = (unit: string | null) => by.units === null || (unit !== null && by.units.has(unit))
  const shown = processings.filter(
    (one) =>
      ofUnit(one.unit) &&
      (by.processing === null || one.id === by.processing) &&
      (by.system === null || one.systems.includes(by.system)) &&
      (by.recipient === null || recipientsIn(one.recipients).some((name) => recipientId(name) === by.recipient)),
  )
  const used = new Set(shown.flatMap((one) => one.systems))
  const alone = by.processing === null && by.recipient === null
  const drawn = systems.filter((one) => (by.system === null ? used.has(one.id) || (alone && ofUnit(one.unit)) : one.id === by.system))
  const nodes = new Map<string, Node>()
  const edges = new Map<string, Edge>()
  const supplierOf = new Map(suppliers.map((one) => [one.id, one]))
  const put = (column: Column, id: string, name: string, more: Partial<Pick<Node, 'abroad' | 'beside'>> = {}) => {
    const key = `${column}:${id}`
    if (!nodes.has(key)) nodes.set(key, { key, column, id, name, abroad: false, beside: null, ...more })
    return key
  }
  const join = (from: string, to: string) => edges.set(`${from} ${to}`, { from, to })
  const supplied = (from: string, id: string | null) => {
    const supplier = id === null ? undefined : supplierOf.get(id)
    if (supplier) join(from, put('supplier', supplier.id, supplier.name, { beside: supplier.country }))
  }
  for (const { id, name, supplier } of drawn) supplied(put('system', id, name), supplier)
  for (const one of shown) {
    const key = put('processing', one.id, one.name, { abroad: one.transfers === 'yes' })
    for (const name of recipientsIn(one.recipients)) join(put('recipient', recipientId(name), name), key)
    for (const system of one.systems) if (nodes.has(`system:${system}`)) join(key, `system:${system}`)
    for (const supplier of one.processedBy) supplied(key, supplier)
  }
  return { nodes: [...nodes.values()], edges: [...edges.values()] }
}
