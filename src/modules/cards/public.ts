export { handInLoan, lendCard, moveCard, registerCard } from './commands.ts'
export { issueFields } from './fields.ts'
