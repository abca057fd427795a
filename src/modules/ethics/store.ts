import { type RawBuilder, sql } from 'kysely'
import { record } from '../../kernel/audit.ts'
import type { Change } from '../../kernel/change.ts'
import { fromRow, toRow } from '../../kernel/columns.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Store } from '../../kernel/deed.ts'
import { sealedBeside } from '../../kernel/sealed.ts'
import { openedValues, type SealedFields, sealedColumns } from '../../kernel/sealed-fields.ts'
import type { Complaint, ComplaintEvent, Talk, TalkEvent } from './complaint.ts'
import { recordFields, talkRecordFields } from './fields.ts'

/** Whoever asks leads the unit that the complaint `d` was sent to. */
export const receives = ({ actor }: Ctx): RawBuilder<boolean> => sql<boolean>`exists (select from unit u
  where u.organisation_id = d.organisation_id and u.id = d.receiver_unit_id and u.leader_id = ${actor.personId})`

const rows = (ctx: Ctx) =>
  ctx.tx
    .selectFrom('ethics_complaint as d')
    .selectAll('d')
    .select(receives(ctx).as('receives'))
    .where('d.organisation_id', '=', ctx.actor.organisationId)
type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]

/** Whom it is against, what it says and what came of it. */
const sealed = {
  against: sealedBeside('ethics_complaint', 'against', ['id']),
  about: sealedBeside('ethics_complaint', 'about', ['id']),
  outcome: sealedBeside('ethics_complaint', 'outcome', ['id']),
} as const satisfies SealedFields<Complaint['values']>
export const complaintPlaces = Object.values(sealed)

const complaintOf = async (ctx: Ctx, row: Row): Promise<Complaint> => ({
  id: row.id,
  version: row.version,
  values: await openedValues(ctx, sealed, row, fromRow(recordFields, row)),
  receives: row.receives,
})
const columnsOf = async (ctx: Ctx, { id, values }: Complaint) => ({
  ...toRow(recordFields, values),
  ...(await sealedColumns(ctx, sealed, { id }, values)),
})

export async function readComplaint(ctx: Ctx, id: string): Promise<Complaint | undefined> {
  const row = await rows(ctx).where('d.id', '=', id).executeTakeFirst()
  return row && complaintOf(ctx, row)
}

/** Those that are sent and not closed, and lie with one of these units, or in all. For what follows when a leader changes. */
export async function openComplaints(ctx: Ctx): Promise<readonly Complaint[]> {
  const open = await rows(ctx).where('d.status', 'in', ['sent', 'received']).orderBy('d.id').execute()
  return Promise.all(open.map((row) => complaintOf(ctx, row)))
}

/** Nobody is named in the log of a complaint, neither whoever wrote it nor whoever handles it: its place is known to them alone. */
export const store: Store<Complaint, ComplaintEvent> = {
  subject: 'ethics_complaint',
  by: 'protected',
  lock: async (ctx, id) => {
    const row = await rows(ctx).where('d.id', '=', id).forUpdate('d').executeTakeFirst()
    return row && complaintOf(ctx, row)
  },
  apply: async (ctx, { next, events }) => {
    await ctx.tx
      .updateTable('ethics_complaint')
      .set({ ...(await columnsOf(ctx, next)), version: sql`version + 1` } as never)
      .where('organisation_id', '=', ctx.actor.organisationId)
      .where('id', '=', next.id)
      .execute()
    await record(ctx, { type: 'ethics_complaint', id: next.id }, events, 'protected')
  },
}

export const deleteDraft = (ctx: Ctx, id: string) =>
  ctx.tx
    .deleteFrom('ethics_complaint')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', '=', id)
    .where('status', '=', 'draft')
    .execute()

/** False: it is there already, from a double press. */
export async function insertComplaint(ctx: Ctx, { next, events }: Change<Complaint, ComplaintEvent>): Promise<boolean> {
  const row = { ...(await columnsOf(ctx, next)), organisation_id: ctx.actor.organisationId, id: next.id }
  const made = await ctx.tx
    .insertInto('ethics_complaint')
    .values(row as never)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows !== 1n) return false
  await record(ctx, { type: 'ethics_complaint', id: next.id }, events, 'protected')
  return true
}

/** The next number of the year, without gaps: the row is locked until the complaint is sent. */
export async function nextNumber(ctx: Ctx, year: number): Promise<number> {
  const row = await ctx.tx
    .insertInto('ethics_number')
    .values({ organisation_id: ctx.actor.organisationId, year, last: 1 })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'year']).doUpdateSet({ last: sql`ethics_number.last + 1` }))
    .returning('last')
    .executeTakeFirstOrThrow()
  return row.last
}

const talkRows = (ctx: Ctx) => ctx.tx.selectFrom('ethics_talk').selectAll().where('organisation_id', '=', ctx.actor.organisationId)
const talkOf = (row: Awaited<ReturnType<ReturnType<typeof talkRows>['execute']>>[number]): Talk => ({
  id: row.id,
  version: row.version,
  values: fromRow(talkRecordFields, row),
})
export async function readTalk(ctx: Ctx, id: string): Promise<Talk | undefined> {
  const row = await talkRows(ctx).where('id', '=', id).executeTakeFirst()
  return row && talkOf(row)
}
export const talkStore: Store<Talk, TalkEvent> = {
  subject: 'ethics_talk',
  by: 'protected',
  lock: async (ctx, id) => {
    const row = await talkRows(ctx).where('id', '=', id).forUpdate().executeTakeFirst()
    return row && talkOf(row)
  },
  apply: async (ctx, { next, events }) => {
    await ctx.tx
      .updateTable('ethics_talk')
      .set({ ...toRow(talkRecordFields, next.values), version: sql`version + 1` } as never)
      .where('organisation_id', '=', ctx.actor.organisationId)
      .where('id', '=', next.id)
      .execute()
    await record(ctx, { type: 'ethics_talk', id: next.id }, events, 'protected')
  },
}
export async function insertTalk(ctx: Ctx, { next, events }: Change<Talk, TalkEvent>): Promise<boolean> {
  const row = { ...toRow(talkRecordFields, next.values), organisation_id: ctx.actor.organisationId, id: next.id }
  const made = await ctx.tx
    .insertInto('ethics_talk')
    .values(row as never)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows !== 1n) return false
  await record(ctx, { type: 'ethics_talk', id: next.id }, events, 'protected')
  return true
}
