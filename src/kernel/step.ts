import type { ComponentChildren } from 'preact'

/** One thing that is to be done with a record now, for its page. */
export type Step = {
  readonly title: string
  readonly text?: string | undefined
  /** By when; null: no day is set. */
  readonly due: Date | null
  /** Whoever reads is to do it. */
  readonly mine: boolean
  /** On whom it waits, where it is another's. */
  readonly who: string | null
  /** What is pressed. */
  readonly deed?: ComponentChildren
}

/**
 * The same as a module knows it. `kind`: the task that it is, where there is one; that says by when and whose it is, and `title` may be left
 * to it. `may`: whoever reads may do it, asked of what is nobody's task. `whenTask`: it is nothing to do without its task.
 */
export type OwnStep = {
  readonly kind: string
  readonly title?: string
  readonly text?: string
  readonly deed: ComponentChildren
  readonly may: boolean
  readonly whenTask?: true
}

/** Those of the reader first, and of them what is due first; what has no day stands where its module put it. */
const inOrder = <S extends Step>(steps: readonly S[]): readonly S[] =>
  [...steps].sort((a, b) => Number(b.mine) - Number(a.mine) || (a.due?.getTime() ?? never) - (b.due?.getTime() ?? never))
const never = Number.MAX_SAFE_INTEGER

/**
 * What a record's page says first: one step, and what is past its day beside it, so that a quiet step never hides a clock that has
 * run out. Null: nothing is to be done.
 */
export function nextOf<S extends Step>(steps: readonly S[], now: Date): { readonly step: S; readonly late: S | null } | null {
  const [step, ...others] = inOrder(steps)
  if (!step) return null
  const isLate = ({ due }: Step) => due !== null && due < now
  return { step, late: isLate(step) ? null : (inOrder(others).find(isLate) ?? null) }
}
