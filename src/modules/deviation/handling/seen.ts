import { fingerprint } from '../../../kernel/seal.ts'

/** What an editor saw: the case's version, and the mark of the part being edited. */
export type Seen = { readonly version: number; readonly mark: string | null }

/** Whether the part stands as the editor saw it: nobody has touched the case, or nobody has touched this part of it. */
export const sameAsSeen = ({ version, mark }: Seen, versionNow: number, partNow: unknown): boolean =>
  version === versionNow || mark === markOf(partNow)

export const markOf = (part: unknown): string => fingerprint(JSON.stringify(part))
