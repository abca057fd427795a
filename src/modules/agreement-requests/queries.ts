import { fromRow } from '../../kernel/columns.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { agreementReference } from '../agreements/public.ts'
import { profileOf } from '../organisation/public.ts'
import { personReference, unitReference } from '../people/public.ts'
import type { Request } from './agreement-request.ts'
import { recordFields } from './fields.ts'
import { receiversIn } from './profile.ts'
import { kindsFor, maySee } from './rules.ts'
import { store } from './store.ts'

export const askReferences = { unit: unitReference }
export const answerReferences = { agreement: agreementReference }
export const recordReferences = { ...askReferences, ...answerReferences, askedBy: personReference, answeredBy: personReference }

/** A request that whoever asks may see. */
export async function findRequest(ctx: Ctx, id: string): Promise<Request | undefined> {
  const found = await store.find(ctx, id)
  return found && maySee(found, ctx.actor, receiversIn(await profileOf(ctx))) ? found : undefined
}

const most = 500

/** Those that whoever asks may see: what waits first, then the newest. */
export async function requestsFor(ctx: Ctx): Promise<readonly Request[]> {
  const kinds = kindsFor(ctx.actor, receiversIn(await profileOf(ctx)))
  const rows = await ctx.tx
    .selectFrom('agreement_request')
    .selectAll()
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where(({ or, eb }) => or([eb('asked_by_id', '=', ctx.actor.personId), ...kinds.map((kind) => eb('kind', '=', kind))]))
    .orderBy('answered_at', (order) => order.desc().nullsFirst())
    .orderBy('asked_at', 'desc')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map((row) => ({ id: row.id, version: row.version, values: fromRow(recordFields, row) }))
}
