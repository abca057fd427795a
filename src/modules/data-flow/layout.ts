import { columns, type Edge, type Flow, type Node } from './data-flow.ts'

// Four columns that are given, so there is nothing to find but the order in each: a general layout, which finds the columns too, is not needed.

export type Placed = Node & { readonly x: number; readonly y: number }
export type Line = { readonly key: string; readonly points: readonly (readonly [x: number, y: number])[] }
export type Picture = {
  readonly nodes: readonly Placed[]
  readonly lines: readonly Line[]
  readonly width: number
  readonly height: number
}

/** In units of a pixel. */
export const box = { width: 220, height: 30, gap: 8, between: 90, top: 34 } as const
const rowHeight = box.height + box.gap
const sweeps = 6
/** Made once: `localeCompare` looks its language up at each of thirty thousand comparisons. */
const letters = new Intl.Collator('nb')

/** A place in a column: a box, or where a line passes between the boxes of a column that it does not stop in. */
type Slot = { readonly key: string; readonly column: number; readonly node: Node | null; at: number; y: number; readonly near: Slot[][] }

/** Lines cross as little as a few rounds of ordering by what each hangs together with make them. The same flow is always drawn the same. */
export function layoutOf({ nodes, edges }: Flow): Picture {
  const slots = new Map<string, Slot>()
  const byColumn: Slot[][] = columns.map(() => [])
  const add = (key: string, column: number, node: Node | null): Slot => {
    const slot: Slot = { key, column, node, at: byColumn[column]?.length ?? 0, y: 0, near: [[], []] }
    slots.set(key, slot)
    byColumn[column]?.push(slot)
    return slot
  }
  for (const node of [...nodes].sort((a, b) => letters.compare(a.name, b.name) || (a.key < b.key ? -1 : 1)))
    add(node.key, columns.indexOf(node.column), node)
  const ways = edges.flatMap((edge) => wayOf(edge, slots, add))
  for (const way of ways)
    way.forEach((slot, at) => {
      const next = way[at + 1]
      if (!next) return
      slot.near[1]?.push(next)
      next.near[0]?.push(slot)
    })
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const rightwards = sweep % 2 === 0
    const order = rightwards ? byColumn : [...byColumn].reverse()
    for (const column of order) reorder(column, rightwards ? 0 : 1)
  }
  for (const column of byColumn) {
    let below = box.top
    for (const slot of column) {
      slot.y = below
      below += slot.node ? rowHeight : box.gap * 2
    }
  }
  settle(byColumn)
  const x = (column: number) => column * (box.width + box.between)
  const placed = [...slots.values()].flatMap(({ node, column, y }) => (node ? [{ ...node, x: x(column), y }] : []))
  return {
    nodes: placed,
    lines: ways.map((way) => ({
      key: `${way[0]?.key} ${way.at(-1)?.key}`,
      points: way.flatMap(({ node, column, y }, at) => {
        const middle = y + (node ? box.height / 2 : 0)
        const [left, right] = [x(column), x(column) + box.width]
        if (at === 0) return [[right, middle] as const]
        return at === way.length - 1 ? [[left, middle] as const] : [[left, middle] as const, [right, middle] as const]
      }),
    })),
    width: x(columns.length - 1) + box.width,
    height: Math.max(box.top, ...[...slots.values()].map(({ y, node }) => y + (node ? box.height : 0))) + box.gap,
  }
}

/** From one box to another, with a place in each column between them. */
function wayOf({ from, to }: Edge, slots: Map<string, Slot>, add: (key: string, column: number, node: null) => Slot): readonly Slot[][] {
  const [first, last] = [slots.get(from), slots.get(to)]
  if (!first || !last) return []
  const between = Array.from({ length: Math.max(0, last.column - first.column - 1) }, (_, at) =>
    add(`${from} ${to} ${at}`, first.column + 1 + at, null),
  )
  return [[first, ...between, last]]
}

function reorder(column: Slot[], side: 0 | 1): void {
  const weight = new Map(
    column.map((slot) => {
      const near = slot.near[side] ?? []
      return [slot, near.length === 0 ? slot.at : near.reduce((sum, one) => sum + one.at, 0) / near.length]
    }),
  )
  column.sort((a, b) => (weight.get(a) ?? 0) - (weight.get(b) ?? 0) || a.at - b.at)
  column.forEach((slot, at) => {
    slot.at = at
  })
}

/** Each beside what it hangs together with, in its order and never over another: the longest column stays as it is. */
function settle(byColumn: readonly Slot[][]): void {
  const longest = byColumn.reduce((most, one) => (one.length > most.length ? one : most), byColumn[0] ?? [])
  const start = byColumn.indexOf(longest)
  const move = (column: readonly Slot[] | undefined, side: 0 | 1) => {
    let least: number = box.top
    for (const slot of column ?? []) {
      const near = slot.near[side] ?? []
      const wanted = near.length === 0 ? least : near.reduce((sum, one) => sum + one.y, 0) / near.length
      slot.y = Math.round(Math.max(least, wanted))
      least = slot.y + (slot.node ? rowHeight : box.gap * 2)
    }
  }
  for (let at = start + 1; at < byColumn.length; at++) move(byColumn[at], 0)
  for (let at = start - 1; at >= 0; at--) move(byColumn[at], 1)
}

/** A line as SVG draws it: bends between the columns, straight past them. */
export const pathOf = ({ points }: Line): string =>
  points
    .map(([x, y], at) => {
      const before = points[at - 1]
      if (!before) return `M${x} ${y}`
      if (at % 2 === 0) return `L${x} ${y}`
      const middle = Math.round((before[0] + x) / 2)
      return `C${middle} ${before[1]} ${middle} ${y} ${x} ${y}`
    })
    .join('')
