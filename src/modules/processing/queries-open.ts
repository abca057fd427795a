import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Values } from '../../kernel/fields.ts'
import { openFields } from './fields-open.ts'

/** An activity as it was approved, for those outside. */
export type OpenActivity = { readonly id: string; readonly approvedAt: Date; readonly values: Values<typeof openFields> }
type Read = { readonly id: string; readonly approvedAt: Date; readonly content: Readonly<Record<string, unknown>> }

/** So many stand on a page. */
export const openPageSize = 50

/**
 * The activities that run and that somebody has approved, each as it stood then: what is changed since is not out before it is approved.
 * One more than a page holds, where more follow.
 */
export async function openActivities(ctx: Ctx, page: number, id: string | null = null): Promise<readonly OpenActivity[]> {
  const { rows } = await sql<Read>`
    select r.id, v.at as "approvedAt", v.content
    from processing r
    cross join lateral (
      select k.at, k.content->'processing' as content from record_version k
      where k.organisation_id = r.organisation_id and k.subject_type = 'processing' and k.subject_id = r.id and k.approved
      order by k.version desc limit 1) v
    where r.organisation_id = ${ctx.actor.organisationId} and r.status in ('approved', 'changed') and (${id}::uuid is null or r.id = ${id}::uuid)
    order by varde_sort_key(v.content->>'name'), r.id
    limit ${sql.lit(openPageSize + 1)} offset ${sql.lit((page - 1) * openPageSize)}`.execute(ctx.tx)
  return rows.map((row) => ({ id: row.id, approvedAt: row.approvedAt, values: openOf(row.content) }))
}

/** What is meant for those outside, and nothing else of what was approved. */
const openOf = (content: Read['content']): Values<typeof openFields> =>
  Object.fromEntries(
    Object.entries(openFields).map(([name, { kind }]) => [name, content[name] ?? (kind === 'choices' ? [] : null)]),
  ) as Values<typeof openFields>
