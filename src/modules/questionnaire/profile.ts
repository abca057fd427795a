import { ownProfile, type Preset, type Profile } from '../../kernel/profile.ts'
import { fewest } from '../../register/count.ts'

/** In what organisations differ in their yearly internal control. This module's part of the profile. */
export type QuestionnaireProfile = {
  /** Of a unit with fewer people than this nothing that it answers is in any figure. 0: all are. */
  readonly fewestPeople: number
}

const standard = { questionnaire: { fewestPeople: fewest } }
const parts: Readonly<Record<Preset, { readonly questionnaire: QuestionnaireProfile }>> = {
  oslomet: standard,
  uio: standard,
  sauda: standard,
  sandnes: standard,
}
export const own = ownProfile(parts)
export const questionnaireProfile = (profile: Profile): QuestionnaireProfile => own(profile).questionnaire
