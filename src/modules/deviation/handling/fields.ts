import type { Fields, Values } from '../../../kernel/fields.ts'

/** What handling adds: whether it is real, how far it goes, and what has been done to stop it (S3-19, S3-24, S4-138). */
export const handlingFields = {
  shortName: { kind: 'text', max: 80, guard: true },
  severity: { kind: 'choice', of: ['minor', 'moderate', 'serious', 'critical'] },
  reality: { kind: 'text', max: 4000, long: true, guard: true },
  extent: { kind: 'text', max: 4000, long: true, guard: true },
  proposedMeasures: { kind: 'text', max: 4000, long: true, guard: true },
  approach: { kind: 'text', max: 4000, long: true, guard: true },
  contained: { kind: 'choice', of: ['yes', 'partly', 'no'] },
  containedAt: { kind: 'instant' },
  containment: { kind: 'text', max: 4000, long: true, guard: true },
  /** Who was involved, as roles; names only where the organisation allows them (F5). */
  involved: { kind: 'text', max: 2000, long: true, guard: true },
} as const satisfies Fields
export type Handling = Values<typeof handlingFields>
