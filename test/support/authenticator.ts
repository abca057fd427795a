import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

// What a telephone or a security key does when a page asks for a passkey, byte by byte (W3C Web Authentication, 6.1 and 6.5.4), so that it can
// also do it wrongly. A browser with such a key in it is in test/journeys.

type Asked = { readonly challenge: string; readonly rpId?: string; readonly rp?: { readonly id?: string } }
/** In what an answer differs from a right one. */
export type Twist = {
  readonly origin?: string
  readonly place?: string
  readonly challenge?: string
  readonly type?: string
  /** Its person was not asked for finger, face or number. */
  readonly unverified?: boolean
  readonly counter?: number
  readonly credential?: string
  readonly otherKey?: boolean
}

const letters = (bytes: Buffer) => bytes.toString('base64url')
/** Two bytes, the larger first. */
const two = (n: number) => Buffer.from([n >> 8, n & 0xff])
const hash = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest()

/** One passkey: made once, and shown as often as one likes. `counts`: as a key of hardware does; those that are synced stay at nought. */
export function authenticator(origin: string, { counts = false, bytes = 32 } = {}) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { privateKey: anotherKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const credential = randomBytes(bytes)
  let count = 0
  const clientData = (type: string, challenge: string, twist: Twist) =>
    Buffer.from(
      JSON.stringify({
        type: twist.type ?? type,
        challenge: twist.challenge ?? challenge,
        origin: twist.origin ?? origin,
        crossOrigin: false,
      }),
    )
  const head = (place: string, made: boolean, twist: Twist) => {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(twist.counter ?? (counts ? ++count : 0))
    // There, verified; may be synced, is synced; a new one comes along.
    const flags = 0x01 | (twist.unverified ? 0 : 0x04) | (counts ? 0 : 0x18) | (made ? 0x40 : 0)
    return Buffer.concat([hash(twist.place ?? place), Buffer.from([flags]), counter])
  }
  const id = (twist: Twist) => twist.credential ?? letters(credential)
  return {
    credential: letters(credential),
    make(asked: Asked, twist: Twist = {}): string {
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
      const key = Buffer.concat([
        ...[Buffer.from('a5010203262001215820', 'hex'), Buffer.from(x, 'base64url')],
        ...[Buffer.from('225820', 'hex'), Buffer.from(y, 'base64url')],
      ])
      const data = Buffer.concat([head(asked.rp?.id ?? '', true, twist), Buffer.alloc(16), two(credential.length), credential, key])
      const attestationObject = Buffer.concat([
        ...[Buffer.from([0xa3, 0x63]), Buffer.from('fmt'), Buffer.from([0x64]), Buffer.from('none')],
        ...[
          Buffer.from([0x67]),
          Buffer.from('attStmt'),
          Buffer.from([0xa0, 0x68]),
          Buffer.from('authData'),
          Buffer.from([0x59]),
          two(data.length),
        ],
        data,
      ])
      return JSON.stringify({
        ...{ id: id(twist), rawId: id(twist), type: 'public-key', clientExtensionResults: {}, authenticatorAttachment: 'platform' },
        response: {
          clientDataJSON: letters(clientData('webauthn.create', asked.challenge, twist)),
          attestationObject: letters(attestationObject),
          transports: ['internal', 'hybrid'],
        },
      })
    },
    show(asked: Asked, twist: Twist = {}): string {
      const data = head(asked.rpId ?? '', false, twist)
      const client = clientData('webauthn.get', asked.challenge, twist)
      const signature = sign('sha256', Buffer.concat([data, hash(client)]), twist.otherKey ? anotherKey : privateKey)
      return JSON.stringify({
        ...{ id: id(twist), rawId: id(twist), type: 'public-key', clientExtensionResults: {} },
        response: { clientDataJSON: letters(client), authenticatorData: letters(data), signature: letters(signature), userHandle: null },
      })
    },
  }
}
