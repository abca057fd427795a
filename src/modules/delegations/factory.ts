import type { Ctx } from '../../kernel/ctx.ts'
import { newId } from '../../kernel/ids.ts'
import { addDelegation } from './commands.ts'
import type { DelegationValues } from './delegation.ts'
import { delegationAnswers } from './factory-answers.ts'

/** A delegation through the real command, by whoever gives it. */
export async function makeDelegation(ctx: Ctx, delegatedTo: string, over: Partial<DelegationValues> = {}): Promise<string> {
  const id = newId(ctx.now)
  const outcome = await addDelegation(ctx, id, { ...delegationAnswers, delegatedBy: ctx.actor.personId, delegatedTo, ...over })
  if (!outcome.ok) throw new Error(`refused: ${outcome.why} ${outcome.fields.join()}`)
  return id
}
