import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { References } from '../../../kernel/reference.ts'
import { unitReference } from '../../people/public.ts'
import { systemReference } from '../../systems/public.ts'
import type { Deviation } from '../deviation.ts'
import type { OldCase, oldCaseFields } from '../fields-import.ts'
import { seenBy } from '../queries-standing.ts'
import { loadAll } from '../store.ts'
import { oldCaseOf } from './rules.ts'

export const references: References<typeof oldCaseFields> = { affectedUnit: unitReference, system: systemReference }

export type StandingCase = { readonly id: string; readonly version: number; readonly values: OldCase }
export const standing = (deviation: Deviation): StandingCase => ({
  id: deviation.id,
  version: deviation.version,
  values: oldCaseOf(deviation),
})

/** The cases that whoever imports sees, by the number that another system gave them: also one that was reported here with it. */
export async function casesNumbered(ctx: Ctx, numbers: readonly string[]): Promise<readonly StandingCase[]> {
  const { rows } = await sql<{ id: string }>`
    select d.id from deviation d where d.status <> 'draft' and ${seenBy(ctx)}
      and d.external_key in (select varde_fold(number) from unnest(${[...numbers]}::text[]) number)`.execute(ctx.tx)
  const found = await loadAll(
    ctx,
    rows.map(({ id }) => id),
  )
  return found.map(standing)
}

/** A case that has the number already, seen by whoever imports or not. */
export async function isNumberTaken(ctx: Ctx, number: string): Promise<boolean> {
  const { rows } = await sql<unknown>`
    select from deviation d where d.organisation_id = ${ctx.actor.organisationId} and d.status <> 'draft'
      and d.external_key = varde_fold(${number}) limit 1`.execute(ctx.tx)
  return rows.length > 0
}
