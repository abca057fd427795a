import type { Ctx } from '../../kernel/ctx.ts'
import { newId, type RecordKey } from '../../kernel/ids.ts'
import { share } from './commands.ts'
import { nameMember, saveCircle } from './commands-circles.ts'
import type { Audience, Shareables } from './sharing.ts'

/** A circle that names these, by their short names. */
export async function makeCircle(ctx: Ctx, name: string, ...members: readonly string[]): Promise<string> {
  const id = newId(ctx.now)
  const made = await saveCircle(ctx, id, 0, name)
  if (!made.ok) throw new Error(made.why)
  for (const member of members) {
    const named = await nameMember(ctx, id, member)
    if (!named.ok) throw new Error(`${member}: ${named.why}`)
  }
  return id
}

/** Shares a record as it stands, by the real command. */
export async function shareRecord(ctx: Ctx, kinds: Shareables, subject: RecordKey, audience: Audience, note: string | null = null) {
  const read = await kinds(subject.type)?.read(ctx, subject.id)
  const outcome = await share(ctx, kinds, subject, { version: read?.version ?? -1, audience, note })
  if (!outcome.ok) throw new Error(`${outcome.why} ${outcome.fields.join()}`)
  return outcome.next
}
