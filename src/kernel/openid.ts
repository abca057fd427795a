import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createLocalJWKSet, type JSONWebKeySet, errors as joseErrors, jwtVerify } from 'jose'
import * as client from 'openid-client'
import { isId } from './ids.ts'

// Sign-in with OpenID Connect, as far as it goes over the network: the one place that asks a provider anything. Who somebody is here, and
// what follows, is src/modules/identity/openid. Nothing of an answer is logged, and no fault carries more than its kind.

/** One organisation's registration with one provider. */
export type OpenIdClient = {
  readonly id: string
  readonly issuer: string
  readonly clientId: string
  /** Null: none is kept by us. What whoever runs the installation has given goes before it. */
  readonly secret: string | null
  readonly scopes: string
  /** The levels that are taken; the first is asked for. Empty: any. */
  readonly levels: readonly string[]
  /** A claim that must be known before somebody is linked; asked of the provider's user information where the token has it not. */
  readonly wanted: string | null
  /** Our address that the answer comes to. One of its own for each provider, so that no answer of one is taken for another's (RFC 9700 § 4.4). */
  readonly answersTo: string
}
/** What the browser keeps, sealed, while its person is with the provider. */
export type Begun = { readonly state: string; readonly nonce: string; readonly verifier: string }
export type Vouched = {
  readonly subject: string
  /** The provider's session, for when it is ended there. */
  readonly session: string | null
  readonly claims: Readonly<Record<string, unknown>>
}
/**
 * unavailable: no answer, or a fault of theirs. untrusted: an answer that does not hold. cancelled: the person turned back. again: an old
 * answer, or one used before. level: not signed in strongly enough. setUp: what is registered here and there does not agree.
 */
export const openIdFaults = ['unavailable', 'untrusted', 'cancelled', 'again', 'level', 'setUp'] as const
export type OpenIdFault = (typeof openIdFaults)[number]
export type Failed = { readonly ok: false; readonly why: OpenIdFault }

export type OpenId = {
  /** Whether this installation asks that host at all: an administrator must not make us ask any address there is (SSRF). */
  readonly asks: (address: string) => boolean
  /** Whether whoever runs the installation has given the secret. */
  readonly hasSecret: (id: string) => Promise<boolean>
  /** Whether the provider answers, and is who it is said to be. */
  readonly look: (of: OpenIdClient) => Promise<{ readonly ok: true } | Failed>
  readonly begin: (
    of: OpenIdClient,
    language: string,
  ) => Promise<{ readonly ok: true; readonly to: string; readonly begun: Begun } | Failed>
  /** `answer`: the whole address that the browser came back to. */
  readonly finish: (
    of: OpenIdClient,
    answer: URL,
    begun: Begun,
    now: Date,
  ) => Promise<{ readonly ok: true; readonly vouched: Vouched } | Failed>
  /** Where the person is signed out at the provider; null where it has no such place. */
  readonly leave: (of: OpenIdClient, back: string) => Promise<string | null>
  /** What a provider says when somebody signed out there (OpenID Connect Back-Channel Logout 1.0 § 2.6). */
  readonly ended: (of: OpenIdClient, token: string, now: Date) => Promise<{ readonly ok: true; readonly ended: Ended } | Failed>
}
export type Ended = { readonly subject: string | null; readonly session: string | null; readonly once: string }

export type OpenIdSettings = {
  /** Hosts that are asked beside those of the four providers, each with the hosts below it. */
  readonly hosts: readonly string[]
  /** A folder with a file for each provider, named by its id: its secret. */
  readonly secretsDir: string | null
  /** Secrets by the id of the provider. */
  readonly secrets: Readonly<Record<string, string>>
  /** Plain http, for a provider on this machine in a test. */
  readonly insecure?: true
}

/** Entra ID, Feide, ID-porten and Ansattporten, with the hosts below them (login.idporten.no). */
const knownHosts = ['login.microsoftonline.com', 'auth.dataporten.no', 'idporten.no', 'ansattporten.no']
/** How long a person waits for a provider, in all and for one answer, in milliseconds. */
export const longest = { all: 9_000, one: 4_000 }
/** How long what a provider says of itself is believed without asking again. Keys are asked for at each sign-in: they are changed without notice. */
const remembered = 10 * 60_000
const largest = 512 * 1024
/** A token is taken while it is new. The library looks at its end alone. */
const newest = { seconds: 600, tolerance: 30 }
/** By key pairs alone: a token signed with what both sides know proves nothing. */
const signatures = ['RS256', 'PS256', 'ES256', 'RS384', 'PS384', 'ES384', 'RS512', 'PS512', 'ES512', 'Ed25519', 'EdDSA']

