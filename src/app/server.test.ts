import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { whoMay } from '../../scripts/docs.ts'
import { type Answer, type TestApp, testApp } from '../../test/support/app.ts'
import { describeExample } from '../../test/support/database.ts'
import { someAddress } from '../../test/support/routes.ts'
import { inOrganisations } from '../db/transaction.ts'
import { clockwork } from '../kernel/actor.ts'
import { newId } from '../kernel/ids.ts'
import { logSweep } from '../modules/audit/jobs.ts'
import { tell } from '../modules/messages/public.ts'
import { modules } from './modules.ts'

const origin = 'http://127.0.0.1:3000'
const safe = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

describeExample('the shell', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())

  const expectSafe = ({ headers }: Pick<Answer, 'headers'>) => {
    for (const [name, value] of Object.entries(safe)) expect(headers.get(name), name).toBe(value)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe|\*|http:/)
  }

  it('every kind of answer carries the security headers', async () => {
    const someone = await app.as('sauda-ansatt')
    const answers = [
      await someone.get('/'),
      await someone.get('/finst-ikkje'),
      await someone.get('/logg'),
      await someone.get('/assets/finst-ikkje.js'),
      await someone.get('/healthz'),
      await someone.get('/readyz'),
      await app.stranger().get('/'),
      await someone.post('/sprak', { sprak: 'nn', til: '/' }),
      await someone.post('/sprak', {}, { 'sec-fetch-site': 'cross-site' }),
      await someone.post('/sprak', { til: 'x'.repeat(600_000) }),
    ]
    expect(answers.map((answer) => answer.status)).toEqual([200, 404, 403, 404, 200, 200, 303, 303, 403, 413])
    for (const answer of answers) expectSafe(answer)
    // What was not read stands in the way of the next request on the same connection.
    expect(answers.map((answer) => answer.headers.get('connection')).filter(Boolean)).toEqual(['close'])
  })
  it('G-26 what many send at once is bounded in all: 503 with when to come again, and the next form is taken', async () => {
    const stranger = app.stranger()
    const large = { email: 'a@prove.example', password: 'y'.repeat(500_000) }
    const sent = () => stranger.post('/logg-inn', large, { 'content-length': '500100' })
    const answers = await Promise.all(Array.from({ length: 120 }, sent))
    const refused = answers.filter(({ status }) => status === 503)
    expect(refused.length).toBeGreaterThan(10)
    expect(answers.length - refused.length).toBeGreaterThan(10)
    expect(answers.filter(({ status }) => status >= 500 && status !== 503)).toEqual([])
    for (const { headers } of refused) expect([headers.get('retry-after'), headers.get('connection')]).toEqual(['5', 'close'])
    // What was counted is given back.
    for (let n = 0; n < 60; n++) expect((await sent()).status).not.toBe(503)
  })
  it('an organisation in an address that no database can hold is not there, and no fault of ours', async () => {
    for (const path of ['/meld/%00', '/svar/%00/x', '/personvern/%00', '/logg-inn/%00'])
      expect([path, (await app.stranger().get(path)).status < 500]).toEqual([path, true])
  })
  it('no page is kept by a cache', async () => {
    expect((await (await app.as('sauda-ansatt')).get('/')).headers.get('cache-control')).toBe('no-store')
  })
  it('who is not signed in is sent to sign in, from every page that is not spelled open, and comes back', async () => {
    const stranger = app.stranger()
    const closed = modules.flatMap((module) => module.routes).filter((route) => route.may !== 'open')
    expect(closed.length).toBeGreaterThan(30)
    for (const route of closed) {
      const path = someAddress(route.path)
      const answer = route.method === 'GET' ? await stranger.get(path) : await stranger.post(path)
      expect(answer.status, `${route.method} ${route.path}`).toBe(303)
      expect(answer.location, route.path).toMatch(/^\/logg-inn/)
    }
    expect((await stranger.get('/systemer?a=b')).location).toBe('/logg-inn?til=%2Fsystemer%3Fa%3Db')
  })
  it('G-01 the server turns away whom the table of authorisation does, at every address', async () => {
    const guarded = modules.flatMap((module) => module.routes).filter((route) => typeof route.may === 'function')
    expect(guarded.length).toBeGreaterThan(100)
    const asked = { admin: 'sandnes-administrator', auditor: 'sandnes-revisor', employee: 'sandnes-ansatt' } as const
    for (const [role, slug] of Object.entries(asked) as [keyof typeof asked, string][]) {
      const someone = await app.as(slug)
      const outside = guarded.filter(({ may }) => {
        const who = whoMay(may)
        return !who.includes(role) && !who.includes('*everybody*')
      })
      for (const { method, path } of outside) {
        const at = someAddress(path)
        const { status } = method === 'GET' ? await someone.get(at) : await someone.post(at)
        expect([role, method, path, status]).toEqual([role, method, path, 403])
      }
    }
  }, 300_000)
  it('whoever administers Varde is not told to ask themselves for access', async () => {
    const said = async (slug: string) => {
      const { status, text } = await (await app.as(slug)).get('/internkontroll')
      return [status, text.includes('Du administrerer Varde'), text.includes('den som administrerer Varde')]
    }
    expect(await said('sandnes-administrator')).toEqual([403, true, false])
    const { status, text } = await (await app.as('sandnes-ansatt')).get('/personer')
    expect([status, text.includes('Du administrerer Varde'), text.includes('den som administrerer Varde')]).toEqual([403, false, true])
  })
  it('a form from another site is refused in the reader’s language, and nothing is done', async () => {
    const someone = await app.as('sauda-ansatt')
    const answer = await someone.post('/logg-ut', {}, { 'sec-fetch-site': 'cross-site', cookie: 'sprak=nn' })
    expect(answer.status).toBe(403)
    expect(answer.text).toContain('Vi tok ikkje imot skjemaet')
    expect((await someone.get('/')).status).toBe(200)
    // It is told in the log of the process, without whose it was.
    const lines: string[] = []
    const stranger = app.fromOutside((line) => void lines.push(line))()
    expect((await stranger.post('/sprak', {}, { 'sec-fetch-site': 'cross-site', 'x-forwarded-for': '203.0.113.9' })).status).toBe(403)
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ level: 40, kind: 'foreignOrigin' }])
    expect(lines.join()).not.toMatch(/203\.0\.113|sprak|cross-site/)
  })
  it.each([
    ['nb', 'Vi finner ikke siden'],
    ['nn', 'Vi finn ikkje sida'],
    ['en', 'We cannot find the page'],
  ])('the choice of language holds on every page (%s)', async (language, words) => {
    const someone = await app.as('oslomet-ansatt')
    expect((await someone.post('/sprak', { sprak: language, til: '/' })).location).toBe('/')
    const answer = await someone.get('/finnes-ikke')
    expect(answer.text).toContain(words)
    expect(answer.text).toContain(`<html lang="${language}"`)
  })
  it.each([
    '//ond.example',
    'https://ond.example',
    '/\\ond.example',
    '/\t/ond.example',
    '/\r\na: b',
    '/\u0000',
    '/\ud800',
    'javascript:alert(1)',
  ])('%s is no way out of the house', async (to) => {
    for (const path of ['/sprak', '/visning']) {
      const answer = await app.stranger().post(path, { sprak: 'nb', til: to })
      expect(answer.status).toBe(303)
      expect(new URL(answer.location ?? '', origin).origin).toBe(origin)
    }
  })
  it.each([
    ['another name', 'http://varde.ond.example:3000/demo', {}],
    ['the name of the proxy', 'http://127.0.0.1:3000/demo', { 'x-forwarded-host': 'varde.ond.example' }],
    ['who asked the proxy', 'http://127.0.0.1:3000/demo', { 'x-forwarded-for': '203.0.113.7' }],
    ['a proxy', 'http://localhost:3000/demo', { via: '1.1 varnish' }],
    ['a page from elsewhere', 'http://localhost:3000/demo', { origin: 'http://varde.ond.example' }],
  ])('the demo does not answer under %s: it lets anyone be anyone', async (_, url, headers) => {
    const answer = await app.app.request(url, { headers })
    expect(answer.status).toBe(421)
    const text = await answer.text()
    expect(text).toContain('Demoen svarer bare på denne maskinen')
    expect(text).not.toContain('Sauda')
    expect((await app.app.request('http://[::1]:3000/demo')).status).toBe(200)
  })
  it('an unreadable form is answered, not a crash', async () => {
    const answer = await app.app.request(`${origin}/sprak`, {
      method: 'POST',
      body: 'ikke et skjema',
      headers: { origin, 'content-type': 'multipart/form-data' },
    })
    expect(answer.status).toBeLessThan(500)
  })
  it('S0-10 "Report a deviation" is one press away on every page, for an employee with no other role', async () => {
    const employee = await app.as('sandnes-ansatt')
    const form = { whatHappened: 'En perm ble glemt.', discoveredAt: '2026-03-02T07:00' }
    const begun = await employee.post('/avvik/ny', { ...form, id: newId(app.clock.now), knapp: 'mer', directlyAffected: 'no' })
    const sent = await employee.post('/avvik/ny', { ...form, id: newId(app.clock.now), knapp: 'send', directlyAffected: 'no' })
    const [draft, own] = [begun, sent].map(({ location }) => /[0-9a-f-]{36}/.exec(location ?? '')?.[0] ?? '')
    // Every page there is: with the draft and the report of one's own where the address asks for a case, and refused or not there else.
    const addresses = modules
      .flatMap((module) => module.routes)
      .filter(({ method }) => method === 'GET')
      .flatMap(({ path }) => [someAddress(path, draft), someAddress(path, own)])
    const answered = new Map<string, number>()
    for (const path of new Set([...addresses, '/', '/finnes-ikke'])) {
      const answer = await employee.get(path)
      if (answer.status === 303 || !answer.headers.get('content-type')?.startsWith('text/html')) continue
      answered.set(path, answer.status)
      // The page of the report itself is that action.
      expect(answer.text, path).toContain(path === '/avvik/ny' ? 'action="/avvik/ny"' : 'href="/avvik/ny"')
    }
    for (const path of ['/', '/avvik/mine', '/systemer', '/oppgaver', '/varsler', `/avvik/${own}`, `/avvik/${draft}/skjema`])
      expect([path, answered.get(path)]).toEqual([path, 200])
    expect([...answered.values()].filter((status) => status === 403 || status === 404).length).toBeGreaterThan(10)
  }, 90_000)
  it('how many mails wait is told to the administrator, and to nobody else', async () => {
    const { personId } = await app.person('sandnes-leder')
    await app.ctx('sandnes-leder', (ctx) =>
      tell(ctx, {
        to: { persons: [personId] },
        kind: 'task.reminder',
        title: { nb: 'Kanari', nn: 'Kanari', en: 'Kanari' },
        reference: '2026/99',
        href: '/oppgaver',
      }),
    )
    expect((await app.stranger().get('/readyz')).text).toBe('ready')
    const { text } = await (await app.as('sandnes-administrator')).get('/innstillinger')
    expect(text).toContain('E-post som ikke er sendt')
    expect(text).toContain('Er e-postserveren satt opp?')
    expect(text).not.toContain('Kanari')
    expect(text).not.toContain('2026/99')
    expect(text).not.toMatch(/leder@/)
  })
  it('a session that has ended is no session', async () => {
    const someone = await app.as('sauda-ansatt')
    const now = app.clock.now
    app.clock.now = new Date(now.getTime() + 13 * 3_600_000)
    expect((await someone.get('/')).status).toBe(303)
    app.clock.now = now
  })
  it('what a role may not open is refused, and stands in the log when the hour is over: once, with how many times', async () => {
    const employee = await app.as('uio-ansatt')
    for (let n = 0; n < 30; n++) expect((await employee.get('/logg')).status).toBe(403)
    expect((await employee.get('/avvik/00000000-0000-7000-8000-00000000000a')).status).toBe(404)
    const { organisationId, personId } = await app.person('uio-ansatt')
    const later = new Date(app.clock.now.getTime() + 3_600_000)
    await logSweep.run({
      organisationIds: [organisationId],
      now: later,
      inOrganisation: (id, work) =>
        inOrganisations(db(), [id], (tx) => work({ tx, actor: clockwork(id, 1), now: later, house: app.house })),
    })
    const refusals = await app.ctx('uio-revisor', (ctx) =>
      ctx.tx
        .selectFrom('audit_event')
        .select(['actor_id', 'subject_id', 'data'])
        .where('organisation_id', '=', ctx.actor.organisationId)
        .where('type', '=', 'access.missed')
        .orderBy(sql`data ->> 'route'`)
        .execute(),
    )
    const line = { actor_id: personId, subject_id: null }
    expect(refusals).toEqual([
      { ...line, data: { route: '/avvik', count: 1, per: 'hour' } },
      { ...line, data: { route: '/logg', count: 30, per: 'hour' } },
    ])
    const log = await (await app.as('uio-revisor')).get('/logg')
    expect(log.text).toContain('(30 ganger i løpet av timen)')
  })
})
