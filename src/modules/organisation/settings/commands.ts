import { type Outcome, type Refusal, refuse } from '../../../kernel/change.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Fields, Values } from '../../../kernel/fields.ts'
import type { Setting } from '../../../kernel/profile.ts'
import type { OrganisationEvent } from '../organisation.ts'
import type { ProfileVersion } from '../rules.ts'
import { changeProfile } from '../store.ts'

/** Writes one errand's answers into the profile that stands, as its next version. `version`: the one its editor saw; null where the clock does it. */
export async function saveSetting(
  ctx: Ctx,
  version: number | null,
  setting: Setting,
  values: Values<Fields>,
): Promise<Outcome<ProfileVersion, OrganisationEvent>> {
  const refused = setting.refuses?.(values)
  if (refused) return refused
  const outcome = await changeProfile(ctx, version, (before) => setting.write(before, values))
  return outcome.ok ? outcome : atItsQuestion(setting, outcome)
}

/** What the profile lacks is said at the question that it lies in. */
export const atItsQuestion = (setting: Setting, refused: Refusal): Refusal =>
  refused.why === 'profileIncomplete'
    ? refuse(
        refused.why,
        refused.fields.map((place) => setting.places?.[place] ?? place),
      )
    : refused
