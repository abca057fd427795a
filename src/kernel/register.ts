import { sql } from 'kysely'
import type { Schema } from '../db/types.ts'
import { record } from './audit.ts'
import type { Change, Happening } from './change.ts'
import { fromRow, toRow } from './columns.ts'
import type { Ctx } from './ctx.ts'
import type { Store, Versioned } from './deed.ts'
import type { Fields, Values } from './fields.ts'

/** A record of a plain register: its questions are its table's columns. */
export type Registered<F extends Fields> = Versioned & { readonly values: Values<F> }

/** Tables that are plain registers. */
export type RegisterTable = Extract<keyof Schema, 'system'>

export type Register<F extends Fields, E extends Happening> = Store<Registered<F>, E> & {
  readonly find: (ctx: Ctx, id: string) => Promise<Registered<F> | undefined>
  readonly insert: (ctx: Ctx, change: Change<Registered<F>, E>) => Promise<void>
}

/** Plain read and write of a register. Call it or write your own; nothing calls you back. */
export function registerStore<F extends Fields, E extends Happening>(table: RegisterTable, fields: F): Register<F, E> {
  const select = (ctx: Ctx, id: string) =>
    ctx.tx.selectFrom(table).selectAll().where('organisation_id', '=', ctx.actor.organisationId).where('id', '=', id)
  const read = (row: { readonly id: string; readonly version: number } | undefined) =>
    row && { id: row.id, version: row.version, values: fromRow(fields, row) }
  return {
    subject: table,
    find: async (ctx, id) => read(await select(ctx, id).executeTakeFirst()),
    lock: async (ctx, id) => read(await select(ctx, id).forUpdate().executeTakeFirst()),
    insert: async (ctx, { next, events }) => {
      const row = { ...toRow(fields, next.values), organisation_id: ctx.actor.organisationId, id: next.id, version: 1 }
      await ctx.tx
        .insertInto(table)
        .values(row as never)
        .execute()
      await record(ctx, { type: table, id: next.id }, events)
    },
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
}
