import { asMeant } from '../../kernel/written.ts'
import { type Attributes, type Fault, fault } from './directory.ts'

// What a directory sends of a user, read: RFC 7643 and 7644, and what Microsoft Entra ID sends beside them (learn.microsoft.com, "Known issues
// with SCIM 2.0 protocol compliance", read 2026-11-30): names of operations in any case, "False" for false, lists of one, paths within names.

export const userSchema = 'urn:ietf:params:scim:schemas:core:2.0:User'
export const enterpriseSchema = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
export const patchSchema = 'urn:ietf:params:scim:api:messages:2.0:PatchOp'

/** What was sent, laid over what stands. `active`: null where nothing is said of it. */
export type Draft = Attributes & { readonly active: boolean | null }
export type Read = { readonly ok: true; readonly draft: Draft } | Fault

const nothingSaid: Draft = {
  ...{ userName: '', externalId: null, displayName: null, formatted: null, givenName: null, familyName: null },
  ...{ email: null, department: null, manager: null, active: null },
}

const mostOperations = 100
const longestPath = 300

/** The names of what is kept, in lower case: names have no case in SCIM. Everything else that is sent is not kept. */
const texts: Readonly<Record<string, { readonly name: keyof Attributes; readonly max: number }>> = {
  username: { name: 'userName', max: 254 },
  externalid: { name: 'externalId', max: 254 },
  displayname: { name: 'displayName', max: 120 },
  'name.formatted': { name: 'formatted', max: 120 },
  'name.givenname': { name: 'givenName', max: 120 },
  'name.familyname': { name: 'familyName', max: 120 },
  email: { name: 'email', max: 254 },
  'enterprise:department': { name: 'department', max: 120 },
  'enterprise:manager': { name: 'manager', max: 254 },
}

/** A whole user: what is not said of is empty. */
export function readUser(content: unknown): Read {
  if (!isObject(content)) return fault(400, 'The body must be one JSON object.', 'invalidSyntax')
  if (!namesSchema(content, userSchema)) return fault(400, `The body must name the schema ${userSchema}.`, 'invalidSyntax')
  const read = laidOver(nothingSaid, content)
  if (!read.ok) return read
  return read.draft.userName === '' ? fault(400, 'userName is required.', 'invalidValue') : read
}

/** Changes to what stands: all of them, or none. */
export function readPatch(content: unknown, stands: Attributes): Read {
  if (!isObject(content)) return fault(400, 'The body must be one JSON object.', 'invalidSyntax')
  if (!namesSchema(content, patchSchema)) return fault(400, `The body must name the schema ${patchSchema}.`, 'invalidSyntax')
  const operations = saidOf(content, 'operations')
  if (!Array.isArray(operations) || operations.length === 0) return fault(400, 'Operations must be a list.', 'invalidSyntax')
  if (operations.length > mostOperations) return fault(413, `At most ${mostOperations} operations are read at once.`)
  let draft: Draft = { ...stands, active: null }
  for (const operation of operations) {
    const read = isObject(operation) ? operated(draft, operation) : fault(400, 'Each operation must be an object.', 'invalidSyntax')
    if (!read.ok) return read
    draft = read.draft
  }
  return draft.userName === '' ? fault(400, 'userName cannot be taken away.', 'invalidValue') : { ok: true, draft }
}

function operated(draft: Draft, operation: Named): Read {
  const op = saidOf(operation, 'op')
  const kind = typeof op === 'string' ? op.toLowerCase() : ''
  if (kind !== 'add' && kind !== 'replace' && kind !== 'remove') return fault(400, 'op must be add, replace or remove.', 'invalidSyntax')
  const path = saidOf(operation, 'path')
  const content = saidOf(operation, 'value')
  if (path === undefined || path === null || path === '') {
    if (kind === 'remove') return fault(400, 'What is removed must be named by a path.', 'noTarget')
    return isObject(content) ? laidOver(draft, content) : fault(400, 'Without a path the value must be an object.', 'invalidValue')
  }
  const name = typeof path === 'string' ? nameIn(path) : null
  if (name === null) return fault(400, 'The path cannot be read.', 'invalidPath')
  if (name === 'id' || name === 'meta' || name === 'schemas') return fault(400, `${name} cannot be changed.`, 'mutability')
  if (kind !== 'remove') return content === undefined ? fault(400, 'A value is missing.', 'invalidValue') : put(draft, name, content)
  if (name === 'active' || name === 'username') return fault(400, `${name} cannot be taken away.`, 'mutability')
  return put(draft, name, null)
}

/** An object's attributes, one by one: also `name.givenName` and whole schemas as names. */
function laidOver(draft: Draft, content: Named): Read {
  let next = draft
  for (const [written, value] of Object.entries(content)) {
    const name = nameIn(written)
    const inside = name === 'enterprise' ? entriesOf(value).map(([sub, one]) => [`enterprise:${sub.toLowerCase()}`, one] as const) : null
    for (const [one, said] of inside ?? (name === null ? [] : [[name, value] as const])) {
      const read = put(next, one, said)
      if (!read.ok) return read
      next = read.draft
    }
  }
  return { ok: true, draft: next }
}

