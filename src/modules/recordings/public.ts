export { addRecording, eraseRecording, removeErasedRecordings } from './commands.ts'
export { recordingFields } from './fields.ts'
export { recordingAnyway } from './queries.ts'
export type { Recording } from './recording.ts'
