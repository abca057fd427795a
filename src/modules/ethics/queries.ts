import { sql } from 'kysely'
import type { Attaches, Ctx } from '../../kernel/ctx.ts'
import type { RecordKey } from '../../kernel/ids.ts'
import { asSql } from '../../kernel/space-sql.ts'
import { inAll } from '../../kernel/texts.ts'
import type { Rows } from '../../register/view.ts'
import { type Contact, personReference, personsAtWork, personsWithRoleIn, unitReference, units, unitsById } from '../people/public.ts'
import { type Complaint, referenceOf, type Talk } from './complaint.ts'
import type { personGroups } from './fields.ts'
import { isWriter, maySee, maySeeTalk, receiverAmong, unitsOfStudies } from './rules.ts'
import { isSeen } from './space.ts'
import { readComplaint, readTalk, receives } from './store.ts'
import { texts } from './texts.ts'

export const askReferences = { unit: unitReference }
export const recordReferences = {
  ...askReferences,
  ...{ writer: personReference, receiverUnit: unitReference, receivedBy: personReference, closedBy: personReference },
}
export const talkReferences = { unit: unitReference, head: personReference, writer: personReference }

/** A complaint that whoever asks may see: to everybody else it is not there. */
export async function findComplaint(ctx: Ctx, id: string): Promise<Complaint | undefined> {
  const found = await readComplaint(ctx, id)
  return found && maySee(found, ctx.actor) ? found : undefined
}
export async function findTalk(ctx: Ctx, id: string): Promise<Talk | undefined> {
  const found = await readTalk(ctx, id)
  return found && maySeeTalk(found, ctx.actor) ? found : undefined
}

const seen = (ctx: Ctx) =>
  sql<boolean>`d.organisation_id = ${ctx.actor.organisationId} and ${asSql(isSeen, ctx.actor, { receives: receives(ctx) })}`

/** The rows of the list: those that the space lets whoever asks see. */
export const listedComplaints = (ctx: Ctx): Rows => ({
  table: 'ethics_complaint',
  as: 'd',
  seen: seen(ctx),
  select: sql`d.id, d.year, d.number, d.person_group, d.unit_id, d.status, d.sent_at`,
})

/** The unit and those above it, the nearest first. */
async function chainOf(ctx: Ctx, unitId: string) {
  const unit = (await unitsById(ctx, [unitId])).get(unitId)
  if (!unit) return []
  const all = await unitsById(ctx, unit.path)
  return unit.path.flatMap((id) => all.get(id) ?? []).toReversed()
}

/** The unit whose leader gets a complaint. */
export async function receiverUnitOf(ctx: Ctx, { values }: Pick<Complaint, 'values'>): Promise<string | null> {
  if (values.unit === null || values.writer === null) return null
  const chain = await chainOf(ctx, values.unit)
  const atWork = await personsAtWork(
    ctx,
    chain.flatMap(({ leaderId }) => leaderId ?? []),
  )
  return receiverAmong(chain, (id) => atWork.has(id), { writer: values.writer, aboutLeader: values.aboutLeader === 'yes' })
}

/** Whoever leads a unit now, where they are at work. */
export async function leaderNow(ctx: Ctx, unitId: string | null): Promise<Contact | null> {
  const leader = unitId === null ? null : (await unitsById(ctx, [unitId])).get(unitId)?.leaderId
  return leader ? ((await personsAtWork(ctx, [leader])).get(leader) ?? null) : null
}

/** The heads of studies of the faculty or centre that a unit lies in (S1-52). */
export async function headsOfStudies(ctx: Ctx, unitId: string): Promise<readonly Contact[]> {
  return personsWithRoleIn(ctx, 'studyHead', unitsOfStudies(await chainOf(ctx, unitId), await units(ctx)))
}

export type Figure = {
  readonly year: number
  readonly personGroup: (typeof personGroups)[number]
  readonly sent: number
  readonly closed: number
}
/** Figures of what whoever asks may see, by year and group: in no other statistics. */
export async function complaintFigures(ctx: Ctx): Promise<readonly Figure[]> {
  const { rows } = await sql<Figure>`
    select d.year, d.person_group as "personGroup", count(*)::int as sent, count(*) filter (where d.status = 'closed')::int as closed
    from ethics_complaint d where ${seen(ctx)} and d.number is not null
    group by d.year, d.person_group order by d.year desc, d.person_group`.execute(ctx.tx)
  return rows
}

/** The documents of a complaint: whoever wrote it adds them, and the leader too; whoever adds is not named in the log. */
export async function filesOfComplaint(ctx: Ctx, id: string): Promise<Attaches | undefined> {
  const found = await findComplaint(ctx, id)
  if (!found) return undefined
  const name = inAll((locale) => referenceOf(found) ?? texts(locale).one)
  const add = found.values.status !== 'closed' && (isWriter(found, ctx.actor) || found.receives)
  return { page: `/forskningsetikk/klager/${id}`, name, add, protectedBy: true }
}
export const placeOf = (id: string): RecordKey => ({ type: 'ethics_complaint', id })
