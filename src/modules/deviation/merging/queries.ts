import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import { isId } from '../../../kernel/ids.ts'
import { reference } from '../deviation.ts'
import { caseView } from '../queries.ts'
import { seenBy } from '../queries-standing.ts'

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
