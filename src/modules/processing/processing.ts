import type { Happening } from '../../kernel/change.ts'
import type { Values } from '../../kernel/fields.ts'
import type { RegisterEvent, Registered } from '../../register/rules.ts'
import type { checkFields, points, processingFields, recordFields } from './fields.ts'

export type Answers = Values<typeof processingFields>
export type Processing = Registered<typeof recordFields>
export type Part = 'writer' | 'controller' | 'approver'
export type Status = NonNullable<Processing['values']['status']>

export type Point = (typeof points)[number]
export type Check = Values<typeof checkFields>
export type Checks = Readonly<Partial<Record<Point, Check>>>

export type Deed = 'notify' | 'permit' | 'approve' | 'confirm' | 'end'
export type Action = Deed | 'edit' | 'editApproved' | 'check'

export type ProcessingEvent =
  | RegisterEvent<'processing'>
  | (Happening &
      (
        | { readonly type: 'processing.notified'; readonly daysLate: number }
        | {
            readonly type:
              | 'processing.permitted'
              | 'processing.forbidden'
              | 'processing.approved'
              | 'processing.confirmed'
              | 'processing.ended'
          }
        | { readonly type: 'processing.checked'; readonly point: Point }
      ))
