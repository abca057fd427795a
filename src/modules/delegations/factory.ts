import type { Ctx } from '../../kernel/ctx.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import { addDelegation } from './commands.ts'
import type { DelegationValues } from './delegation.ts'
import { delegationFields } from './fields.ts'

export const delegationAnswers = {
  ...emptyValues(delegationFields),
  ...{ name: 'Daglig ansvar, skole', authority: 'processing', fromDate: '2026-01-01', ground: 'Delegeringsreglementet punkt 4.' },
  ...{ documentedIn: 'Sak 26/114', onward: 'no', inForce: 'yes' },
} as const satisfies DelegationValues

/** A delegation through the real command, by whoever gives it. */
export async function makeDelegation(ctx: Ctx, delegatedTo: string, over: Partial<DelegationValues> = {}): Promise<string> {
  const id = newId(ctx.now)
  const outcome = await addDelegation(ctx, id, { ...delegationAnswers, delegatedBy: ctx.actor.personId, delegatedTo, ...over })
  if (!outcome.ok) throw new Error(`refused: ${outcome.why} ${outcome.fields.join()}`)
  return id
}
