import type { Ctx } from './ctx.ts'
import type { Fields, Form, ReferenceField, ReferencesField, Values } from './fields.ts'
import { isId } from './ids.ts'
import type { Locale } from './texts.ts'
import { asMeantOrLess } from './written.ts'

// How one record points at another. The kernel knows no module: who owns the records says what may be chosen and what they are called.

/** A record as others name it. */
export type Named = {
  readonly id: string
  readonly name: string
  /** What tells it from another of the same name: a person's unit. */
  readonly beside?: string | null
  /** No longer chosen: has left, or is out of use. What already names it goes on naming it. */
  readonly gone?: boolean
  /** How far below the top it is, in a tree. */
  readonly depth?: number
}

/** `as`: the name it was asked for by, as it was written. */
export type Called = Named & { readonly as: string }

export type Found = { readonly found: readonly Named[]; readonly more: boolean }

export type Reference = {
  /** The kind of record it points at. */
  readonly to: string
  /** All that may be chosen today; 'tooMany' where one is found by its name instead. */
  readonly choices: (ctx: Ctx) => Promise<readonly Named[] | 'tooMany'>
  /** What these are called, gone or not. Another organisation's are not among them. */
  readonly named: (ctx: Ctx, ids: readonly string[]) => Promise<ReadonlyMap<string, Named>>
  /** Those called exactly so, in any case, for a file that names them: gone ones too. One may be called several things, and several one. */
  readonly called: (ctx: Ctx, names: readonly string[]) => Promise<readonly Called[]>
  /** Where they may be too many: by name, the best first, and the address that a browser asks while one writes. */
  readonly find?: { readonly at: string; readonly matches: (ctx: Ctx, words: string) => Promise<Found> }
  /** The words for one that is gone: "har sluttet". */
  readonly gone: (locale: Locale) => string
}

export type ReferenceNames<F extends Fields> = {
  [N in keyof F & string]: F[N] extends ReferenceField | ReferencesField ? N : never
}[keyof F & string]
/** Who answers for each reference among the fields: one that is forgotten does not compile. */
export type References<F extends Fields> = { readonly [N in ReferenceNames<F>]: Reference }

/** What one reference may be in a form, and what it is already. In a page that only reads, what it is. */
export type Offered = {
  readonly choices: readonly Named[]
  readonly gone: Reference['gone']
  /** Only by name: they are too many for a list. */
  readonly find: Finding | null
}
export type Finding = {
  readonly at: string
  /** What was looked for last; null where nothing was. */
  readonly words: string | null
  readonly found: readonly Named[]
  readonly more: boolean
}
export type Offers<F extends Fields> = { readonly [N in ReferenceNames<F>]: Offered }
/** The same for whoever knows the fields by name only, as what is drawn of any register. */
export type OffersByName = { readonly [name: string]: Offered }

/** What is looked for in a field, and what was looked for when its page was drawn. */
export const wordsName = (field: string): string => `${field}.find`
export const searchedName = (field: string): string => `${field}.searched`
/** The name of the button that looks; its value is the field. */
export const findName = 'finn'

/** What may be chosen in the references of a form, with what stands and what was posted: somebody who has left is not lost by an edit. */
export async function offersIn<F extends Fields>(
  ctx: Ctx,
  references: References<F>,
  values: Partial<Values<F>> = {},
  form: Form = {},
): Promise<Offers<F> & OffersByName> {
  const called = await namesFor(ctx, references, [values, formIds(references, form)])
  const lists = new Map<Reference, readonly Named[] | 'tooMany'>()
  const offers: Record<string, Offered> = {}
  for (const [name, reference] of entries(references)) {
    const all = lists.get(reference) ?? (await reference.choices(ctx))
    lists.set(reference, all)
    const now = called.get(name) ?? []
    if (all === 'tooMany') offers[name] = { choices: now, gone: reference.gone, find: await findingIn(ctx, reference, name, form) }
    else
      offers[name] = { choices: [...now.filter(({ id }) => !all.some((one) => one.id === id)), ...all], gone: reference.gone, find: null }
  }
  return offers as Offers<F> & OffersByName
}

