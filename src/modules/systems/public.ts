export { systemName, systemOptions, systemOwner } from './queries.ts'
