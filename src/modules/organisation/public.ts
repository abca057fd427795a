export { saveDetails } from './commands.ts'
export { type DataSubject, dataSubjects, dataSubjectsOf } from './data-subjects.ts'
export { type Details, missingDetails, shownNumber } from './details.ts'
export { detailsFields } from './fields.ts'
export { type InformationClass, informationClasses, informationWords, needs, needWords } from './information.ts'
export { letterheadFor, letterheads, logoById } from './letterhead/queries.ts'
export type { Letterhead, Logo } from './logo.ts'
export { profiles } from './presets.ts'
export {
  anyOrganisation,
  demoOrganisations,
  organisationCalled,
  organisationDetails,
  organisationName,
  organisationsById,
  profileAt,
  profileOf,
} from './queries.ts'
export { onlyWhere } from './routes-where.tsx'
export { rolesAtWork, rolesInUse, slugOf } from './rules.ts'
export { isOrganisationNumber, plainNumber, type WrongDetail, wrongDetail } from './rules-details.ts'
export { plannedSettings } from './settings/queries.ts'
export { ownTextWords, settingTexts } from './settings/texts.ts'
export { alsoSee, createOrganisation } from './store.ts'
