import { type RawBuilder, sql } from 'kysely'
import { nobody } from '../../kernel/actor.ts'
import { localDate } from '../../kernel/calendar/calendar.ts'
import { formatDate } from '../../kernel/calendar/words.ts'
import { fromRow } from '../../kernel/columns.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { asSql } from '../../kernel/space-sql.ts'
import type { Rows } from '../../register/view.ts'
import { findCamera } from '../cameras/public.ts'
import { profileOf } from '../organisation/public.ts'
import { leaderOfUnit, personReference, unitReference, unitsById } from '../people/public.ts'
import { findProcessing } from '../processing/public.ts'
import { recordingAnyway } from '../recordings/public.ts'
import { dueOfCamera, dueOfProcessing, dueOfRecording } from './due.ts'
import { deletionFields } from './fields.ts'
import { type RetentionProfile, retentionProfile } from './profile.ts'
import type { Deletion, Subject, SubjectKind } from './retention.ts'
import { mayRead, readers } from './rules.ts'
import { deletionsOf, store } from './store.ts'
import { texts } from './texts.ts'

export const retentionProfileOf = async (ctx: Ctx): Promise<RetentionProfile> => retentionProfile(await profileOf(ctx))

/** One that whoever asks may know of; the clock reads them all. */
export async function findDeletion(ctx: Ctx, id: string): Promise<Deletion | undefined> {
  const record = await store.find(ctx, id)
  return record && (ctx.actor.personId === nobody || mayRead(record, ctx.actor)) ? record : undefined
}
export const references = { unit: unitReference, owner: personReference, doneBy: personReference, secondBy: personReference }
/** Which rows, as `r`, whoever asks may know of. */
export const seenBy = ({ actor }: Ctx): RawBuilder<boolean> => sql`r.organisation_id = ${actor.organisationId} and ${asSql(readers, actor)}`

/** The same, as the list reads them. */
export const rowsSeen = (ctx: Ctx): Rows => ({ table: 'deletion', as: 'r', seen: seenBy(ctx), select: sql`r.*` })

/** Those of one record, for whoever reads its page; which of them they may open beside. */
export const deletionsFor = async (ctx: Ctx, kind: SubjectKind, id: string) =>
  (await deletionsOf(ctx, kind, id)).map((record) => ({ record, opens: mayRead(record, ctx.actor) }))

/** How a record stands: what is to be deleted of it and when, whose it is, and what it is called with nobody in its name. */
export async function subjectOf(ctx: Ctx, kind: SubjectKind, id: string): Promise<Subject | undefined> {
  const today = localDate(ctx.now)
  if (kind === 'processing') {
    const record = await findProcessing(ctx, id)
    if (!record) return undefined
    const { name, unit, responsible } = record.values
    return { wanted: dueOfProcessing(record.values, today), name: name ?? '', unit, owner: responsible ?? (await headOf(ctx, unit)) }
  }
  if (kind === 'camera') {
    const record = await findCamera(ctx, id)
    if (!record) return undefined
    const { name, unit } = record.values
    return { wanted: dueOfCamera(record.values), name: name ?? '', unit, owner: await headOf(ctx, unit) }
  }
  const record = await recordingAnyway(ctx, id)
  if (!record) return undefined
  const { unit, kind: sort, startedAt } = record.values
  const { locale } = await profileOf(ctx)
  const day = startedAt === null ? '' : formatDate(localDate(startedAt), locale)
  const place = unit === null ? '' : ((await unitsById(ctx, [unit])).get(unit)?.name ?? '')
  const name = texts(locale).named[sort ?? 'audio'](place, day)
  return { wanted: dueOfRecording(record.values, today), name, unit, owner: await headOf(ctx, unit) }
}
const headOf = async (ctx: Ctx, unit: string | null): Promise<string | null> =>
  unit === null ? null : ((await leaderOfUnit(ctx, unit))?.id ?? null)

const most = 2000
/** What was carried out in a period, and what should have been: for the report, of those that whoever asks may see. */
export async function reported(ctx: Ctx, from: string, to: string): Promise<readonly Deletion[]> {
  const { rows } = await sql<{ id: string; version: number }>`
    select r.* from deletion r
    where ${seenBy(ctx)} and ((r.state = 'done' and r.done_on between ${from} and ${to}) or (r.state in ('due', 'confirming') and r.due_on <= ${to}))
    order by r.due_on, r.id limit ${most}`.execute(ctx.tx)
  return rows.map((row) => ({ id: row.id, version: row.version, values: fromRow(deletionFields, row) }))
}
