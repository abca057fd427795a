import type { Happening } from '../../kernel/change.ts'
import type { Values } from '../../kernel/fields.ts'
import type { RegisterEvent, Registered } from '../../register/rules.ts'
import type { adoptFields, articleFields, audiences, kinds, publishedFields, recordFields } from './fields.ts'

export type Answers = Values<typeof articleFields>
export type Article = Registered<typeof recordFields>
export type Part = 'keeper' | 'owner' | 'leader' | 'reviewer' | 'controller'
export type Deed = 'edit' | 'review' | 'adopt' | 'retire' | 'replace'
export type Status = NonNullable<Article['values']['status']>
export type Kind = (typeof kinds)[number]
export type Audience = (typeof audiences)[number]
export type Adoption = Values<typeof adoptFields>

/** The edition that is in force. */
export type Published = { readonly id: string; readonly values: Values<typeof publishedFields> }

/** One that readers had, and have no longer. */
export type Retired = {
  readonly id: string
  readonly values: Answers
  readonly on: string | null
  readonly instead: { readonly id: string; readonly values: Answers } | undefined
}

/** One that was in force, or is: `keepUntil` is known when another has taken its place. */
export type Edition = {
  readonly edition: number
  readonly content: Answers
  readonly adoptedBy: string
  readonly adoptedOn: string
  readonly minutes: string | null
  readonly publishedAt: Date
  readonly replacedOn: string | null
  readonly keepUntil: string | null
}

export type ArticleEvent =
  | RegisterEvent<'article'>
  | (Happening &
      (
        | { readonly type: 'article.reviewed' | 'article.retired' | 'article.replaced' }
        | { readonly type: 'article.adopted' | 'article.editionDeleted' | 'article.confirmed'; readonly edition: number }
      ))
