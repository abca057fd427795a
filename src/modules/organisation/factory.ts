import type { Ctx } from '../../kernel/ctx.ts'
import type { Profile } from '../../kernel/profile.ts'
import { changeProfile } from './store.ts'

/** A further version of the profile, whatever stood before. */
export const saveProfile = (ctx: Ctx, profile: Profile) => changeProfile(ctx, null, () => profile)
