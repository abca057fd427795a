export { sendQuestion } from './commands.ts'
