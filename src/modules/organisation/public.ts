export { saveDetails } from './commands.ts'
export { type Details, letterheadOf, missingDetails, noDetails, shownNumber } from './details.ts'
export { detailsFields } from './fields.ts'
export { profiles } from './presets.ts'
export {
  type CaseType,
  caseTypes,
  type DataSubject,
  dataSubjects,
  type Preset,
  type Profile,
  presets,
  protectsReporters,
  type Route as CaseRoute,
} from './profile.ts'
export {
  anyOrganisation,
  demoOrganisations,
  organisationDetails,
  organisationName,
  organisationsById,
  profileAt,
  profileOf,
} from './queries.ts'
export { rolesAtWork, slugOf } from './rules.ts'
export { type WrongDetail, wrongDetail } from './rules-details.ts'
export { alsoSee, createOrganisation } from './store.ts'
