import type { Hono } from 'hono'
import { pino } from 'pino'
import { server } from '../../src/app/server.ts'
import type { Database } from '../../src/db/database.ts'
import { type Fill, seedDemo } from '../../src/db/seed/demo.ts'
import { inOrganisations } from '../../src/db/transaction.ts'
import { clockwork } from '../../src/kernel/actor.ts'
import type { Ctx, House } from '../../src/kernel/ctx.ts'
import type { InOrganisation, Jobs, SweepRound } from '../../src/kernel/jobs.ts'
import { alsoSee } from '../../src/modules/organisation/public.ts'
import { loadActor } from '../../src/modules/people/public.ts'
import { enterFaults } from './enter.ts'
import { exampleFills, exampleNow, houseForTests, jobsForTests, seedExample } from './example.ts'

export type Answer = {
  readonly status: number
  readonly text: string
  readonly bytes: Uint8Array
  readonly headers: Headers
  readonly location: string | null
}
export type Client = {
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Answer>
  /** Posts a form as a browser on our own page does. A list posts the name several times. */
  readonly post: (
    path: string,
    form?: Readonly<Record<string, string | readonly string[]>>,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Answer>
  /** Posts files as a form of a browser does, with fields beside them. */
  readonly send: (
    path: string,
    files: readonly { readonly name: string; readonly content: Uint8Array }[],
    form?: Readonly<Record<string, string>>,
  ) => Promise<Answer>
}
export type TestApp = {
  readonly app: Hono
  readonly house: House
  /** The clock of everything inside; set it to move time. */
  readonly clock: { now: Date }
  readonly jobs: Jobs
  /** A browser nobody has signed in with. */
  readonly stranger: () => Client
  /** The same behind a proxy, and no demo: who comes is read of `X-Forwarded-For`, and all that is logged is written down. */
  readonly fromOutside: (write: (line: string) => void) => () => Client
  /** A signed-in person of the example organisations, by slug: `sauda-personvernombud`. */
  readonly as: (slug: string) => Promise<Client>
  /** A command's surroundings as that person: one transaction. */
  readonly ctx: <T>(slug: string, work: (ctx: Ctx) => Promise<T>) => Promise<T>
  /** As the worker comes in: one transaction, with the clockwork as the actor. */
  readonly inOrganisation: InOrganisation
  /** A round of a sweep, in the organisation of that person. */
  readonly round: (slug: string) => Promise<SweepRound>
  readonly person: (slug: string) => Promise<{ readonly organisationId: string; readonly personId: string }>
  readonly stop: () => Promise<void>
}

const origin = 'http://127.0.0.1:3000'

/** The whole server in process, on a database with the four example organisations. Real jobs, real sessions, no port. */
export async function testApp(db: Database, now = exampleNow, fills: readonly Fill[] = exampleFills): Promise<TestApp> {
  const clock = { now }
  const jobs = await jobsForTests(db)
  const house = houseForTests(jobs)
  await seedExample(db, house, now, fills)
  const parts = { db, example: (ctx: Ctx) => seedDemo(ctx, fills), clock: () => clock.now, origins: new Set([origin]) }
  const app = server({ ...parts, house, log: pino({ level: 'silent' }), trustedProxies: [] })

  const organisations = await db.owner.selectFrom('organisation').select('id').execute()
  const people = await inOrganisations(db, [], async (tx) => {
    await alsoSee(
      tx,
      organisations.map(({ id }) => id),
    )
    return tx.selectFrom('person').select(['organisation_id as organisationId', 'id as personId', 'demo_slug as slug']).execute()
  })
  const person = async (slug: string) => {
    const found = people.find((one) => one.slug === slug)
    if (!found) throw new Error(`no such person: ${slug}. There are: ${people.map((one) => one.slug).join(', ')}`)
    return found
  }
  const inOrganisation: InOrganisation = (id, work) =>
    inOrganisations(db, [id], (tx) => work({ tx, actor: clockwork(id, 1), now: clock.now, house }))
  return {
    app,
    house,
    clock,
    jobs,
    person,
    stranger: () => client(app),
    fromOutside: (write) => {
      const log = pino({ level: 'trace' }, { write })
      const outside = server({ ...parts, house: { ...house, demo: false }, log, trustedProxies: ['127.0.0.1'] })
      return () => client(outside)
    },
    as: async (slug) => {
      const browser = client(app)
      const answer = await browser.post('/demo/logg-inn', { person: slug })
      if (answer.status !== 303) throw new Error(`${slug} could not sign in: ${answer.status}`)
      return browser
    },
    ctx: async (slug, work) => {
      const { organisationId, personId } = await person(slug)
      return inOrganisations(db, [organisationId], async (tx) => {
        const signed = await loadActor(tx, organisationId, personId, clock.now)
        if (!signed) throw new Error(`${slug} cannot act`)
        return work({ tx, actor: signed.actor, now: clock.now, house })
      })
    },
    inOrganisation,
    round: async (slug) => ({ organisationIds: [(await person(slug)).organisationId], inOrganisation, now: clock.now }),
    stop: () => jobs.stop(),
  }
}

function client(app: Hono): Client {
  const jar = new Map<string, string>()
  const send = async (path: string, init: RequestInit, headers: Readonly<Record<string, string>>): Promise<Answer> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await app.request(`${origin}${path}`, { ...init, headers: { ...(cookie ? { cookie } : {}), ...headers } })
    for (const set of answer.headers.getSetCookie()) keep(jar, set)
    const bytes = new Uint8Array(await answer.arrayBuffer())
    const text = new TextDecoder().decode(bytes)
    const faults = answer.headers.get('content-type')?.startsWith('text/html') ? enterFaults(text) : []
    if (faults.length > 0) throw new Error(`${path}: ${faults.join('\n')}`)
    return {
      status: answer.status,
      text,
      bytes,
      headers: answer.headers,
      location: answer.headers.get('location'),
    }
  }
  return {
    get: (path, headers = {}) => send(path, {}, headers),
    post: (path, form = {}, headers = {}) => {
      const body = new URLSearchParams(
        Object.entries(form).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : value.map((one) => [name, one]))),
      )
      return send(path, { method: 'POST', body }, { origin, 'sec-fetch-site': 'same-origin', ...headers })
    },
    send: (path, files, form = {}) => {
      const body = new FormData()
      for (const [name, value] of Object.entries(form)) body.append(name, value)
      for (const { name, content } of files) body.append('filer', new Blob([content as Uint8Array<ArrayBuffer>]), name)
      return send(path, { method: 'POST', body }, { origin, 'sec-fetch-site': 'same-origin' })
    },
  }
}

function keep(jar: Map<string, string>, set: string): void {
  const [pair = '', ...attributes] = set.split(';')
  const cut = pair.indexOf('=')
  const name = pair.slice(0, cut).trim()
  const gone = attributes.some((attribute) => /max-age=0$/i.test(attribute.trim()))
  if (gone) jar.delete(name)
  else jar.set(name, pair.slice(cut + 1))
}
