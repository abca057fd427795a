import type { Approvals, Ctx } from '../../kernel/ctx.ts'
import { fingerprint } from '../../kernel/seal.ts'
import { inAll, type Locale } from '../../kernel/texts.ts'
import { findSystem } from '../systems/public.ts'
import { decommissionSystem } from './commands.ts'
import { endingReferences, findLife } from './queries.ts'
import { endingGaps, endingPoints, involved, playsPart } from './rules.ts'
import { store } from './store.ts'
import { texts } from './texts.ts'

/** Those who must be involved in a procurement: what they say rests on what is needed, and from whom it comes (S4-057, S4-058). */
export async function approvalsOfProcurement(ctx: Ctx, id: string): Promise<Approvals | undefined> {
  const [system, life] = [await findSystem(ctx, id), await findLife(ctx, id)]
  if (!system || !life || life.values.stage === 'need') return undefined
  const { kind, obtained, need, conditionsOfUse, conditionsOfManagement, stage } = life.values
  const roles = { it: 'itHead', dpo: 'dpo', ciso: 'ciso' } as const
  return {
    page: `/systemer/${id}`,
    name: inAll(() => system.values.name ?? ''),
    parts: involved(kind).map((part) => ({
      part,
      label: inAll((locale: Locale) => texts(locale).parts[part]),
      may: playsPart(part, ctx.actor),
      person: null,
      roles: [roles[part]],
    })),
    restsOn: fingerprint(
      JSON.stringify([kind, obtained, need, conditionsOfUse, conditionsOfManagement, system.values.name, system.values.suppliedBy]),
    ),
    state: stage === 'procurement' ? 'open' : 'closed',
    different: false,
    hold: (inTurn) => store.lock(inTurn, id),
    // The procurement is closed by a deed of its own: other gates than these may be open still.
    whole: async () => null,
  }
}

/** The owner and the Document Centre sign that a system has been taken safely out of use (S4-124). */
export async function approvalsOfEnding(ctx: Ctx, id: string): Promise<Approvals | undefined> {
  const [system, life] = [await findSystem(ctx, id), await findLife(ctx, id)]
  if (!system || !life || (life.values.stage !== 'ending' && life.values.stage !== 'ended')) return undefined
  const { owner, name } = system.values
  const { archivist, stage } = life.values
  const { personId } = ctx.actor
  return {
    page: `/systemer/${id}`,
    name: inAll(() => name ?? ''),
    parts: [
      {
        part: 'owner',
        label: inAll((locale: Locale) => texts(locale).parts.owner),
        may: owner === personId,
        person: owner,
        roles: ['ciso'],
      },
      {
        part: 'archive',
        label: inAll((locale: Locale) => texts(locale).parts.archive),
        may: playsPart('archive', ctx.actor),
        person: await stillHelps(ctx, archivist),
        roles: ['documentCentre'],
      },
    ],
    restsOn: fingerprint(JSON.stringify([owner, ...endingPoints.map((point) => life.values[point]), archivist])),
    state: stage === 'ended' ? 'closed' : endingGaps(life, owner).length > 0 ? 'incomplete' : 'open',
    different: true,
    hold: (inTurn) => store.lock(inTurn, id),
    whole: async (inTurn) => {
      const outcome = await decommissionSystem(inTurn, id)
      return outcome.ok ? null : outcome
    },
  }
}

/** Whoever was named and no longer does the work of the Document Centre is asked for nothing: the others there are. */
async function stillHelps(ctx: Ctx, archivist: string | null): Promise<string | null> {
  if (archivist === null) return null
  const named = await endingReferences.archivist.named(ctx, [archivist])
  return named.get(archivist)?.gone === false ? archivist : null
}
