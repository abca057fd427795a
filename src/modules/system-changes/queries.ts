import type { Ctx } from '../../kernel/ctx.ts'
import { commentersOf } from '../comments/public.tsx'
import { personReference, personsWithRoles } from '../people/public.ts'
import { approvedSince } from '../risks/public.ts'
import { anySystemReference } from '../systems/public.ts'
import { asksForAnalysis } from './rules.ts'
import { store } from './store.ts'
import type { Participant, SystemChange } from './system-change.ts'

export const findChange = store.find

/** Who answers for what a change points at. */
export const references = { system: anySystemReference, owner: personReference, superUser: personReference, technical: personReference }
export const recordReferences = { ...references, registeredBy: personReference, decidedBy: personReference }

/** The approved analysis that a change rests on: of its system, and approved after the change had its size. Null: there is none yet. */
export const analysisFor = async (ctx: Ctx, { values }: SystemChange) =>
  values.system === null || values.sizedAt === null || !asksForAnalysis(values) ? null : approvedSince(ctx, values.system, values.sizedAt)

/** Those of the invited who have said what they think. IT as a whole has spoken when one who heads it has. */
export async function heard(ctx: Ctx, { id, values }: SystemChange): Promise<readonly Participant[]> {
  const [spoke, heads] = await Promise.all([commentersOf(ctx, { type: 'system_change', id }), personsWithRoles(ctx, ['itHead'])])
  const technical = values.technical === null ? heads.map((one) => one.id) : [values.technical]
  return [
    ...(values.superUser !== null && spoke.includes(values.superUser) ? (['superUser'] as const) : []),
    ...(technical.some((one) => spoke.includes(one)) ? (['technical'] as const) : []),
  ]
}

const mostOpen = 500
/** The changes of these systems that nobody has decided yet. */
export async function openChangesOf(ctx: Ctx, systems: readonly string[]): Promise<readonly string[]> {
  if (systems.length === 0) return []
  const rows = await ctx.tx
    .selectFrom('system_change')
    .select('id')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('system_id', 'in', [...systems])
    .where('status', '=', 'open')
    .orderBy('id')
    .limit(mostOpen)
    .execute()
  return rows.map(({ id }) => id)
}
