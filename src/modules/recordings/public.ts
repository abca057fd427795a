export { addRecording } from './commands.ts'
export { recordingFields } from './fields.ts'
