import type { Fields, Values } from '../../kernel/fields.ts'

const text = { kind: 'text', max: 12_000, long: true, guard: true } as const

/** The documentation every breach must have, also a small one: GDPR art. 33(5), S3-06, S3-07. */
export const documentationFields = {
  circumstances: { ...text, required: true },
  volume: { ...text, required: true },
  actualEffects: { ...text, required: true },
  correction: { ...text, required: true },
} as const satisfies Fields

/** What is learnt (S4-125). */
export const lessonFields = {
  lessons: { ...text, required: true },
  routineChange: { ...text, required: true },
  newSolution: text,
} as const satisfies Fields

/** The memo in six parts (S4-149 to S4-154). */
export const memoFields = {
  memoBriefing: { ...text, required: true },
  memoIncident: { ...text, required: true },
  memoRules: { ...text, required: true },
  memoDiscussion: { ...text, required: true },
  memoAssessment: { ...text, required: true },
  memoConclusion: { ...text, required: true },
} as const satisfies Fields

export const closingFields = { ...documentationFields, ...lessonFields, ...memoFields, proposal: text } as const satisfies Fields
export type Closing = Values<typeof closingFields>

/** Why a case is closed, sent back or opened again. */
export const reasonFields = { reason: { kind: 'text', max: 4000, long: true, guard: true, sometimes: true } } as const satisfies Fields

/** Some of the answers in their order: what an editor of them saw. */
export const closingPart = (closing: Closing, names: readonly string[]): readonly unknown[] =>
  (Object.keys(closingFields) as (keyof Closing)[]).filter((name) => names.includes(name)).map((name) => closing[name])
