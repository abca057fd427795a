export { addEmployment, closeList, tickStep } from './commands.ts'
export { employmentFields } from './fields.ts'
export { checklistsOf, leavingOf } from './queries.ts'
export { stepsOf } from './steps.ts'
