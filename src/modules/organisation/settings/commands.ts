import type { Outcome } from '../../../kernel/change.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Fields, Values } from '../../../kernel/fields.ts'
import type { OrganisationEvent } from '../organisation.ts'
import type { ProfileVersion } from '../rules.ts'
import { changeProfile } from '../store.ts'
import type { Part } from './parts.ts'

/** Writes one part into the profile that stands, as its next version. `version`: the one its editor saw. */
export const savePart = (
  ctx: Ctx,
  version: number,
  part: Part,
  values: Values<Fields>,
): Promise<Outcome<ProfileVersion, OrganisationEvent>> => changeProfile(ctx, version, (before) => part.write(before, values))
