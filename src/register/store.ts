import { sql } from 'kysely'
import type { Schema } from '../db/types.ts'
import { record } from '../kernel/audit.ts'
import { type Change, type Happening, type Outcome, refuse } from '../kernel/change.ts'
import { columnOf, fromRow, toRow } from '../kernel/columns.ts'
import type { Ctx } from '../kernel/ctx.ts'
import { decide, type Store } from '../kernel/deed.ts'
import type { Fields, Values } from '../kernel/fields.ts'
import { newId } from '../kernel/ids.ts'
import { takeTurn } from '../kernel/once.ts'
import { readOnce } from '../kernel/read-once.ts'
import { isSameAgain } from '../kernel/same.ts'
import { type Content, keepVersion } from '../kernel/version.ts'
import type { Registered } from './rules.ts'
import { takenBack } from './store-taken-back.ts'

/** Tables that are plain registers: what every one of them has beside its questions. */
export type RegisterTable = {
  [T in keyof Schema]: Schema[T] extends { organisation_id: string; id: string; version: unknown; sort_key: unknown } ? T : never
}[keyof Schema]

type Outcomes<F extends Fields, E extends Happening> = Outcome<Registered<F>, E>
export type Register<F extends Fields, E extends Happening> = Store<Registered<F>, E> & {
  readonly find: (ctx: Ctx, id: string) => Promise<Registered<F> | undefined>
  /**
   * Adds a record under the id that its page made. Pressed twice: refused as `nothingChanged`, the first one stands. The page used
   * again for something else: another id. A name that stands already: refused as `nameTaken`, also when two post at once.
   */
  readonly add: (
    ctx: Ctx,
    id: string,
    values: Values<F>,
    rule: (id: string) => Outcomes<F, E> | Promise<Outcomes<F, E>>,
  ) => Promise<Outcomes<F, E>>
  /** Those whose unique text is one of these, in any case. */
  readonly keyed: (ctx: Ctx, texts: readonly string[]) => Promise<readonly Registered<F>[]>
  /** Deletes a record that nothing points at; refused as `inUse` where something does, as `stale` where it is not as it was. */
  readonly takeBack: (ctx: Ctx, id: string, version: number, rule: (record: Registered<F>) => Outcomes<F, E>) => Promise<Outcomes<F, E>>
  /** The road of every change (`decide`), behind the same question of the name. */
  readonly edit: (
    ctx: Ctx,
    id: string,
    version: number | null,
    values: Values<F>,
    rule: (record: Registered<F>) => Outcomes<F, E>,
  ) => Promise<Outcomes<F, E>>
}

type Own<F extends Fields> = {
  readonly unique: (keyof F & string) | null
  readonly parts?: (ctx: Ctx, id: string) => Promise<Content>
  readonly approved?: string
}

/**
 * Plain read and write of a register. Call it or write your own; nothing calls you back. `unique`: the text that stands once in an
 * organisation, in any case; its table has a unique index on it. `parts`: what a record's own parts say, kept in each of its versions.
 * `approved`: the event after which what it says holds, where that is not called so (`agreement.inForce`).
 */
export function registerStore<F extends Fields, E extends Happening>(
  subject: RegisterTable,
  fields: F,
  { unique, parts, approved = `${subject}.approved` }: Own<F>,
): Register<F, E> {
  // One of them stands for all: the columns used here by name are those that every register has.
  const table = subject as 'system'
  const rows = (ctx: Ctx) => ctx.tx.selectFrom(table).selectAll().where('organisation_id', '=', ctx.actor.organisationId)
  const select = (ctx: Ctx, id: string) => rows(ctx).where('id', '=', id)
  const read = (row: { readonly id: string; readonly version: number }) => ({
    id: row.id,
    version: row.version,
    values: fromRow(fields, row),
  })
  const find = (ctx: Ctx, id: string) =>
    readOnce(ctx, `${subject} ${id}`, async () => {
      const row = await select(ctx, id).executeTakeFirst()
      return row && read(row)
    })

  const taken = unique === null ? null : refuse(`${unique}Taken`, [unique])
  const whereTaken = async (ctx: Ctx, id: string, values: Values<F>) => {
    const text = unique === null ? null : values[unique]
    if (unique === null || typeof text !== 'string') return null
    const row = await ctx.tx
      .selectFrom(table)
      .select('id')
      .where('organisation_id', '=', ctx.actor.organisationId)
      .where(sql<boolean>`lower(${sql.ref(columnOf(fields, unique))}) = lower(${text})`)
      .where('id', '!=', id)
      .executeTakeFirst()
    return row ? taken : null
  }

  const insert = async (ctx: Ctx, { next, events }: Change<Registered<F>, E>): Promise<boolean> => {
    const row = { ...toRow(fields, next.values), organisation_id: ctx.actor.organisationId, id: next.id, version: 1 }
    const made = await ctx.tx
      .insertInto(table)
      .values(row as never)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (made.numInsertedOrUpdatedRows !== 1n) return false
    await keepVersion(ctx, { type: table, id: next.id }, { version: 1, content: { [table]: next.values } }, null)
    await record(ctx, { type: table, id: next.id }, events)
    return true
  }

  const store: Store<Registered<F>, E> = {
    subject: table,
    lock: async (ctx, id) => {
      const row = await select(ctx, id).forUpdate().executeTakeFirst()
      return row && read(row)
    },
    apply: async (ctx, { next, events }, before) => {
      await ctx.tx
        .updateTable(table)
        .set({ ...toRow(fields, next.values), version: sql`version + 1` } as never)
        .where('organisation_id', '=', ctx.actor.organisationId)
        .where('id', '=', next.id)
        .execute()
      const content = (values: Values<F>) => ({ [table]: values })
      await keepVersion(
        ctx,
        { type: table, id: next.id },
        { version: before.version + 1, content: { ...content(next.values), ...(await parts?.(ctx, next.id)) } },
        { version: before.version, content: content(before.values) },
        { approved: events.some(({ type }) => type === approved) },
      )
      await record(ctx, { type: table, id: next.id }, events)
    },
  }

  return {
    ...store,
    find,
    add: async (ctx, given, values, rule) => {
      await takeTurn(ctx, table)
      const [stands, takenBeside] = await Promise.all([find(ctx, given), whereTaken(ctx, given, values)])
      if (stands && isSameAgain(stands.values, values)) return refuse('nothingChanged')
      const id = stands ? newId(ctx.now) : given
      const outcome = (stands ? await whereTaken(ctx, id, values) : takenBeside) ?? (await rule(id))
      return !outcome.ok || (await insert(ctx, outcome)) ? outcome : (taken ?? refuse('nothingChanged'))
    },
    keyed: async (ctx, texts) => {
      if (unique === null || texts.length === 0) return []
      const key = sql`lower(${sql.ref(columnOf(fields, unique))})`
      const found = await rows(ctx)
        .where(sql<boolean>`${key} = any(${texts.map((text) => text.toLowerCase())}::text[])`)
        .execute()
      return found.map(read)
    },
    takeBack: async (ctx, id, version, rule) => takenBack(ctx, table, await store.lock(ctx, id), version, rule),
    edit: async (ctx, id, version, values, rule) => {
      await takeTurn(ctx, table)
      return (await whereTaken(ctx, id, values)) ?? decide(ctx, store, id, version, rule)
    },
  }
}
