import type { Happening } from '../kernel/change.ts'
import type { Addendum, FoundIn, House } from '../kernel/ctx.ts'
import type { Kept } from '../kernel/removal.ts'
import { wordsIn } from '../kernel/words.ts'
import { commentsPanel } from '../modules/comments/public.tsx'
import { linksPanels, markTouched } from '../modules/links/public.tsx'
import { reviewSteps } from '../modules/reviews/public.tsx'
import { stepsOf } from '../modules/tasks/public.ts'
import { commentedOf, linkings, log, modules, profileParts } from './modules.ts'
import { ofKind } from './of-kind.ts'
import { waysTo } from './ways.ts'

type Between = Pick<
  House,
  | 'profileParts'
  | 'related'
  | 'steps'
  | 'overview'
  | 'ofUnit'
  | 'find'
  | 'waysTo'
  | 'addenda'
  | 'react'
  | 'remove'
  | 'opens'
  | 'attaches'
  | 'reviewed'
  | 'approvals'
  | 'demands'
  | 'kindOf'
  | 'isSensitive'
  | 'replyTo'
  | 'keeps'
  | 'sentence'
>

/** What one module does for another, by the rows of app/modules.ts. One after the other: they share one transaction. */
export const between: Between = {
  profileParts,
  related: async (ctx, { type, id }, locale) => {
    const panels = modules.flatMap((one) => one.panels?.[type] ?? [])
    // At the same time: what they read goes to the database together.
    const [links, own, talk] = await Promise.all([
      linksPanels(ctx, linkings, { type, id }, locale),
      Promise.all(panels.map((panel) => panel(ctx, id, locale))),
      commentsPanel(ctx, { type, id }, commentedOf(type), locale),
    ])
    return [...links, ...own, talk]
  },
  steps: async (ctx, { type, id }, locale) => {
    const asked = modules.flatMap(({ steps }) => (steps && Object.hasOwn(steps, type) ? (steps[type] ?? []) : []))
    const own = [...asked.map((steps) => steps(ctx, id, locale)), reviewSteps(ctx, { type, id }, locale)]
    const all = await stepsOf(ctx, id, own, locale)
    return asked.length === 0 && all.length === 0 ? null : all
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
  react: async (ctx, subject, events: readonly Happening[]) => {
    const { id } = subject
    if (id === null) return
    for (const { type } of events)
      for (const reaction of modules.flatMap(({ reactions }) => reactions?.[type] ?? [])) await reaction(ctx, id)
    await markTouched(ctx, linkings, subject, events)
  },
  overview: async (ctx, locale) => {
    const counted = await Promise.all(modules.map(({ overview }) => overview?.(ctx, locale) ?? []))
    return counted.flat()
  },
  ofUnit: async (ctx, unit, locale) => {
    const counted = await Promise.all(modules.map(({ ofUnit }) => ofUnit?.(ctx, unit, locale) ?? []))
    return counted.flat()
  },
  find: async (ctx, words, locale, most) => {
    const found: FoundIn[] = []
    if (wordsIn(words).length === 0) return found
    for (const finds of modules.flatMap((module) => module.finds ?? [])) {
      const hits = await finds.hits(ctx, words, locale, most + 1)
      if (hits.length === 0) continue
      found.push({ label: finds.label(locale), hits: hits.slice(0, most), list: hits.length > most ? finds.list(ctx) : null })
    }
    return found
  },
  waysTo,
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
  reviewed: async (ctx, { type, id }) =>
    ofKind(
      modules.map(({ reviewed }) => reviewed),
      type,
    )?.(ctx, id),
  approvals: async (ctx, { type, id }) =>
    ofKind(
      modules.map(({ approvals }) => approvals),
      type,
    )?.(ctx, id),
  demands: async (ctx, { type, id }, deed) => {
    for (const { demands } of modules) {
      const refusal = demands && Object.hasOwn(demands, type) ? await demands[type]?.(ctx, id, deed) : null
      if (refusal) return refusal
    }
    return null
  },
  kindOf: (type, locale) =>
    ofKind(
      modules.map(({ named }) => named),
      type,
    )?.(locale) ?? null,
  isSensitive: async (ctx, { type, id }) =>
    (await ofKind(
      modules.map(({ sensitive }) => sensitive),
      type,
    )?.(ctx, id)) ?? false,
  replyTo: async (ctx, { type, id }) =>
    (await ofKind(
      modules.map(({ replies }) => replies),
      type,
    )?.(ctx, id)) ?? null,
  keeps: async (ctx, subject) => {
    // At the same time: an import that is undone asks of each record, and what they read goes to the database together.
    const kept = await Promise.all(modules.map(({ keeps }) => keeps?.(ctx, subject) ?? false))
    return kept.includes(true)
  },
  sentence: log.sentence,
}

/** What does the next rows of an import into a register. */
export const importSteps = (register: string) =>
  ofKind(
    modules.map(({ imports }) => imports),
    register,
  )
