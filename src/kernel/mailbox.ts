/**
 * Is this one address that a mail can be sent to? The one judge, asked when an address is saved and when a mail goes out. A local part
 * without quotes (RFC 5321 section 4.1.2, RFC 6531 for letters beyond ASCII), and a domain that the name system can hold (RFC 5890).
 * Quoted parts, groups and lists are legal in mail, and a way to other receivers.
 */
export function isMailbox(address: string): boolean {
  const at = address.lastIndexOf('@')
  const [local, domain] = [address.slice(0, at), address.slice(at + 1)]
  if (at < 1 || !localPart.test(local) || bytes(local) > 64 || bytes(address) > 254) return false
  // The name system would read % and other escapes; people do not write them in a domain.
  const host = `http://${domain}/`
  const ascii = /^[\p{L}\p{M}\p{N}.-]+$/u.test(domain) && URL.canParse(host) ? new URL(host).hostname : ''
  return ascii.length <= 253 && hostName.test(ascii)
}

const bytes = (text: string): number => Buffer.byteLength(text)
const atom = "[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+"
const localPart = new RegExp(`^${atom}(?:\\.${atom})*$`, 'u')
const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
// The last part is letters: 10.0.0.1 is no domain of mail.
const hostName = new RegExp(`^(?:${label}\\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$`)

/** Where an answer to a mail goes. `token`: what it is known by, in the address where that may hold it, and in what the mail itself is called. */
export type ReplyTo = { readonly address: string; readonly token: string }
