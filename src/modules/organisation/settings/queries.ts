import type { Ctx } from '../../../kernel/ctx.ts'
import type { PlannedSetting } from './planned.ts'
import { planOf, plans } from './store.ts'

/** So many are shown: the log has all. */
const mostVersions = 30

/** The versions of the profile with when each began to hold, the newest first. */
export async function profileVersions({ tx, actor }: Ctx): Promise<readonly { readonly version: number; readonly validFrom: Date }[]> {
  const rows = await tx
    .selectFrom('organisation_profile')
    .select(['version', 'valid_from'])
    .where('organisation_id', '=', actor.organisationId)
    .orderBy('version', 'desc')
    .limit(mostVersions)
    .execute()
  return rows.map(({ version, valid_from }) => ({ version, validFrom: valid_from }))
}

/** What is planned, the first day first. */
export const plannedSettings = async (ctx: Ctx): Promise<readonly PlannedSetting[]> =>
  (await plans(ctx).orderBy('holds_from').orderBy('id').execute()).map(planOf)
