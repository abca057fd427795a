import type { Sweep } from '../kernel/jobs.ts'
import { draftSweep } from '../modules/deviation/public.ts'
import { identitySweep } from '../modules/identity/public.ts'

/** What modules look for by the clock, besides reminders and mail, one row each. */
export const sweeps: readonly Sweep[] = [identitySweep, draftSweep]
