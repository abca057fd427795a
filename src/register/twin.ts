import { sql } from 'kysely'
import { columnOf } from '../kernel/columns.ts'
import type { Ctx } from '../kernel/ctx.ts'
import { type Fields, parse } from '../kernel/fields.ts'
import type { Refused } from '../ui/refused.ts'
import type { Registered } from './rules.ts'

type Register<F extends Fields> = {
  readonly subject: string
  readonly fields: F
  readonly name: keyof F & string
  readonly find: (ctx: Ctx, id: string) => Promise<Registered<F> | undefined>
}

/**
 * The record that has the name already, where a form was refused for its name: in any case and however it is spaced, as a file that is
 * brought in knows it. Undefined where whoever asks may not see it.
 */
export async function twinOf<F extends Fields>(
  ctx: Ctx,
  { subject, fields, name, find }: Register<F>,
  id: string,
  { raw, problems }: Refused,
): Promise<Registered<F> | undefined> {
  if (!problems.some(({ field }) => field === name)) return undefined
  const written = parse({ [name]: fields[name] } as F, raw).values[name]
  if (typeof written !== 'string') return undefined
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(subject)} where organisation_id = ${ctx.actor.organisationId} and id <> ${id}
      and lower(${sql.ref(columnOf(fields, name))}) = lower(${written}) limit 1`.execute(ctx.tx)
  return rows[0] && find(ctx, rows[0].id)
}
