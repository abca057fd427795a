import type { Profile } from '../../../kernel/profile.ts'
import type { Areas, Template, Written } from '../../../register/templates/template.ts'
import type { Answers } from '../processing.ts'
import { type Activities, templatesOf } from './activity.ts'
import { municipality, municipalityAreas } from './municipality.ts'
import { university, universityAreas } from './university.ts'

type Organisation = Pick<Profile, 'orgType' | 'locale'>

/** By what the organisation is: the same words as the profile has. */
export const activitiesOf: Readonly<Record<Profile['orgType'], { readonly areas: Areas; readonly activities: Activities }>> = {
  municipality: { areas: municipalityAreas, activities: municipality },
  university: { areas: universityAreas, activities: university },
}

export const offeredTo = ({ orgType, locale }: Organisation) => ({
  areas: activitiesOf[orgType].areas,
  templates: templatesOf(activitiesOf[orgType].activities, locale),
})

/** What a record may have begun with: the organisation may have changed its language since. */
export const everOffered = ({ orgType, locale }: Organisation): readonly Template<Answers>[] =>
  [locale, ...(['nb', 'nn'] satisfies Written[]).filter((other) => other !== locale)].flatMap((language) =>
    templatesOf(activitiesOf[orgType].activities, language),
  )
