import type { Localised } from '../../../kernel/texts.ts'
import type { SourceKey } from './sources.ts'

/** Which organisations have a text: all, or those that let sensitive data be sent inside when the message is marked. */
export type ForWhom = 'all' | 'markedMail'

/** A text that is there to begin with, in each language. `inForce`: readers have it at once; the others are drafts until they are adopted. */
export type ReadyMade = {
  readonly key: string
  readonly kind: 'article' | 'handbook' | 'routine' | 'guideline' | 'tip'
  readonly for: ForWhom
  readonly audiences: readonly ('employee' | 'leader' | 'pupil' | 'partner' | 'resident')[]
  readonly title: Localised
  readonly body: Localised
  readonly sources?: readonly SourceKey[]
  readonly mustConfirm?: true
  readonly shownAt?: readonly ('checklist' | 'print')[]
  readonly inForce: boolean
}
