import type { LocalDate } from '../../kernel/calendar/calendar.ts'
import type { Right } from './subject-request.ts'

/** The provisions are those in force on this day. */
export const groundsAsOf: LocalDate = '2026-11-28'

type Ground = { readonly reference: string; readonly of: readonly Right[] }
const all: readonly Right[] = ['access', 'rectification', 'erasure', 'restriction', 'portability', 'objection']

/** Each ground for saying no, with the provision it stands in and the rights it may be used against. */
export const groundsInLaw = {
  unfounded: { reference: 'GDPR art. 12 (5) (b)', of: all },
  excessive: { reference: 'GDPR art. 12 (5) (b)', of: all },
  identity: { reference: 'GDPR art. 12 (2), jf. art. 11 (2)', of: all },
  othersRights: { reference: 'GDPR art. 15 (4)', of: ['access', 'portability'] },
  secrecy: { reference: 'personopplysningsloven § 16 første ledd bokstav d', of: ['access'] },
  prosecution: { reference: 'personopplysningsloven § 16 første ledd bokstav b', of: ['access'] },
  internal: { reference: 'personopplysningsloven § 16 første ledd bokstav e', of: ['access'] },
  interests: { reference: 'personopplysningsloven § 16 første ledd bokstav f', of: ['access'] },
  health: { reference: 'personopplysningsloven § 16 første ledd bokstav c', of: ['access'] },
  stillNeeded: { reference: 'GDPR art. 17 (1)', of: ['erasure'] },
  legalObligation: { reference: 'GDPR art. 17 (3) (b)', of: ['erasure'] },
  archive: { reference: 'GDPR art. 17 (3) (d)', of: ['erasure'] },
  legalClaims: { reference: 'GDPR art. 17 (3) (e)', of: ['erasure'] },
  notAutomated: { reference: 'GDPR art. 20 (1) og (3)', of: ['portability'] },
  compelling: { reference: 'GDPR art. 21 (1)', of: ['objection', 'restriction'] },
  correct: { reference: 'GDPR art. 16', of: ['rectification', 'restriction'] },
} as const satisfies Readonly<Record<string, Ground>>
export type GroundName = keyof typeof groundsInLaw

export const mayBeGround = (ground: GroundName, right: Right): boolean => (groundsInLaw[ground].of as readonly Right[]).includes(right)
