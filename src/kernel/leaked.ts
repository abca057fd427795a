import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'

/** Whether a password is among those that have leaked somewhere. */
export type Leaked = (password: string) => Promise<boolean>

/** Where no file is set, nothing is known. */
export const nothingLeaked: Leaked = async () => false

/**
 * Looks in a file of SHA-1 sums, one a line in their order, with or without a colon and a count behind, as Have I Been Pwned gives it out
 * "ordered by hash" (40 GB, or any part of it). It is read where the sum would stand, in some thirty short reads, and never whole. SHA-1
 * is what the file is sorted by, and guards nothing. Throws where the file cannot be read or is none.
 */
export const leakedIn =
  (path: string): Leaked =>
  async (password) => {
    const wanted = createHash('sha1').update(password.normalize('NFC')).digest('hex').toUpperCase()
    const file = await open(path)
    try {
      return await stands(file, wanted)
    } finally {
      await file.close()
    }
  }

/** Longer than any line. */
const reach = 128

async function stands(file: FileHandle, wanted: string): Promise<boolean> {
  let low = 0
  let high = (await file.stat()).size
  while (low < high) {
    const { line, from, to } = await lineAt(file, Math.floor((low + high) / 2))
    if (!/^[0-9A-F]{40}(:\d+)?$/.test(line)) throw new Error('The file of LEAKED_PASSWORDS holds a line that is no SHA-1 sum.')
    const sum = line.slice(0, 40)
    if (sum === wanted) return true
    if (sum < wanted) low = to
    else high = from
  }
  return false
}

/** The line that a byte lies in, and where it and the next begin. */
async function lineAt(file: FileHandle, at: number) {
  const begin = Math.max(0, at - reach)
  const { buffer, bytesRead } = await file.read(Buffer.alloc(2 * reach), 0, 2 * reach, begin)
  const text = buffer.toString('latin1', 0, bytesRead)
  const start = text.lastIndexOf('\n', at - begin - 1) + 1
  const ends = text.indexOf('\n', at - begin)
  const end = ends < 0 ? text.length : ends
  return { line: text.slice(start, end).trim().toUpperCase(), from: begin + start, to: begin + end + 1 }
}
