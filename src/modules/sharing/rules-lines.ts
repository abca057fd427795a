import type { Shareable } from '../../kernel/shared.ts'
import type { Content } from '../../kernel/version.ts'
import { partOf } from './rules.ts'
import type { LineIds } from './sharing.ts'

// Lines of a record (scenarios, measures, sub-processors) have ids of their own in each record that was taken. These say which is which.

/** The other way: the id at the source by ours. */
export const atSource = (ids: LineIds): LineIds => Object.fromEntries(Object.entries(ids).map(([source, own]) => [own, source]))

const idOf = (ids: LineIds, id: string): string => (Object.hasOwn(ids, id) ? (ids[id] ?? id) : id)

/** The key of a line, by its other id; that of the record itself is the same. */
export const keyBy = (ids: LineIds, key: string): string => {
  const [part, line] = key.split('.')
  return line === undefined ? key : `${part}.${idOf(ids, line)}`
}

/** One line or record, where it points at other lines of the same record. */
export function answersBy(kind: Shareable, key: string, ids: LineIds, said: Content[string]): Content[string] {
  const part = partOf(kind, key)
  if (!part) return said
  return Object.fromEntries(
    Object.entries(said).map(([name, value]) => {
      const field = part.fields[name]?.kind
      if ((field !== 'reference' && field !== 'references') || Object.hasOwn(part.references, name)) return [name, value]
      if (Array.isArray(value)) return [name, value.map((id) => idOf(ids, String(id))).sort()]
      return [name, typeof value === 'string' ? idOf(ids, value) : value]
    }),
  )
}

/** All that a record says, by the other ids of its lines. */
export const contentBy = (kind: Shareable, ids: LineIds, content: Content): Content =>
  Object.fromEntries(Object.entries(content).map(([key, said]) => [keyBy(ids, key), answersBy(kind, key, ids, said)]))
