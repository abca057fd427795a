import type {
  AuthenticationResponseJSON,
  AuthenticatorTransport,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import { newToken } from '../../../kernel/ids.ts'
import type { Site } from '../site.ts'

// What a browser and its passkey are asked (W3C Web Authentication). Whether the answer holds: verify.ts.

/** ES256 and RS256: what every telephone, machine and key of today makes. */
export const kinds = [-7, -257]
/** Milliseconds that a person has to find their telephone. */
const patience = 120_000
/** No answer of a browser is near as long. */
const longestAnswer = 16_384

export const newChallenge = newToken

export type Known = { readonly credential: Uint8Array; readonly transports: readonly string[] }

export const creationOptions = (
  { name }: Site,
  challenge: string,
  owner: { readonly mark: Buffer; readonly email: string },
  has: readonly Known[],
): PublicKeyCredentialCreationOptionsJSON => ({
  challenge,
  rp: { name: 'Varde', id: name },
  user: { id: owner.mark.toString('base64url'), name: owner.email, displayName: owner.email },
  pubKeyCredParams: kinds.map((alg) => ({ type: 'public-key', alg })),
  excludeCredentials: has.map(({ credential, transports }) => ({
    id: Buffer.from(credential).toString('base64url'),
    type: 'public-key',
    transports: transports as AuthenticatorTransport[],
  })),
  authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
  attestation: 'none',
  timeout: patience,
})

/** Nobody is named: the person chooses among the passkeys that their own machine has for this place. */
export const requestOptions = ({ name }: Site, challenge: string): PublicKeyCredentialRequestOptionsJSON => ({
  challenge,
  rpId: name,
  userVerification: 'required',
  timeout: patience,
})

/** Which passkeys open the account, for the browser: the others of this place it need offer no more (W3C Web Authentication, level 3). */
export const acceptedOptions = ({ name }: Site, mark: Buffer, has: readonly Pick<Known, 'credential'>[]) => ({
  rpId: name,
  userId: mark.toString('base64url'),
  allAcceptedCredentialIds: has.map(({ credential }) => Buffer.from(credential).toString('base64url')),
})

export type NewKey = {
  readonly credential: Buffer
  readonly publicKey: Buffer
  readonly counter: number
  readonly transports: readonly string[]
  /** It is kept by the person's account elsewhere too, and so outlives the machine. */
  readonly synced: boolean
}

/** Which passkey an answer says it is of. */
export const credentialOf = (written: string): Buffer | null => {
  const id = read<AuthenticationResponseJSON>(written)?.id
  return typeof id === 'string' && /^[\w-]{8,1400}$/.test(id) ? Buffer.from(id, 'base64url') : null
}

/** What a browser has written; null where it is no answer. */
export function read<Answer>(written: string): Answer | null {
  if (written.length > longestAnswer) return null
  try {
    const answer: unknown = JSON.parse(written)
    return typeof answer === 'object' && answer !== null && !Array.isArray(answer) ? (answer as Answer) : null
  } catch {
    return null
  }
}
