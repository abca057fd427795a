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
export { anyOrganisation, demoOrganisations, organisationName, organisationsById, profileAt, profileOf } from './queries.ts'
export { rolesAtWork, slugOf } from './rules.ts'
export { alsoSee, createOrganisation } from './store.ts'
