import type { Happening } from '../../kernel/change.ts'
import type { Values } from '../../kernel/fields.ts'
import type { Registered } from '../../register/rules.ts'
import type { issueFields, loanFields, loanRecordFields, orderFields, recordFields, statuses } from './fields.ts'

export type Order = Values<typeof orderFields>
export type Issue = Values<typeof issueFields>
export type Card = Registered<typeof recordFields>
export type Status = (typeof statuses)[number]
/** Where a card is: a card in use is on its way back once the last day of whoever has it is known. */
export type Place = Status | 'leaving' | 'handedIn' | 'forwarded'
/** What somebody is to a card. `receiver`: whoever gets it back from whoever leaves. */
export type Part = 'holder' | 'leader' | 'issuer' | 'receiver'
/** The deeds of a card, each with what has then happened. */
export const deeds = {
  passOn: 'passedOn',
  decline: 'declined',
  produce: 'produced',
  deliver: 'delivered',
  receive: 'received',
  reportLoss: 'lossReported',
  deactivate: 'deactivated',
  startReturn: 'returnStarted',
  handIn: 'handedIn',
  forward: 'forwarded',
  takeBack: 'takenBack',
} as const
export type Deed = keyof typeof deeds
export type CardEvent = Happening & {
  readonly type: `id_card.${'ordered' | 'registered' | 'replaced' | 'returnStopped' | (typeof deeds)[Deed]}`
}

export type Lending = Values<typeof loanFields>
export type Loan = Registered<typeof loanRecordFields>
export type LoanEvent = Happening & { readonly type: `loan_card.${'lent' | 'handedIn' | 'lossReported' | 'deactivated'}` }
