import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose'
import { Provider } from 'oidc-provider'

// Providers of sign-in for tests: a certified one (oidc-provider), and one that lies as it is told to.

export const clientId = 'varde'
export const clientSecret = 'en-hemmelighet-som-bare-prover-har'

type Claims = Record<string, unknown>
/** How the hostile provider answers; what is absent it does well. */
export type Lies = {
  readonly metadata?: Record<string, unknown>
  readonly claims?: Claims
  readonly header?: Record<string, unknown>
  /** Signs instead of us; gets what would have been signed. */
  readonly sign?: (claims: Claims, header: Record<string, unknown>) => Promise<string>
  readonly token?: (response: ServerResponse) => void
  readonly jwks?: (response: ServerResponse) => void
  /** What the token endpoint says beside the ID token. */
  readonly beside?: Record<string, unknown>
  readonly userinfo?: Claims
}
export type Hostile = {
  readonly issuer: string
  lies: Lies
  /** What the token will say unless it lies. */
  honest: { subject: string; nonce: string; session: string }
  /** A new signing key; the old one is no longer shown. */
  readonly rotate: () => Promise<void>
  readonly publicKey: () => JWK
  /** A token of the provider's, honest but for what is said here. */
  readonly signed: (claims: Claims, header?: Record<string, unknown>) => Promise<string>
  /** What came to the token endpoint. */
  readonly asked: { readonly body: string; readonly authorization: string | undefined }[]
  readonly stop: () => Promise<void>
}

export const seconds = (): number => Math.floor(Date.now() / 1000)

export async function startHostile(): Promise<Hostile> {
  let key: { privateKey: CryptoKey; jwk: JWK } = await newKey('en')
  const { server, issuer } = await listening()
  const asked: Hostile['asked'] = []
  const signed: Hostile['signed'] = (claims, header = {}) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: key.jwk.kid ?? '', ...header }).sign(key.privateKey)
  const hostile: Hostile = {
    issuer,
    lies: {},
    honest: { subject: 'noen', nonce: '', session: 'sesjon-1' },
    rotate: async () => {
      key = await newKey(`${key.jwk.kid}-ny`)
    },
    publicKey: () => key.jwk,
    signed,
    asked,
    stop: () => stopped(server),
  }
  server.on('request', async (request, response) => {
    const { lies, honest } = hostile
    const { pathname } = new URL(request.url ?? '', issuer)
    if (pathname === '/.well-known/openid-configuration') {
      return send(response, {
        issuer,
        authorization_endpoint: `${issuer}/auth`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        userinfo_endpoint: `${issuer}/userinfo`,
        end_session_endpoint: `${issuer}/ut`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        token_endpoint_auth_methods_supported: ['client_secret_basic'],
        ...lies.metadata,
      })
    }
    if (pathname === '/jwks') return lies.jwks ? lies.jwks(response) : send(response, { keys: [key.jwk] })
    if (pathname === '/userinfo') return send(response, { sub: honest.subject, ...lies.userinfo })
    if (pathname !== '/token') return send(response, { error: 'not_found' }, 404)
    asked.push({ body: await bodyOf(request), authorization: request.headers.authorization })
    if (lies.token) return lies.token(response)
    const claims: Claims = {
      iss: issuer,
      sub: honest.subject,
      aud: clientId,
      nonce: honest.nonce,
      sid: honest.session,
      iat: seconds(),
      exp: seconds() + 300,
      ...lies.claims,
    }
    for (const [name, value] of Object.entries(claims)) if (value === undefined) delete claims[name]
    const header = { alg: 'RS256', kid: key.jwk.kid ?? '', ...lies.header }
    const id_token = lies.sign ? await lies.sign(claims, header) : await signed(claims, lies.header)
    return send(response, { access_token: 'nokkel', token_type: 'Bearer', id_token, ...lies.beside })
  })
  return hostile
}

export async function newKey(kid: string) {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })
  return { privateKey, publicKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' } }
}

export const send = (response: ServerResponse, data: object, status = 200): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(data))
}

export type Certified = { readonly issuer: string; readonly stop: () => Promise<void> }
type Registration = {
  readonly redirect: (issuer: string) => string
  readonly afterLeaving: string
  readonly backChannel: string
  /** How the provider reaches us. */
  readonly reach: (address: string, init: RequestInit) => Promise<Response>
  readonly claims?: Claims
}

