import { change, refuse } from '../../../kernel/change.ts'
import { changed, isEmpty } from '../../../kernel/fields.ts'
import type { Deviation } from '../deviation.ts'
import { type Regime, type RegimeAnswers, type RegimeRow, regimeFields } from '../fields-regimes.ts'
import { answersOf, regimesOf, rowOf, stepField, stepsOf } from '../regime-clock.ts'
import { type By, type DeviationOutcome, gate } from '../rules.ts'

/**
 * Whether other rules than the GDPR apply, and what has been told by them. Each is told in its order; an answer that it does not apply has its
 * reason, and stands in the memo.
 */
export function answerRegime(deviation: Deviation, regime: Regime, given: RegimeAnswers, by: By): DeviationOutcome {
  const refusal = gate(deviation, 'answerRegime', by)
  if (refusal) return refusal
  if (!regimesOf(by.profile).includes(regime)) return refuse('notNow')
  const answers = asked(regime, given)
  if (answers.applies === null) return refuse('incomplete', ['applies'])
  const before = rowOf(deviation.regimes, regime)
  const fields = changed(regimeFields, before ? answersOf(before) : nothing, answers)
  if (fields.length === 0) return refuse('nothingChanged')
  if (answers.applies === 'no') {
    if (isEmpty(answers.reason)) return refuse('reasonMissing', ['reason'])
    if (before?.warnedAt) return refuse('warnedAlready', ['applies'])
  } else {
    const wrong = timesWrong(regime, answers, by.now)
    if (wrong) return wrong
  }
  const row: RegimeRow = { regime, ...answers }
  const regimes = [...deviation.regimes.filter((one) => one.regime !== regime), row]
  return change({ ...deviation, regimes }, { type: 'deviation.regimeSet', regime, applies: answers.applies, fields })
}

function timesWrong(regime: Regime, answers: RegimeAnswers, now: Date) {
  const { knownAt } = answers
  if (!knownAt) return refuse('incomplete', ['knownAt'])
  let last = knownAt
  let missing = false
  if (knownAt > now) return refuse('future', ['knownAt'])
  for (const step of stepsOf(regime)) {
    const name = stepField[step]
    const at = answers[name]
    if (!at) {
      missing = true
      continue
    }
    if (missing) return refuse('warnFirst', [name])
    if (at > now) return refuse('future', [name])
    if (at < last) return refuse('beforeTheOne', [name])
    last = at
  }
  return null
}

const nothing: RegimeAnswers = { applies: null, knownAt: null, reason: null, warnedAt: null, updatedAt: null, reportedAt: null }

/** What this set of rules does not ask, and what is not asked where it does not apply, is nobody's answer. */
function asked(regime: Regime, answers: RegimeAnswers): RegimeAnswers {
  const { applies, reason, knownAt } = answers
  if (applies !== 'yes') return { ...nothing, applies, reason }
  const told = Object.fromEntries(stepsOf(regime).map((step) => [stepField[step], answers[stepField[step]]]))
  return { ...nothing, applies, reason, knownAt, ...told }
}
