import { sql } from 'kysely'
import { addDays, localDate } from '../../kernel/calendar/calendar.ts'
import { fromRow } from '../../kernel/columns.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { fingerprint } from '../../kernel/seal.ts'
import { referenceTo } from '../../register/reference.ts'
import { personReference, unitReference } from '../people/public.ts'
import { processingReference } from '../processing/public.ts'
import { supplierReference } from '../suppliers/public.tsx'
import { anySystemReference } from '../systems/public.ts'
import type { Agreement, SubProcessor } from './agreement.ts'
import { recordFields, signed } from './fields.ts'
import { readAudits, readSubProcessors, store } from './store.ts'

export const findAgreement = store.find
export const auditsOf = readAudits
export const subProcessorsOf = readSubProcessors

/** A field that names an agreement. */
export const agreementReference = referenceTo('agreement', { called: 'name', gone: () => '' })

/** Who answers for what an agreement points at. */
export const references = {
  supplier: supplierReference,
  processings: processingReference,
  // It is signed before the system is in use (S4-101).
  systems: anySystemReference,
  unit: unitReference,
  responsible: personReference,
  assessedBy: personReference,
}
export const recordReferences = { ...references, replaces: agreementReference, registeredBy: personReference }

/** A fingerprint of all that the parties sign: the annexes, the lines of annex B with them. */
export const restsOnOf = (values: Agreement['values'], lines: readonly SubProcessor[]): string =>
  fingerprint(JSON.stringify([signed.map((name) => values[name]), lines.map((line) => [line.id, line.values])]))

/** A name for the agreement that takes the place of one: the year, and a number where that stands already. */
export async function freeName(ctx: Ctx, name: string, now: Date): Promise<string> {
  const year = localDate(now).slice(0, 4)
  const { max } = recordFields.name
  const bare = name.replace(/ \d{4}(?: \(\d+\))?$/, '').slice(0, max - 15)
  const tried = [`${bare} ${year}`, ...Array.from({ length: 50 }, (_, n) => `${bare} ${year} (${n + 2})`)]
  const taken = (await store.keyed(ctx, tried)).map(({ values }) => values.name?.toLowerCase())
  return tried.find((one) => !taken.includes(one.toLowerCase())) ?? `${bare} ${year} ${now.getTime() % 100_000}`
}

const mostListed = 500

/** The agreements with one supplier, by name. */
export async function agreementsWith(ctx: Ctx, supplier: string): Promise<readonly Agreement[]> {
  const rows = await ctx.tx
    .selectFrom('agreement')
    .selectAll()
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('supplier_id', '=', supplier)
    .orderBy('sort_key')
    .orderBy('id')
    .limit(mostListed)
    .execute()
  return rows.map(read)
}

/** Those that wait for somebody: in force and not archived, near their end, or ended with data nobody has said what became of. */
export async function waitingAgreements(ctx: Ctx, endDays: number): Promise<readonly Agreement[]> {
  const ends = addDays(localDate(ctx.now), endDays)
  const rows = await ctx.tx
    .selectFrom('agreement')
    .selectAll()
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where(
      // In brackets of its own: SQL written here is joined as it stands to what is asked before it, the organisation.
      sql<boolean>`((status = 'inForce' and (archive_reference is null or ends_on <= ${ends}))
        or (status = 'ended' and in_force_on is not null and data_at_end_on is null and end_reason <> 'replaced'))`,
    )
    .orderBy('sort_key')
    .orderBy('id')
    .limit(mostListed)
    .execute()
  return rows.map(read)
}

export type LateAudit = { readonly id: string; readonly name: string; readonly plannedOn: string }
/** Audits that should have been held. */
export async function lateAudits(ctx: Ctx): Promise<readonly LateAudit[]> {
  const { rows } = await sql<LateAudit>`
    select a.id, a.name, min(c.planned_on)::text as "plannedOn" from agreement a
    join agreement_audit c on c.organisation_id = a.organisation_id and c.agreement_id = a.id
    where a.organisation_id = ${ctx.actor.organisationId} and a.status <> 'ended' and c.held_on is null
      and c.planned_on < ${localDate(ctx.now)}
    group by a.id, a.name, a.sort_key order by a.sort_key, a.id limit ${mostListed}`.execute(ctx.tx)
  return rows
}

const read = (row: { readonly id: string; readonly version: number }): Agreement => ({
  id: row.id,
  version: row.version,
  values: fromRow(recordFields, row),
})
