/** What an editor saw: the case's version, and the mark of the part being edited. */
export type Seen = { readonly version: number | null; readonly mark: string | null }

/** Whether the part stands as the editor saw it: nobody has touched the case, or nobody has touched this part of it. */
export const sameAsSeen = ({ version, mark }: Seen, versionNow: number, partNow: unknown): boolean =>
  (version === null && mark === null) || version === versionNow || (mark !== null && mark === markOf(partNow))

/** Tells two contents apart: 53 bits of FNV-like mixing (cyrb53). It guards against accidents, not against forgery. */
export function markOf(content: unknown): string {
  const text = JSON.stringify(content)
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36)
}
