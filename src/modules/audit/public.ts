export type { ActorKind, FindSubject, TimelineEntry } from './audit.ts'
export { timelineOf } from './queries.ts'
