import type { Ctx } from '../../kernel/ctx.ts'
import { newId } from '../../kernel/ids.ts'
import { draftComplaint, sendComplaint } from './commands.ts'
import type { Asking } from './complaint.ts'

/** A complaint through the real commands, sent to whoever leads. */
export async function makeComplaint(ctx: Ctx, over: Partial<Asking> & { readonly unit: string }): Promise<string> {
  const id = newId(ctx.now)
  const asking = { personGroup: 'employee', against: 'En forsker', aboutLeader: 'no', about: 'Et funn er diktet opp.', ...over } as const
  for (const done of [await draftComplaint(ctx, id, asking), await sendComplaint(ctx, id, 1)])
    if (!done.ok) throw new Error(`refused: ${done.why}`)
  return id
}