/** What the references of records are called, for a page that only reads: one question a kind of record. */
export async function namesIn<F extends Fields>(
  ctx: Ctx,
  references: References<F>,
  ...records: readonly Partial<Values<F>>[]
): Promise<Offers<F> & OffersByName> {
  const called = await namesFor(ctx, references, records)
  return Object.fromEntries(
    entries(references).map(([name, { gone }]) => [name, { choices: called.get(name) ?? [], gone, find: null }]),
  ) as unknown as Offers<F> & OffersByName
}

/**
 * The questions that point at what may not be chosen: another organisation's record is nobody's here, and one that is gone is not
 * chosen anew. `stands`: what is saved, which an edit of something else keeps.
 */
export async function strangeIn<F extends Fields>(
  ctx: Ctx,
  references: References<F>,
  values: Partial<Values<F>>,
  stands: Partial<Values<F>> = {},
): Promise<readonly string[]> {
  const called = await namesFor(ctx, references, [values])
  return entries(references).flatMap(([name]) => {
    const before = idsIn(stands[name as keyof F])
    const isStrange = (id: string) => {
      const found = called.get(name)?.find((one) => one.id === id)
      return !found || (found.gone && !before.includes(id))
    }
    return idsIn(values[name as keyof F]).some(isStrange) ? [name] : []
  })
}

/** The fields in which something was to be looked for: the button was pressed, or words were written and nobody chosen since. */
export const soughtIn = (fields: Fields, form: Form): readonly string[] =>
  Object.entries(fields).flatMap(([name, field]) => {
    if (field.kind !== 'reference' && field.kind !== 'references') return []
    const words = text(form[wordsName(name)])
    return text(form[findName]) === name || (words !== '' && words !== text(form[searchedName(name)])) ? [name] : []
  })

async function findingIn(ctx: Ctx, { find }: Reference, name: string, form: Form): Promise<Finding | null> {
  if (!find) return null
  const words = text(form[wordsName(name)])
  return { at: find.at, words: words || null, ...(words ? await find.matches(ctx, words) : { found: [], more: false }) }
}

/** By field, in the order of the records: several may point from the same field. */
async function namesFor(
  ctx: Ctx,
  references: Readonly<Record<string, Reference>>,
  records: readonly Readonly<Record<string, unknown>>[],
): Promise<ReadonlyMap<string, readonly Named[]>> {
  const idsOf = (name: string) => [...new Set(records.flatMap((record) => idsIn(record[name])))]
  const asked = [...Map.groupBy(entries(references), ([, one]) => one)].map(async ([reference, all]) => {
    const ids = [...new Set(all.flatMap(([name]) => idsOf(name)))]
    return [reference, ids.length > 0 ? await reference.named(ctx, ids) : new Map<string, Named>()] as const
  })
  const called = new Map<Reference, ReadonlyMap<string, Named>>(await Promise.all(asked))
  return new Map(entries(references).map(([name, reference]) => [name, idsOf(name).flatMap((id) => called.get(reference)?.get(id) ?? [])]))
}

const formIds = (references: Readonly<Record<string, Reference>>, form: Form) =>
  Object.fromEntries(Object.keys(references).map((name) => [name, form[name]]))
/** The ids that an answer is: one, several, or none. */
const idsIn = (answer: unknown): readonly string[] => [answer].flat().filter(isId)
const entries = (references: Readonly<Record<string, Reference>>) => Object.entries(references)
/** As any other text that is written: a sign that no text can hold finds nobody, and is no fault. */
const text = (raw: Form[string]): string => asMeantOrLess(typeof raw === 'string' ? raw : (raw?.[0] ?? ''))
