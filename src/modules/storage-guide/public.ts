export { fetchPlaces } from './commands.ts'
