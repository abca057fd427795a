import { sql } from 'kysely'
import type { Schema } from '../db/types.ts'
import { record } from './audit.ts'
import { type Change, type Happening, type Outcome, refuse } from './change.ts'
import { columnOf, fromRow, toRow } from './columns.ts'
import type { Ctx } from './ctx.ts'
import { decide, type Store, type Versioned } from './deed.ts'
import type { Fields, Values } from './fields.ts'
import { newId } from './ids.ts'
import { takeTurn } from './once.ts'
import { isSameAgain } from './same.ts'

/** A record of a plain register: its questions are its table's columns. */
export type Registered<F extends Fields> = Versioned & { readonly values: Values<F> }

/** Tables that are plain registers. */
export type RegisterTable = Extract<keyof Schema, 'system'>

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
  /** The road of every change (`decide`), behind the same question of the name. */
  readonly edit: (
    ctx: Ctx,
    id: string,
    version: number | null,
    values: Values<F>,
    rule: (record: Registered<F>) => Outcomes<F, E>,
  ) => Promise<Outcomes<F, E>>
}

/**
 * Plain read and write of a register. Call it or write your own; nothing calls you back. `unique`: the text that stands once in an
 * organisation, in any case; its table has a unique index on it.
 */
export function registerStore<F extends Fields, E extends Happening>(
  table: RegisterTable,
  fields: F,
  { unique }: { readonly unique: (keyof F & string) | null },
): Register<F, E> {
  const select = (ctx: Ctx, id: string) =>
    ctx.tx.selectFrom(table).selectAll().where('organisation_id', '=', ctx.actor.organisationId).where('id', '=', id)
  const read = (row: { readonly id: string; readonly version: number } | undefined) =>
    row && { id: row.id, version: row.version, values: fromRow(fields, row) }
  const find = async (ctx: Ctx, id: string) => read(await select(ctx, id).executeTakeFirst())

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
    await record(ctx, { type: table, id: next.id }, events)
    return true
  }

  const store: Store<Registered<F>, E> = {
    subject: table,
    lock: async (ctx, id) => read(await select(ctx, id).forUpdate().executeTakeFirst()),
    apply: async (ctx, { next, events }) => {
      await ctx.tx
        .updateTable(table)
        .set({ ...toRow(fields, next.values), version: sql`version + 1` } as never)
        .where('organisation_id', '=', ctx.actor.organisationId)
        .where('id', '=', next.id)
        .execute()
      await record(ctx, { type: table, id: next.id }, events)
    },
  }

  return {
    ...store,
    find,
    add: async (ctx, given, values, rule) => {
      await takeTurn(ctx, table)
      const stands = await find(ctx, given)
      if (stands && isSameAgain(stands.values, values)) return refuse('nothingChanged')
      const id = stands ? newId(ctx.now) : given
      const outcome = (await whereTaken(ctx, id, values)) ?? (await rule(id))
      return !outcome.ok || (await insert(ctx, outcome)) ? outcome : (taken ?? refuse('nothingChanged'))
    },
    edit: async (ctx, id, version, values, rule) => {
      await takeTurn(ctx, table)
      return (await whereTaken(ctx, id, values)) ?? decide(ctx, store, id, version, rule)
    },
  }
}
