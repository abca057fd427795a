export { askRequest, assignRequest } from './commands.ts'
export { type RequestFigures, requestFigures } from './queries-figures.ts'
