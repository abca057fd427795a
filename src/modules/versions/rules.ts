import { type Field, type Fields, isEmpty, sameAnswer } from '../../kernel/fields.ts'
import type { Content, Versioned } from '../../kernel/version.ts'
import type { Difference, Version } from './version.ts'

/** An answer as the page draws it: what is kept knows no moments, only their letters. */
export const asAnswer = (field: Field, kept: unknown): unknown =>
  field.kind === 'instant' && typeof kept === 'string' ? new Date(kept) : (kept ?? null)

/**
 * The answers that differ between two versions, in the order of their parts and questions: of those parts and questions alone that the
 * reader may see. What is empty in both is no difference, however it is written.
 */
export function differences(before: Content, after: Content, part: Versioned['part']): readonly Difference[] {
  const keys = [...new Set([...Object.keys(after), ...Object.keys(before)])]
  return keys.flatMap((key) =>
    Object.keys(part(key)?.fields ?? {}).flatMap((field) => {
      const [old, now] = [before[key]?.[field], after[key]?.[field]]
      const isSame = (isEmpty(old) && isEmpty(now)) || sameAnswer(old, now)
      return isSame ? [] : [{ part: key, field, before: old, after: now }]
    }),
  )
}

/** The parts with a name of their own that came or went as a whole: they are told as one, and not question by question. */
export function wholeParts(
  before: Content,
  after: Content,
  part: Versioned['part'],
): readonly { readonly key: string; readonly came: boolean }[] {
  return [...new Set([...Object.keys(after), ...Object.keys(before)])].flatMap((key) => {
    const known = part(key)
    if (!known?.title) return []
    return key in before === key in after ? [] : [{ key, came: key in after }]
  })
}

type Comparable = Pick<Version, 'version' | 'approved'>

/**
 * Which two one begins to compare: the last that was approved with the one approved before it; where only one was, that one with what
 * stands now. Null where there is nothing to compare. `all`: the newest first.
 */
export function firstCompared(all: readonly Comparable[]): { readonly from: number; readonly to: number } | null {
  const [last, before] = all.filter(({ approved }) => approved)
  const [newest, older] = all
  if (last && before) return { from: before.version, to: last.version }
  if (last && newest && newest.version !== last.version) return { from: last.version, to: newest.version }
  return newest && older ? { from: older.version, to: newest.version } : null
}

/** Whether anything is said in a part. */
export const isAnswered = (fields: Fields, kept: Content[string] | undefined): boolean =>
  Object.keys(fields).some((name) => !isEmpty(kept?.[name]))

/** The answers of one part of a version, as the page draws them. */
export const answersOf = (fields: Fields, kept: Content[string] | undefined): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, asAnswer(field, kept?.[name])]))
