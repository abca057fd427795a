export { addZone } from './commands.ts'
export { zoneReference, zonesByProtection } from './queries.ts'
export { texts as zoneTexts } from './texts.ts'
