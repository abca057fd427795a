import PostalMime from 'postal-mime'
import sanitizeHtml from 'sanitize-html'
import { isMailbox } from './mailbox.ts'
import { asMeantOrLess } from './written.ts'

// A mail as it came over the wire, read: by a library, within bounds, and with nothing of it believed.

export type LetterFile = { readonly name: string; readonly bytes: Uint8Array }
export type Letter = {
  readonly messageId: string | null
  /** The address that it says it is from, in lower case; null where it says none, several, or what no mail can be sent to. */
  readonly from: string | null
  readonly subject: string | null
  readonly text: string
  readonly files: readonly LetterFile[]
  /** Parts that were more, or larger, than is taken. */
  readonly leftOut: number
  /** All values of a header, by its name in lower case, the topmost first. */
  readonly header: (name: string) => readonly string[]
}
export type LetterLimits = {
  /** The most that one file may hold, in bytes, and how many are taken. */
  readonly bytes: number
  readonly files: number
}

/** Parts begin with a line that begins so: with a million of them the parts alone would take all memory there is. */
const mostParts = 2_000
/** Each line costs some microseconds. The largest mail that is taken has 400,000 of the usual length. */
const mostLines = 600_000
const deepest = 25
const largestHeaders = 256 * 1024
/** Nor a line of its head, in signs. */
const longestLine = 2_000
/** What Outlook packs attachments into is called so by itself; where it has another name, or none, it is still that. */
const packedName = 'winmail.dat'
/** No letter is read further than this, in signs. */
const mostText = 500_000

/** Undefined where it is made to break whoever reads it, or cannot be read at all. */
export async function readLetter(source: Uint8Array, limits: LetterLimits): Promise<Letter | undefined> {
  if (timesIn(source, '\n--', mostParts) > mostParts || timesIn(source, '\n', mostLines) > mostLines) return undefined
  const parsed = await PostalMime.parse(source, {
    forceRfc822Attachments: true,
    maxNestingDepth: deepest,
    maxHeadersSize: largestHeaders,
  }).catch(() => undefined)
  if (!parsed) return undefined
  const all = parsed.attachments.map(({ filename, content, mimeType }) => ({
    name: /^application\/(vnd\.)?ms-tnef$/i.test(mimeType) ? packedName : (filename ?? (mimeType === 'message/rfc822' ? 'e-post.eml' : '')),
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content),
  }))
  const files = all.filter(({ bytes }) => bytes.length > 0 && bytes.length <= limits.bytes).slice(0, limits.files)
  const senders = parsed.headers.filter(({ key }) => key === 'from')
  return {
    messageId: trimmed(parsed.messageId),
    from: senders.length === 1 ? addressIn(parsed.from?.address) : null,
    subject: trimmed(parsed.subject),
    // Many a mail program sends a page, and beside it a text without a word.
    text: meant(parsed.text ?? '') || meant(textOf(parsed.html ?? '')),
    files,
    leftOut: all.length - files.length,
    header: (name) => parsed.headers.flatMap(({ key, value }) => (key === name ? [value] : [])),
  }
}

/** Counted no further than to one more than `most`. */
function timesIn(source: Uint8Array, sign: string, most: number): number {
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.byteLength)
  let count = 0
  for (let at = bytes.indexOf(sign); at >= 0 && count <= most; at = bytes.indexOf(sign, at + sign.length)) count += 1
  return count
}

/** Cut before it is read, and by patterns that look at each sign once: a tag that never ends must not be looked for its end from each `<`. */
const textOf = (html: string): string =>
  sanitizeHtml(html.slice(0, mostText).replace(/<(br|\/(p|div|tr|li|h[1-6]|table))\b[^<>]*>/gi, '\n'), {
    allowedTags: [],
    allowedAttributes: {},
  })
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')

/** Longer than any address may be, it is none: a mail may carry sixty kilobytes there. */
function addressIn(text: string | undefined): string | null {
  const address = text !== undefined && text.length <= longestAddress ? trimmed(text)?.toLowerCase() : null
  return address && isMailbox(address) ? address : null
}
const longestAddress = 254

const trimmed = (text: string | undefined): string | null => meant((text ?? '').slice(0, longestLine)).replaceAll('\n', ' ') || null

/** As what is typed is read (written.ts): what would let a reader see something else than what is kept is left out. */
const meant = (text: string): string =>
  asMeantOrLess(
    text
      .slice(0, mostText)
      .replaceAll('\r\n', '\n')
      .replace(/[^\P{Cc}\n\t]/gu, ''),
  )
