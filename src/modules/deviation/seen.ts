import { fingerprint } from '../../kernel/seal.ts'

/** What an editor saw: the case's version, and the fingerprint of the part being edited. */
export type Seen = { readonly version: number; readonly fingerprint: string | null }

/** Whether the part stands as the editor saw it: nobody has touched the case, or nobody has touched this part of it. */
export const sameAsSeen = ({ version, fingerprint }: Seen, versionNow: number, partNow: unknown): boolean =>
  version === versionNow || fingerprint === fingerprintOf(partNow)

export const fingerprintOf = (part: unknown): string => fingerprint(JSON.stringify(part))
