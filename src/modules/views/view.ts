import type { Happening } from '../../kernel/change.ts'
import type { Values } from '../../kernel/fields.ts'
import type { RegisterEvent, Registered } from '../../register/rules.ts'
import type { viewFields } from './fields.ts'

export type ViewValues = Values<typeof viewFields>
export type SavedView = Registered<typeof viewFields>
export type ViewEvent = RegisterEvent<'view'> | (Happening & { readonly type: 'view.removed' })
