import type { Values } from '../../kernel/fields.ts'
import type { RegisterEvent, Registered } from '../../register/rules.ts'
import type { classes, classifyFields, placeFields, verdicts } from './fields.ts'

export type InformationClass = (typeof classes)[number]
export type Verdict = (typeof verdicts)[number]
export type Place = Registered<typeof placeFields>
export type PlaceValues = Values<typeof placeFields>
export type Classified = Values<typeof classifyFields>
export type PlaceEvent = RegisterEvent<'storage_place'>
