export { addPerson, addUnit, always, chooseLocale, editPerson, editUnit, giveRole, leaveOrStay, setActive } from './commands.ts'
export { type NearestContacts, privacyContactsOf } from './contacts/queries.ts'
export type { UnitKind } from './fields.ts'
export type { Contact } from './person.ts'
export {
  demoPersons,
  emptiedBy,
  endedSince,
  filledRoles,
  isOfSomebodyGone,
  leaderOfPerson,
  leaderOfUnit,
  leadersOf,
  peopleOfUnits,
  personsAtWork,
  personsById,
  personsWithRoles,
  personWithRoles,
  placeCounts,
  reachOf,
  unitAndBelow,
  unitChoices,
  unitOptions,
  units,
  unitsById,
} from './queries.ts'
export { loadActor } from './queries-actor.ts'
export { personFilter } from './queries-filter.ts'
export { colleaguesOf, personsWithRoleIn } from './queries-near.ts'
export { officeReference, personReference, unitReference } from './queries-reference.ts'
export { mostTelling, titleOf } from './rules-roles.ts'
export { isOffice, workedBy } from './stand-in.ts'
export { removeNames } from './store-forgotten.ts'
