import { worksAs } from '../../kernel/actor.ts'
import { localDate } from '../../kernel/calendar/calendar.ts'
import type { Approvals, Ctx } from '../../kernel/ctx.ts'
import { fingerprint } from '../../kernel/seal.ts'
import { inAll } from '../../kernel/texts.ts'
import { approveRisk } from './commands.ts'
import { riskFields } from './fields.ts'
import { analysisOf, findRisk } from './queries.ts'
import { knownOwners } from './queries-known.ts'
import { planFingerprint } from './queries-parts.ts'
import { draftersOf, gapsOf, mayApprove, mayRead, waitsForApproval } from './rules.ts'
import { store } from './store.ts'
import { texts } from './texts.ts'

/** The system owner and the information security manager, two people (S4-117). It rests on the answers, the scenarios and the plan of measures. */
export async function approvalsOfRisk(ctx: Ctx, id: string): Promise<Approvals | undefined> {
  const record = await findRisk(ctx, id)
  if (!record || !mayRead(record, ctx.actor)) return undefined
  const { values } = record
  const analysis = await analysisOf(ctx, record)
  const plan = planFingerprint(analysis.scenarios, analysis.measures)
  const isOpen = gapsOf(analysis, plan, localDate(ctx.now)).length === 0
  return {
    page: `/ros/${id}`,
    name: inAll(() => values.name ?? ''),
    parts: [
      {
        part: 'owner',
        label: inAll((locale) => texts(locale).show.approvers.owner),
        may: mayApprove(record, await knownOwners(ctx, values), ctx.actor),
        person: values.owner,
        roles: ['controller'],
      },
      {
        part: 'ciso',
        label: inAll((locale) => texts(locale).show.approvers.ciso),
        may: worksAs(ctx.actor, 'ciso'),
        person: null,
        roles: ['ciso'],
      },
    ],
    restsOn: fingerprint(JSON.stringify([Object.keys(riskFields).map((name) => values[name as keyof typeof riskFields]), plan])),
    state: waitsForApproval(record) ? (isOpen ? 'open' : 'incomplete') : 'closed',
    missing: isOpen ? undefined : inAll((locale) => texts(locale).refusals.answersMissing),
    different: true,
    drafters: draftersOf(record),
    hold: (inTurn) => store.lock(inTurn, id),
    whole: async (inTurn) => {
      const outcome = await approveRisk(inTurn, id, record.version)
      return outcome.ok ? null : outcome
    },
  }
}
