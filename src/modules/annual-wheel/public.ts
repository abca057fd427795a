export { addReview } from './commands.ts'
export { reviewFields } from './fields.ts'
