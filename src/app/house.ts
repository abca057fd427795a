import type { ReactNode } from 'react'
import type { Happening } from '../kernel/change.ts'
import type { Addendum, House } from '../kernel/ctx.ts'
import type { Kept } from '../kernel/removal.ts'
import { log, modules } from './modules.ts'

type Between = Pick<House, 'related' | 'addenda' | 'react' | 'remove' | 'opens' | 'attaches' | 'sentence'>

/** What one module does for another, by the rows of app/modules.ts. One after the other: they share one transaction. */
export const between: Between = {
  related: async (ctx, { type, id }, locale) => {
    const drawn: ReactNode[] = []
    for (const panel of modules.flatMap(({ panels }) => panels?.[type] ?? [])) drawn.push(await panel(ctx, id, locale))
    return drawn
  },
  addenda: async (ctx, { type, id }, language) => {
    const found: Addendum[] = []
    for (const add of modules.flatMap(({ addenda }) => addenda?.[type] ?? []))
      found.push(...[await add(ctx, id, language)].filter((one) => one !== null))
    return found
  },
  remove: async (ctx, { type, id }, removal, locale) => {
    const kept: Kept[] = []
    for (const removes of modules.flatMap(({ removals }) => removals?.[type] ?? [])) kept.push(...(await removes(ctx, id, removal, locale)))
    return kept
  },
  react: async (ctx, { id }, events: readonly Happening[]) => {
    if (id === null) return
    for (const { type } of events)
      for (const reaction of modules.flatMap(({ reactions }) => reactions?.[type] ?? [])) await reaction(ctx, id)
  },
  opens: async (ctx, { type, id }) =>
    (await ofKind(
      modules.map(({ opens }) => opens),
      type,
    )?.(ctx, id)) ?? false,
  attaches: async (ctx, { type, id }) =>
    ofKind(
      modules.map(({ files }) => files),
      type,
    )?.(ctx, id),
  sentence: log.sentence,
}

/** What the rows say of a kind of record. The kind may come from an address, so only what a row itself says counts. */
const ofKind = <T>(kinds: readonly (Readonly<Record<string, T>> | undefined)[], type: string): T | undefined =>
  kinds.find((one) => one && Object.hasOwn(one, type))?.[type]
