import type { Ctx } from '../../kernel/ctx.ts'
import { profileOf as general, profileAt as generalAt } from '../organisation/public.ts'
import { caseProfile } from './presets.ts'
import type { Profile } from './profile.ts'

type Asker = Pick<Ctx, 'tx' | 'actor'>

/** The profile in force for whoever asks. */
export const profileOf = async (ctx: Asker): Promise<Profile> => caseProfile(await general(ctx))

/** The version that a case began with. */
export const profileAt = async (ctx: Asker, version: number): Promise<Profile> => caseProfile(await generalAt(ctx, version))
