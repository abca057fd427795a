import type { Logger } from 'pino'
import type { Database } from '../db/database.ts'
import type { Ctx, House } from '../kernel/ctx.ts'
import type { Locale } from '../kernel/texts.ts'
import type { loadActor } from '../modules/people/public.ts'
import type { ColorScheme, Said } from '../ui/layout.tsx'

export type ServerParts = {
  readonly db: Database
  readonly house: House
  /** Fills an empty installation with example data, when somebody chooses that at set-up. */
  readonly example: (ctx: Ctx) => Promise<void>
  readonly clock: () => Date
  readonly log: Logger
  readonly trustedProxies: readonly string[]
  /** Addresses that are us, for the check of Origin. */
  readonly origins: ReadonlySet<string>
}

/** Everything a person may be shown in one page's frame. */
export type Signed = NonNullable<Awaited<ReturnType<typeof loadActor>>> & { readonly unread: number }

export type Visit = {
  readonly locale: Locale
  readonly scheme: ColorScheme
  readonly signed: Signed | null
  readonly path: string
  /** The page to come back to when it is drawn in another language: `path`, or where the form that was posted is filled in. */
  readonly from: string
  readonly said: Said | null
  /** When the session ends, if nothing more is done. */
  readonly ends?: Date
}
