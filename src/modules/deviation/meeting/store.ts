import type { Selectable } from 'kysely'
import type { Schema } from '../../../db/types.ts'
import { fromRow, toRow } from '../../../kernel/columns.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Values } from '../../../kernel/fields.ts'
import { type Meeting, meetingFields, minutesFields, type Participant } from './fields.ts'
import type { Called } from './rules.ts'

/** Meetings of a case, the first one first. */
export async function meetingsOf(ctx: Ctx, caseId: string): Promise<readonly Meeting[]> {
  const rows = await ctx.tx
    .selectFrom('deviation_meeting')
    .selectAll()
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('deviation_id', '=', caseId)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(meetingOf)
}

export async function insertMeeting(ctx: Ctx, caseId: string, id: string, { participants, ...called }: Called): Promise<void> {
  const row = { ...toRow(meetingFields, called), participants: JSON.stringify(participants) }
  const who = { organisation_id: ctx.actor.organisationId, id, deviation_id: caseId, called_by: ctx.actor.personId, called_at: ctx.now }
  await ctx.tx
    .insertInto('deviation_meeting')
    .values({ ...who, ...row } as never)
    .execute()
}

export async function saveMinutes(ctx: Ctx, id: string, minutes: Values<typeof minutesFields>): Promise<void> {
  await ctx.tx
    .updateTable('deviation_meeting')
    .set({ ...toRow(minutesFields, minutes), minutes_at: ctx.now, minutes_by: ctx.actor.personId } as never)
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', '=', id)
    .execute()
}

/** The call of a meeting, without what was removed from the case (S1-42). */
export async function rewriteMeeting(
  ctx: Ctx,
  id: string,
  called: { readonly place: string | null; readonly agenda: string | null; readonly others: string | null },
): Promise<void> {
  await ctx.tx
    .updateTable('deviation_meeting')
    .set(called)
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', '=', id)
    .execute()
}

const meetingOf = (row: Selectable<Schema['deviation_meeting']>): Meeting => ({
  ...fromRow(meetingFields, row),
  ...fromRow(minutesFields, row),
  id: row.id,
  at: row.at,
  participants: row.participants as unknown as readonly Participant[],
  calledBy: row.called_by,
  minutesAt: row.minutes_at,
  minutesBy: row.minutes_by,
})
