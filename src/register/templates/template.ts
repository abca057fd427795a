import type { Localised } from '../../kernel/texts.ts'

/** The two languages that a record is written in. */
export type Written = 'nb' | 'nn'
export type Both = Readonly<Record<Written, string>>
export const both = (nb: string, nn: string = nb): Both => ({ nb, nn })

/** A record that somebody may begin with. `key`: what a form posts; never changed once it is out. */
export type Template<V> = {
  readonly key: string
  readonly area: string
  /** What the record is called, and what its page of choices says of it. */
  readonly name: string
  readonly says: string
  readonly values: V
}

export type Areas = Readonly<Record<string, Localised>>

/** Choices as a form reads them, in the order of the question, so that whoever saves without a change has changed nothing. */
export const inOrder = <C extends string>({ of }: { readonly of: readonly C[] }, chosen: readonly C[]): readonly C[] =>
  of.filter((one) => chosen.includes(one))

/** By area, in the order of the areas: those that may be chosen, and those whose name a record has. */
export function byArea<V, R extends { readonly name: string }>(templates: readonly Template<V>[], areas: Areas, there: readonly R[]) {
  const named = new Map(there.map((one) => [one.name.toLowerCase(), one]))
  return Object.entries(areas).flatMap(([area, label]) => {
    const here = templates.filter((template) => template.area === area)
    if (here.length === 0) return []
    const free = here.filter(({ name }) => !named.has(name.toLowerCase()))
    return [{ area, label, free, taken: here.flatMap(({ name }) => named.get(name.toLowerCase()) ?? []) }]
  })
}

/** Those that are ticked, and those of the areas that are ticked whole: each once, in the order of the templates. */
export const chosenOf = <V>(templates: readonly Template<V>[], keys: readonly string[], areas: readonly string[]) =>
  templates.filter(({ key, area }) => keys.includes(key) || areas.includes(area))
