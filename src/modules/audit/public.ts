export type { ActorKind, TimelineEntry } from './audit.ts'
export { logSweep } from './jobs.ts'
export { timelineOf } from './queries.ts'
