export type { ActorKind, TimelineEntry } from './audit.ts'
export { timelineOf } from './queries.ts'
