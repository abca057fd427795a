import { type RawBuilder, sql } from 'kysely'
import { localDate } from '../../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Locale } from '../../../kernel/texts.ts'
import type { Contact } from '../person.ts'

/** The privacy contacts of a unit, and where they are given: at the unit itself, above it, or for the whole organisation (null). */
export type NearestContacts = {
  readonly contacts: readonly Contact[]
  readonly heldAt: { readonly id: string; readonly name: string } | null
  /** The unit has none of its own, and has those of a unit above it or of the whole. */
  readonly inherited: boolean
}

/**
 * Whom somebody in this unit asks about privacy (S0-33): the contacts of the unit, else those of the nearest unit above it that has any,
 * else those of the whole organisation. No unit: those of the whole. Nobody at all: an empty list, and whoever asks has to say so.
 */
export async function privacyContactsOf(ctx: Ctx, unitId: string | null): Promise<NearestContacts> {
  const { rows } = await sql<{ contacts: readonly ContactAt[] }>`
    select ${contactsAt(ctx)} as contacts
    from (select 1) one left join unit u on u.organisation_id = ${ctx.actor.organisationId} and u.id = ${unitId}::uuid`.execute(ctx.tx)
  return nearestOf(unitId, rows[0]?.contacts ?? [])
}

/** One of them, as the statement reads it. */
export type ContactAt = Contact & { readonly unitId: string | null; readonly unit: string | null }

export function nearestOf(unitId: string | null, found: readonly ContactAt[]): NearestContacts {
  const first = found[0]
  const heldAt = first?.unitId ? { id: first.unitId, name: first.unit ?? '' } : null
  return {
    contacts: found.map(({ id, name, email, locale }) => ({ id, name, email, locale })),
    heldAt,
    inherited: first !== undefined && (heldAt?.id ?? null) !== unitId,
  }
}

/** The contacts nearest to the unit `u` of the statement around, by name. Each once: two assignments that overlap are one contact. */
export function contactsAt(ctx: Ctx): RawBuilder<readonly ContactAt[]> {
  return sql`coalesce((
    select json_agg(json_build_object('id', n.id, 'name', n.name, 'email', n.email, 'locale', n.locale, 'unitId', n.unit_id, 'unit', n.unit)
      order by n.sort_key, n.id)
    from (${nearest(ctx)}) n), '[]'::json)`
}

/** What they are called, for a search by name. */
export const contactNamesAt = (ctx: Ctx): RawBuilder<string> => sql`coalesce((select string_agg(n.name, ' ') from (${nearest(ctx)}) n), '')`

function nearest(ctx: Ctx): RawBuilder<ContactRow> {
  const today = localDate(ctx.now)
  return sql`
    select distinct p.id, p.name, p.email, p.locale, p.sort_key, a.unit_id, held.name as unit, coalesce(cardinality(held.path), 0) as depth
    from role_assignment a
    join person p on p.organisation_id = a.organisation_id and p.id = a.person_id and p.active
    left join unit held on held.organisation_id = a.organisation_id and held.id = a.unit_id
    where a.organisation_id = ${ctx.actor.organisationId} and a.role = 'privacyContact'
      and (a.unit_id is null or a.unit_id = any(u.path)) and a.from_date <= ${today} and (a.to_date is null or a.to_date > ${today})
    order by depth desc fetch first 1 rows with ties`
}

type ContactRow = { id: string; name: string; email: string | null; locale: Locale | null; unit_id: string | null; unit: string | null }
