import type { Assessment, DutyRules } from './assessed.ts'
import type { Deviation } from './deviation.ts'
import { type Severity, severity, severityInput } from './enisa.ts'
import type { Profile } from './profile.ts'

/** The case's answers as the rules of risk and duty read them. */
export const assessmentOf = (deviation: Pick<Deviation, 'assessment' | 'ticks'>): Assessment => {
  const { assessment: a, ticks } = deviation
  return {
    ticked: ticks.map((tick) => tick.criterion),
    largeScale: a.largeScale === null || a.largeScale === 'unknown' ? a.largeScale : a.largeScale === 'yes',
    h4Explanation: a.h4Explanation,
    newTechnology: a.newTechnology === null ? null : a.newTechnology === 'yes',
    newTechnologyComment: a.newTechnologyComment,
    level: a.level,
    levelReason: a.levelReason,
    exception: { certain: a.certainty, reasons: a.certaintyReasons },
    effects: { astray: a.effectAstray, changed: a.effectChanged, lost: a.effectLost },
    encrypted: a.dataEncrypted,
    mayHarmRights: a.mayHarmRights,
  }
}

export const dutyRulesOf = (profile: Profile): DutyRules => profile.assessment

/** ENISA's score of the case, null until every input is given: a circumstance nobody has judged is not 0. It never decides. */
export const severityOf = ({ assessment, report }: Pick<Deviation, 'assessment' | 'report'>): Severity | null => {
  const input = severityInput(assessment, report)
  return input && severity(input)
}
