export { addZone } from './commands.ts'
export { zoneReference } from './queries.ts'
