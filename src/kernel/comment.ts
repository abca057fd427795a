import type { Ctx } from './ctx.ts'
import type { Locale } from './texts.ts'

/** Who reads a comment: those who keep or handle the record, or everybody who may open it. */
export const audiences = ['handlers', 'all'] as const
export type Audience = (typeof audiences)[number]

/** A record that may be commented, for one reader: which comments they read, and may write. */
export type Commented = {
  readonly page: string
  readonly name: string
  readonly audiences: readonly Audience[]
  /** The page of a case is its parts, a line each. */
  readonly folded?: true
}
export type CommentedOf = (ctx: Ctx, id: string, locale: Locale) => Promise<Commented | undefined>
