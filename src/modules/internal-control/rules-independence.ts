import type { Role } from '../../kernel/actor.ts'
import { type Refusal, refuse } from '../../kernel/change.ts'
import type { Values } from '../../kernel/fields.ts'
import type { auditFields } from './fields.ts'

// Whoever audits is impartial (ISO/IEC 27001:2022 9.2.2 b, read 2026-11-30): nobody audits
// what they lead or work in. It may be so small here that somebody must; then it is said why it is impartial all the same.

export type AuditAnswers = Values<typeof auditFields>
/** Somebody who leads an audit or takes part in it, and leads or belongs to a unit that is audited. */
export type Tie = { readonly person: string; readonly name: string; readonly unit: string; readonly leads: boolean }

/** Those who could lead one. */
export const auditors = ['dpo', 'ciso', 'controller', 'privacyAdviser', 'gdprUnit', 'auditor'] as const satisfies readonly Role[]
/** Who leads it, and who takes part. */
export const auditedBy = ({ leader, team }: Pick<AuditAnswers, 'leader' | 'team'>): readonly string[] => [
  ...new Set([...(leader === null ? [] : [leader]), ...team]),
]

const decides = ['kind', 'leader', 'team', 'units'] as const
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
/**
 * Asked of our own audits until they have been held, and afterwards where somebody is put in another's place: that people have moved since
 * makes no audit less impartial. `ties`: of what is written now.
 */
export function independenceRefused(before: AuditAnswers | null, next: AuditAnswers, ties: readonly Tie[]): Refusal | null {
  if (next.kind !== 'internal' || next.independence !== null || ties.length === 0) return null
  const wasHeld = before !== null && before.heldOn !== null
  if (wasHeld && decides.every((field) => isSame(before[field], next[field]))) return null
  return refuse('notIndependent', ['independence'])
}
/** What is said of it on its page and in its report: those of today before it is held; afterwards what was answered to then. */
export const tiesSaid = (values: AuditAnswers, ties: readonly Tie[]): readonly Tie[] =>
  values.kind === 'internal' && (values.heldOn === null || values.independence !== null) ? ties : []
