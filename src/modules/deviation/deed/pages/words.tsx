import type { Locale } from '../../../../kernel/texts.ts'
import { showWhole } from '../../../../ui/format.ts'
import type { Tone } from '../../../../ui/tag.tsx'
import type { AuthorityTrack, Deviation, Status, SubjectsTrack } from '../../deviation.ts'
import type { Report } from '../../fields-report.ts'
import type { CaseView } from '../../queries.ts'
import { texts } from '../../texts.ts'

export const statusTone: Readonly<Record<Status, Tone>> = {
  draft: 'neutral',
  received: 'warning',
  open: 'info',
  proposed: 'accent',
  closed: 'neutral',
}

export const authorityTone: Readonly<Record<AuthorityTrack, Tone>> = {
  undecided: 'neutral',
  owed: 'danger',
  notOwed: 'neutral',
  preliminary: 'warning',
  notified: 'success',
  withdrawn: 'neutral',
}

export const subjectsTone: Readonly<Record<SubjectsTrack, Tone>> = {
  undecided: 'neutral',
  owed: 'danger',
  notOwed: 'neutral',
  informed: 'success',
}

/** A preliminary notice keeps the deadline, but Datatilsynet is still owed the rest (article 33(4)): the deadline is not simply done. */
export const metWords = ({ authorityTrack }: Pick<Deviation, 'authorityTrack'>, locale: Locale): string | undefined =>
  authorityTrack === 'preliminary' ? texts(locale).preliminaryInTime : undefined

/** Who reported, as this reader may know it. A protected reporter has no name here (S4-131). */
export function reporterWords({ reporter, names }: Pick<CaseView, 'reporter' | 'names'>, locale: Locale): string {
  const words = texts(locale)
  switch (reporter.kind) {
    case 'person':
      return names.get(reporter.personId) ?? ''
    case 'protected':
      return words.protectedReporter
    case 'outside':
      return `${words.outsideReporter}: ${reporter.who}`
    case 'code':
      return words.reporterWithCode
    case 'none':
      return words.noReporter
  }
}

/** How many it concerns, or that nobody knows: never a zero that nobody has counted. Null: not answered. */
export function affectedWords({ affectedKnown, affectedCount, affectedMax }: Report, locale: Locale): string | null {
  const t = texts(locale).affected
  const whole = (n: number) => showWhole(n, locale)
  if (affectedCount !== null && affectedMax !== null) return t.between(whole(affectedCount), whole(affectedMax))
  if (affectedCount !== null) return affectedKnown === 'interval' ? t.atLeast(whole(affectedCount)) : whole(affectedCount)
  return affectedKnown === 'unknown' ? t.unknown : null
}
