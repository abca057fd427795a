export { fetchTerms } from './commands.ts'
