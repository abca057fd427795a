import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { Site } from '../site.ts'
import { kinds, type NewKey, read } from './passkey.ts'

// Whether what a passkey answers holds. The library is read in when the first answer comes: an installation where nobody has a passkey does not
// carry it.

/** In bytes, as the standard has it (Web Authentication § 7.1). */
const longestCredential = 1023

/** Null where the answer is none, is of another place or question, or its person was not asked for finger, face or number. */
export async function verifyNew(site: Site, challenge: string, written: string): Promise<NewKey | null> {
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
    if (Buffer.from(credential.id, 'base64url').length > longestCredential) return null
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

type Kept = { readonly credential: Uint8Array; readonly publicKey: Uint8Array; readonly counter: number }
/** How far the passkey has counted; null where it did not answer this. */
export async function verifyAnswer(
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
