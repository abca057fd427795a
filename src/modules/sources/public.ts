export { addSource } from './commands.ts'
export { sourceFields } from './fields.ts'
export { sourceReference, sourcesNamed, sourcesShown } from './queries.ts'
export type { Source, SourceValues } from './source.ts'
