import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Ctx, Subject } from '../../kernel/ctx.ts'
import { newId } from '../../kernel/ids.ts'
import { takeTurn } from '../../kernel/once.ts'
import { contentOf, type Document } from './document.ts'

/**
 * Keeps a finished document: what it says, the file, and the file's hash. Numbered per record and kind, without gaps: two at once
 * take turns. The web role may neither change nor delete what is kept.
 */
export async function insert(ctx: Ctx, subject: Subject & { readonly id: string }, document: Document, pdf: Uint8Array) {
  await takeTurn(ctx, `document ${subject.id} ${document.kind}`)
  const id = newId(ctx.now)
  const row = await ctx.tx
    .insertInto('document')
    .values((eb) => ({
      organisation_id: ctx.actor.organisationId,
      id,
      subject_type: subject.type,
      subject_id: subject.id,
      kind: document.kind,
      number: eb
        .selectFrom('document')
        .select(sql<number>`coalesce(max(number), 0) + 1`.as('next'))
        .where('organisation_id', '=', ctx.actor.organisationId)
        .where('subject_id', '=', subject.id)
        .where('kind', '=', document.kind),
      language: document.language,
      content: contentOf(document),
      pdf: Buffer.from(pdf),
      sha256: createHash('sha256').update(pdf).digest(),
      created_at: ctx.now,
      created_by: ctx.actor.personId,
    }))
    .returning('number')
    .executeTakeFirstOrThrow()
  return { id, number: row.number }
}
