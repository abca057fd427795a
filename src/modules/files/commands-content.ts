import { fileTypeFromBuffer } from 'file-type'

/** The most that is looked at to tell what a file is, in bytes. */
export const headBytes = 64 * 1024

/**
 * What a file is, by its first bytes and never by its name (ASVS 5.0 5.2.2). Text has no mark of its own: what holds no byte that text
 * never holds is text. Everything else that is not known is bytes.
 */
export async function mediaTypeOf(head: Uint8Array): Promise<string> {
  const found = await fileTypeFromBuffer(head).catch(() => undefined)
  // A browser draws XML, and runs what stands in it: a picture with a script, a page that says it is XML. As text it is read by whoever fetched it.
  if (found && !/\bxml\b|html|svg/.test(found.mime)) return found.mime
  return looksLikeText(head) ? 'text/plain' : 'application/octet-stream'
}

const looksLikeText = (head: Uint8Array): boolean => {
  // A character may be cut where the head ends.
  const whole = head.length < headBytes ? head : head.subarray(0, -3)
  if (whole.some((byte) => byte === 0 || (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13))) return false
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(whole)
    return true
  } catch {
    return whole.every((byte) => byte < 0x80 || byte > 0x9f)
  }
}
