import type { Sweep } from '../kernel/jobs.ts'
import type { Vault } from '../kernel/vault.ts'
import { logSweep } from '../modules/audit/public.ts'
import { draftSweep } from '../modules/deviation/public.ts'
import { fileSweep } from '../modules/files/public.tsx'
import { identitySweep } from '../modules/identity/public.ts'
import { keptSweep } from '../modules/kept/public.ts'

/** What modules look for by the clock, besides reminders and mail, one row each. */
export const sweeps = (vault: Vault): readonly Sweep[] => [identitySweep, draftSweep, logSweep, keptSweep, fileSweep(vault)]
