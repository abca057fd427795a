import type { Happening } from '../../kernel/change.ts'
import type { Values } from '../../kernel/fields.ts'
import type { Registered } from '../../kernel/register.ts'
import type { systemFields } from './fields.ts'

export type SystemValues = Values<typeof systemFields>
export type System = Registered<typeof systemFields>
export type SystemEvent = Happening &
  ({ readonly type: 'system.added' } | { readonly type: 'system.edited'; readonly fields: readonly string[] })
