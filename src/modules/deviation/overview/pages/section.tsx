import type { Actor } from '../../../../kernel/actor.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import type { CaseView } from '../../queries.ts'
import type { CaseSurroundings } from '../queries-case.ts'

/** What every section of the case's page is given. */
export type CaseProps = {
  readonly view: CaseView
  readonly surroundings: CaseSurroundings
  readonly actor: Actor
  readonly locale: Locale
  readonly now: Date
  /** What a log entry says. */
  readonly sentence: (event: { readonly type: string; readonly data: unknown }) => string
}
