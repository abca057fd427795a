import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import { mostShown, withUs } from './queries.ts'

/** What was said of an incident at another organisation: that it is not ours, by whom, when and why. */
export type IncidentAnswer = {
  readonly id: string
  readonly type: string
  /** Where it is read, and who shares it; null where it is shared no longer. */
  readonly source: { readonly href: string; readonly from: string } | null
  readonly toldAt: Date
  readonly at: Date
  readonly by: string
  readonly reason: string
}

/** The newest first; `id`: that one alone. */
export async function incidentAnswers(ctx: Ctx, id: string | null = null): Promise<readonly IncidentAnswer[]> {
  const { rows } = await sql<Omit<IncidentAnswer, 'source'> & { organisation: string; subject: string; from: string | null }>`
    select t.id, t.subject_type as type, t.source_organisation_id as organisation, t.source_id as subject, s.organisation_name as from,
      t.told_at as "toldAt", t.declined_at as at, p.name as by, t.reason
    from sharing_told t
    join person p on p.organisation_id = t.organisation_id and p.id = t.declined_by
    left join shared_record s on s.organisation_id = t.source_organisation_id and s.subject_type = t.subject_type
      and s.subject_id = t.source_id and ${withUs(ctx)}
    where t.organisation_id = ${ctx.actor.organisationId} and (${id}::uuid is null or t.id = ${id}::uuid)
    order by t.declined_at desc, t.id limit ${mostShown}`.execute(ctx.tx)
  return rows.map(({ organisation, subject, from, ...row }) => ({
    ...row,
    source: from === null ? null : { href: `/delt/fra/${organisation}/${row.type}/${subject}`, from },
  }))
}
