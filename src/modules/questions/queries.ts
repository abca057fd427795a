import { sql } from 'kysely'
import { fromRow } from '../../kernel/columns.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { personReference, unitReference } from '../people/public.ts'
import { recordFields } from './fields.ts'
import type { Question } from './question.ts'
import { maySee } from './rules.ts'
import { store } from './store.ts'

export const askReferences = { unit: unitReference }
export const recordReferences = { ...askReferences, askedBy: personReference, receiver: personReference, answeredBy: personReference }

/** A question that whoever asks may see. */
export async function findQuestion(ctx: Ctx, id: string): Promise<Question | undefined> {
  const found = await store.find(ctx, id)
  return found && maySee(found, ctx.actor) ? found : undefined
}

const most = 500
/** Read in the database by what narrows most, then asked one by one. */
const read = 2000

/** Those that whoever asks may see: what waits first, then the newest. */
export async function questionsFor(ctx: Ctx): Promise<readonly Question[]> {
  const { personId } = ctx.actor
  const rows = await ctx.tx
    .selectFrom('question')
    .selectAll()
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where(({ or, eb }) =>
      or([
        eb('asked_by_id', '=', personId),
        eb('receiver_id', '=', personId),
        eb('receiver_id', 'is', null),
        eb('answered_by_id', '=', personId),
      ]),
    )
    .orderBy('answered_at', (order) => order.desc().nullsFirst())
    .orderBy('asked_at', 'desc')
    .orderBy('id')
    .limit(read)
    .execute()
  return rows
    .map((row) => ({ id: row.id, version: row.version, values: fromRow(recordFields, row) }))
    .filter((question) => maySee(question, ctx.actor))
    .slice(0, most)
}

export type Missing = {
  readonly id: string
  readonly about: string
  readonly unit: string | null
  readonly unitName: string | null
  readonly owner: string | null
  readonly dueOn: string | null
  readonly answered: boolean
}

/** Routines that somebody could not find, by unit; who asked is not among it. `units`: only of these; null: of all. */
export async function missingRoutines(ctx: Ctx, units: readonly string[] | null): Promise<readonly Missing[]> {
  const { rows } = await sql<Missing>`
    select q.id, q.about, q.unit_id as unit, u.name as "unitName", p.name as owner, q.due_on::text as "dueOn", q.answered_at is not null as answered
    from question q
    left join unit u on u.organisation_id = q.organisation_id and u.id = q.unit_id
    left join person p on p.organisation_id = q.organisation_id and p.id = coalesce(q.answered_by_id, q.receiver_id)
    where q.organisation_id = ${ctx.actor.organisationId} and q.kind = 'routine'
      and (${units === null} or q.unit_id = any(${units === null ? [] : [...units]}::uuid[]))
    order by q.answered_at is not null, u.sort_key nulls last, q.due_on, q.id limit ${most}`.execute(ctx.tx)
  return rows
}
