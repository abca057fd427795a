import type { Actor, Role } from '../kernel/actor.ts'
import { type Refusal, refuse } from '../kernel/change.ts'
import type { Ctx } from '../kernel/ctx.ts'
import { emptyValues, type Fields, type FieldTexts, type Values } from '../kernel/fields.ts'
import type { Reference } from '../kernel/reference.ts'
import type { LineKey, Own, Shareable, SharedPart, Stands } from '../kernel/shared.ts'
import type { Locale } from '../kernel/texts.ts'
import type { Content } from '../kernel/version.ts'

type Done = Promise<{ readonly ok: true; readonly next: { readonly id: string } } | Refusal>
type Line = Readonly<Record<string, unknown>>

type Part<F extends Fields> = {
  readonly fields: F
  readonly texts: (locale: Locale) => FieldTexts<F>
  readonly references?: Readonly<Record<string, Reference>>
  readonly goes: readonly (keyof F & string)[]
  readonly own?: (own: Own) => Partial<Values<F>>
}

/** Lines of a record, by what one is called and the question that names it. */
export const sharedLine = <F extends Fields>(
  { references = {}, ...part }: Part<F>,
  line: { readonly title: (locale: Locale) => string; readonly name: keyof F & string },
): SharedPart => ({ ...part, references, texts: part.texts as SharedPart['texts'], line })

/** `R`: the record, which says more than what is asked: where it stands. */
type Register<F extends Fields, R extends { readonly version: number; readonly values: Values<F> }> = Part<F> & {
  readonly at: `/${string}`
  readonly subject: string
  readonly find: (ctx: Ctx, id: string) => Promise<R | undefined>
  /** Whether it says what was decided, and whether it is over. */
  readonly ready: (values: R['values']) => boolean
  readonly ended?: (values: R['values']) => boolean
  /** The question that says whose it is, and the roles that stand behind. */
  readonly owner: keyof F & string
  readonly roles: readonly Role[]
  readonly mayEdit: (record: R, actor: Actor) => boolean
  /** Where nobody has answered what is asked of every record, and whose it is here. */
  readonly begins: (own: Own, actor: Actor) => Partial<Values<F>>
  readonly named?: true
  readonly sees?: (actor: Actor) => boolean
  readonly takes: (actor: Actor) => boolean
  readonly add: (ctx: Ctx, id: string, values: Values<F>) => Done
  readonly edit: (ctx: Ctx, id: string, version: number | null, values: Values<F>) => Done
  readonly refusals: (locale: Locale) => Readonly<Record<string, string>>
  readonly lines?: {
    readonly parts: Readonly<Record<string, SharedPart>>
    readonly read: (ctx: Ctx, id: string) => Promise<Content>
    readonly write: (ctx: Ctx, id: string, version: number | null, line: LineKey, answers: Line | null) => Done
  }
}

/** A register whose records may be written once and used by many: by its own deeds, with its own rules. */
export function registerShared<
  F extends Fields & { readonly name: Fields[string] },
  R extends { readonly version: number; readonly values: Values<F> },
>(register: Register<F, R>): Shareable {
  const { at, subject, fields, references = {}, goes, own, lines, find, ready } = register
  const names = Object.keys(fields) as (keyof F & string)[]
  const asked = (values: Values<F>) => Object.fromEntries(names.map((name) => [name, values[name]])) as Values<F>
  const standing = (ctx: Ctx, record: R): Stands => {
    const { version, values } = record
    return {
      ...{ version, name: String(values.name ?? ''), ready: ready(values), ended: register.ended?.(values) ?? false },
      ...{ owner: values[register.owner] as string | null, roles: register.roles, may: register.mayEdit(record, ctx.actor) },
    }
  }
  return {
    at,
    main: {
      fields,
      texts: register.texts as SharedPart['texts'],
      references,
      goes,
      ...(own && { own: own as NonNullable<SharedPart['own']> }),
    },
    lines: lines?.parts ?? {},
    ...(register.named && { named: true }),
    sees: register.sees ?? (() => true),
    takes: register.takes,
    stands: async (ctx, id) => {
      const record = await find(ctx, id)
      return record && standing(ctx, record)
    },
    read: async (ctx, id) => {
      const record = await find(ctx, id)
      return record && { ...standing(ctx, record), content: { [subject]: asked(record.values), ...(await lines?.read(ctx, id)) } }
    },
    begin: (ctx, id, answers, mine) =>
      register.add(ctx, id, { ...emptyValues(fields), ...register.begins(mine, ctx.actor), ...(answers as Partial<Values<F>>) }),
    edit: async (ctx, id, version, answers) => {
      const record = await find(ctx, id)
      return record ? register.edit(ctx, id, version, { ...asked(record.values), ...(answers as Partial<Values<F>>) }) : refuse('notFound')
    },
    writeLine: async (ctx, id, version, line, answers) => lines?.write(ctx, id, version, line, answers) ?? refuse('notFound'),
    refusals: register.refusals,
  }
}
