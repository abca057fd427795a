export { draftComplaint, sendComplaint } from './commands.ts'
