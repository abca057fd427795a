import { isIP } from 'node:net'
import type {
  AuthenticationResponseJSON,
  AuthenticatorTransport,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { newToken } from '../../../kernel/ids.ts'

// What a browser and its passkey are asked, and whether the answer holds (W3C Web Authentication). The library is read in when the first
// answer comes: an installation where nobody has a passkey does not carry it.

/** The house as a browser knows it: a passkey made here opens nothing elsewhere, which is what makes it safe from false pages. */
export type Site = { readonly origin: string; readonly name: string }
/** Null where the address is a number: browsers keep passkeys for names alone. */
export function siteOf(baseUrl: string): Site | null {
  const { origin, protocol, hostname } = new URL(baseUrl)
  const bare = hostname.replace(/^\[|\]$/g, '')
  return isIP(bare) === 0 && (protocol === 'https:' || bare === 'localhost') ? { origin, name: bare } : null
}

/** ES256 and RS256: what every telephone, machine and key of today makes. */
const kinds = [-7, -257]
/** Milliseconds that a person has to find their telephone. */
const patience = 120_000
/** No answer of a browser is near as long. */
const longestAnswer = 16_384

export const newChallenge = newToken

export type Known = { readonly credential: Uint8Array; readonly transports: readonly string[] }

export const toMake = (
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
export const toShow = ({ name }: Site, challenge: string): PublicKeyCredentialRequestOptionsJSON => ({
  challenge,
  rpId: name,
  userVerification: 'required',
  timeout: patience,
})

export type NewKey = {
  readonly credential: Buffer
  readonly publicKey: Buffer
  readonly counter: number
  readonly transports: readonly string[]
  /** It is kept by the person's account elsewhere too, and so outlives the machine. */
  readonly synced: boolean
}

/** Null where the answer is none, is of another place or question, or its person was not asked for finger, face or number. */
export async function readNew(site: Site, challenge: string, written: string): Promise<NewKey | null> {
  const response = read<RegistrationResponseJSON>(written)
  if (!response) return null
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server')
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      ...expected(site, challenge),
      supportedAlgorithmIDs: kinds,
    })
    if (!verified) return null
    const { credential, credentialBackedUp } = registrationInfo
    return {
      credential: Buffer.from(credential.id, 'base64url'),
      publicKey: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: (credential.transports ?? []).filter((one) => /^[a-z-]{2,20}$/.test(one)).slice(0, 8),
      synced: credentialBackedUp,
    }
  } catch {
    return null
  }
}

/** Which passkey an answer says it is of. */
export const shownBy = (written: string): Buffer | null => {
  const id = read<AuthenticationResponseJSON>(written)?.id
  return typeof id === 'string' && /^[\w-]{8,1400}$/.test(id) ? Buffer.from(id, 'base64url') : null
}

type Kept = { readonly credential: Uint8Array; readonly publicKey: Uint8Array; readonly counter: number }
/** How far the passkey has counted; null where it did not answer this. */
export async function readShown(
  site: Site,
  challenge: string,
  written: string,
  { credential, publicKey, counter }: Kept,
): Promise<number | null> {
  const response = read<AuthenticationResponseJSON>(written)
  if (!response) return null
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server')
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      ...expected(site, challenge),
      credential: { id: Buffer.from(credential).toString('base64url'), publicKey: new Uint8Array(publicKey), counter },
    })
    return verified ? authenticationInfo.newCounter : null
  } catch {
    return null
  }
}

const expected = ({ origin, name }: Site, challenge: string) => ({
  expectedChallenge: challenge,
  expectedOrigin: origin,
  expectedRPID: name,
  requireUserVerification: true,
})

function read<Answer>(written: string): Answer | null {
  if (written.length > longestAnswer) return null
  try {
    const answer: unknown = JSON.parse(written)
    return typeof answer === 'object' && answer !== null && !Array.isArray(answer) ? (answer as Answer) : null
  } catch {
    return null
  }
}
