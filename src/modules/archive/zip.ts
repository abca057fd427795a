import { zipSync } from 'fflate'

export type Entry = { readonly path: string; readonly bytes: Uint8Array }

/** One file of several. What is already packed is only stored. The same entries and time give the same bytes. */
export const zipped = (entries: readonly Entry[], at: Date): Uint8Array =>
  zipSync(Object.fromEntries(entries.map(({ path, bytes }) => [path, [bytes, { level: path.endsWith('.xml') ? 6 : 0, mtime: at }]])))
