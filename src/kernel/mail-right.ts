import * as client from 'openid-client'
import { faultOf, fetching, longest } from './openid.ts'

// A mail server that takes no passwords, as Exchange Online, takes a token instead: Varde shows its own secret to a provider, as Entra ID, and is
// given a token of an hour (RFC 6749 § 4.4), which goes to the mail server in the place of a password (RFC 7628, XOAUTH2). Nobody signs in, and
// nothing of a secret or a token is logged, kept or shown.

/** What stands in the address of a mail server: imaps://user:secret@host?token=https://…/token&client=id */
export type MailRight = { readonly tokenAt: string; readonly client: string; readonly secret: string; readonly scope: string | null }

/** refused: the provider answers that we may not, with its code. away: no answer. */
export class MailRightError extends Error {
  readonly why: 'refused' | 'away'
  /** A code of RFC 6749 § 5.2; never what the provider wrote. */
  readonly code: string
  constructor(why: 'refused' | 'away', code: string) {
    super(`The right to the mail: ${why}`)
    this.why = why
    this.code = code
  }
}

export type MailTokens = {
  /** A token that holds for some minutes yet: the one there is, or a new one. Throws `MailRightError`. */
  readonly of: (right: MailRight) => Promise<string>
  /** The mail server did not take it: the next one is asked for anew. Answers whether there was one to forget. */
  readonly forget: (right: MailRight) => boolean
}

const parts = ['token', 'client', 'scope']
/** Exchange Online is the one mail server whose scope is known (Microsoft Learn, read 2026-11-30). */
const known = [{ host: /(^|\.)office365\.com$/, scope: 'https://outlook.office365.com/.default' }]

/** What an address says of a right; null where it says nothing. Throws where it is said wrongly, without what it says. */
export function rightIn(address: URL): MailRight | null {
  const { searchParams, hostname, password } = address
  if (!parts.some((one) => searchParams.has(one))) return null
  const [tokenAt = '', id = ''] = [searchParams.get('token') ?? '', searchParams.get('client') ?? '']
  if (!mayAsk(tokenAt) || id === '' || password === '') throw new Error('The right to the mail is not given whole.')
  const scope = searchParams.get('scope') ?? known.find(({ host }) => host.test(hostname))?.scope ?? null
  return { tokenAt, client: id, secret: decodeURIComponent(password), scope }
}

/** The same address without what is said of a right. */
export function withoutRight(address: URL): URL {
  const plain = new URL(address)
  for (const one of parts) plain.searchParams.delete(one)
  return plain
}

/** Who runs the installation has given the address, so any host may be asked; a secret never goes in the clear off this machine. */
function mayAsk(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, username, password } = new URL(address)
  if (username !== '' || password !== '') return false
  return protocol === 'https:' || (protocol === 'http:' && hostname === '127.0.0.1')
}

/** Renewed while it still holds, so that none ends on the way to the mail server; one that says nothing of its end is asked for each time. */
const early = 300

/** Tokens are kept in memory alone, one for each right, until shortly before they end. `now`: milliseconds of a clock that is never set. */
export function mailTokens(now: () => number = () => performance.now()): MailTokens {
  const kept = new Map<string, { readonly token: string; readonly until: number }>()
  const name = ({ tokenAt, client: id, secret, scope }: MailRight) => JSON.stringify([tokenAt, id, secret, scope])
  return {
    of: async (right) => {
      const found = kept.get(name(right))
      if (found && now() < found.until) return found.token
      const asked = now()
      const given = await askFor(right)
      const holds = given.seconds > 2 * early ? given.seconds - early : given.seconds / 2
      kept.set(name(right), { token: given.token, until: asked + holds * 1000 })
      return given.token
    },
    forget: (right) => kept.delete(name(right)),
  }
}

async function askFor({ tokenAt, client: id, secret, scope }: MailRight): Promise<{ readonly token: string; readonly seconds: number }> {
  const endpoint = new URL(tokenAt)
  const made = new client.Configuration(
    { issuer: endpoint.origin, token_endpoint: endpoint.href },
    id,
    {},
    // In the body, as Entra ID describes it; RFC 6749 § 2.3.1 has it of every server that takes it in the header too, if it takes it at all.
    client.ClientSecretPost(secret),
  )
  made[client.customFetch] = fetching((address) => address === endpoint.href, AbortSignal.timeout(longest.all))
  if (endpoint.protocol === 'http:') client.allowInsecureRequests(made)
  try {
    const answer = await client.clientCredentialsGrant(made, scope === null ? {} : { scope })
    return { token: answer.access_token, seconds: answer.expires_in ?? 0 }
  } catch (error) {
    if (error instanceof client.ResponseBodyError)
      throw new MailRightError('refused', codes.includes(error.error) ? error.error : 'refused')
    if (faultOf(error) === 'unavailable') throw new MailRightError('away', 'unavailable')
    throw new MailRightError('refused', 'answer')
  }
}

const codes = ['invalid_request', 'invalid_client', 'invalid_grant', 'unauthorized_client', 'unsupported_grant_type', 'invalid_scope']
