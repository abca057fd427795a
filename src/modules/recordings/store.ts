import type { LocalDate } from '../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { forgetHolds } from '../../register/holds/store.ts'
import { registerStore } from '../../register/store.ts'
import { recordFields } from './fields.ts'
import type { RecordingEvent } from './recording.ts'

export const store = registerStore<typeof recordFields, RecordingEvent>('recording', recordFields, { unique: null })

/** Takes away the rows of those that were deleted before a day. */
export async function removeErased(ctx: Ctx, before: LocalDate): Promise<number> {
  const gone = await ctx.tx
    .deleteFrom('recording')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('status', '=', 'erased')
    .where('erased_on', '<', before)
    .returning('id')
    .execute()
  await forgetHolds(
    ctx,
    'recording',
    gone.map(({ id }) => id),
  )
  return gone.length
}
