import type { Happening } from '../../kernel/change.ts'
import type { Values } from '../../kernel/fields.ts'
import type { lifeFields } from './fields.ts'

export type LifeValues = Values<typeof lifeFields>
/** `id` is the system's. */
export type Life = { readonly id: string; readonly version: number; readonly values: LifeValues }
export type Part = 'asker' | 'keeper' | 'signers' | 'appointer'
export type Deed =
  | ('writeNeed' | 'beginProcurement' | 'writeProcurement' | 'closeProcurement' | 'takeIntoUse')
  | ('beginEnding' | 'stopEnding' | 'writeEnding' | 'decommission' | 'appoint')
export type Stage = NonNullable<LifeValues['stage']>

export type Consultation = {
  readonly id: string
  readonly question: string
  readonly askedBy: string
  readonly askedAt: Date
  readonly answer: string | null
  readonly answeredBy: string | null
  readonly answeredAt: Date | null
}

/** What must be settled before a procurement is closed. */
export type Gate = 'rules' | 'byDesign' | 'byDefault' | 'owner' | 'consulted' | 'it' | 'dpo' | 'ciso'

export type LifeEvent = Happening & {
  readonly type:
    | 'system.needWritten'
    | 'system.procurementBegun'
    | 'system.procurementWritten'
    | 'system.procured'
    | 'system.taken'
    | 'system.endingBegun'
    | 'system.endingWritten'
    | 'system.endingStopped'
    | 'system.decommissioned'
    | 'system.superUserAppointed'
    | 'system.dpoAsked'
    | 'system.dpoAnswered'
}
