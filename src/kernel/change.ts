/** Something that happened. What it carries is read in the log, so it holds names of fields and codes, never what a person wrote. */
export type Happening = { readonly type: string }

/** One kind of happening out of a module's union, also where several kinds share a shape. */
export type HappeningOf<E extends Happening, T extends E['type']> = E extends { readonly type: infer U } ? (T extends U ? E : never) : never

/** What the road of every deed records where a rule said no (kernel/deed.ts). */
export type Refused<S extends string> = { readonly type: `${S}.refused`; readonly why: string; readonly fields: readonly string[] }

/** What a rule answers: either the next state with what happened, or a reason why not. */
export type Change<T, E extends Happening> = { readonly ok: true; readonly next: T; readonly events: readonly [E, ...E[]] }
export type Refusal = { readonly ok: false; readonly why: string; readonly fields: readonly string[] }
export type Outcome<T, E extends Happening> = Change<T, E> | Refusal

export const change = <T, E extends Happening>(next: T, ...events: [E, ...E[]]): Change<T, E> => ({ ok: true, next, events })
export const refuse = (why: string, fields: readonly string[] = []): Refusal => ({ ok: false, why, fields })

/** Refusals that every command may give, whatever its module; the shell has pages for them. */
export const commonRefusals = ['notFound', 'notAllowed', 'notNow', 'stale', 'nothingChanged'] as const
export type CommonRefusal = (typeof commonRefusals)[number]
