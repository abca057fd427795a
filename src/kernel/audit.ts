import { nobody } from './actor.ts'
import type { Happening } from './change.ts'
import type { Ctx, Subject } from './ctx.ts'
import { newId } from './ids.ts'

/**
 * Writes what happened, in the same transaction as the change itself (M23), and lets follow what follows from it. The log is append-only for the web role.
 * `by` is left out where the actor must not be known: a protected reporter sends no name into the log (S4-131).
 */
export async function record(ctx: Ctx, subject: Subject, events: readonly Happening[], by: 'actor' | 'protected' = 'actor'): Promise<void> {
  if (events.length === 0) return
  const { organisationId, personId } = ctx.actor
  const actorId = by === 'protected' || personId === nobody ? null : personId
  await ctx.tx
    .insertInto('audit_event')
    .values(
      events.map(({ type, ...data }) => ({
        organisation_id: organisationId,
        id: newId(ctx.now),
        at: ctx.now,
        actor_id: actorId,
        actor_kind: by === 'protected' ? ('protected' as const) : personId === nobody ? ('clockwork' as const) : ('person' as const),
        subject_type: subject.type,
        subject_id: subject.id,
        type,
        data: JSON.stringify(data),
      })),
    )
    .execute()
  await ctx.house.react(ctx, subject, events)
}
