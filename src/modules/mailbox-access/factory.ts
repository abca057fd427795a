import type { Ctx } from '../../kernel/ctx.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import { addMailboxAccess } from './commands.ts'
import { mailboxFields } from './fields.ts'
import type { MailboxValues } from './mailbox-access.ts'

/** An opening of somebody's mailbox through the real command, by somebody who may. */
export async function makeMailboxAccess(ctx: Ctx, over: Partial<MailboxValues>): Promise<string> {
  const outcome = await addMailboxAccess(ctx, newId(ctx.now), {
    ...emptyValues(mailboxFields),
    ...{ name: 'Tilbud med frist', what: ['mailbox'], ground: 'operations', why: 'Et tilbud må besvares i dag.' },
    ...over,
  })
  if (!outcome.ok) throw new Error(`refused: ${outcome.why} ${outcome.fields.join()}`)
  return outcome.next.id
}
