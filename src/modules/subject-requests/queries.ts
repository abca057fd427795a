import { type RawBuilder, sql } from 'kysely'
import type { LocalDate } from '../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { asSql } from '../../kernel/space-sql.ts'
import type { DataSubject } from '../organisation/public.ts'
import { profileOf } from '../organisation/public.ts'
import { personReference, unitReference } from '../people/public.ts'
import type { rights } from './fields.ts'
import { requestProfile } from './profile.ts'
import { maySee } from './rules.ts'
import { spaceOf, whoIs } from './space.ts'
import { type Asked, readCorrections, readSearches, store } from './store.ts'
import type { Opened } from './subject-request.ts'

export const assignReferences = { unit: unitReference, responsible: personReference }
export const recordReferences = {
  ...assignReferences,
  askedBy: personReference,
  identifiedBy: personReference,
  answeredBy: personReference,
}

/** With its checklist, whoever asks. */
export async function openedRequest(ctx: Ctx, id: string): Promise<Opened | undefined> {
  const found = await store.find(ctx, id)
  return found && { ...found, searches: await readSearches(ctx, id) }
}

/** A request that whoever asks may see. */
export async function findRequest(ctx: Ctx, id: string): Promise<Opened | undefined> {
  const found = await openedRequest(ctx, id)
  return found && maySee(found, ctx.actor, requestProfile(await profileOf(ctx))) ? found : undefined
}

/** What was put right in it, the latest first. */
export const correctionsOf = readCorrections

/** The same as a condition on its rows, which stand as `d`. */
export async function seenBy(ctx: Ctx) {
  const who = whoIs(ctx.actor, requestProfile(await profileOf(ctx)))
  return sql<boolean>`(d.organisation_id = ${ctx.actor.organisationId} and ${asSql(spaceOf(who), who)})`
}

/** A request that is not answered, as another page names it. */
export type OpenRequest = {
  readonly id: string
  readonly reference: string
  readonly right: (typeof rights)[number]
  readonly dueOn: LocalDate
}
const mostOpen = 20
const openOnes = async (ctx: Ctx, which: RawBuilder<boolean>): Promise<readonly OpenRequest[]> => {
  const { rows } = await sql<OpenRequest>`
    select d.id, d.reference, d."right", d.due_on::text as "dueOn" from subject_request d
    where d.organisation_id = ${ctx.actor.organisationId} and d.status = 'received' and ${which}
    order by d.received_on, d.id limit ${mostOpen}`.execute(ctx.tx)
  return rows
}
/** What whoever is signed in has asked for themselves, and has no answer to yet. */
export const openOwn = (ctx: Ctx): Promise<readonly OpenRequest[]> => openOnes(ctx, sql`d.asked_by_id = ${ctx.actor.personId}`)
/** The others of the same person, or with the same contact, that are not answered: of those that whoever asks may see. */
export async function openBeside(ctx: Ctx, { id, values: { askedBy, contact } }: Opened): Promise<readonly OpenRequest[]> {
  return openOnes(
    ctx,
    sql`d.id <> ${id} and (d.asked_by_id = ${askedBy}::uuid or lower(d.contact) = lower(${contact}::text)) and ${await seenBy(ctx)}`,
  )
}

const mostSystems = 200

/** The systems of the activities that keep data on a group, each with whoever owns it. `unit`: of that unit's alone; null: of all. */
export async function systemsHolding(ctx: Ctx, group: DataSubject, unit: string | null): Promise<readonly Asked[]> {
  const { rows } = await sql<Asked>`
    select s.id as system, s.owner_id as searcher from system s
    where s.organisation_id = ${ctx.actor.organisationId} and s.in_use = 'yes' and exists (
      select from processing p
      where p.organisation_id = s.organisation_id and p.status <> 'ended' and s.id = any(p.systems_ids)
        and ${group}::text = any(p.data_subjects) and (${unit}::uuid is null or p.unit_id = ${unit}::uuid))
    order by s.sort_key, s.id limit ${mostSystems}`.execute(ctx.tx)
  return rows
}

export type Receipt = { readonly reference: string; readonly dueOn: LocalDate }
/** For whoever has just sent it without an account, on the day they did: its number and its day, and nothing else. */
export async function receiptOf(ctx: Ctx, id: string, today: LocalDate): Promise<Receipt | undefined> {
  const row = await ctx.tx
    .selectFrom('subject_request')
    .select(['reference', sql<string>`due_on::text`.as('dueOn')])
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', '=', id)
    .where('channel', '=', 'open')
    .where(sql<boolean>`received_on = ${today}::date`)
    .executeTakeFirst()
  return row
}
