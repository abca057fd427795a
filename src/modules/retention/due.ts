import { addDays, type LocalDate } from '../../kernel/calendar/calendar.ts'
import type { Camera } from '../cameras/public.ts'
import type { ProcessingAnswers } from '../processing/public.ts'
import type { Recording } from '../recordings/public.ts'
import type { Wanted } from './retention.ts'

/** How many days before its day a deletion is planned, so that its owner sees it coming. */
export const soonDays = 30

/** The first of the two that ends: then the data are no longer needed, or no longer lawful to keep (S2-58). */
export function dueOfProcessing(
  { purposeEndsOn, basisEndsOn, erase }: Pick<ProcessingAnswers, 'purposeEndsOn' | 'basisEndsOn' | 'erase'>,
  today: LocalDate,
): Wanted {
  const soon = addDays(today, soonDays)
  const planned = erase ?? 'delete'
  const [first] = [
    { why: 'purposeEnded' as const, dueOn: purposeEndsOn },
    { why: 'basisEnded' as const, dueOn: basisEndsOn },
  ]
    .flatMap(({ why, dueOn }) => (dueOn !== null && dueOn <= soon ? [{ why, dueOn, planned }] : []))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
  return first ?? null
}

/** A recording on its day; a hold for the police stops it (S4-198, S4-199). */
export function dueOfRecording(
  { status, eraseOn, erase }: Pick<Recording['values'], 'status' | 'eraseOn' | 'erase'>,
  today: LocalDate,
): Wanted {
  if (status === 'erased' || eraseOn === null) return null
  if (status === 'held') return 'held'
  return eraseOn <= addDays(today, soonDays) ? { why: 'timeUp', dueOn: eraseOn, planned: erase ?? 'delete' } : null
}

/** What a camera has recorded is left in its system when it is taken down, for as long as it was to be kept (S4-191). */
export function dueOfCamera({
  status,
  kind,
  mode,
  removedOn,
  retentionDays,
  erase,
}: Pick<Camera['values'], 'status' | 'kind' | 'mode' | 'removedOn' | 'retentionDays' | 'erase'>): Wanted {
  if (status !== 'removed' || kind === 'dummy' || mode === 'live' || removedOn === null || retentionDays === null) return null
  return { why: 'takenDown', dueOn: addDays(removedOn, retentionDays), planned: erase ?? 'delete' }
}
