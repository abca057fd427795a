import type { Fields, Values } from '../../../kernel/fields.ts'

/** Why somebody is called: the leader, somebody from IT, others who may have influence (S3-20). */
export const callings = ['leader', 'it', 'system', 'handler', 'other'] as const
export type Calling = (typeof callings)[number]

export const meetingFields = {
  at: { kind: 'instant', required: true },
  place: { kind: 'text', max: 200, guard: true },
  others: { kind: 'text', max: 500, guard: true },
  agenda: { kind: 'text', max: 4000, long: true, guard: true },
} as const satisfies Fields

/** One more than those suggested. */
export const anotherField = { another: { kind: 'reference' } } as const satisfies Fields

export const minutesFields = {
  minutes: { kind: 'text', max: 12_000, long: true, guard: true, required: true },
  decisions: { kind: 'text', max: 4000, long: true, guard: true },
} as const satisfies Fields

export type Participant = { readonly person: string; readonly as: Calling }
export type Meeting = Values<typeof meetingFields> &
  Values<typeof minutesFields> & {
    readonly id: string
    readonly at: Date
    readonly participants: readonly Participant[]
    readonly calledBy: string
    readonly minutesAt: Date | null
    readonly minutesBy: string | null
  }
