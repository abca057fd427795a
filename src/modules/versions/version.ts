import type { Content } from '../../kernel/version.ts'

/** One saved edit. `at` null: it stood so when its history began. */
export type Version = {
  readonly version: number
  readonly at: Date | null
  readonly byId: string | null
  readonly byKind: 'person' | 'protected' | 'clockwork'
  readonly approved: boolean
  readonly content: Content
}

/** One answer that an edit changed. */
export type Difference = { readonly part: string; readonly field: string; readonly before: unknown; readonly after: unknown }
