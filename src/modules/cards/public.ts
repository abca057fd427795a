export { moveCard, registerCard } from './commands.ts'
export { handInLoan, lendCard } from './commands-loan.ts'
export { issueFields } from './fields.ts'
export { mayHaveLost } from './queries.ts'
