import type { Approvals, Ctx } from '../../kernel/ctx.ts'
import { fingerprint } from '../../kernel/seal.ts'
import { inAll } from '../../kernel/texts.ts'
import { done } from './commands.ts'
import { assessmentOf, findDpia } from './queries.ts'
import { knownOwners } from './queries-known.ts'
import { approveDpia, draftersOf, mayApprove, mayRead, returnDpia, riskOwnerOf } from './rules.ts'
import { gapsOf, standingAdvice } from './rules-rounds.ts'
import { store } from './store.ts'
import { texts } from './texts.ts'

/** The risk owner decides, on what the assessment says and on the advice: nothing is decided without it (S4-080). */
export async function approvalsOfDpia(ctx: Ctx, id: string): Promise<Approvals | undefined> {
  const record = await findDpia(ctx, id)
  if (!record || !mayRead(record, ctx.actor)) return undefined
  const { values } = record
  const all = await assessmentOf(ctx, record)
  const missing = gapsOf(all).length
  const advice = standingAdvice(all)
  const isOpen = values.status === 'toDecide' && missing === 0
  const owner = riskOwnerOf(record)
  return {
    page: `/dpia/${id}`,
    name: inAll(() => values.name ?? ''),
    parts: [
      {
        part: 'riskOwner',
        label: inAll((locale) => texts(locale).fields.riskOwner.label),
        // The registers are asked for whoever it is about alone: everybody else's page has no need of it.
        may: owner === ctx.actor.personId && mayApprove(record, await knownOwners(ctx, values), ctx.actor),
        person: owner,
        roles: ['controller'],
      },
    ],
    restsOn: fingerprint(
      JSON.stringify([all.stamp, advice?.id, advice?.verdict, advice?.answer, values.waivedAt, values.consultationAnswer]),
    ),
    state: values.status === 'approved' || values.status === 'ended' ? 'closed' : isOpen ? 'open' : 'incomplete',
    missing: isOpen ? undefined : inAll((locale) => texts(locale).show.notReady),
    different: true,
    drafters: draftersOf(record),
    hold: (inTurn) => store.lock(inTurn, id),
    whole: async (inTurn) => {
      const outcome = await done(inTurn, id, record.version, (one) => approveDpia(all, one, missing, inTurn.now))
      return outcome.ok ? null : outcome
    },
    returned: async (inTurn) => {
      await done(inTurn, id, null, (one) => returnDpia(one, inTurn.now))
    },
  }
}
