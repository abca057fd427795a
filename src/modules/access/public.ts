export { endWithEmployment } from './commands.ts'
export { grantedTo, leadsPerson, standingAccesses } from './queries.ts'
