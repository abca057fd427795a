import type { Refusal } from './change.ts'
import type { Workflow } from './workflow.ts'

/**
 * For tests: every step of a table, tried by each part from each status. Says where the rule and the drawn step differ: done though the table
 * does not have it, not done though it has, or led elsewhere. `trying`: the deed, by somebody who plays that part and no other.
 */
export const differing = <S extends string, A extends string, P extends string, N>(
  flow: Workflow<S, A, P>,
  statuses: readonly S[],
  parts: readonly P[],
  trying: Readonly<Record<A, (status: S, part: P) => Refusal | { readonly ok: true; readonly next: N }>>,
  statusOf: (next: N) => S | null,
): readonly string[] =>
  (Object.keys(flow) as A[]).flatMap((action) => {
    const { from, to, by } = flow[action]
    return statuses.flatMap((status) =>
      parts.flatMap((part) => {
        const outcome = trying[action](status, part)
        const isDrawn = from.includes(status) && by.includes(part)
        const tried = `${action} from ${status} by ${part}`
        if (!outcome.ok) return isDrawn ? [`${tried}: ${outcome.why}`] : []
        if (!isDrawn) return [`${tried}: done`]
        const next = statusOf(outcome.next)
        const leads = to === 'same' ? [status] : [to].flat()
        return leads.some((one) => one === next) ? [] : [`${tried}: to ${next}`]
      }),
    )
  })
