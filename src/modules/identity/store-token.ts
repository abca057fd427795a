import type { House } from '../../kernel/ctx.ts'
import { newToken } from '../../kernel/ids.ts'
import { mark, seal, unseal } from '../../kernel/seal.ts'

// Whose a session is, is kept by the browser and by nobody else: sealed, behind 256 bits from the system. The row in the database
// says when a session began and when it was last used, and not by whom: a protected reporter would be found by it (S4-131).

export type Holder = {
  readonly accountId: string | null
  readonly organisationId: string
  readonly personId: string
  /** By which provider they came, where it was by one: they may sign out there too. */
  readonly providerId?: string | null
}

export function tokenFor(house: House, { accountId, organisationId, personId, providerId }: Holder): string {
  const secret = newToken()
  const who = seal(keyOf(house), [accountId ?? '', organisationId, personId, ...(providerId ? [providerId] : [])].join(' '), secret, 128)
  return `${secret}.${who.toString('base64url')}`
}

/** Undefined where the token is none of ours. Whether the session stands is the row's to say. */
export function holderOf(house: House, token: string): Holder | undefined {
  const [secret = '', who = ''] = token.split('.')
  try {
    const [accountId, organisationId, personId, providerId = null] = unseal(keyOf(house), Buffer.from(who, 'base64url'), secret).split(' ')
    return organisationId && personId ? { accountId: accountId || null, organisationId, personId, providerId } : undefined
  } catch {
    return undefined
  }
}

/** All sessions of one account have one mark; without an account, of one person in one organisation. */
export const sessionMark = (house: House, { accountId, organisationId, personId }: Holder): Buffer =>
  mark(house.houseKey, accountId === null ? `session|${organisationId}|${personId}` : `session|${accountId}`)

/** Worked out once of each key: it is asked for at every request, and sealing keeps what it makes of the same bytes. */
const keys = new WeakMap<Uint8Array, Buffer>()
function keyOf({ houseKey }: House): Buffer {
  const made = keys.get(houseKey) ?? mark(houseKey, 'session')
  keys.set(houseKey, made)
  return made
}
