import type { Context, Hono, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { inOrganisations } from '../db/transaction.ts'
import type { MachineRoad, Reply, Sent } from '../kernel/http.ts'
import { type Proxies, visitorAddress } from './address.ts'
import { noted } from './answer.tsx'
import { modules } from './modules.ts'
import { peerOf, unreadable, within } from './request.ts'
import { stranger } from './stranger.ts'
import type { ServerParts } from './visit.ts'

/** How long what a machine sends may take to arrive, in milliseconds. */
const slowest = 15_000

/** The roads of other machines. Before the check of where a form comes from: none of them reads a cookie, so no page can lend them a session. */
export function openMachineRoads(app: Hono, parts: ServerParts, proxies: Proxies, counted: MiddlewareHandler): void {
  for (const road of modules.flatMap((module) => module.machines ?? [])) {
    const small = bodyLimit({
      maxSize: road.mostBytes,
      onError: (c) => reply(c, road, { ...faulty(road, 413), headers: { connection: 'close' } }),
    })
    app.all(`${road.at}/*`, counted, small, (c) => answerTo(c, road, parts, proxies))
  }
}

async function answerTo(c: Context, road: MachineRoad, parts: ServerParts, proxies: Proxies): Promise<Response> {
  try {
    const sent = await readSent(c, road)
    const address = visitorAddress(peerOf(c), c.req.header('x-forwarded-for'), proxies)
    const params = c.req.param() as Record<string, string>
    // What is read arrives before the turn begins, and a connection is taken only in it.
    const turn = road.turns({ organisationId: road.whose(params), personId: address }, () =>
      inOrganisations(parts.db, [], (tx) =>
        road.answer({
          ctx: { tx, actor: stranger, now: parts.clock(), house: parts.house },
          method: c.req.method,
          params,
          rest: restOf(c.req.path, road.at),
          query: new URL(c.req.url).searchParams,
          token: /^bearer +([\w.~+/=-]{1,200}) *$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? null,
          ifMatch: c.req.header('if-match') ?? null,
          ifNoneMatch: c.req.header('if-none-match') ?? null,
          sent,
          address,
        }),
      ),
    )
    return reply(c, road, turn === 'busy' ? { ...faulty(road, 429), headers: { 'retry-after': '1' } } : await turn)
  } catch (error) {
    const { kind } = noted(c, parts, error as Error)
    if (kind === 'tooLarge') return reply(c, road, { ...faulty(road, 413), headers: { connection: 'close' } })
    if (kind === 'unreadable') return reply(c, road, { ...faulty(road, 400), headers: { connection: 'close' } })
    const isAway = kind === 'busy' || kind === 'full'
    return reply(c, road, isAway ? { ...faulty(road, 503), headers: { 'retry-after': '5' } } : faulty(road, 500))
  }
}

const faulty = (road: MachineRoad, status: 400 | 413 | 429 | 500 | 503): Reply => ({ status, data: road.fault(status) })

function reply(c: Context, road: MachineRoad, { status, data, headers = {} }: Reply): Response {
  const always = { 'cache-control': 'no-store', ...headers }
  if (data === undefined) return c.body(null, status as 204, always)
  return c.body(JSON.stringify(data), status as 200, { 'content-type': `${road.reads[0]}; charset=utf-8`, ...always })
}

async function readSent(c: Context, road: MachineRoad): Promise<Sent> {
  if (c.req.method === 'GET' || c.req.method === 'HEAD' || c.req.method === 'DELETE') return { kind: 'nothing' }
  const text = await within(slowest, c.req.text()).catch((cause: unknown) => {
    throw unreadable(cause)
  })
  if (text === '') return { kind: 'nothing' }
  const [type = ''] = (c.req.header('content-type') ?? '').toLowerCase().split(';')
  if (!road.reads.includes(type.trim())) return { kind: 'otherKind' }
  try {
    return { kind: 'json', content: JSON.parse(text) }
  } catch {
    return { kind: 'unreadable' }
  }
}

/** The parts after the door. One that cannot be decoded becomes a sign that is no record's id. */
const restOf = (path: string, at: string): readonly string[] =>
  path
    .split('/')
    .slice(at.split('/').length)
    .filter((part) => part !== '')
    .map((part) => {
      try {
        return decodeURIComponent(part)
      } catch {
        return '%'
      }
    })
