export { addWorkProcess } from './commands.ts'
export { workProcessReference } from './queries.ts'
export { mayKeep } from './rules.ts'
