import type { Refusal } from './change.ts'
import { type Asked, notAllowed, nothing, type Page, type PostAnswer, type Redirect } from './http.ts'

// The road of every request for a record: `door`, then `parse` (fields.ts), then one command, then `answered`.

type Answer = { readonly kind: string }

/**
 * Opens a record for whoever asks, or answers in its place: it is not there for them, or this page of it is not. A record has
 * no `kind`; an answer has.
 */
export const door =
  <F extends object>(open: (asked: Asked) => Promise<F>) =>
  <A>(answer: (asked: Asked, record: Exclude<F, Answer>) => A | Promise<A>) =>
  async (asked: Asked): Promise<A | Extract<F, Answer>> => {
    const found = await open(asked)
    return 'kind' in found ? (found as Extract<F, Answer>) : answer(asked, found as Exclude<F, Answer>)
  }

/** The same page once more, with what is wrong with what was posted, or beside what another has written meanwhile. */
export const again = <S extends 409 | 422 | 429 | 503>(status: S, page: Page): Page & { readonly status: S } => ({ ...page, status })

type Ways<T> = {
  readonly done: (next: T) => Redirect | Promise<Redirect>
  /** Pressed twice, or saved as it stood. Absent: refused like the rest. */
  readonly nothingChanged?: () => Redirect | Promise<Redirect>
  /** 409: somebody was there first. 422: the rule says no, and says where. */
  readonly refused: (refusal: Refusal, status: 409 | 422) => PostAnswer | Promise<PostAnswer>
}

/** What a command came to, as an answer. Of what somebody may not see they learn nothing, here neither. */
export async function answered<T>(outcome: { readonly ok: true; readonly next: T } | Refusal, ways: Ways<T>): Promise<PostAnswer> {
  if (outcome.ok) return ways.done(outcome.next)
  if (outcome.why === 'notFound') return nothing
  if (outcome.why === 'notAllowed') return notAllowed
  if (outcome.why === 'nothingChanged' && ways.nothingChanged) return ways.nothingChanged()
  return ways.refused(outcome, outcome.why === 'stale' ? 409 : 422)
}
