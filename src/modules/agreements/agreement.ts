import type { Happening } from '../../kernel/change.ts'
import type { Values } from '../../kernel/fields.ts'
import type { RegisterEvent, Registered } from '../../register/rules.ts'
import type {
  agreementFields,
  auditFields,
  dataFields,
  endFields,
  parties,
  recordFields,
  signatureFields,
  subProcessorFields,
} from './fields.ts'

export type Answers = Values<typeof agreementFields>
export type Agreement = Registered<typeof recordFields>
export type Status = NonNullable<Agreement['values']['status']>

export type Party = (typeof parties)[number]
export type Signature = Values<typeof signatureFields>
export type Ending = Values<typeof endFields>
export type DataAtEnd = Values<typeof dataFields>

type Line<V> = { readonly id: string; readonly values: V }
export type SubProcessor = Line<Values<typeof subProcessorFields>>
export type Audit = Line<Values<typeof auditFields>>

export const actions = ['sign', 'enter', 'end', 'confirmData', 'renew', 'subProcessors', 'audits'] as const
export type Action = (typeof actions)[number]
export type Part = 'keeper'

export type AgreementEvent =
  | RegisterEvent<'agreement'>
  | (Happening &
      (
        | { readonly type: 'agreement.signed'; readonly party: Party }
        | { readonly type: 'agreement.signatureWithdrawn'; readonly party: Party }
        | { readonly type: 'agreement.ended'; readonly fields: readonly string[] }
        | {
            readonly type:
              | 'agreement.signaturesFell'
              | 'agreement.inForce'
              | 'agreement.replaced'
              | 'agreement.dataConfirmed'
              | 'agreement.renewed'
              | 'agreement.subProcessorSaved'
              | 'agreement.subProcessorRemoved'
              | 'agreement.auditPlanned'
              | 'agreement.auditHeld'
              | 'agreement.documentMade'
          }
      ))
