import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import { isId } from '../../../kernel/ids.ts'
import { audienceOf } from '../audience.ts'
import { type Deviation, reference, type Status } from '../deviation.ts'
import { type CaseView, caseView } from '../queries.ts'
import { seenBy, workedBy } from '../queries-standing.ts'
import { goingOn, loadAll } from '../store.ts'

/** The case of a number as people write it, 2026-0017, among those that exist for whoever asks. */
export async function caseNumbered(ctx: Ctx, number: string): Promise<string | undefined> {
  const [, year, last] = /^\s*(\d{4})\s*[-/–]\s*0*(\d{1,6})\s*$/.exec(number) ?? []
  if (!year || !last) return undefined
  const { rows } = await sql<{ id: string }>`
    select d.id from deviation d where ${seenBy(ctx)} and d.status <> 'draft' and d.year = ${Number(year)} and d.number = ${Number(last)}`.execute(
    ctx.tx,
  )
  return rows[0]?.id
}

/** Whether whoever asks is among those who handle this case. */
export async function handles(ctx: Ctx, id: string): Promise<boolean> {
  const view = isId(id) ? await caseView(ctx, id, true) : undefined
  return view !== undefined && (view.parts.has('handler') || view.parts.has('assessor'))
}

/** The cases about the same incident, each where whoever asks may see that it exists. */
export type Together = { readonly into: NumberedCase | null; readonly from: readonly NumberedCase[] }
export type NumberedCase = { readonly id: string; readonly number: string }
export async function togetherWith(
  ctx: Ctx,
  { id, mergedInto }: { readonly id: string; readonly mergedInto: string | null },
): Promise<Together> {
  const { rows } = await sql<{ id: string; year: number; number: number }>`
    select d.id, d.year, d.number from deviation d
    where ${seenBy(ctx)} and (d.id = ${mergedInto}::uuid or d.merged_into = ${id}::uuid) order by d.year, d.number`.execute(ctx.tx)
  const named = rows.map((row) => ({ id: row.id, number: reference(row) ?? '' }))
  return { into: named.find((one) => one.id === mergedInto) ?? null, from: named.filter((one) => one.id !== mergedInto) }
}

/** The cases that were merged into this one, whole, where whoever asks has them whole. */
export async function casesMergedInto(ctx: Ctx, { id }: { readonly id: string }): Promise<readonly CaseView[]> {
  const { from } = await togetherWith(ctx, { id, mergedInto: null })
  const views: CaseView[] = []
  for (const one of from) {
    const view = await caseView(ctx, one.id)
    if (view && audienceOf(view, ctx.actor) === 'full') views.push(view)
  }
  return views
}

/** Where a report stands for whoever sent it: as the case that goes on does. */
export const statusGoingOn = async (ctx: Ctx, deviation: Deviation): Promise<Status> => (await goingOn(ctx, deviation)).status

const mostOffered = 8

/** The open cases that this one may be about the same as: those of the same system or kind first, then the newest. */
export async function mergeChoices(ctx: Ctx, { id, report }: Deviation): Promise<readonly Deviation[]> {
  const kinds = report.categories.filter((category) => category !== 'OTHER_UNSURE')
  const { rows } = await sql<{ id: string }>`
    select d.id from deviation d
    where ${workedBy(ctx)} and d.status in ('received', 'open') and d.channel <> 'imported' and d.id <> ${id}::uuid
    order by coalesce(d.system_id = ${report.system}::uuid, false) desc, d.categories && ${kinds}::text[] desc, d.received_at desc, d.id
    limit ${mostOffered}`.execute(ctx.tx)
  const found = new Map(
    (
      await loadAll(
        ctx,
        rows.map((row) => row.id),
      )
    ).map((one) => [one.id, one]),
  )
  return rows.flatMap((row) => found.get(row.id) ?? [])
}
