import type { Approvals, Ctx, Reviewed } from '../../kernel/ctx.ts'
import { fingerprint } from '../../kernel/seal.ts'
import { inAll } from '../../kernel/texts.ts'
import { markReviewed } from './commands.ts'
import { articleFields } from './fields.ts'
import { byName } from './in-language.ts'
import { findArticle } from './queries.ts'
import { isWritten, mayEdit, mayKeep } from './rules.ts'
import { store } from './store.ts'
import { texts } from './texts.ts'

/** Somebody who answers for guidance in the whole organisation reviews a text before it is adopted. It rests on all that is written. */
export async function approvalsOfArticle(ctx: Ctx, id: string): Promise<Approvals | undefined> {
  const record = await findArticle(ctx, id)
  if (!record) return undefined
  const { values } = record
  const open = isWritten(values) ? 'open' : 'incomplete'
  return {
    page: `/artikler/${id}`,
    name: inAll((locale) => byName(values, locale)),
    parts: [
      {
        part: 'reviewer',
        label: inAll((locale) => texts(locale).show.reviewer),
        may: mayKeep(ctx.actor),
        person: null,
        roles: ['dpo', 'ciso', 'privacyAdviser'],
      },
    ],
    restsOn: fingerprint(JSON.stringify(Object.keys(articleFields).map((name) => values[name as keyof typeof articleFields]))),
    state: values.status === 'draft' ? open : 'closed',
    missing: isWritten(values) ? undefined : inAll((locale) => texts(locale).refusals.textMissing),
    different: false,
    hold: (inTurn) => store.lock(inTurn, id),
    whole: async (inTurn) => {
      const outcome = await markReviewed(inTurn, id, record.version)
      return outcome.ok ? null : outcome
    },
  }
}

/** Once a year its owner looks through it (S3-01). */
export async function reviewOfArticle(ctx: Ctx, id: string): Promise<Reviewed | undefined> {
  const record = await findArticle(ctx, id)
  if (!record || record.values.status === 'retired') return undefined
  const may = mayEdit(record, ctx.actor)
  const { owner } = record.values
  return {
    page: `/artikler/${id}`,
    name: inAll((locale) => byName(record.values, locale)),
    owner,
    roles: ['dpo', 'ciso'],
    mayPlan: may,
    mayReview: may,
  }
}
