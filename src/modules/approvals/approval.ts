import type { Happening } from '../../kernel/change.ts'

export const verdicts = ['approved', 'returned'] as const
export type Verdict = (typeof verdicts)[number]

/** What one of those who must approve said. `fell`: when and why it no longer counts. */
export type Given = {
  readonly id: string
  readonly part: string
  readonly verdict: Verdict
  readonly restsOn: string
  readonly reason: string | null
  readonly by: string
  readonly onBehalfOf: string | null
  readonly at: Date
  readonly fell: { readonly at: Date; readonly because: 'changed' | 'withdrawn' | 'replaced' } | null
}

/** Whom the holder of a part has let say it instead. */
export type StandIn = { readonly part: string; readonly person: string; readonly by: string; readonly at: Date }

export type ApprovalEvent = Happening &
  (
    | { readonly type: 'approval.given' | 'approval.returned' | 'approval.withdrawn' | 'approval.handedOn'; readonly part: string }
    | { readonly type: 'approval.fell'; readonly parts: readonly string[] }
  )
