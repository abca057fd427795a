import { record } from '../../kernel/audit.ts'
import { type Change, type Refusal, refuse } from '../../kernel/change.ts'
import type { Commented, CommentedOf } from '../../kernel/comment.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { newId, type RecordKey } from '../../kernel/ids.ts'
import { strangeIn } from '../../kernel/reference.ts'
import type { Kept, Removal } from '../../kernel/removal.ts'
import { inAll } from '../../kernel/texts.ts'
import { tell } from '../messages/public.ts'
import { loadActor, personReference } from '../people/public.ts'
import type { Comment, CommentEvent } from './comment.ts'
import type { commentFields, Written } from './fields.ts'
import { edit, withdraw, write } from './rules.ts'
import { applyComment, commentsOf, findComment, insertComment, lockComment, setSaid } from './store.ts'
import { texts } from './texts.ts'

type Done = Promise<Change<Comment, CommentEvent> | Refusal>
/** The record, as whoever writes may comment it; and how another would see it. */
export type Commenting = { readonly place: RecordKey; readonly of: Commented; readonly asOther: CommentedOf }

/** By name, however few they are: whoever writes has somebody in mind, and reads no list. */
export const references = { mentions: { ...personReference, choices: async () => 'tooMany' as const } }

/** `id`: the one its page made, so that a double press writes once; the page used again for something else is another comment. */
export async function addComment(ctx: Ctx, at: Commenting, id: string, written: Written): Done {
  const stands = await findComment(ctx, id)
  if (stands?.writtenBy === ctx.actor.personId && stands.text === written.text) return refuse('nothingChanged')
  const wrong = await strangers(ctx, at, written, null)
  if (wrong) return wrong
  const outcome = write(stands ? newId(ctx.now) : id, at.place, at.of, written, { personId: ctx.actor.personId, now: ctx.now })
  if (!outcome.ok) return refused(ctx, at.place, outcome)
  if (!(await insertComment(ctx, outcome))) return refuse('nothingChanged')
  await tellMentioned(ctx, at, outcome.next.mentions)
  return outcome
}

/** `version`: what its writer saw, in this tab or in another. */
export async function editComment(ctx: Ctx, at: Commenting, id: string, version: number, written: Written): Done {
  const before = await lockComment(ctx, id)
  if (!before) return refuse('notFound')
  if (before.version !== version) return refuse('stale')
  const wrong = await strangers(ctx, at, written, before)
  if (wrong) return wrong
  const outcome = edit(before, at.of, written, { personId: ctx.actor.personId, now: ctx.now })
  if (!outcome.ok) return refused(ctx, at.place, outcome)
  await applyComment(ctx, outcome)
  await tellMentioned(
    ctx,
    at,
    outcome.next.mentions.filter((one) => !before.mentions.includes(one)),
  )
  return outcome
}

export async function withdrawComment(ctx: Ctx, at: Commenting, id: string): Done {
  const before = await lockComment(ctx, id)
  if (!before) return refuse('notFound')
  const outcome = withdraw(before, at.of, { personId: ctx.actor.personId, now: ctx.now })
  if (!outcome.ok) return refused(ctx, at.place, outcome)
  await applyComment(ctx, outcome)
  return outcome
}

/** A text taken out of a record is taken out of its comments (S1-42). */
export async function removeFromComments(ctx: Ctx, place: RecordKey, remove: Removal): Promise<readonly Kept[]> {
  for (const comment of await commentsOf(ctx, place)) {
    const text = remove(comment.text)
    if (text !== comment.text) await setSaid(ctx, { ...comment, text })
  }
  return []
}

async function refused(ctx: Ctx, place: RecordKey, refusal: Refusal): Promise<Refusal> {
  const event: CommentEvent = { type: 'comment.refused', why: refusal.why }
  if (refusal.why !== 'nothingChanged') await record(ctx, place, [event])
  return refusal
}

/** Whoever is mentioned works here and may read this very comment: a message never leads to a closed door. */
async function strangers(ctx: Ctx, at: Commenting, written: Written, before: Comment | null): Promise<Refusal | null> {
  const strange = await strangeIn<typeof commentFields>(ctx, references, written, { mentions: before?.mentions ?? [] })
  if (strange.length > 0) return refuse('notARecord', strange)
  for (const id of written.mentions) {
    if (before?.mentions.includes(id) && before.audience === written.audience) continue
    const actor = await loadActor(ctx.tx, ctx.actor.organisationId, id, ctx.now)
    const seen = actor && (await at.asOther({ ...ctx, actor: actor.actor }, at.place.id, 'nb'))
    if (!seen || written.audience === null || !seen.audiences.includes(written.audience)) return refuse('cannotRead', ['mentions'])
  }
  return null
}

/** That somebody was mentioned, and where: never what was written (S0-17). */
async function tellMentioned(ctx: Ctx, { of }: Commenting, persons: readonly string[]): Promise<void> {
  const others = persons.filter((one) => one !== ctx.actor.personId)
  if (others.length === 0) return
  const title = inAll((locale) => texts(locale).mentioned)
  await tell(ctx, { kind: 'comment.mentioned', title, to: { persons: others }, reference: null, href: of.page })
}
