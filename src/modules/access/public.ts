export { endWithEmployment, grantAccess } from './commands.ts'
export { grantFields } from './fields.ts'
export { grantedTo, leadsPerson, standingAccesses } from './queries.ts'
