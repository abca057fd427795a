export { addSystem } from './commands.ts'
export { systemFields } from './fields.ts'
export { systemOwner, systemReference } from './queries.ts'
