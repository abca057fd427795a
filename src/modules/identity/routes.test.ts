import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample, makeDatabase } from '../../../test/support/database.ts'
import { server } from '../../app/server.ts'
import { seedDemo } from '../../db/seed/demo.ts'
import type { House } from '../../kernel/ctx.ts'
import { logSweep } from '../audit/jobs.ts'
import { unsealLetter } from '../messages/store-unlinked.ts'
import { house as plainHouse } from '../people/factory.ts'
import { makeAccount, rightPassword } from './factory.ts'
import { openSetup } from './setup/commands.ts'

const origin = 'http://127.0.0.1:3000'

describeExample('pages of sign-in', (db, kind) => {
  let app: TestApp
  let serial = 0
  beforeAll(async () => {
    app = await testApp(db())
  })
  afterAll(() => app.stop())
  const account = async (...slugs: readonly string[]) => {
    const email = `konto${++serial}@prove.example`
    await makeAccount(db(), email, app.clock.now, ...(await Promise.all(slugs.map((slug) => app.person(slug)))))
    return email
  }
  /** The same server under another house: not the demo, or at another address. */
  const otherHouse = (own: Partial<House>, proxies: readonly string[] = [], database = db()) => {
    const house: House = { ...app.house, ...own }
    const parts = { db: database, house, example: (ctx: Parameters<typeof seedDemo>[0]) => seedDemo(ctx), clock: () => app.clock.now }
    return server({ ...parts, log: pino({ level: 'silent' }), trustedProxies: proxies, origins: new Set([origin, house.baseUrl]) })
  }
  const form = (values: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) => ({
    method: 'POST',
    body: new URLSearchParams(values),
    headers: { 'sec-fetch-site': 'same-origin', ...headers },
  })

  it('let a person in to where it was going, and out again', async () => {
    const email = await account('sandnes-ansatt')
    const browser = app.stranger()
    const first = await browser.get('/min-side')
    expect(first.location).toBe('/logg-inn?til=%2Fmin-side')
    const page = await browser.get(first.location ?? '')
    expect(page.text).toContain('value="/min-side"')
    expect((await browser.post('/logg-inn', { email, password: rightPassword, til: '/min-side' })).location).toBe('/min-side')
    const mine = await browser.get('/min-side')
    expect(mine.text).toContain('Lærer, Sandnes')
    expect((await browser.post('/logg-ut')).location).toBe('/logg-inn')
    expect((await browser.get('/min-side')).location).toContain('/logg-inn')
  })

  it('answer wrong password and unknown address with the same page, keeping what was typed but the password', async () => {
    const email = await account('sandnes-ansatt')
    const said = async (address: string) => {
      const answer = await app.stranger().post('/logg-inn', { email: address, password: 'feil passord er dette' })
      return [answer.status, answer.text.replaceAll(address, '…')] as const
    }
    const [wrong, unknown] = [await said(email), await said('ukjent@prove.example')]
    expect(wrong).toEqual(unknown)
    expect(wrong[0]).toBe(422)
    expect(wrong[1]).toContain('E-posten eller passordet er feil')
    expect(wrong[1]).not.toContain('feil passord er dette')
  })

  it('say how long to wait after many failures', async () => {
    const email = await account('sandnes-ansatt')
    for (let i = 0; i < 5; i++) await app.stranger().post('/logg-inn', { email, password: 'feil passord er dette' })
    const answer = await app.stranger().post('/logg-inn', { email, password: rightPassword })
    expect(answer.status).toBe(429)
    expect(answer.text).toContain('Vent 2 minutter')
  })

  it('G-25 count a spoofed address as the one it comes from; behind a proxy of ours two visitors are two', async () => {
    const guess = async (server: Pick<typeof app.app, 'request'>, email: string, headers: Readonly<Record<string, string>>) =>
      (await server.request(`${origin}/logg-inn`, form({ email, password: 'feil passord er dette' }, headers))).status
    const invented = (n: number) => ({
      'x-forwarded-for': `198.51.100.${n}`,
      forwarded: `for=198.51.100.${n}`,
      'x-real-ip': `198.51.100.${n}`,
    })
    const one = await account('sandnes-ansatt')
    const open = []
    for (let n = 1; n <= 7; n++) open.push(await guess(otherHouse({ demo: false }), one, invented(n)))
    expect(open).toEqual([422, 422, 422, 422, 422, 429, 429])

    const proxied = otherHouse({ demo: false }, ['127.0.0.1'])
    const two = await account('sandnes-ansatt')
    const behind = []
    for (let n = 1; n <= 6; n++) behind.push(await guess(proxied, two, { 'x-forwarded-for': `198.51.100.${n}, 203.0.113.50` }))
    expect(behind).toEqual([422, 422, 422, 422, 422, 429])
    expect(await guess(proxied, two, { 'x-forwarded-for': '198.51.100.1, 203.0.113.51' })).toBe(422)
  })

  it('know a browser that has signed in: whoever guesses from the same network does not lock its person out', async () => {
    const email = await account('sandnes-ansatt')
    const [person, guesser] = [app.stranger(), app.stranger()]
    const signIn = (browser: typeof person, password = rightPassword) => browser.post('/logg-inn', { email, password })
    const first = await signIn(person)
    expect(first.headers.getSetCookie().find((one) => one.startsWith('kjent='))).toMatch(/Max-Age=7776000.*HttpOnly/)
    for (let n = 0; n < 5; n++) expect((await signIn(guesser, 'feil passord er dette')).status).toBe(422)
    expect((await signIn(guesser)).status).toBe(429)
    await person.post('/logg-ut')
    expect((await signIn(person)).status).toBe(303)
    // The mark is of this account, and it buys no more tries than anyone has.
    const other = await account('sandnes-systemeier')
    for (let n = 0; n < 5; n++) await app.stranger().post('/logg-inn', { email: other, password: 'feil passord er dette' })
    expect((await person.post('/logg-inn', { email: other, password: rightPassword })).status).toBe(429)
    for (let n = 0; n < 5; n++) expect((await signIn(person, 'feil passord er dette')).status).toBe(422)
    expect((await signIn(person)).status).toBe(429)
  })

  it('S0-24 say whom to ask when the password is forgotten, and the administrator gives a new link, once', async () => {
    expect((await app.stranger().get('/logg-inn')).text).toContain('href="/glemt-passord"')
    expect((await app.stranger().get('/glemt-passord')).text).toContain('Be administratoren for Varde')
    const admin = await app.as('sandnes-administrator')
    const { location } = await admin.post('/personer', { name: 'Glemsom, Sandnes', email: 'glemsom@sandnes.example' })
    const link = async () => {
      const shown = await admin.get(`${location}/innlogging`)
      return /(\/velg-passord\/[\w.-]+)/.exec(shown.text)?.[1] ?? ''
    }
    await admin.post(`${location}/innlogging`)
    const before = await link()
    await app.stranger().post(before, { next: rightPassword, again: rightPassword })
    // A link that was used says so, and one that never was says the same.
    for (const dead of [before, `/velg-passord/${crypto.randomUUID()}.1790000000.abc`]) {
      const said = await app.stranger().get(dead)
      expect([said.status, said.text.includes('Lenken virker ikke lenger'), said.text.includes('href="/logg-inn"')]).toEqual([
        410,
        true,
        true,
      ])
      expect((await app.stranger().post(dead, { next: rightPassword, again: rightPassword })).status).toBe(410)
    }
    const browser = app.stranger()
    const signIn = (password: string) => browser.post('/logg-inn', { email: 'glemsom@sandnes.example', password })
    expect((await signIn(rightPassword)).status).toBe(303)

    expect(await link()).toBe('')
    expect((await (await app.as('sandnes-ansatt')).post(`${location}/nytt-passord`)).status).toBe(403)
    expect((await (await app.as('sauda-administrator')).post(`${location}/nytt-passord`)).status).toBe(404)
    expect((await browser.get('/min-side')).status).toBe(200)
    expect((await admin.post(`${location}/nytt-passord`)).location).toBe(`${location}/innlogging`)
    expect((await browser.get('/min-side')).status).toBe(303)
    expect((await signIn(rightPassword)).status).toBe(422)
    const next = 'sju grå steinar i ei røys'
    expect((await app.stranger().post(await link(), { next, again: next })).location).toBe('/logg-inn')
    expect((await signIn(next)).status).toBe(303)
  })

  it('S0-24 say on the page of a new person what is next, and send the link by mail or show it', async () => {
    const admin = await app.as('sauda-administrator')
    const add = async (name: string, more = {}) =>
      (await admin.post('/personer', { name, email: `${name.toLowerCase()}@sauda.example`, ...more })).location ?? ''
    const first = await add('Mailine')
    const page = (await admin.get(first)).text
    for (const words of ['Mailine kan ikkje logge inn enno', 'Send invitasjon no', 'Lag lenkje']) expect(page).toContain(words)
    expect((await admin.post(`${first}/innlogging/invitasjon`)).location).toBe(`${first}/innlogging`)
    const { organisationId } = await app.person('sauda-administrator')
    const letters = await app.inOrganisation(organisationId, async (ctx) =>
      Promise.all(
        (await ctx.tx.selectFrom('mail').selectAll().where('kind', '=', 'account.invited').execute()).map((row) =>
          unsealLetter(ctx, row.id, row.sealed ?? new Uint8Array()),
        ),
      ),
    )
    expect(letters.map(({ address }) => address)).toEqual(['mailine@sauda.example'])
    expect(letters[0]?.title).toBe('Velkomen til Varde: vel eit passord')

    // The link speaks the language of the house, whatever the browser says, and what it was for is filled in afterwards.
    const link = letters[0]?.href ?? ''
    const browser = app.stranger()
    const english = { 'accept-language': 'en-GB' }
    expect((await browser.get(link, english)).text).toContain('Vel passord')
    const chosen = await browser.post(link, { next: rightPassword, again: rightPassword }, english)
    expect([chosen.status, chosen.location]).toEqual([303, '/logg-inn'])
    expect((await browser.get('/logg-inn', english)).text).toMatch(
      /name="email"[^>]*value="mailine@sauda.example"|value="mailine@sauda.example"[^>]*name="email"/,
    )
    expect((await admin.get(first)).text).not.toContain('kan ikkje logge inn enno')
    // Nobody is told that they have not come in themselves.
    const own = `/personer/${(await app.person('sauda-administrator')).personId}`
    expect((await admin.get(own)).text).not.toContain('kan ikkje logge inn enno')
    expect((await (await app.as('sauda-ansatt')).post(`${first}/innlogging/invitasjon`)).status).toBe(403)

    const house = app.house as { mails: boolean }
    house.mails = false
    try {
      const second = await add('Lenkar')
      const shown = (await admin.get(second)).text
      expect([shown.includes('Lag lenkje'), shown.includes('Send invitasjon no')]).toEqual([true, false])
      const told = await admin.post(`${second}/innlogging`)
      expect((await admin.get(told.location ?? '')).text).toMatch(/\/velg-passord\/[\w.-]+/)
      expect((await admin.post(`${second}/innlogging/invitasjon`)).status).toBe(422)
    } finally {
      house.mails = true
    }
  })

  it('S0-24 promise no mail where no mail server is set, say whom to ask, and tell nothing of the address', async () => {
    const email = await account('sandnes-ansatt')
    const house = app.house as { mails: boolean }
    house.mails = false
    try {
      const page = (await app.stranger().get('/glemt-passord')).text
      expect([page.includes('Varde sender ikke e-post herfra'), page.includes('name="email"')]).toEqual([true, false])
      expect(page).toContain('Be administratoren for Varde hos dere')
      const said = await Promise.all([email, 'ingen@prove.example'].map((one) => app.stranger().post('/glemt-passord', { email: one })))
      expect(said.map(({ status, location }) => [status, location])).toEqual([
        [303, '/glemt-passord'],
        [303, '/glemt-passord'],
      ])
      const { organisationId } = await app.person('sandnes-ansatt')
      const kept = await app.inOrganisation(organisationId, ({ tx }) =>
        tx.selectFrom('mail').select('id').where('kind', '=', 'account.passwordForgotten').execute(),
      )
      expect(kept).toEqual([])
      const staff = await app.as('sandnes-ansatt')
      expect((await staff.get('/varsler')).text).not.toContain('på e-post')
    } finally {
      house.mails = true
    }
  })

  it('S0-24 send a link by mail that works once, with the same answer whether anybody has the address; nothing that is kept has the link or the address', async () => {
    const email = await account('sandnes-ansatt')
    const asks = (address: string, from = app.stranger()) => from.post('/glemt-passord', { email: address })
    const { organisationId } = await app.person('sandnes-ansatt')
    const mails = () =>
      app.inOrganisation(organisationId, async (ctx) =>
        Promise.all(
          (
            await ctx.tx
              .selectFrom('mail')
              .selectAll()
              .where('organisation_id', '=', organisationId)
              .where('kind', '=', 'account.passwordForgotten')
              .execute()
          ).map(async (row) => ({ row: JSON.stringify(row), letter: await unsealLetter(ctx, row.id, row.sealed ?? new Uint8Array()) })),
        ),
      )
    const said = [await asks(email), await asks('ukjent@prove.example')]
    const answers = said.map(({ status, location, text }) => [status, location, text])
    expect(answers[0]).toEqual(answers[1])
    expect(said[0]?.location).toBe('/logg-inn')
    const [sent, ...more] = await mails()
    expect(more).toEqual([])
    expect(sent?.letter.address).toBe(email)
    const link = sent?.letter.href ?? ''
    expect(link).toMatch(/^\/velg-passord\/[\w.-]+$/)
    for (const secret of [email, link.split('/').at(-1) ?? '']) expect(sent?.row).not.toContain(secret)

    // The password that stands goes on working until another is chosen: nobody locks somebody else out.
    const browser = app.stranger()
    const signIn = (password: string) => browser.post('/logg-inn', { email, password })
    expect((await signIn(rightPassword)).status).toBe(303)
    const next = 'sju grå steinar i ei røys'
    expect((await app.stranger().post(link, { next: 'sandnes kommune', again: 'sandnes kommune' })).status).toBe(422)
    const both = await Promise.all([1, 2].map(() => app.stranger().post(link, { next, again: next })))
    expect(both.map(({ status }) => status).sort()).toEqual([303, 410])
    expect([(await app.stranger().get(link)).status, (await browser.get('/min-side')).status]).toEqual([410, 303])
    expect([(await signIn(rightPassword)).status, (await signIn(next)).status]).toEqual([422, 303])

    // Asked for again it is another link, and after an hour it is dead.
    await asks(email)
    const later = (await mails()).map(({ letter }) => letter.href ?? '').find((one) => one !== link) ?? ''
    expect((await app.stranger().get(later)).status).toBe(200)
    app.clock.now = new Date(app.clock.now.getTime() + 61 * 60_000)
    expect((await app.stranger().get(later)).status).toBe(410)
    app.clock.now = new Date(app.clock.now.getTime() - 61 * 60_000)
    const logged = await app.ctx('sandnes-administrator', (ctx) =>
      ctx.tx
        .selectFrom('audit_event')
        .selectAll()
        .where('organisation_id', '=', organisationId)
        .where('type', 'like', 'account.%')
        .execute(),
    )
    expect(logged.map(({ type }) => type)).toContain('account.passwordForgotten')
    expect(JSON.stringify(logged)).not.toContain(email)
  })

  it('S0-24 a forgotten password is asked for so many times from one network, and of one address, and an address without a password gets none', async () => {
    const email = await account('sandnes-ansatt')
    const { organisationId } = await app.person('sandnes-ansatt')
    const proxied = otherHouse({ demo: false }, ['127.0.0.1'])
    const ask = async (address: string, network: string) =>
      (await proxied.request(`${origin}/glemt-passord`, form({ email: address }, { origin, 'x-forwarded-for': network }))).status
    const count = () =>
      app.inOrganisation(organisationId, async (ctx) => {
        const rows = await ctx.tx
          .selectFrom('mail')
          .select(['id', 'sealed'])
          .where('organisation_id', '=', organisationId)
          .where('kind', '=', 'account.passwordForgotten')
          .execute()
        const letters = await Promise.all(rows.map(({ id, sealed }) => unsealLetter(ctx, id, sealed ?? new Uint8Array())))
        return letters.filter(({ address }) => address === email).length
      })
    for (let n = 0; n < 5; n++) expect(await ask(email, `10.9.${n}.1`)).toBe(303)
    expect(await count()).toBe(3)
    // Nor does the time tell: nobody is answered before the half second is over.
    for (const address of [await account('sandnes-ansatt'), 'ukjent@prove.example']) {
      const began = performance.now()
      await ask(address, '10.6.0.1')
      expect(performance.now() - began, address).toBeGreaterThan(495)
    }
    for (let n = 0; n < 10; n++) expect(await ask(`ingen${n}@prove.example`, '10.8.0.1')).toBe(303)
    expect(await ask('ingen@prove.example', '10.8.0.1')).toBe(429)
    expect(await ask('uten krøllalfa', '10.7.0.1')).toBe(422)
  })

  it('never send anyone out of the house after signing in', async () => {
    for (const til of ['https://ond.example/', '//ond.example', '/\\ond.example']) {
      const email = await account('sandnes-ansatt')
      expect((await app.stranger().post('/logg-inn', { email, password: rightPassword, til })).location, til).toBe('/')
    }
  })

  it('set a cookie no script can read; over https it is tied to the host', async () => {
    const email = await account('sandnes-ansatt')
    const plain = await app.stranger().post('/logg-inn', { email, password: rightPassword })
    expect(plain.headers.getSetCookie().find((one) => one.startsWith('varde='))).toMatch(/Max-Age=129600.*Path=\/.*HttpOnly.*SameSite=Lax/)
    const secure = otherHouse({ baseUrl: 'https://varde.example', demo: false })
    const answer = await secure.request('https://varde.example/logg-inn', form({ email, password: rightPassword }))
    const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('__Host-varde='))
    expect(cookie).toMatch(/Path=\/.*HttpOnly.*Secure.*SameSite=Lax/)
    expect(cookie).not.toContain('Domain')
  })

  it('tie every cookie to the host over https, the choice of language and display too, and read no other', async () => {
    const secure = otherHouse({ baseUrl: 'https://varde.example', demo: false })
    for (const [path, name, value] of [
      ['/sprak', 'sprak', 'nn'],
      ['/visning', 'visning', 'dark'],
    ] as const) {
      const answer = await secure.request(`https://varde.example${path}`, form({ [name]: value, til: '/logg-inn' }))
      const set = answer.headers.getSetCookie()
      expect(set.map((one) => one.split('=')[0])).toEqual([`__Host-${name}`])
      expect(set[0]).toMatch(/Path=\/.*HttpOnly.*Secure.*SameSite=Lax/)
    }
    const page = async (cookie: string) => (await secure.request('https://varde.example/logg-inn', { headers: { cookie } })).text()
    expect(await page('__Host-sprak=nn')).toContain('<html lang="nn"')
    expect(await page('sprak=nn')).toContain('<html lang="nb"')
  })

  it('S0-23 show where one is signed in, and sign out everywhere', async () => {
    const email = await account('sandnes-ansatt')
    const [one, two] = [app.stranger(), app.stranger()]
    for (const browser of [one, two]) await browser.post('/logg-inn', { email, password: rightPassword })
    const mine = await one.get('/min-side')
    expect(mine.text).toMatch(/<th[^>]*>Denne nettleseren</)
    expect(mine.text).toMatch(/<th[^>]*>En annen nettleser</)
    // How one signs in is a part of its own, and not beside "sign out everywhere".
    const ways = mine.text.slice(mine.text.indexOf('id="innlogging"'))
    for (const way of ['/passord', '/min-side/passnokler']) expect([way, ways.includes(`href="${way}"`)]).toEqual([way, true])
    expect(ways).not.toContain('/logg-ut-overalt')
    await one.post('/logg-ut-overalt')
    for (const browser of [one, two]) expect((await browser.get('/min-side')).status).toBe(303)
  })

  it('leave nothing in the browser of whoever signs out', async () => {
    for (const path of ['/logg-ut', '/logg-ut-overalt']) {
      const browser = await app.as('sandnes-ansatt')
      expect((await browser.get('/min-side')).headers.get('clear-site-data')).toBeNull()
      expect((await browser.post(path)).headers.get('clear-site-data')).toBe('"storage"')
    }
  })

  it('S0-22 have a visible way out on every page, and end the session after an hour of quiet', async () => {
    const browser = await app.as('sandnes-ansatt')
    expect((await browser.get('/min-side')).text).toContain('action="/logg-ut"')
    const before = app.clock.now
    app.clock.now = new Date(before.getTime() + 61 * 60_000)
    expect((await browser.get('/min-side')).location).toContain('/logg-inn')
    app.clock.now = before
  })

  it('S0-22 the organisation sets how long one may be quiet, within bounds; the next request after it asks for a new sign-in', async () => {
    const admin = await app.as('sauda-administrator')
    const set = async (idleMinutes: string) => {
      const version = /name="version" value="(\d+)"/.exec((await admin.get('/innstillinger/innlogging')).text)?.[1] ?? ''
      return admin.post('/innstillinger/innlogging', { version, idleMinutes })
    }
    for (const wrong of ['5', '61', 'lenge', '']) expect([wrong, (await set(wrong)).status]).toEqual([wrong, 422])
    expect((await set('15')).status).toBe(303)
    const before = app.clock.now
    const after = async (slug: string, minutes: number) => {
      const browser = await app.as(slug)
      app.clock.now = new Date(before.getTime() + minutes * 60_000)
      const { location } = await browser.get('/min-side')
      app.clock.now = before
      return location
    }
    expect(await after('sauda-ansatt', 14)).toBeNull()
    expect(await after('sauda-ansatt', 16)).toContain('/logg-inn')
    expect((await (await app.as('sauda-ansatt')).get('/min-side')).text).toContain('etter 15 minutt utan bruk')
    // Another organisation keeps its own.
    expect(await after('sandnes-ansatt', 16)).toBeNull()
    expect((await set('60')).status).toBe(303)
  })

  it('S2-57 three failed sign-ins and a refused page are four lines that those who watch over security read', async () => {
    const email = await account('uio-ansatt')
    const guess = (address: string) => app.stranger().post('/logg-inn', { email: address, password: 'feil passord er dette' })
    const pages = []
    for (let n = 0; n < 3; n++) pages.push((await guess(email)).text)
    // Whoever guesses learns nothing of who is here.
    const unknown = (await guess('ukjent@uio.example')).text
    expect(unknown.replaceAll('ukjent@uio.example', email)).toBe(pages[0])
    expect((await (await app.as('uio-ansatt')).get('/personer')).status).toBe(403)
    const now = new Date(app.clock.now.getTime() + 3_600_000)
    await logSweep.run({
      ...(await app.round('uio-ansatt')),
      now,
      inOrganisation: (id, work) => app.inOrganisation(id, (ctx) => work({ ...ctx, now })),
    })
    const log = async (slug: string) => (await app.as(slug)).get('/logg')
    const { text } = await log('uio-cert')
    expect(text.match(/Mislykket forsøk på å logge inn/g)).toHaveLength(3)
    expect(text).toContain('Forsøkte å åpne noe som ikke finnes')
    // Of the rest of the log they read nothing.
    const made = async (slug: string) => (await (await app.as(slug)).get('/logg?hendelse=oppsett')).text.includes('Virksomheten opprettet')
    expect([await made('uio-administrator'), await made('uio-cert')]).toEqual([true, false])
    expect((await log('uio-ansatt')).status).toBe(403)
  })

  it('S0-22 writing counts as use: the session goes on for an hour, but never past twelve', async () => {
    const browser = await app.as('sandnes-ansatt')
    const before = app.clock.now
    const json = { accept: 'application/json' }
    const at = (minutes: number) => {
      app.clock.now = new Date(before.getTime() + minutes * 60_000)
    }
    const ends = async () => JSON.parse((await browser.post('/okt', {}, json)).text).ends
    const after = (minutes: number) => new Date(before.getTime() + minutes * 60_000).toISOString()
    const shown = async () => /data-session-ends="([^"]*)"/.exec((await browser.get('/min-side')).text)?.[1]
    expect(await shown()).toBe(after(60))
    at(4)
    expect(await shown()).toBe(after(60))
    expect(await ends()).toBe(after(64))
    for (let minute = 50; minute < 12 * 60 - 30; minute += 50) {
      at(minute)
      await ends()
    }
    at(11 * 60 + 40)
    expect(await ends()).toBe(after(12 * 60))
    at(12 * 60 + 1)
    expect((await browser.post('/okt', {}, json)).status).toBe(401)
    app.clock.now = before
    expect((await app.stranger().get('/logg-inn')).text).not.toContain('data-session')
  })

  it('keep one’s own language', async () => {
    const browser = await app.as('sauda-leder')
    expect((await browser.get('/min-side')).text).toContain('Mi side')
    await browser.post('/min-side/sprak', { locale: 'nb' })
    expect((await browser.get('/min-side')).text).toContain('Min side')
    expect((await (await app.as('sauda-leder')).get('/min-side')).text).toContain('Min side')
    await browser.post('/min-side/sprak', { locale: 'organisation' })
    expect((await browser.get('/min-side')).text).toContain('Mi side')
  })

  it('change organisation for those who serve several, and for nobody else', async () => {
    const browser = await app.as('sauda-personvernradgiver')
    const { organisationId: sandnes } = await app.person('sandnes-ansatt')
    const { organisationId: uio } = await app.person('uio-ansatt')
    expect((await browser.get('/min-side')).text).toContain('Byt verksemd')
    expect((await browser.post('/organisasjon', { organisation: uio })).status).toBe(404)
    expect((await browser.post('/organisasjon', { organisation: sandnes })).location).toBe('/')
    expect((await browser.get('/min-side')).text).toContain('Personvernrådgiver, Sandnes')
    expect((await (await app.as('sauda-ansatt')).get('/min-side')).text).not.toContain('Byt verksemd')
  })

  it('change the password, and say at the field what is wrong with it', async () => {
    const email = await account('sandnes-ansatt')
    const browser = app.stranger()
    await browser.post('/logg-inn', { email, password: rightPassword })
    expect((await browser.get('/passord')).status).toBe(200)
    const weak = await browser.post('/passord', { current: rightPassword, next: 'Sommer2026!!!!', again: 'Sommer2026!!!!' })
    expect(weak.status).toBe(422)
    expect(weak.text).toContain('href="#next"')
    expect(weak.text).not.toContain('Sommer2026')
    const next = 'sju grå steinar i ei røys'
    expect((await browser.post('/passord', { current: rightPassword, next, again: next })).location).toBe('/min-side')
    expect((await app.stranger().post('/logg-inn', { email, password: next })).status).toBe(303)
    expect((await (await app.as('sandnes-leder')).get('/passord')).status).toBe(404)
  })

  it('give a way in by a link, and nobody but the person learns the password', async () => {
    const admin = await app.as('sandnes-administrator')
    const { location } = await admin.post('/personer', { name: 'Nytilsatt, Sandnes', email: 'nytilsatt@sandnes.example' })
    expect((await admin.get(`${location}/innlogging`)).text).toContain('kan ikke logge inn ennå')
    await admin.post(`${location}/innlogging`)
    const shown = await admin.get(`${location}/innlogging`)
    const link = /http:\/\/[^<"]+(\/velg-passord\/[\w.-]+)/.exec(shown.text)?.[1] ?? ''
    const browser = app.stranger()
    expect((await browser.get(link)).status).toBe(200)
    // Nothing behind it, nothing inside it, and no other letters for the same bytes.
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    const sameBytes = link.slice(0, -1) + letters[letters.indexOf(link.at(-1) ?? '') + 1]
    for (const wrong of [`${link}x`, `${link}.extra`, `${link}.`, `${link}=`, `${link}%20`, link.replace(/\.(?=\d+\.)/, '.0'), sameBytes]) {
      expect((await browser.get(wrong)).status, wrong).toBe(410)
      expect((await browser.post(wrong, { next: 'sju grå steinar i ei røys', again: 'sju grå steinar i ei røys' })).status, wrong).toBe(410)
    }
    expect((await browser.post(link, { next: 'kort', again: 'kort' })).status).toBe(422)
    const next = 'sju grå steinar i ei røys'
    expect((await browser.post(link, { next, again: next })).location).toBe('/logg-inn')
    expect((await browser.post(link, { next, again: next })).status).toBe(410)
    expect((await browser.post('/logg-inn', { email: 'nytilsatt@sandnes.example', password: next })).status).toBe(303)
    expect((await admin.get(`${location}/innlogging`)).text).not.toContain('velg-passord')
  })

  it('say why no way in is given: the address is the user name of another', async () => {
    const admin = await app.as('sandnes-administrator')
    const email = 'skifte@sandnes.example'
    const { location: first } = await admin.post('/personer', { name: 'Før, Sandnes', email })
    await admin.post(`${first}/innlogging`)
    expect((await admin.post(first ?? '', { name: 'Før, Sandnes', email: 'annen@sandnes.example', version: '1' })).status).toBe(303)
    const { location: second } = await admin.post('/personer', { name: 'Etter, Sandnes', email })
    const refused = await admin.post(`${second}/innlogging`)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('allerede denne adressen som brukernavn')
  })

  it('give no link to an account that another organisation lets in, and none that is old', async () => {
    const [sandnes, sauda] = [await app.as('sandnes-administrator'), await app.as('sauda-administrator')]
    const person = { name: 'Delt, Sandnes', email: 'delt@prove.example' }
    const [here, there] = [(await sandnes.post('/personer', person)).location, (await sauda.post('/personer', person)).location]
    await sandnes.post(`${here}/innlogging`)
    const link = /(\/velg-passord\/[\w.-]+)/.exec((await sandnes.get(`${here}/innlogging`)).text)?.[1] ?? ''
    await sauda.post(`${there}/innlogging`)
    expect((await sauda.get(`${there}/innlogging`)).text).not.toContain('velg-passord')
    const before = app.clock.now
    app.clock.now = new Date(before.getTime() + 49 * 3_600_000)
    expect((await app.stranger().get(link)).status).toBe(410)
    app.clock.now = before
    expect((await app.stranger().get(link)).status).toBe(200)
  })

  it('have the demo’s way in for this machine, in the demo, and not otherwise', async () => {
    const paths = ['/demo', '/demo/personer.json']
    for (const path of paths) expect((await app.stranger().get(path)).status, path).toBe(200)
    const people = JSON.parse((await app.stranger().get('/demo/personer.json')).text) as { slug: string }[]
    expect(people.map((one) => one.slug)).toContain('sauda-personvernombud')
    expect((await app.stranger().post('/demo/logg-inn', { person: 'sauda-ingen' })).status).toBe(404)

    const closed = {
      'not the demo': { app: otherHouse({ demo: false }), headers: {}, status: 404 },
      'another machine': { app: otherHouse({}, ['127.0.0.1']), headers: { 'x-forwarded-for': '203.0.113.9' }, status: 421 },
      'a public address': { app: otherHouse({ baseUrl: 'https://varde.example' }), headers: {}, status: 404 },
    }
    for (const [why, { app: other, headers, status }] of Object.entries(closed)) {
      for (const path of paths) expect((await other.request(`${origin}${path}`, { headers })).status, `${why} ${path}`).toBe(status)
      const posted = await other.request(`${origin}/demo/logg-inn`, form({ person: 'sauda-personvernombud' }, headers))
      expect([posted.status, posted.headers.getSetCookie()], why).toEqual([status, []])
    }
  })

  it('set up an installation once, from the address that the start printed', async () => {
    const made = await makeDatabase(kind)
    try {
      const first = otherHouse({ ...plainHouse, demo: false }, [], made.db)
      const path = (await openSetup(made.db, app.clock.now)) ?? ''
      // Without the address one is told where to begin; once it is set up, nothing of that.
      const signIn = async () => (await first.request(`${origin}/logg-inn`)).text()
      expect(await signIn()).toContain('Varde er ikke satt opp ennå')
      expect((await first.request(`${origin}/oppsett/gjetning`)).status).toBe(410)
      expect(await (await first.request(`${origin}${path}`)).text()).toContain('Kom i gang med Varde')
      // Whoever reads nynorsk sets up in nynorsk; what may wait says so.
      const inNynorsk = await (await first.request(`${origin}${path}`, { headers: { 'accept-language': 'nn' } })).text()
      expect(/<input(?=[^>]*name="language")(?=[^>]*checked)[^>]*>/.exec(inNynorsk)?.[0]).toContain('value="nn"')
      for (const name of ['number', 'address', 'telephone', 'mailbox'])
        expect(inNynorsk).toMatch(new RegExp(`<label[^>]*for="${name}"[^>]*>[^<]*<span class="v-optional">`))
      const given = {
        name: 'Utsira kommune',
        preset: 'sauda',
        language: 'nn',
        admin: 'Administrator',
        email: 'a@utsira.example',
        alsoDpo: 'ja',
      }
      const weak = await first.request(`${origin}${path}`, form({ ...given, password: 'kort' }))
      expect(weak.status).toBe(422)
      expect(await weak.text()).toContain('value="Utsira kommune"')
      const done = await first.request(`${origin}${path}`, form({ ...given, password: rightPassword }))
      expect([done.status, done.headers.get('location')]).toEqual([303, '/'])
      const cookie =
        done.headers
          .getSetCookie()
          .find((one) => one.startsWith('varde='))
          ?.split(';')[0] ?? ''
      expect((await first.request(`${origin}/personer`, { headers: { cookie } })).status).toBe(200)
      expect(await signIn()).not.toContain('ikke satt opp')
      expect((await first.request(`${origin}${path}`)).status).toBe(410)
      expect((await first.request(`${origin}${path}/eksempel`, form({}))).status).toBe(410)
    } finally {
      await made.remove()
    }
  })

  it('load the example data instead, and choose whom to be', async () => {
    const made = await makeDatabase(kind)
    try {
      const first = otherHouse({ ...plainHouse, demo: false, baseUrl: origin }, [], made.db)
      const path = (await openSetup(made.db, app.clock.now)) ?? ''
      const done = await first.request(`${origin}${path}/eksempel`, form({}))
      expect([done.status, done.headers.get('location')]).toEqual([303, '/demo'])
      expect(await (await first.request(`${origin}/demo`)).text()).toContain('Sauda kommune')
    } finally {
      await made.remove()
    }
  })
})
