import type { Refusal } from '../../kernel/change.ts'
import type { Approvals, Ctx } from '../../kernel/ctx.ts'
import { fingerprint } from '../../kernel/seal.ts'
import { inAll, type Locale } from '../../kernel/texts.ts'
import { profileOf } from '../organisation/public.ts'
import { leaderOfUnit } from '../people/public.ts'
import { approveProcessing } from './commands.ts'
import { processingFields } from './fields.ts'
import { processingProfile } from './profile.ts'
import { findProcessing } from './queries.ts'
import { mayApprove, responsibleKnown, waitsForApproval, whyNotApproved } from './rules.ts'
import { store } from './store.ts'
import { texts } from './texts.ts'

/** One approves an activity: whoever answers for it day by day, or the controller. It rests on all that the record asks. */
export async function approvalsOfProcessing(ctx: Ctx, id: string): Promise<Approvals | undefined> {
  const record = await findProcessing(ctx, id)
  if (!record) return undefined
  const { values } = record
  const head = values.unit === null ? undefined : await leaderOfUnit(ctx, values.unit)
  const missing = whyNotApproved(values, processingProfile(await profileOf(ctx)))
  return {
    page: `/behandlinger/${id}`,
    name: inAll(() => values.name ?? ''),
    parts: [
      {
        part: 'responsible',
        label: inAll((locale) => texts(locale).show.approver),
        may: mayApprove(record, ctx.actor),
        person: responsibleKnown(record) ?? head?.id ?? null,
        roles: ['controller'],
      },
    ],
    restsOn: fingerprint(JSON.stringify(Object.keys(processingFields).map((name) => values[name as keyof typeof processingFields]))),
    state: waitsForApproval(values) ? (missing ? 'incomplete' : 'open') : 'closed',
    missing: missing ? inAll((locale) => whyIn(locale, missing)) : undefined,
    different: false,
    hold: (inTurn) => store.lock(inTurn, id),
    whole: async (inTurn) => {
      const outcome = await approveProcessing(inTurn, id, record.version)
      return outcome.ok ? null : outcome
    },
  }
}

function whyIn(locale: Locale, { why }: Refusal): string {
  const words: Readonly<Record<string, string>> = texts(locale).refusals
  return words[why] ?? ''
}
