import { localDate } from '../../kernel/calendar/calendar.ts'
import { type Refusal, refuse } from '../../kernel/change.ts'
import type { Deviation } from './deviation.ts'

/** All the times of a case that somebody sets. */
const readers = {
  periodFrom: ({ report }) => report.periodFrom,
  periodTo: ({ report }) => report.periodTo,
  discoveredAt: ({ report }) => report.discoveredAt,
  receivedAt: ({ receivedAt }) => receivedAt,
  containedAt: ({ handling }) => handling.containedAt,
  awareAt: ({ awareAt }) => awareAt,
  extentConfirmedAt: ({ extentConfirmedAt }) => extentConfirmedAt,
  authorityNotifiedAt: ({ authorityNotifiedAt }) => authorityNotifiedAt,
  subjectsInformedAt: ({ subjectsInformedAt }) => subjectsInformedAt,
} as const satisfies Readonly<Record<string, (deviation: Deviation) => Date | null>>
export type CaseTime = keyof typeof readers

type Order = {
  readonly first: CaseTime
  readonly after: CaseTime
  /** What is said where the later, or the first, was set wrong. The codes are written out: a gate holds each against its words. */
  readonly tooEarly: () => Refusal
  readonly tooLate: () => Refusal
}

/**
 * In which order the times of a case come, said here and nowhere else. The organisation cannot know of a breach that nobody has discovered,
 * nor tell of it; its extent is not clear before it is known (GDPR art. 33(1); EDPB 9/2022). That something was discovered before it
 * had begun is only asked about (`reportWarnings`): a period is often a guess.
 */
const orders: readonly Order[] = [
  {
    first: 'periodFrom',
    after: 'periodTo',
    tooEarly: () => refuse('endsBeforeStart', ['periodTo']),
    tooLate: () => refuse('startsAfterEnd', ['periodFrom']),
  },
  {
    first: 'periodFrom',
    after: 'containedAt',
    tooEarly: () => refuse('beforeStart', ['containedAt']),
    tooLate: () => refuse('startsAfterContained', ['periodFrom']),
  },
  {
    first: 'discoveredAt',
    after: 'awareAt',
    tooEarly: () => refuse('beforeDiscovered', ['awareAt']),
    tooLate: () => refuse('afterAware', ['discoveredAt']),
  },
  {
    first: 'discoveredAt',
    after: 'extentConfirmedAt',
    tooEarly: () => refuse('beforeDiscovered', ['extentConfirmedAt']),
    tooLate: () => refuse('afterExtent', ['discoveredAt']),
  },
  {
    first: 'awareAt',
    after: 'extentConfirmedAt',
    tooEarly: () => refuse('beforeAware', ['extentConfirmedAt']),
    tooLate: () => refuse('afterExtent', ['awareAt']),
  },
  {
    first: 'discoveredAt',
    after: 'receivedAt',
    tooEarly: () => refuse('beforeDiscovered', ['receivedAt']),
    tooLate: () => refuse('afterReceived', ['discoveredAt']),
  },
  {
    first: 'discoveredAt',
    after: 'authorityNotifiedAt',
    tooEarly: () => refuse('beforeDiscovered', ['authorityNotifiedAt']),
    tooLate: () => refuse('afterTold', ['discoveredAt']),
  },
  {
    first: 'discoveredAt',
    after: 'subjectsInformedAt',
    tooEarly: () => refuse('beforeDiscovered', ['subjectsInformedAt']),
    tooLate: () => refuse('afterTold', ['discoveredAt']),
  },
]

/** Why the times that a deed sets cannot stand; null: they can. What it did not touch is not held against it. */
export function timesRefused(before: Deviation, next: Deviation, now: Date): Refusal | null {
  const at = (time: CaseTime, deviation = next): number | null => readers[time](deviation)?.getTime() ?? null
  const set = (time: CaseTime) => at(time) !== at(time, before)
  for (const time of Object.keys(readers) as CaseTime[]) if (set(time) && (at(time) ?? 0) > now.getTime()) return refuse('future', [time])
  for (const { first, after, tooEarly, tooLate } of orders) {
    const [from, to] = [at(first), at(after)]
    if (from === null || to === null || from <= to) continue
    if (set(after)) return tooEarly()
    if (set(first)) return tooLate()
  }
  return null
}

/** A day with no hour, held against today. */
export const isFutureDay = (date: string | null, now: Date): boolean => date !== null && date > localDate(now)
