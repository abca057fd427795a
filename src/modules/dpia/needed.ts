import { specialDataTypes } from '../deviation/public.ts'
import type { ProcessingAnswers } from '../processing/public.ts'

/** What says that an activity needs an assessment: an analysis that asks for one, or two signs of high risk in the record itself. */
export type Needed = 'analysis' | 'signs'

/** Those who cannot easily say no, or look after themselves: children, patients, those who get help. */
const vulnerable: readonly string[] = ['patients', 'pupils', 'kindergartenChildren', 'serviceRecipients']

/**
 * The self-check of an activity without an assessment. Only what the record itself says counts, so it never says that none is needed:
 * that is for the screening.
 */
export function isNeeded(
  { dataKinds, dataSubjects, specialNeeds }: Pick<ProcessingAnswers, 'dataKinds' | 'dataSubjects' | 'specialNeeds'>,
  isAskedFor: boolean,
): Needed | null {
  if (isAskedFor) return 'analysis'
  const sensitive = dataKinds.some((kind) => (specialDataTypes as readonly string[]).includes(kind))
  const weak = dataSubjects.some((who) => vulnerable.includes(who))
  const signs = [sensitive, weak, specialNeeds === 'yes'].filter(Boolean)
  return signs.length >= 2 ? 'signs' : null
}
