import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import { asSql } from '../../kernel/space-sql.ts'
import type { Rows } from '../../register/view.ts'
import { personReference, unitReference } from '../people/public.ts'
import type { Question } from './question.ts'
import { maySee } from './rules.ts'
import { isSeen } from './space.ts'
import { aboutIn, readQuestion } from './store.ts'

export const askReferences = { unit: unitReference }
export const namedReferences = { unit: unitReference, askedBy: personReference, receivers: personReference, answeredBy: personReference }
export const shareReferences = { person: personReference }

/** A question that whoever asks may see: to everybody else it is not there. */
export async function findQuestion(ctx: Ctx, id: string): Promise<Question | undefined> {
  const found = await readQuestion(ctx, id)
  return found && maySee(found, ctx.actor) ? found : undefined
}

const seen = ({ actor }: Ctx) => sql<boolean>`d.organisation_id = ${actor.organisationId} and ${asSql(isSeen, actor)}`
/** The rows of the list: those that the space lets whoever asks see. */
export const listedQuestions = (ctx: Ctx): Rows => ({ table: 'question', as: 'd', seen: seen(ctx), select: sql`d.*` })

/** Those that go on from this one, of whoever asked it: the first asked first. */
export async function followersOf(ctx: Ctx, { id }: Question): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly id: string }>`
    select d.id from question d where ${seen(ctx)} and d.follows_id = ${id} order by d.asked_at, d.id`.execute(ctx.tx)
  return rows.map((row) => row.id)
}

const most = 500

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
  const { rows } = await sql<Missing & { readonly about_sealed: unknown }>`
    select q.id, q.about, q.about_sealed, q.unit_id as unit, u.name as "unitName", p.name as owner, q.due_on::text as "dueOn", q.answered_at is not null as answered
    from question q
    left join unit u on u.organisation_id = q.organisation_id and u.id = q.unit_id
    left join person p on p.organisation_id = q.organisation_id and p.id = coalesce(q.answered_by_id, q.receivers_ids[1])
    where q.organisation_id = ${ctx.actor.organisationId} and q.kind = 'routine' and (q.closed_at is null or q.answered_at is not null)
      and (${units === null} or q.unit_id = any(${units === null ? [] : [...units]}::uuid[]))
    order by q.answered_at is not null, u.sort_key nulls last, q.due_on, q.id limit ${most}`.execute(ctx.tx)
  return Promise.all(
    rows.map(async ({ about_sealed, ...row }) => ({ ...row, about: (await aboutIn(ctx, { ...row, about_sealed })) ?? '' })),
  )
}
