import { clockwork } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { MachineRoad, Reply, Told } from '../../kernel/http.ts'
import { turns } from '../../kernel/turns.ts'
import { passDoor } from '../identity/public.ts'
import { alsoSee, organisationCalled } from '../organisation/public.ts'
import { readPatch, readUser } from './attributes.ts'
import { addEntry, changeEntry, removeEntry, tokenUsed } from './commands.ts'
import { type Entry, type Fault, fault } from './directory.ts'
import { readFilter, spanOf } from './filter.ts'
import { entriesFound, entryOf } from './queries.ts'
import { mostEachMinute } from './rules.ts'
import { chosen, errorOf, listOf, providerConfig, resourceTypes, schemasOf, userOf } from './schemas.ts'

/** Wrong tokens from one network before it must wait. Nobody guesses one; it keeps what is mistaken from asking for ever. */
const wrongTokens = 20

const details = {
  400: 'The body could not be read: it was broken off, or came too slowly.',
  413: 'The body is too large.',
  429: 'Too many requests at once.',
  500: 'Something went wrong here.',
  503: 'Try again in a moment.',
}

/** People from the directory of an organisation, by SCIM 2.0 (RFC 7643, RFC 7644; docs/decisions/0052). */
export const scimRoad: MachineRoad = {
  at: '/scim/:virksomhet/v2',
  reads: ['application/scim+json', 'application/json'],
  mostBytes: 256 * 1024,
  turns: turns({ atOnce: 2, of: { person: 20, organisation: 40 } }),
  whose: ({ virksomhet }) => virksomhet ?? '',
  fault: (status) => errorOf(fault(status, details[status])),
  answer: async (told) => {
    const inside = await admitted(told)
    if (!('ctx' in inside)) return inside
    const at = `${told.ctx.house.baseUrl}/scim/${told.params.virksomhet}/v2`
    return (await answerOf({ ...told, ctx: inside.ctx, at })) ?? said(fault(404, 'There is nothing at this address.'))
  },
}

type Inside = Told & { readonly at: string }

/** Whoever has a token of the organisation that the address names. Of one that is not there the answer is the same. */
async function admitted({ ctx, params, token, address }: Told): Promise<{ readonly ctx: Ctx } | Reply> {
  const slug = params.virksomhet ?? ''
  const place = token === null ? undefined : await organisationCalled(ctx.tx, slug)
  if (place && token !== null) {
    await alsoSee(ctx.tx, [place.id])
    const own: Ctx = { ...ctx, actor: clockwork(place.id, place.profileVersion) }
    const count = await tokenUsed(own, token)
    if (count !== undefined && count <= mostEachMinute) return { ctx: own }
    if (count !== undefined) return slower(60 - ctx.now.getUTCSeconds())
  }
  const seconds = token === null ? 0 : await passDoor(ctx, 'scim', address, wrongTokens)
  if (seconds > 0) return slower(seconds)
  return said(fault(401, 'A token that holds is needed.'), { 'www-authenticate': 'Bearer realm="Varde"' })
}

async function answerOf(inside: Inside): Promise<Reply | null> {
  const { method, rest, at, sent } = inside
  const [kind = '', id = null, more] = rest
  if (more !== undefined) return null
  if (sent.kind === 'otherKind') return said(fault(415, 'The body must be application/scim+json.'))
  if (sent.kind === 'unreadable') return said(fault(400, 'The body is not JSON.', 'invalidSyntax'))
  if (kind === 'Users') return id === null ? atUsers(inside) : atUser(inside, id)
  // A directory that asks for groups before it has been told not to gets none. Units are told of by department: docs/decisions/0052.
  if (kind === 'Groups' && id === null) return method === 'GET' ? { status: 200, data: listOf([], 0, 1) } : said(noGroups)
  if (kind === 'Bulk' || kind === 'Me') return said(fault(501, `${kind} is not offered.`))
  if (kind === 'ServiceProviderConfig' && id === null) return only('GET', method, providerConfig(at))
  const about = kind === 'ResourceTypes' ? resourceTypes(at) : kind === 'Schemas' ? schemasOf(at) : null
  if (about === null) return null
  const one = id === null ? listOf(about, about.length, 1) : about.find((each) => each.id === id)
  return one ? only('GET', method, one) : null
}

async function atUsers({ ctx, method, query, sent, at }: Inside): Promise<Reply> {
  if (method === 'POST') {
    if (sent.kind !== 'json') return said(nothingSent)
    const read = readUser(sent.content)
    return read.ok ? kept(await addEntry(ctx, read.draft), at, 201) : said(read)
  }
  if (method !== 'GET') return said(notSo)
  const filtered = query.has('filter') ? readFilter(query.get('filter') ?? '') : { ok: true as const, sought: {} }
  if (!filtered.ok) return said(filtered)
  const span = spanOf(query)
  const { all, total } = await entriesFound(ctx, filtered.sought, span)
  return {
    status: 200,
    data: listOf(
      all.map((one) => chosen(userOf(one, at), query)),
      total,
      span.from,
    ),
  }
}

async function atUser({ ctx, method, query, sent, at, ifMatch, ifNoneMatch }: Inside, id: string): Promise<Reply> {
  const tags = ifMatch === null || ifMatch.trim() === '*' ? null : tagsIn(ifMatch)
  switch (method) {
    case 'GET': {
      const entry = await entryOf(ctx, id)
      if (!entry) return said(fault(404, 'There is no such user.'))
      if (ifNoneMatch !== null && tagsIn(ifNoneMatch).includes(entry.tag)) return { status: 304, headers: tagged(entry) }
      return { status: 200, data: chosen(userOf(entry, at), query), headers: tagged(entry) }
    }
    case 'PATCH':
      if (sent.kind !== 'json') return said(nothingSent)
      return kept(await changeEntry(ctx, id, tags, (stands) => readPatch(sent.content, stands)), at, 200)
    case 'PUT':
      if (sent.kind !== 'json') return said(nothingSent)
      return kept(await changeEntry(ctx, id, tags, () => readUser(sent.content)), at, 200)
    case 'DELETE': {
      const outcome = await removeEntry(ctx, id, tags)
      return outcome.ok ? { status: 204 } : said(outcome)
    }
    default:
      return said(notSo)
  }
}

function kept(outcome: { readonly ok: true; readonly entry: Entry } | Fault, at: string, status: 200 | 201): Reply {
  if (!outcome.ok) return said(outcome)
  const { entry } = outcome
  return { status, data: userOf(entry, at), headers: { ...tagged(entry), ...(status === 201 && { location: `${at}/Users/${entry.id}` }) } }
}

const tagged = ({ tag }: Entry) => ({ etag: `W/"${tag}"` })
const tagsIn = (header: string): readonly string[] => [...header.slice(0, 1000).matchAll(/"([^"]*)"/g)].map(([, tag = '']) => tag)
const said = (why: Fault, headers: Readonly<Record<string, string>> = {}): Reply => ({ status: why.status, data: errorOf(why), headers })
const slower = (seconds: number): Reply =>
  said(fault(429, 'Too many requests. Wait before the next.'), { 'retry-after': String(Math.max(1, seconds)) })
const only = (wanted: string, method: string, data: unknown): Reply => (method === wanted ? { status: 200, data } : said(notSo))
const nothingSent = fault(400, 'A JSON body is needed.', 'invalidSyntax')
const notSo = fault(405, 'That cannot be done at this address.')
const noGroups = fault(501, 'Groups are not kept. Units follow the department of each user; turn off groups in the directory.')
