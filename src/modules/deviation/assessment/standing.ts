import type { Values } from '../../../kernel/fields.ts'
import type { assessmentForm } from '../fields-assessment.ts'
import type { CaseView } from '../queries.ts'

/** The assessment as it is saved, as its form asks it: the answers, and the criteria that are ticked. */
export const standingAnswers = ({ deviation }: Pick<CaseView, 'deviation'>): Values<typeof assessmentForm> => ({
  ...deviation.assessment,
  criteria: deviation.ticks.map(({ criterion }) => criterion),
})
