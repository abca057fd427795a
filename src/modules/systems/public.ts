export { addSystem } from './commands.ts'
export { systemFields } from './fields.ts'
export { systemName, systemOptions, systemOwner } from './queries.ts'
export { filesOfSystem } from './queries-files.ts'
