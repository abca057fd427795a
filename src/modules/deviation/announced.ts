import type { Deviation } from './deviation.ts'
import { lastDecision } from './rests.ts'

/** Told to everybody, since telling each would take a disproportionate effort (GDPR art. 34(3)(c)). */
export const isAnnounced = (deviation: Pick<Deviation, 'decisions'>): boolean =>
  lastDecision(deviation, 'subjects')?.ground === 'disproportionate'

/** The exception holds only when it has been published: until then nobody has been told. */
export const announcementWaits = (deviation: Pick<Deviation, 'decisions' | 'handling'>): boolean =>
  isAnnounced(deviation) && deviation.handling.announcedOn === null