function put(draft: Draft, name: string, value: unknown): Read {
  if (name === 'active') return putActive(draft, value)
  if (name === 'name' || name === 'enterprise') {
    let read: Read = { ok: true, draft }
    // Taken away whole, each part of it is.
    const parts = value === null ? Object.keys(texts).filter((one) => one.startsWith(`${name}${name === 'name' ? '.' : ':'}`)) : []
    for (const part of parts) if (read.ok) read = put(read.draft, part, null)
    for (const [sub, one] of entriesOf(value))
      if (read.ok) read = put(read.draft, `${name}${name === 'name' ? '.' : ':'}${sub.toLowerCase()}`, one)
    return read
  }
  if (name === 'emails') return putEmails(draft, value)
  const known = texts[name]
  // Not kept: a telephone number, an address, a title. That is no fault of whoever sent it.
  if (!known || !Object.hasOwn(texts, name)) return { ok: true, draft }
  return putText(draft, known, alone(value))
}

/** The address at work; where none is marked so, the first. */
function putEmails(draft: Draft, value: unknown): Read {
  const all = (Array.isArray(value) ? value : [value]).slice(0, 50)
  const of = (wanted: (one: Named) => boolean) => all.find((one) => isObject(one) && wanted(one))
  const at = (one: Named, name: string) => saidOf(one, name)
  const work = of((one) => at(one, 'type') === 'work') ?? of((one) => at(one, 'primary') === true) ?? all[0]
  const known = texts.email as { readonly name: 'email'; readonly max: number }
  return putText(draft, known, isObject(work) ? (at(work, 'value') ?? null) : (work ?? null))
}

function putActive(draft: Draft, value: unknown): Read {
  const said = alone(value)
  const word = typeof said === 'string' ? said.toLowerCase() : said
  if (word === true || word === 'true') return { ok: true, draft: { ...draft, active: true } }
  if (word === false || word === 'false') return { ok: true, draft: { ...draft, active: false } }
  return fault(400, 'active must be true or false.', 'invalidValue')
}

function putText(draft: Draft, { name, max }: { readonly name: keyof Attributes; readonly max: number }, value: unknown): Read {
  if (value === null || value === undefined) return { ok: true, draft: { ...draft, [name]: name === 'userName' ? '' : null } }
  if (typeof value !== 'string') return fault(400, `${name} must be a text.`, 'invalidValue')
  const read = asMeant(value)
  if (!read.ok) return fault(400, `${name} has signs that cannot be seen.`, 'invalidValue')
  const text = read.text.replace(/\s+/g, ' ')
  if (text.length > max) return fault(400, `${name} is longer than ${max} signs.`, 'invalidValue')
  return { ok: true, draft: { ...draft, [name]: text || (name === 'userName' ? '' : null) } }
}

/** Entra sends some values as a list of one, and a manager as an object: the value in it. */
function alone(value: unknown): unknown {
  const one = Array.isArray(value) && value.length <= 1 ? (value[0] ?? null) : value
  if (!isObject(one)) return one
  const inside = saidOf(one, 'value')
  return inside === undefined ? one : inside
}

/**
 * The name that a path leads to, in lower case: `name.givenname`, `enterprise:department`, `emails`. Null where it cannot be read; a name
 * that nobody keeps is a name.
 */
function nameIn(path: string): string | null {
  if (path.length > longestPath) return null
  const lower = path.trim().toLowerCase()
  const enterprise = enterpriseSchema.toLowerCase()
  if (lower === enterprise) return 'enterprise'
  // Once written with a point: "Extension attributes use dot notation" (Microsoft, before 2018).
  if (lower.startsWith(`${enterprise}:`) || lower.startsWith(`${enterprise}.`)) {
    const inside = simple.exec(path.trim().slice(enterprise.length + 1))
    return inside && `enterprise:${(inside[1] ?? '').toLowerCase()}`
  }
  const plain = lower.startsWith(`${userSchema.toLowerCase()}:`) ? path.trim().slice(userSchema.length + 1) : path.trim()
  // A schema that nobody keeps.
  if (/^urn:[\w.:-]+$/i.test(plain)) return 'urn'
  const found = simple.exec(plain)
  if (!found) return null
  const [, name = '', filter, by, sub] = [found[0], found[1]?.toLowerCase(), found[2]?.toLowerCase(), found[3], found[4]?.toLowerCase()]
  if (name === 'emails') return filter === undefined || isWork(filter, by ?? '') ? 'emails' : 'urn'
  return name === 'name' && sub !== undefined ? `name.${sub}` : name
}

const isWork = (filter: string, by: string) =>
  (filter === 'type' && /^"work"$/i.test(by)) || (filter === 'primary' && /^"?true"?$/i.test(by))

/** `name`, `name[sub eq "value"]`, and either with `.sub` behind it. */
const simple = /^([A-Za-z$][\w$-]*)(?:\[ *([A-Za-z]+) +eq +("[^"\\]*"|true|false) *\])?(?:\.([A-Za-z$][\w$-]*))?$/i

type Named = Readonly<Record<string, unknown>>
const isObject = (value: unknown): value is Named => typeof value === 'object' && value !== null && !Array.isArray(value)
const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] => (isObject(value) ? Object.entries(value) : [])
const saidOf = (content: Named, name: string): unknown => Object.entries(content).find(([written]) => written.toLowerCase() === name)?.[1]
const namesSchema = (content: Named, schema: string): boolean => {
  const all = saidOf(content, 'schemas')
  return Array.isArray(all) && all.some((one) => typeof one === 'string' && one.toLowerCase() === schema.toLowerCase())
}