export function openId(settings: OpenIdSettings): OpenId {
  const known = new Map<string, { readonly at: number; readonly metadata: client.ServerMetadata }>()
  const asks = (address: string): boolean => {
    if (!URL.canParse(address)) return false
    const { protocol, hostname, username, password } = new URL(address)
    if (username !== '' || password !== '') return false
    if (settings.insecure && protocol === 'http:' && hostname === '127.0.0.1') return true
    return protocol === 'https:' && [...knownHosts, ...settings.hosts].some((host) => hostname === host || hostname.endsWith(`.${host}`))
  }
  const given = async (id: string): Promise<string | null> => {
    // An id and nothing else: whoever sets up a provider must not choose which file is read.
    if (!isId(id)) return null
    const inFile = settings.secretsDir && (await readFile(join(settings.secretsDir, id), 'utf8').catch(() => null))
    return (inFile || settings.secrets[id])?.trim() || null
  }
  const metadataOf = async (of: OpenIdClient, ask: client.CustomFetch): Promise<client.ServerMetadata> => {
    const key = `${of.id} ${of.issuer}`
    const found = known.get(key)
    if (found && performance.now() - found.at < remembered) return found.metadata
    if (!asks(of.issuer)) throw new Unasked()
    const discovered = await client
      .discovery(new URL(of.issuer), of.clientId, undefined, undefined, {
        [client.customFetch]: ask,
        execute: settings.insecure ? [client.allowInsecureRequests] : [],
      })
      .catch(asAnother)
    const metadata = discovered.serverMetadata()
    // To the letter: the library lets Entra ID name another, and a slash more or less is another issuer (OpenID Connect Discovery § 4.3).
    if (metadata.issuer !== of.issuer) throw new Unasked()
    for (const at of ['authorization_endpoint', 'token_endpoint', 'jwks_uri'] as const) if (!asks(metadata[at] ?? '')) throw new Unasked()
    const { helper: _, ...plain } = metadata as client.ServerMetadata & { readonly helper?: unknown }
    const kept = JSON.parse(JSON.stringify(plain)) as client.ServerMetadata
    known.set(key, { at: performance.now(), metadata: kept })
    return kept
  }
  /** Made anew each time, so that the provider's keys are asked for each time. */
  const configure = async (of: OpenIdClient, ask: client.CustomFetch): Promise<client.Configuration> => {
    const metadata = await metadataOf(of, ask)
    const secret = (await given(of.id)) ?? of.secret
    const ways = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    const shows = !secret
      ? client.None()
      : ways.includes('client_secret_basic')
        ? client.ClientSecretBasic(secret)
        : client.ClientSecretPost(secret)
    const made = new client.Configuration(metadata, of.clientId, {}, shows)
    made[client.customFetch] = ask
    if (settings.insecure) client.allowInsecureRequests(made)
    // Without it the library takes an ID token with a wrong signature, since it came over TLS from the token endpoint (ASVS 6.8.2).
    client.enableNonRepudiationChecks(made)
    return made
  }
  const asking = async <T>(work: (ask: client.CustomFetch) => Promise<T>): Promise<T | Failed> => {
    try {
      return await work(fetching(asks, AbortSignal.timeout(longest.all)))
    } catch (error) {
      return { ok: false, why: faultOf(error) }
    }
  }

  return {
    asks,
    hasSecret: async (id) => (await given(id)) !== null,
    look: (of) =>
      asking(async (ask) => {
        known.delete(`${of.id} ${of.issuer}`)
        await metadataOf(of, ask)
        return { ok: true } as const
      }),
    begin: (of, language) =>
      asking(async (ask) => {
        const made = await configure(of, ask)
        const begun = { state: client.randomState(), nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier() }
        const [level] = of.levels
        const to = client.buildAuthorizationUrl(made, {
          redirect_uri: of.answersTo,
          scope: of.scopes,
          state: begun.state,
          nonce: begun.nonce,
          code_challenge: await client.calculatePKCECodeChallenge(begun.verifier),
          code_challenge_method: 'S256',
          ui_locales: language,
          ...(level && { acr_values: level }),
        })
        return { ok: true, to: to.href, begun } as const
      }),
    finish: (of, answer, begun, now) =>
      asking(async (ask) => {
        const made = await configure(of, ask)
        const tokens = await client.authorizationCodeGrant(made, answer, {
          expectedState: begun.state,
          expectedNonce: begun.nonce,
          pkceCodeVerifier: begun.verifier,
          idTokenExpected: true,
        })
        const token = tokens.claims()
        if (!token || !isNew(token.iat, now) || !isSubject(token.sub)) return { ok: false, why: 'untrusted' } as const
        if (of.levels.length > 0 && !of.levels.some((level) => level === token.acr)) return { ok: false, why: 'level' } as const
        const more =
          of.wanted !== null && token[of.wanted] === undefined && made.serverMetadata().userinfo_endpoint
            ? await client.fetchUserInfo(made, tokens.access_token, token.sub)
            : {}
        const session = typeof token.sid === 'string' && token.sid.length <= 255 ? token.sid : null
        return { ok: true, vouched: { subject: token.sub, session, claims: { ...more, ...token } } } as const
      }),
    leave: async (of, back) => {
      const found = await asking(async (ask) => {
        const made = await configure(of, ask)
        // No ID token goes along, as a hint of who it is: it would stand in the address, with all it says of the person.
        return made.serverMetadata().end_session_endpoint ? client.buildEndSessionUrl(made, { post_logout_redirect_uri: back }).href : null
      })
      return typeof found === 'string' && asks(found) ? found : null
    },
    ended: (of, token, now) =>
      asking(async (ask) => {
        const { jwks_uri } = await metadataOf(of, ask)
        const keys = (await (
          await ask(jwks_uri ?? '', { method: 'GET', headers: {}, body: undefined, redirect: 'manual' })
        ).json()) as JSONWebKeySet
        const { payload } = await jwtVerify(token, createLocalJWKSet(keys), {
          issuer: of.issuer,
          audience: of.clientId,
          typ: 'logout+jwt',
          algorithms: signatures,
          clockTolerance: newest.tolerance,
          maxTokenAge: newest.seconds,
          requiredClaims: ['iat', 'exp', 'jti', 'events'],
          currentDate: now,
        })
        const { events, sub = null, sid = null, jti } = payload as Readonly<Record<string, unknown>>
        const named = typeof events === 'object' && events !== null ? (events as Readonly<Record<string, unknown>>)[loggedOut] : undefined
        const isWhole = typeof named === 'object' && named !== null && !('nonce' in payload) && typeof jti === 'string'
        if (!isWhole || (sub === null && sid === null)) return { ok: false, why: 'untrusted' } as const
        if ([sub, sid].some((one) => one !== null && !isSubject(one))) return { ok: false, why: 'untrusted' } as const
        return { ok: true, ended: { subject: sub as string | null, session: sid as string | null, once: jti } } as const
      }),
  }
}

