import type { Profile } from './profile.ts'
import type { Localised } from './texts.ts'

export type OrganisationKind = Profile['orgType']

/**
 * A ready-made text as an organisation of one kind reads it: `{university: …}` and `{municipality: …}` are words for those alone. A
 * municipality is not asked of students, nor a university of kindergartens (test/kinds.test.ts).
 */
export const forKind = (text: string, kind: OrganisationKind): string =>
  text.replace(/\{(university|municipality):([^{}]*(?:\{\w+\}[^{}]*)*)\}/g, (_, whose: string, words: string) =>
    whose === kind ? words : '',
  )
export const eachForKind = ({ nb, nn, en }: Localised, kind: OrganisationKind): Localised => ({
  nb: forKind(nb, kind),
  nn: forKind(nn, kind),
  en: forKind(en, kind),
})
