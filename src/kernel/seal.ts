import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'

/** Made once of each key: what takes bytes makes one at every call, which is four fifths of the work. */
const keys = new WeakMap<Uint8Array, KeyObject>()
function keyOf(bytes: Uint8Array): KeyObject {
  const made = keys.get(bytes) ?? createSecretKey(bytes)
  keys.set(bytes, made)
  return made
}

/** A tag that was cut short is no tag: it could be guessed. */
const whole = { authTagLength: 16 }

/**
 * AES-256-GCM; `about` binds the sealed bytes to their row, so that they cannot be moved to another case. Filled up to whole
 * `block`s of bytes: a name or an address would be known by its length.
 */
export function seal(key: Uint8Array, text: string, about: string, block = 256): Buffer {
  const filled = text + '\0'.repeat((block - (Buffer.byteLength(text) % block)) % block)
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(key), nonce, whole).setAAD(Buffer.from(about))
  return Buffer.concat([nonce, cipher.update(filled, 'utf8'), cipher.final(), cipher.getAuthTag()])
}

/** Throws where the bytes were changed, or belong to another row or key. */
export function unseal(key: Uint8Array, sealed: Uint8Array, about: string): string {
  const bytes = Buffer.from(sealed)
  const opener = createDecipheriv('aes-256-gcm', keyOf(key), bytes.subarray(0, 12), whole)
    .setAAD(Buffer.from(about))
    .setAuthTag(bytes.subarray(-16))
  return Buffer.concat([opener.update(bytes.subarray(12, -16)), opener.final()])
    .toString('utf8')
    .replace(/\0+$/, '')
}

/** A mark that finds a person's own rows again without telling whose they are. */
export const mark = (key: Uint8Array, text: string): Buffer => createHmac('sha256', keyOf(key)).update(text).digest()

/** Tells two contents apart, in a few letters. It holds back accidents: whoever may read the content may make it too. */
export const fingerprint = (content: string): string => createHash('sha256').update(content).digest('base64url').slice(0, 16)

/** 256 bits from the system. */
export const newKey = (): Buffer => randomBytes(32)

/** A key of its own for each use of a key (HKDF-SHA-256, RFC 5869): what one use tells, tells nothing of another. */
export const subkey = (key: Uint8Array, use: string): Buffer => Buffer.from(hkdfSync('sha256', key, '', use, 32))
