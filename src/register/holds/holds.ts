import type { LocalDate } from '../../kernel/calendar/calendar.ts'

/** One reason to keep what was to be deleted. Reasons stand side by side; what is held is free when all of them have ended. */
export type RecordHold<R extends string = string> = {
  readonly id: string
  readonly reason: R
  readonly reviewOn: LocalDate
  /** Who looks at it again on that day. */
  readonly reviewer: string
  readonly since: LocalDate
  readonly endedOn: LocalDate | null
}

export const openHolds = <R extends string>(holds: readonly RecordHold<R>[]): readonly RecordHold<R>[] =>
  holds.filter(({ endedOn }) => endedOn === null)

/** The one that is looked at first: what is held says its reason and its day. */
export const nearestHold = <R extends string>(holds: readonly RecordHold<R>[]): RecordHold<R> | undefined =>
  openHolds(holds).toSorted((a, b) => (a.reviewOn === b.reviewOn ? (a.id < b.id ? -1 : 1) : a.reviewOn < b.reviewOn ? -1 : 1))[0]

/** Those with one of them as it is to be. */
export const withHold = <R extends string>(holds: readonly RecordHold<R>[], one: RecordHold<R>): readonly RecordHold<R>[] => [
  ...holds.filter(({ id }) => id !== one.id),
  one,
]

/** The same reason once more, by the same person and of the same day: a double press. */
export const isPlaced = (
  holds: readonly RecordHold[],
  { reason, reviewOn, reviewer }: Pick<RecordHold, 'reason' | 'reviewOn' | 'reviewer'>,
) => openHolds(holds).some((one) => one.reason === reason && one.reviewOn === reviewOn && one.reviewer === reviewer)

/** The one that is meant: by its id, or the only one that is open. */
export const meantHold = <R extends string>(holds: readonly RecordHold<R>[], id: string | null): RecordHold<R> | undefined => {
  const open = openHolds(holds)
  return id === null ? (open.length === 1 ? open[0] : undefined) : open.find((one) => one.id === id)
}
