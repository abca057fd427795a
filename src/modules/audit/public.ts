export type { ActorKind, LogKinds, Subjects, TimelineEntry } from './audit.ts'
export { logSweep } from './jobs.ts'
export { logList } from './list.tsx'
export { timelineOf } from './queries.ts'
