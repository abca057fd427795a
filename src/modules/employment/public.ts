export { leavingOf } from './queries.ts'
