import { sql } from 'kysely'
import { record } from '../kernel/audit.ts'
import { type Happening, type Outcome, refuse } from '../kernel/change.ts'
import type { Ctx } from '../kernel/ctx.ts'
import type { Versioned } from '../kernel/deed.ts'
import { forgetVersions } from '../kernel/version.ts'

/**
 * Deletes a record that an import added, by its rule. Refused as `stale` where somebody has changed it since, and as `inUse` where something
 * points at it. Its lines in the log stay. `record`: locked by the caller.
 */
export async function takenBack<T extends Versioned, E extends Happening>(
  ctx: Ctx,
  table: string,
  record: T | undefined,
  version: number,
  rule: (record: T) => Outcome<T, E>,
): Promise<Outcome<T, E>> {
  if (!record) return refuse('notFound')
  if (record.version !== version) return refuse('stale')
  const outcome = rule(record)
  if (!outcome.ok) return outcome
  return (await deleted(ctx, table, record.id, outcome.events)) ? outcome : refuse('inUse')
}

const foreignKey = '23503'

async function deleted(ctx: Ctx, table: string, id: string, events: readonly Happening[]): Promise<boolean> {
  await sql`savepoint taken_back`.execute(ctx.tx)
  try {
    await sql`delete from ${sql.table(table)} where organisation_id = ${ctx.actor.organisationId} and id = ${id}`.execute(ctx.tx)
  } catch (fault) {
    await sql`rollback to savepoint taken_back`.execute(ctx.tx)
    if ((fault as { readonly code?: unknown }).code !== foreignKey) throw fault
    return false
  }
  await forgetVersions(ctx, { type: table, id })
  await record(ctx, { type: table, id }, events)
  return true
}
