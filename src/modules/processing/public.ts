export { addProcessing, confirmProcessing } from './commands.ts'
export { processingFields } from './fields.ts'
export type { Answers as ProcessingAnswers } from './processing.ts'
export { findProcessing, processingReference } from './queries.ts'
