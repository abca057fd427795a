import { emptyValues } from '../../kernel/fields.ts'
import type { DelegationValues } from './delegation.ts'
import { delegationFields } from './fields.ts'

/** What is answered of a delegation; who gives it and who has it is for whoever tests. */
export const delegationAnswers = {
  ...emptyValues(delegationFields),
  ...{ name: 'Daglig ansvar, skole', authority: 'processing', fromDate: '2026-01-01', ground: 'Delegeringsreglementet punkt 4.' },
  ...{ documentedIn: 'Sak 26/114', onward: 'no', inForce: 'yes' },
} as const satisfies DelegationValues
