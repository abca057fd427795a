import type { Ctx } from '../../kernel/ctx.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import type { Granting } from './access.ts'
import { grantAccess } from './commands.ts'
import { grantFields } from './fields.ts'

/** An access through the real command, by somebody who may. */
export async function makeAccess(ctx: Ctx, over: Partial<Granting>): Promise<string> {
  const outcome = await grantAccess(ctx, newId(ctx.now), {
    ...emptyValues(grantFields),
    role: 'Saksbehandler',
    reason: 'Behandler søknader om plass',
    accessNeed: 'change',
    protectionNeed: 'confidential',
    fromDate: '2026-03-01',
    ...over,
  })
  if (!outcome.ok) throw new Error(`refused: ${outcome.why} ${outcome.fields.join()}`)
  return outcome.next.id
}
