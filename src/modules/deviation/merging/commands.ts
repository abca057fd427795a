import { type Refusal, refuse } from '../../../kernel/change.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { newId } from '../../../kernel/ids.ts'
import { decideDeviation } from '../commands.ts'
import type { Deviation } from '../deviation.ts'
import { type CaseView, caseView } from '../queries.ts'
import type { By, DeviationOutcome } from '../rules.ts'
import { load } from '../store.ts'
import { caseNumbered, handles } from './queries.ts'
import { mergeAway, mergeIn, mergeRefused, together, unmergeAway, unmergeIn } from './rules.ts'

/** Two cases about one incident become one: this one points at the one that is named, which goes on for both. */
export async function mergeCases(ctx: Ctx, id: string, version: number | null, number: string): Promise<DeviationOutcome> {
  const into = await caseNumbered(ctx, number)
  if (!into) return refuse('noSuchCase', ['into'])
  await takeBoth(ctx, id, into)
  // Whoever may not handle the other learns nothing of it.
  if (!(await handles(ctx, into))) return refuse('noSuchCase', ['into'])
  const other = await load(ctx, into)
  const before = await load(ctx, id)
  if (!other || !before) return refuse('notFound')
  const outcome = await decideDeviation(ctx, id, version, (deviation, by) => mergeAway(deviation, other, by))
  if (outcome.ok) both(await decideDeviation(ctx, into, null, (deviation, by) => mergeIn(deviation, before, by)))
  return outcome
}

/** What would follow, for whoever is to say yes to it: the other case, and how it stands afterwards. Nothing is changed. */
export async function lookAtMerge(
  ctx: Ctx,
  view: CaseView,
  number: string,
): Promise<{ readonly ok: true; readonly next: Looked } | Refusal> {
  const into = await caseNumbered(ctx, number)
  if (!into || !(await handles(ctx, into))) return refuse('noSuchCase', ['into'])
  const other = await caseView(ctx, into)
  if (!other) return refuse('noSuchCase', ['into'])
  const by = (of: CaseView): By => ({ actor: ctx.actor, parts: of.parts, profile: of.profile, now: ctx.now, newId: newId(ctx.now) })
  const refusal = mergeRefused(view.deviation, other.deviation, by(view))
  return refusal ?? { ok: true, next: { other, after: together(other.deviation, view.deviation, by(other)) } }
}
export type Looked = { readonly other: CaseView; readonly after: Deviation }

/** Within a day the two go their own ways again. */
export async function partCases(ctx: Ctx, id: string, version: number | null): Promise<DeviationOutcome> {
  const merged = await load(ctx, id)
  const into = merged?.mergedInto
  if (!merged || !into) return refuse('notNow')
  await takeBoth(ctx, id, into)
  const other = await load(ctx, into)
  if (!other || !(await handles(ctx, into))) return refuse('notAllowed')
  const outcome = await decideDeviation(ctx, id, version, (deviation, by) => unmergeAway(deviation, other, by))
  if (outcome.ok) both(await decideDeviation(ctx, into, null, (deviation, by) => unmergeIn(deviation, merged, by)))
  return outcome
}

/** In the order of their ids, so that two who merge them towards each other do not wait for one another. */
async function takeBoth(ctx: Ctx, one: string, other: string): Promise<void> {
  for (const id of [one, other].sort()) await load(ctx, id, true)
}

/** Both or neither: what one of them refuses takes the whole deed back. */
function both(outcome: DeviationOutcome): void {
  if (!outcome.ok) throw new Error(`one of two merged cases refused: ${outcome.why}`)
}
