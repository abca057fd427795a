import { createHmac, createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto'
import { nameOfKey, type Seal, type SignedSeal, textOf } from './verify-log.ts'

/** What the log is sealed with. `public`: 64 hexadecimal digits, for whoever verifies; `name`: which key it is. */
export type LogKey = { readonly private: KeyObject; readonly public: string; readonly name: string }

const made = new WeakMap<Uint8Array, LogKey>()

/**
 * Follows from the key of the house, which is in a file or the environment and never in the database: whoever has the database alone can
 * rewrite its rows, and cannot sign them (RFC 8032, Ed25519).
 */
export function logKey(houseKey: Uint8Array): LogKey {
  const kept = made.get(houseKey)
  if (kept) return kept
  const seed = createHmac('sha256', houseKey).update('varde log seal').digest()
  const secret = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' })
  const { x } = createPublicKey(secret).export({ format: 'jwk' })
  const hex = Buffer.from(x ?? '', 'base64url').toString('hex')
  const key = { private: secret, public: hex, name: nameOfKey(hex) }
  made.set(houseKey, key)
  return key
}

/** What stands before the 32 bytes of a private Ed25519 key (RFC 8410). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')

export function signed(key: LogKey, seal: Omit<Seal, 'key'>): SignedSeal {
  const text = textOf({ ...seal, key: key.name })
  return { seal: text, signature: sign(null, Buffer.from(text), key.private).toString('base64') }
}
