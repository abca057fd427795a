import type { Happening } from '../../kernel/change.ts'
import type { Values } from '../../kernel/fields.ts'
import type { RegisterEvent, Registered } from '../../register/rules.ts'
import type { changeFields, recordFields } from './fields.ts'

export type Answers = Values<typeof changeFields>
export type SystemChange = Registered<typeof recordFields>
export type Status = NonNullable<SystemChange['values']['status']>
/** Who is invited to say what they think of a change, beside whoever answers for it. */
export type Participant = 'superUser' | 'technical'

export type SystemChangeEvent =
  | RegisterEvent<'system_change'>
  | (Happening & { readonly type: 'system_change.approved' | 'system_change.withdrawn' })
