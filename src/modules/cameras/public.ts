export type { Answers as CameraAnswers, Camera } from './camera.ts'
export { addCamera, approveCamera } from './commands.ts'
export { cameraFields } from './fields.ts'
export { cameraReference, findCamera } from './queries.ts'
