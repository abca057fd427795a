export type { Answers as CameraAnswers } from './camera.ts'
export { addCamera, approveCamera } from './commands.ts'
export { cameraFields } from './fields.ts'
export { cameraReference } from './queries.ts'
