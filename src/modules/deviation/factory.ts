import type { Actor, Role } from '../../kernel/actor.ts'
import { emptyValues } from '../../kernel/fields.ts'
import type { Preset } from '../../kernel/profile.ts'
import { accessOf } from './access.ts'
import type { Assessment } from './assessed.ts'
import { blankDeviation } from './blank.ts'
import type { Deviation } from './deviation.ts'
import { type Report, reportFields } from './fields-report.ts'
import { partsOf } from './permissions.ts'
import { profiles } from './presets.ts'
import { received } from './report/rules.ts'
import type { By, DeviationOutcome } from './rules.ts'
import { take } from './rules.ts'

/** Monday 2 March 2026 at 09.00 in Oslo. */
export const someMonday = new Date('2026-03-02T08:00:00Z')
export const hoursFrom = (at: Date, hours: number): Date => new Date(at.getTime() + hours * 3_600_000)

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
export const ids = { organisation: id(1), case: id(2), person: id(3), unit: id(4), leader: id(5), system: id(6), owner: id(7) }

/** A report with what sending asks for; discovered ten hours before `someMonday`. */
export const makeReport = (over: Partial<Report> = {}): Report => ({
  ...emptyValues(reportFields),
  caseType: 'privacyDeviation',
  personalData: 'yes',
  affectedUnit: ids.unit,
  affectedLeader: ids.leader,
  categories: ['MISSENT_EMAIL'],
  whatHappened: 'En liste ble sendt til feil mottaker.',
  discoveredAt: hoursFrom(someMonday, -10),
  ...over,
})

/** An assessment in which nothing is answered. */
export const blankAssessment: Assessment = {
  ticked: [],
  largeScale: null,
  h4Explanation: null,
  newTechnology: null,
  newTechnologyComment: null,
  level: null,
  levelReason: null,
  exception: { certain: null, reasons: null },
  effects: { astray: null, changed: null, lost: null },
  encrypted: null,
  mayHarmRights: null,
}

export const makeActor = (roles: readonly Role[], over: Partial<Actor> = {}): Actor => ({
  personId: ids.person,
  organisationId: ids.organisation,
  roles,
  unitId: ids.unit,
  leads: [],
  profileVersion: 1,
  ...over,
})

/** Somebody acting in a case, with the parts the rules themselves give. */
export const makeBy = (
  deviation: Deviation,
  preset: Preset,
  roles: readonly Role[],
  over: Partial<Actor> & { readonly now?: Date; readonly isReporter?: boolean; readonly ownsSystem?: boolean } = {},
): By => {
  const { now = someMonday, isReporter = false, ownsSystem = false, ...actorOver } = over
  const actor = makeActor(roles, actorOver)
  const profile = profiles[preset]
  return { actor, profile, now, newId: id(900), parts: partsOf(deviation, actor, profile, { isReporter, ownsSystem }) }
}

/** A case made by playing the real steps, so no impossible state is tested. */
export function makeDeviation(
  preset: Preset,
  over: { readonly status?: 'draft' | 'received' | 'open'; readonly report?: Partial<Report>; readonly now?: Date } = {},
): Deviation {
  const { status = 'received', report = {}, now = someMonday } = over
  const profile = profiles[preset]
  const draft = {
    ...blankDeviation({
      id: ids.case,
      organisationId: ids.organisation,
      profileVersion: 1,
      language: profile.locale,
      channel: 'form',
      createdAt: now,
    }),
    report: makeReport({ caseType: profile.deviation.caseTypes[0] ?? null, ...report }),
  }
  if (status === 'draft') return draft
  const arrived = received(draft, { year: 2026, number: 1 }, now, profile)
  const seen = { ...arrived, ...accessOf(arrived, profile, { systemOwner: ids.owner }) }
  if (status === 'received') return seen
  return must(take(seen, makeBy(seen, preset, [...profile.assessment.assessors], { now })))
}

/** The next state, or the refusal as an error: for the steps on the way to what a test is about. */
export function must(outcome: DeviationOutcome): Deviation {
  if (!outcome.ok) throw new Error(`refused: ${outcome.why} ${outcome.fields.join(', ')}`)
  return outcome.next
}
