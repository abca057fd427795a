import type { Happening } from '../../kernel/change.ts'
import type { Values } from '../../kernel/fields.ts'
import type { RegisterEvent, Registered } from '../../register/rules.ts'
import type { authorities, delegationFields } from './fields.ts'

export type Authority = (typeof authorities)[number]
export type DelegationValues = Values<typeof delegationFields>
export type Delegation = Registered<typeof delegationFields>
export type DelegationEvent = RegisterEvent<'delegation'> | (Happening & { readonly type: 'delegation.given' })
