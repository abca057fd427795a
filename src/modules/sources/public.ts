export { addSource } from './commands.ts'
export { rulesInUse, sourceReference, sourcesNamed, sourcesShown } from './queries.ts'
export type { Source, SourceValues } from './source.ts'