/** Asks within the bounds of time and size, and only whom it may. */
export const fetching =
  (asks: (address: string) => boolean, until: AbortSignal): client.CustomFetch =>
  async (address, options) => {
    if (!asks(address)) throw new Unasked()
    const stop = AbortSignal.any([until, AbortSignal.timeout(longest.one)])
    // Redirects are followed by nobody: a token endpoint has none (ASVS 15.3.2).
    const answer = await fetch(address, { ...(options as RequestInit), redirect: 'manual', signal: stop }).catch(unreachable)
    if (answer.status >= 500 || answer.status === 429) throw new Unreachable()
    const body = await readUpTo(answer, largest).catch(unreachable)
    return new Response(body, { status: answer.status, headers: answer.headers })
  }

const loggedOut = 'http://schemas.openid.net/event/backchannel-logout'

/** Not an address that this installation asks, or not who it should be. */
class Unasked extends Error {
  override readonly name = 'Unasked'
}
/** No answer, or none in time, or a fault of theirs. */
class Unreachable extends Error {
  override readonly name = 'Unreachable'
}
/** It says it is another issuer than it was asked as. */
function asAnother(error: unknown): never {
  if (error instanceof client.ClientError && error.code === 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED') throw new Unasked()
  throw error
}
function unreachable(): never {
  throw new Unreachable()
}

async function readUpTo(answer: Response, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of answer.body ?? []) {
    size += part.length
    if (size > most) throw new Unreachable()
    parts.push(part)
  }
  return new Uint8Array(Buffer.concat(parts))
}

const isNew = (issuedAt: number, now: Date): boolean => {
  const age = now.getTime() / 1000 - issuedAt
  return age <= newest.seconds && age >= -newest.tolerance
}
/** At most 255 letters (OpenID Connect Core § 2). */
const isSubject = (subject: unknown): subject is string => typeof subject === 'string' && subject !== '' && subject.length <= 255

export function faultOf(error: unknown): OpenIdFault {
  for (let one = error; one instanceof Error; one = one.cause) {
    if (one instanceof Unreachable) return 'unavailable'
    if (one instanceof Unasked) return 'setUp'
  }
  if (error instanceof client.AuthorizationResponseError) return answered[error.error] ?? 'setUp'
  if (error instanceof client.ResponseBodyError) return error.error === 'invalid_grant' ? 'again' : 'setUp'
  if (error instanceof client.WWWAuthenticateChallengeError) return 'setUp'
  if (error instanceof client.ClientError) {
    if (error.code === 'OAUTH_TIMEOUT' || error.code === 'OAUTH_ABORT') return 'unavailable'
    return error.code === 'OAUTH_RESPONSE_IS_NOT_CONFORM' ? 'setUp' : 'untrusted'
  }
  if (error instanceof joseErrors.JOSEError) return 'untrusted'
  return 'untrusted'
}
/** What a provider answers the browser with (OpenID Connect Core § 3.1.2.6, RFC 6749 § 4.1.2.1); the rest is a fault of the registration. */
const answered: Readonly<Record<string, OpenIdFault>> = {
  access_denied: 'cancelled',
  login_required: 'cancelled',
  interaction_required: 'cancelled',
  consent_required: 'cancelled',
  unmet_authentication_requirements: 'level',
  server_error: 'unavailable',
  temporarily_unavailable: 'unavailable',
}
