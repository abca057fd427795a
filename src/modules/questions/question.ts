import type { Role } from '../../kernel/actor.ts'
import type { Happening, Refused } from '../../kernel/change.ts'
import type { Values } from '../../kernel/fields.ts'
import type { Registered } from '../../register/rules.ts'
import type { answerFields, askFields, openFields, recordFields, shareFields } from './fields.ts'

export type Asking = Values<typeof askFields>
export type AskingOpenly = Values<typeof openFields>
export type Answer = Values<typeof answerFields>
export type Sharing = Values<typeof shareFields>
export type Kind = NonNullable<Asking['kind']>
export type SentTo = NonNullable<Asking['sentTo']>

/** One that the data protection officer lets read a question: a person, or those who work as a role. */
export type Share = {
  readonly id: string
  readonly person: string | null
  readonly role: Role | null
  readonly reason: string
  readonly sharedAt: Date
  readonly endedAt: Date | null
}
/** A question with those it is shared with: they may read it too. */
export type Question = Registered<typeof recordFields> & { readonly shares: readonly Share[] }

export type QuestionEvent =
  | (Happening & { readonly type: `question.${'sent' | 'answered' | 'closed' | 'shared' | 'shareEnded' | 'rerouted'}` })
  | Refused<'question'>

/** Whom it came to: people by name, or those who work as a role. */
export type Receivers =
  | { readonly persons: readonly string[]; readonly office: null }
  | { readonly persons: readonly []; readonly office: 'dpo' | 'ciso' }
