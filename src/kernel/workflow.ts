/**
 * The steps of a record, as data. Who may take a step is named by part, not by role: "assessor" is the data protection
 * officer in one organisation and a central office in another, and the profile says which (requirements F1–F7).
 */
export type Step<Status extends string, Part extends string> = {
  readonly from: readonly Status[]
  /** 'same': a deed that does not move the record. Several: which of them follows from what the record says. */
  readonly to: Status | 'same' | readonly Status[]
  readonly by: readonly Part[]
  readonly needs?: { readonly reason?: true }
}
export type Workflow<Status extends string, Action extends string, Part extends string> = { readonly [A in Action]: Step<Status, Part> }

/** Whether somebody plays a part that the step is for, wherever the record stands. */
export const plays = <S extends string, P extends string>({ by }: Step<S, P>, parts: ReadonlySet<P>): boolean =>
  by.some((part) => parts.has(part))

/** Whether the step goes out from where the record stands. Who may take it is asked beside it, where another rule or the approvals know. */
export const goesFrom = <S extends string, P extends string>({ from }: Step<S, P>, status: S | null): boolean =>
  status !== null && from.includes(status)

/** The same answer decides whether a button is shown and whether the deed is done. */
export const mayTake = <S extends string, P extends string>(step: Step<S, P>, status: S, parts: ReadonlySet<P>): boolean =>
  goesFrom(step, status) && plays(step, parts)

export const openActions = <S extends string, A extends string, P extends string>(
  flow: Workflow<S, A, P>,
  status: S,
  parts: ReadonlySet<P>,
): readonly A[] => (Object.keys(flow) as A[]).filter((action) => mayTake(flow[action], status, parts))
