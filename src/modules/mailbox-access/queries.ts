import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import { asSql } from '../../kernel/space-sql.ts'
import type { Rows } from '../../register/view.ts'
import { leadsPerson } from '../access/public.ts'
import { personReference } from '../people/public.ts'
import type { MailboxAccess } from './mailbox-access.ts'
import { isSeen, maySee } from './rules.ts'
import { store } from './store.ts'

export const references = { person: personReference }

/** Those that exist for whoever asks: the same rule as `maySee`. */
const seenBy = (ctx: Ctx): RawBuilder<boolean> =>
  sql`r.organisation_id = ${ctx.actor.organisationId} and ${asSql(isSeen(ctx.actor), ctx.actor, { leadsPerson: leadsPerson(ctx, sql`r.person_id`) })}`

export async function leads(ctx: Ctx, person: string | null): Promise<boolean> {
  const { rows } = await sql<{ leads: boolean }>`select ${leadsPerson(ctx, sql`${person}::uuid`)} as leads`.execute(ctx.tx)
  return rows[0]?.leads ?? false
}

/** One that whoever asks may see; nobody sees their own here. */
export async function findMailboxAccess(ctx: Ctx, id: string): Promise<MailboxAccess | undefined> {
  const found = await store.find(ctx, id)
  if (!found || found.values.person === ctx.actor.personId) return undefined
  return maySee(await leads(ctx, found.values.person), ctx.actor) ? found : undefined
}

/** The rows of its list: only those that the reader may see. */
export const rowsSeen = (ctx: Ctx): Rows => ({ table: 'mailbox_access', as: 'r', seen: seenBy(ctx), select: sql`r.*` })
