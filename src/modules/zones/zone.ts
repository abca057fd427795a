import type { Values } from '../../kernel/fields.ts'
import type { RegisterEvent } from '../../register/rules.ts'
import type { zoneFields } from './fields.ts'

export type ZoneValues = Values<typeof zoneFields>
export type ZoneEvent = RegisterEvent<'premises_zone'>
