import { type RawBuilder, sql } from 'kysely'
import { nobody } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { asSql } from '../../kernel/space-sql.ts'
import { readHolds } from '../../register/holds/store.ts'
import type { Rows } from '../../register/view.ts'
import { cameraReference } from '../cameras/public.ts'
import { personReference, unitReference } from '../people/public.ts'
import type { Held, Opening, Recording } from './recording.ts'
import { mayRead, readers } from './space.ts'
import { store } from './store.ts'

/** One that whoever asks may know of; the clock reads them all. */
export async function findRecording(ctx: Ctx, id: string): Promise<Recording | undefined> {
  const record = await store.find(ctx, id)
  return record && (ctx.actor.personId === nobody || mayRead(record, ctx.actor)) ? record : undefined
}

/** Any of them, for what looks after that it is deleted; whoever asks is told no more than that. */
export const recordingAnyway = store.find
export const holdsOf = (ctx: Ctx, id: string): Promise<readonly Held[]> => readHolds(ctx, { type: 'recording', id })

/** Who answers for what it points at. */
export const references = {
  unit: unitReference,
  recordedBy: personReference,
  camera: cameraReference,
  caseworker: personReference,
  access: personReference,
}
export const holdReferences = { holdReviewer: personReference }
export const recordReferences = { ...references, ...holdReferences, holdReviewers: personReference }

/** Which rows, as `r`, whoever asks may know of. */
export const seenBy = ({ actor }: Ctx): RawBuilder<boolean> => sql`r.organisation_id = ${actor.organisationId} and ${asSql(readers, actor)}`
/** The same, as the list reads them. */
export const rowsSeen = (ctx: Ctx): Rows => ({ table: 'recording', as: 'r', seen: seenBy(ctx), select: sql`r.*` })

const shownOpenings = 20
/** Who has opened it of late (S4-197). */
export async function openingsOf(ctx: Ctx, id: string): Promise<readonly Opening[]> {
  const rows = await ctx.tx
    .selectFrom('audit_event')
    .select(['at', 'actor_id'])
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('subject_type', '=', 'recording')
    .where('subject_id', '=', id)
    .where('type', '=', 'recording.opened')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(shownOpenings)
    .execute()
  return rows.map(({ at, actor_id }) => ({ at, by: actor_id }))
}
