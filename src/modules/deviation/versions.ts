import type { Fields } from '../../kernel/fields.ts'
import type { Content } from '../../kernel/version.ts'
import { criteria } from './assessed.ts'
import type { Deviation } from './deviation.ts'
import { assessmentFields } from './fields-assessment.ts'
import { closingFields } from './fields-closing.ts'
import { handlingFields } from './fields-handling.ts'
import { measureFields, reportFields } from './fields-report.ts'
import { awareFields, extentFields } from './fields-times.ts'

/** The parts of a case that its history keeps, each measure a part. Decisions and signatures stand by themselves, and are never changed. */
export const versionedParts = {
  report: reportFields,
  handling: handlingFields,
  assessment: { ...assessmentFields, criteria: { kind: 'choices', of: criteria } },
  closing: closingFields,
  times: { ...awareFields, ...extentFields },
  measure: measureFields,
} as const satisfies Readonly<Record<string, Fields>>
export type VersionedPartName = keyof typeof versionedParts

/** The part that a key of the content names: `measure:019a…` is a measure. */
export function partNamed(key: string): VersionedPartName | undefined {
  const name = key.split(':')[0] ?? ''
  return Object.hasOwn(versionedParts, name) ? (name as VersionedPartName) : undefined
}

/** What a case says that may be edited. Who reported is no part of it (S4-131). */
export const contentOf = (d: Deviation): Content => ({
  report: d.report,
  handling: d.handling,
  assessment: { ...d.assessment, criteria: criteria.filter((one) => d.ticks.some((tick) => tick.criterion === one)) },
  times: { awareAt: d.awareAt, reason: d.awareReason, extentConfirmedAt: d.extentConfirmedAt },
  ...Object.fromEntries(d.measures.map(({ id, ...measure }) => [`measure:${id}`, measure])),
  closing: d.closing,
})

/** Whether a deed changed anything of it: to take a case, or to sign, makes no version. */
export const saysElse = (before: Content, next: Content): boolean => JSON.stringify(before) !== JSON.stringify(next)
