export { addNotice } from './commands.ts'
export { noticeFields } from './fields.ts'
export { noticesOf } from './queries.ts'
export { consentState } from './rules.ts'