/** The certified provider, and one client. Whoever signs in there writes who they are. */
export async function startCertified({ redirect, afterLeaving, backChannel, reach, claims = {} }: Registration): Promise<Certified> {
  const { server, issuer } = await listening()
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [redirect(issuer)],
        post_logout_redirect_uris: [afterLeaving],
        backchannel_logout_uri: backChannel,
        backchannel_logout_session_required: true,
      },
    ],
    findAccount: (_: unknown, id: string) => ({ accountId: id, claims: async () => ({ sub: id, ...claims }) }),
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    cookies: { keys: ['bare-i-prover'] },
    features: { backchannelLogout: { enabled: true }, devInteractions: { enabled: true } },
    fetch: (address: string | URL, init: RequestInit) => reach(String(address), init),
  } as never)
  server.on('request', provider.callback())
  return { issuer, stop: () => stopped(server) }
}

export type Rights = {
  readonly tokenAt: string
  /** Where whoever is shown a token asks what it is (RFC 7662), with who asks. */
  readonly introspection: string
  /** Whose mailbox the next tokens open. */
  opens: string
  /** How many have been given. */
  readonly given: () => number
  /** Takes back what was given. */
  readonly takeBack: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** The certified provider again, where a client asks for itself (RFC 6749 § 4.4), as a mail server wants it. The secret is in the body, as of Entra ID. */
export async function startRights(): Promise<Rights> {
  const { server, issuer } = await listening()
  const asks = { client_id: 'epostserver', client_secret: 'en-annen-hemmelighet' }
  const tokens: { destroy(): Promise<void> }[] = []
  let given = 0
  let opens = 'sikkerhet'
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        token_endpoint_auth_method: 'client_secret_post',
        grant_types: ['client_credentials'],
        scope: 'epost',
        redirect_uris: [],
        response_types: [],
      },
      { ...asks, token_endpoint_auth_method: 'client_secret_basic', grant_types: [], redirect_uris: [], response_types: [] },
    ],
    scopes: ['epost', 'alt'],
    cookies: { keys: ['bare-i-prover'] },
    ttl: { ClientCredentials: 3600 },
    extraTokenClaims: () => ({ username: opens }),
    features: {
      clientCredentials: { enabled: true },
      introspection: { enabled: true, allowedPolicy: () => true },
      devInteractions: { enabled: false },
    },
  } as never)
  provider.on('client_credentials.saved', (token) => {
    given += 1
    tokens.push(token)
  })
  server.on('request', provider.callback())
  return {
    tokenAt: `${issuer}/token`,
    introspection: `${issuer.replace('//', `//${asks.client_id}:${asks.client_secret}@`)}/token/introspection`,
    get opens() {
      return opens
    },
    set opens(user) {
      opens = user
    },
    given: () => given,
    takeBack: async () => void (await Promise.all(tokens.splice(0).map((token) => token.destroy()))),
    stop: () => stopped(server),
  }
}

/** A browser at the provider: signs in as somebody and goes on until it is sent back to us. Answers that address. */
export function browserAt(issuer: string) {
  const jar = new Map<string, string>()
  const ask = async (address: string, form?: Record<string, string>): Promise<{ location: string | null; text: string; at: string }> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(address, {
      redirect: 'manual',
      headers: { cookie },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    })
    for (const set of answer.headers.getSetCookie()) {
      const [pair = ''] = set.split(';')
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    const location = answer.headers.get('location')
    return { location: location && new URL(location, address).href, text: await answer.text(), at: address }
  }
  const through = async (first: string, login: string): Promise<string> => {
    let step = await ask(first)
    for (let n = 0; n < 20; n++) {
      if (step.location && !step.location.startsWith(issuer)) return step.location
      if (step.location) step = await ask(step.location)
      else {
        const prompt = /name="prompt" value="(\w+)"/.exec(step.text)?.[1]
        const xsrf = /name="xsrf" value="([^"]+)"/.exec(step.text)?.[1]
        const action = /action="([^"]+)"/.exec(step.text)?.[1]
        if (!action) throw new Error(`The provider shows a page without a form: ${step.text.slice(0, 500)}`)
        const form = xsrf ? { xsrf, logout: 'yes' } : { prompt: prompt ?? '', login, password: 'x' }
        step = await ask(new URL(action, step.at).href, form as Record<string, string>)
      }
    }
    throw new Error('The provider never sent the browser back.')
  }
  return { through }
}

async function listening(): Promise<{ readonly server: Server; readonly issuer: string }> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

const stopped = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.closeAllConnections()
    server.close(() => resolve())
  })

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const part of request) text += part
  return text
}
