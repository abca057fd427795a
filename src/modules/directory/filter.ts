import { type Fault, fault } from './directory.ts'

/** What is looked for: each that is named must be the same. */
export type Sought = {
  readonly userName?: string
  readonly externalId?: string
  readonly id?: string
  readonly email?: string
  readonly active?: boolean
}
export type Filtered = { readonly ok: true; readonly sought: Sought } | Fault

const longest = 1000
const names: Readonly<Record<string, Exclude<keyof Sought, 'active'>>> = {
  username: 'userName',
  externalid: 'externalId',
  id: 'id',
  emails: 'email',
  'emails.value': 'email',
  'emails[type eq "work"].value': 'email',
}

/** `userName eq "a"`, and several of those with `and` between: all that Entra ID sends. Nothing of it reaches SQL but as a value. */
export function readFilter(text: string): Filtered {
  if (text.length > longest) return unread
  let rest = text.trim()
  let sought: Sought = {}
  for (;;) {
    const found = term.exec(rest)
    if (!found) return unread
    const name = (found[1] ?? '').toLowerCase().replace(/^urn:ietf:params:scim:schemas:core:2\.0:user:/, '')
    const value = valueIn(found[2] ?? '')
    const own = Object.hasOwn(names, name) ? names[name] : undefined
    if (name === 'active' && typeof value === 'boolean') sought = { ...sought, active: value }
    // No database keeps such a sign: nobody is called so.
    else if (own && typeof value === 'string' && value.includes('\u0000')) sought = nobody
    else if (own && typeof value === 'string') sought = own in sought && sought[own] !== value ? nobody : { ...sought, [own]: value }
    else return unread
    rest = rest.slice(found[0].length)
    if (rest === '') return { ok: true, sought }
    const and = /^ +and +/i.exec(rest)
    if (!and) return unread
    rest = rest.slice(and[0].length)
  }
}

/** Two different names of one person. */
const nobody: Sought = { id: '' }
const unread = fault(400, 'The filter must be of the form: userName eq "value". Several may be joined by and.', 'invalidFilter')
const term = /^([\w.:]+(?:\[type eq "work"\]\.value)?) +eq +("(?:[^"\\]|\\.)*"|true|false)/i

function valueIn(written: string): string | boolean | null {
  if (!written.startsWith('"')) return written.toLowerCase() === 'true'
  try {
    return JSON.parse(written) as string
  } catch {
    return null
  }
}

export type Span = { readonly from: number; readonly count: number }
const most = 200
/** Counted from 1 (RFC 7644 section 3.4.2.4). What is no number is as nothing said. */
export function spanOf(query: URLSearchParams): Span {
  const whole = (name: string, otherwise: number) => (/^-?\d{1,9}$/.test(query.get(name) ?? '') ? Number(query.get(name)) : otherwise)
  return { from: Math.max(1, whole('startIndex', 1)), count: Math.min(most, Math.max(0, whole('count', 100))) }
}
