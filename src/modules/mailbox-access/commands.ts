import { type Outcome, refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { registerCommands } from '../../register/commands.ts'
import type { MailboxAccess, MailboxEvent, MailboxValues } from './mailbox-access.ts'
import { findMailboxAccess, leads, references } from './queries.ts'
import { rules, wrongFor } from './rules.ts'
import { store } from './store.ts'

type Done = Promise<Outcome<MailboxAccess, MailboxEvent>>
const plain = registerCommands(store, rules, references)

export async function addMailboxAccess(ctx: Ctx, id: string, values: MailboxValues): Done {
  const wrong = values.person === null ? null : wrongFor(values, await leads(ctx, values.person), ctx.actor, ctx.now)
  return wrong ?? plain.add(ctx, id, values)
}

export async function editMailboxAccess(ctx: Ctx, id: string, version: number | null, values: MailboxValues): Done {
  const stands = await findMailboxAccess(ctx, id)
  if (!stands) return refuse('notFound')
  if (values.person !== stands.values.person) return refuse('samePerson', ['person'])
  const wrong = wrongFor(values, await leads(ctx, values.person), ctx.actor, ctx.now)
  return wrong ?? plain.edit(ctx, id, version, values)
}
