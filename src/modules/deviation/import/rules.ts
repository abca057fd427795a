import { type LocalDate, localDate, startOfDay } from '../../../kernel/calendar/calendar.ts'
import { change, refuse } from '../../../kernel/change.ts'
import { changed } from '../../../kernel/fields.ts'
import type { Deviation } from '../deviation.ts'
import { type OldCase, oldCaseFields } from '../fields-import.ts'
import type { DeviationOutcome } from '../rules.ts'

// Old cases are history: closed, with no clock, no task and no mail, and they say so. What the file does not say is not known.

const ofReport = [
  'externalReference',
  'whatHappened',
  'affectedUnit',
  'system',
  'caseType',
  'personalData',
  'categories',
  'causeCode',
  'mainCause',
  'affectedCount',
  'consequencesSubjects',
] as const satisfies readonly (keyof OldCase & keyof Deviation['report'])[]

/** What an old case says, as a file has it. */
export const oldCaseOf = ({ report, handling, assessment, closing, ...d }: Deviation): OldCase => ({
  ...(Object.fromEntries(ofReport.map((name) => [name, report[name]])) as Pick<OldCase, (typeof ofReport)[number]>),
  receivedOn: dayOf(d.receivedAt),
  discoveredOn: dayOf(report.discoveredAt),
  ended: 'closed',
  closedOn: dayOf(d.closedAt),
  shortName: handling.shortName,
  severity: handling.severity,
  level: assessment.level,
  notified: d.authorityTrack === 'notified' ? 'yes' : d.authorityTrack === 'notOwed' ? 'no' : null,
  notifiedOn: dayOf(d.authorityNotifiedAt),
  informed: d.subjectsTrack === 'informed' ? 'yes' : d.subjectsTrack === 'notOwed' ? 'no' : null,
  informedOn: dayOf(d.subjectsInformedAt),
  correction: closing.correction,
})

/** The case as it is kept. A day that is given says that it happened; an instant of it is the day's first. */
export function withOldCase(deviation: Deviation, said: OldCase): Deviation {
  const at = (day: LocalDate | null) => (day === null ? null : startOfDay(day))
  const report = Object.fromEntries(ofReport.map((name) => [name, said[name]]))
  const closedAt = at(said.closedOn)
  return {
    ...deviation,
    status: 'closed',
    receivedAt: at(said.receivedOn),
    closedAt,
    authorityTrack: said.notifiedOn || said.notified === 'yes' ? 'notified' : said.notified === 'no' ? 'notOwed' : 'undecided',
    authorityNotifiedAt: at(said.notifiedOn),
    subjectsTrack: said.informedOn || said.informed === 'yes' ? 'informed' : said.informed === 'no' ? 'notOwed' : 'undecided',
    subjectsInformedAt: at(said.informedOn),
    assessedAt: said.level === null ? null : (closedAt ?? at(said.receivedOn)),
    report: {
      ...deviation.report,
      ...report,
      discoveredAt: at(said.discoveredOn),
      affectedKnown: said.affectedCount === null ? null : 'exact',
    },
    handling: { ...deviation.handling, shortName: said.shortName, severity: said.severity },
    assessment: { ...deviation.assessment, level: said.level },
    closing: { ...deviation.closing, correction: said.correction },
  }
}

/** Why a row is no old case: it is still open, or its days cannot follow each other so. */
export function wrongIn(said: OldCase, today: LocalDate) {
  const { receivedOn, discoveredOn, closedOn, notifiedOn, informedOn, notified, informed } = said
  if (receivedOn === null) return refuse('dayMissing', ['receivedOn'])
  if (said.ended === 'open') return refuse('stillOpen', ['ended'])
  const days = { receivedOn, discoveredOn, closedOn, notifiedOn, informedOn }
  const ahead = Object.entries(days).flatMap(([name, day]) => (day !== null && day > today ? [name] : []))
  if (ahead.length > 0) return refuse('aheadOfToday', ahead)
  if (discoveredOn !== null && discoveredOn > receivedOn) return refuse('discoveredAfter', ['discoveredOn'])
  if (closedOn !== null && closedOn < receivedOn) return refuse('closedBefore', ['closedOn'])
  if (notified === 'no' && notifiedOn !== null) return refuse('saysBoth', ['notified'])
  return informed === 'no' && informedOn !== null ? refuse('saysBoth', ['informed']) : null
}

export function bringIn(blank: Deviation, said: OldCase, number: Pick<Deviation, 'year' | 'number'>, today: LocalDate): DeviationOutcome {
  return wrongIn(said, today) ?? change({ ...withOldCase(blank, said), ...number }, { type: 'deviation.broughtIn' })
}

/** The same file once more. A number that another case has here, or had there, is not written over. */
export function changeOldCase(deviation: Deviation, said: OldCase, today: LocalDate): DeviationOutcome {
  const stands = oldCaseOf(deviation)
  if (deviation.channel !== 'imported') return refuse('ownCase', ['externalReference'])
  if (said.receivedOn !== null && said.receivedOn !== stands.receivedOn) return refuse('otherCase', ['externalReference'])
  const wrong = wrongIn(said, today)
  if (wrong) return wrong
  const next = withOldCase(deviation, said)
  const fields = changed(oldCaseFields, stands, oldCaseOf(next))
  return fields.length === 0 ? refuse('nothingChanged') : change(next, { type: 'deviation.edited', part: 'report', fields })
}

/** What an import added, while nothing hangs on it. */
export const takeBackOldCase = (deviation: Deviation, isKept: boolean): DeviationOutcome => {
  if (deviation.channel !== 'imported') return refuse('notNow')
  return isKept ? refuse('inUse') : change(deviation, { type: 'deviation.takenBack' })
}

const dayOf = (at: Date | null): LocalDate | null => at && localDate(at)
