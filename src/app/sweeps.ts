import type { Sweep } from '../kernel/jobs.ts'

/** What modules look for by the clock, besides reminders and mail, one row each. */
export const sweeps: readonly Sweep[] = []
