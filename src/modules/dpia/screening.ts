import type { Answers } from './dpia.ts'
import { type Criterion, criteria } from './fields.ts'

/** What the answers come to. `undetermined`: something that could make it required is not known. */
export type Outcome = 'required' | 'undetermined' | 'covered' | 'recommended' | 'notRequired'
export type Screened = {
  readonly outcome: Outcome
  readonly because: 'risk' | 'list' | 'criteria' | 'law' | 'like' | 'open' | 'one' | 'none'
  /** The criteria that are met, and those that nobody knows yet. */
  readonly met: readonly Criterion[]
  readonly open: readonly Criterion[]
}

/** Two criteria are normally enough. */
const enough = 2

/**
 * Whether an impact assessment is required (Article 35(1), (3), (4) and (10)). High risk comes first: no exemption hides it. Then
 * Datatilsynet's list, then the nine criteria. What is not answered may still make it required, and is never read as "no".
 */
export function screen(values: Answers, likeApproved: boolean): Screened {
  const met = criteria.filter((name) => values[name] === 'yes')
  const open = criteria.filter((name) => values[name] === null || values[name] === 'undetermined')
  const found = (outcome: Outcome, because: Screened['because']): Screened => ({ outcome, because, met, open })
  if (values.highRisk === 'yes') return found('required', 'risk')
  const isListed = values.onList === 'yes'
  const isMet = met.length >= enough
  const isRiskKnown = values.highRisk === 'no'
  if (isListed || isMet) {
    if (isRiskKnown && values.assessedInLaw === 'yes') return found('covered', 'law')
    if (isRiskKnown && likeApproved) return found('covered', 'like')
    return found('required', isListed ? 'list' : 'criteria')
  }
  const isOpen = !isRiskKnown || values.onList !== 'no' || met.length + open.length >= enough
  if (isOpen) return found('undetermined', 'open')
  return met.length === 1 ? found('recommended', 'one') : found('notRequired', 'none')
}

/** Whether "no assessment" may be decided: not where one is required, nor while that is not known. */
export const mayLeave = ({ outcome }: Pick<Screened, 'outcome'>): boolean => outcome !== 'required' && outcome !== 'undetermined'
