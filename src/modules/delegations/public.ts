export { addDelegation } from './commands.ts'
export { delegationFields } from './fields.ts'
export { delegatesForDisclosure } from './queries.ts'
