import type { ListRow } from './queries-list.ts'

/** The nearest of the clocks that run in a row, as `nearestClock` says it of a case. */
export function dueOf({ running, notifyBy, regimeDue }: Pick<ListRow, 'running' | 'notifyBy' | 'regimeDue'>) {
  const hours = running ? notifyBy : null
  if (regimeDue && (hours === null || regimeDue < hours)) return { due: regimeDue, other: true }
  return hours && { due: hours, other: false }
}
