import { recordLater } from '../kernel/audit-later.ts'
import type { Ctx } from '../kernel/ctx.ts'
import { hidesReporters } from '../kernel/profile.ts'
import { profileOf } from '../modules/organisation/public.ts'

/**
 * Somebody has searched in everything (S4-167, M23): who and when, never the words, and never what was found, which would tell whose a
 * case is. While one writes, each letter is a search: one line an hour and person, with how many. Where reporters are protected, one a
 * day (S4-131).
 */
export async function recordSearch(ctx: Ctx): Promise<void> {
  const isProtected = hidesReporters(ctx.house.profileParts, await profileOf(ctx))
  await recordLater(ctx, { type: 'access', id: null }, { type: 'access.searched' }, isProtected ? 'day' : 'hour')
}
