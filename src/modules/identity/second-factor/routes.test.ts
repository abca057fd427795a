import { sql } from 'kysely'
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Client, type TestApp, testApp } from '../../../../test/support/app.ts'
import { describeExample } from '../../../../test/support/database.ts'
import { inOrganisations } from '../../../db/transaction.ts'
import { writeDue } from '../../../kernel/audit-later.ts'
import { makeAccount, rightPassword } from '../factory.ts'
import { rescue } from '../invitation/commands.ts'

describeExample('a code beside the password', (db) => {
  let app: TestApp
  const password = rightPassword
  let serial = 0
  beforeAll(async () => {
    app = await testApp(db())
  })
  afterAll(() => app.stop())

  const begin = async () => {
    const email = `kode${++serial}@prove.example`
    await makeAccount(db(), email, app.clock.now, await app.person('sandnes-ansatt'))
    const browser = app.stranger()
    expect((await browser.post('/logg-inn', { email, password: rightPassword })).status).toBe(303)
    const page = (await browser.get('/min-side/engangskode')).text
    const begynt = /name="begynt" value="([^"]+)"/.exec(page)?.[1] ?? ''
    const secret = (/<code>([A-Z2-7-]{39})<\/code>/.exec(page)?.[1] ?? '').replaceAll('-', '')
    const recovery = [...page.matchAll(/<code>((?:[A-Z2-7]{4}-){3}[A-Z2-7]{4})<\/code>/g)].map(([, code]) => code ?? '')
    return { email, browser, begynt, secret, recovery }
  }
  const codeOf = (secret: string, later = 0) =>
    TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: app.clock.now.getTime() + later * 30_000 })
  const pass = (minutes: number) => {
    app.clock.now = new Date(app.clock.now.getTime() + minutes * 60_000)
  }
  const turnedOn = async () => {
    const made = await begin()
    const { browser, begynt, secret } = made
    expect((await browser.post('/min-side/engangskode', { begynt, password, code: codeOf(secret) })).location).toBe('/min-side')
    return made
  }
  const first = async (browser: Client, email: string) => {
    const answer = await browser.post('/logg-inn', { email, password: rightPassword, til: '/min-side' })
    return { answer, bevis: /name="bevis" value="([^"]+)"/.exec(answer.text)?.[1] ?? '' }
  }
  const isIn = async (browser: Client) => (await browser.get('/min-side')).status === 200

  it('is turned on by showing a code of it, and asked for at the next sign-in; the password alone opens nothing', async () => {
    const { email, browser, begynt, secret, recovery } = await begin()
    expect(secret).toHaveLength(32)
    expect(recovery).toHaveLength(10)
    for (const code of ['', '000000', 'abc', codeOf(secret, 5)])
      expect((await browser.post('/min-side/engangskode', { begynt, password, code })).status).toBe(422)
    expect((await browser.post('/min-side/engangskode', { begynt: 'tull', password, code: codeOf(secret) })).status).toBe(422)
    // Nothing is asked for before it is turned on.
    expect((await app.stranger().post('/logg-inn', { email, password: rightPassword })).status).toBe(303)
    expect((await browser.post('/min-side/engangskode', { begynt, password, code: codeOf(secret) })).status).toBe(303)

    pass(1)
    const other = app.stranger()
    const { answer, bevis } = await first(other, email)
    expect([answer.status, answer.text.includes('Skriv koden fra appen')]).toEqual([200, true])
    expect(answer.headers.getSetCookie().join()).not.toMatch(/varde=/)
    expect(await isIn(other)).toBe(false)
    const code = codeOf(secret)
    const done = await other.post('/logg-inn/kode', { bevis, code, til: '/min-side' })
    expect([done.status, done.location]).toEqual([303, '/min-side'])
    expect(await isIn(other)).toBe(true)
    // Once: whoever looked over the shoulder comes too late.
    expect((await app.stranger().post('/logg-inn/kode', { bevis, code })).status).toBe(422)
  })

  it('S4-131 no row of the account says at which moment its person came by a code', async () => {
    const { email, secret } = await turnedOn()
    pass(1)
    const { bevis } = await first(app.stranger(), email)
    expect((await app.stranger().post('/logg-inn/kode', { bevis, code: codeOf(secret) })).status).toBe(303)
    const { rows } = await sql<{ text: string }>`select a::text as text from account a where email = ${email}`.execute(db().owner)
    const step = Math.floor(app.clock.now.getTime() / 30_000)
    expect(rows).toHaveLength(1)
    for (const said of [String(step), app.clock.now.toISOString().slice(11, 16)]) expect(rows[0]?.text).not.toContain(said)
  })

  it('is guessed at no faster than a password, and the proof of the password lasts five minutes and one password', async () => {
    const { email, secret } = await turnedOn()
    pass(1)
    const guesser = app.stranger()
    const { bevis } = await first(guesser, email)
    const codes = []
    for (let n = 0; n < 6; n++) codes.push((await guesser.post('/logg-inn/kode', { bevis, code: '000000' })).status)
    expect(codes).toEqual([422, 422, 422, 422, 422, 429])
    expect((await guesser.post('/logg-inn/kode', { bevis, code: codeOf(secret) })).status).toBe(429)
    pass(6)
    const late = await guesser.post('/logg-inn/kode', { bevis, code: codeOf(secret) })
    expect(late.location).toMatch(/^\/logg-inn/)
    for (const forged of ['', 'tull', `${bevis}x`])
      expect((await app.stranger().post('/logg-inn/kode', { bevis: forged, code: codeOf(secret) })).location).toMatch(/^\/logg-inn/)
    pass(60)
    const again = app.stranger()
    const next = await first(again, email)
    expect((await again.post('/logg-inn/kode', { bevis: next.bevis, code: codeOf(secret) })).status).toBe(303)
  })

  it('S2-57 is guessed at no faster where somebody found a machine open, and each wrong guess is counted in the log', async () => {
    const { browser, secret } = await turnedOn()
    pass(1)
    const off = async (code: string) => (await browser.post('/min-side/engangskode/av', { password, code })).status
    const codes = []
    for (let n = 0; n < 6; n++) codes.push(await off('000000'))
    expect(codes).toEqual([422, 422, 422, 422, 422, 429])
    // The right one is not looked at either.
    expect(await off(codeOf(secret))).toBe(429)
    const events = await app.ctx('sandnes-ansatt', async (ctx) => {
      await writeDue({ ...ctx, now: new Date(ctx.now.getTime() + 2 * 86_400_000) }, 500)
      return ctx.tx.selectFrom('audit_event').select('data').where('type', '=', 'account.proofFailed').execute()
    })
    expect(events.map(({ data }) => data)).toContainEqual(expect.objectContaining({ count: 5 }))
    pass(60)
    expect(await off(codeOf(secret))).toBe(303)
  })

  it('S2-57 is turned on, off and given new recovery codes by whoever knows the password too; other sessions end, and the owner is told', async () => {
    const { email, browser, begynt, secret } = await begin()
    const told = async () =>
      app.ctx('sandnes-ansatt', async ({ tx }) => [
        (await tx.selectFrom('message').select('id').where('kind', '=', 'account.ownerTold').execute()).length,
        (await tx.selectFrom('mail').select('id').where('kind', '=', 'account.ownerTold').execute()).length,
      ])
    const elsewhere = app.stranger()
    expect((await elsewhere.post('/logg-inn', { email, password })).status).toBe(303)
    const before = await told()
    const on = (typed: string) => browser.post('/min-side/engangskode', { begynt, password: typed, code: codeOf(secret) })
    for (const wrong of ['feil passord er dette']) {
      const answer = await on(wrong)
      expect([answer.status, answer.text.includes('Dette er ikke passordet du har nå')]).toEqual([422, true])
    }
    expect(await isIn(elsewhere)).toBe(true)
    expect((await on(password)).status).toBe(303)
    expect([await isIn(browser), await isIn(elsewhere)]).toEqual([true, false])
    expect(await told()).toEqual(before.map((n) => n + 1))

    // New recovery codes: the old ones end.
    pass(1)
    const at = '/min-side/engangskode/koder'
    const page = (await browser.get(at)).text
    const sealed = /name="begynt" value="([^"]+)"/.exec(page)?.[1] ?? ''
    const [fresh = ''] = [...page.matchAll(/<code>((?:[A-Z2-7]{4}-){3}[A-Z2-7]{4})<\/code>/g)].map(([, code]) => code ?? '')
    expect((await browser.post(at, { begynt: sealed, password: 'feil passord er dette', code: codeOf(secret) })).status).toBe(422)
    expect((await browser.post(at, { begynt: sealed, password, code: '000000' })).status).toBe(422)
    expect((await browser.post(at, { begynt: sealed, password, code: codeOf(secret) })).location).toBe('/min-side/engangskode')
    expect(await told()).toEqual(before.map((n) => n + 2))
    const off = (typed: string, code: string) => browser.post('/min-side/engangskode/av', { password: typed, code })
    expect((await off('feil passord er dette', fresh)).status).toBe(422)
    expect((await off(password, fresh)).status).toBe(303)
    expect(await told()).toEqual(before.map((n) => n + 3))
  })

  it('S0-22 says which code is asked for, and opens the app on the telephone itself', async () => {
    const { browser, secret } = await begin()
    const page = (await browser.get('/min-side/engangskode')).text
    expect(page).toMatch(/<label[^>]*for="code"[^>]*>Koden fra appen</)
    expect(page).toMatch(/href="otpauth:\/\/totp\/Varde:[^"]+secret=[A-Z2-7]{32}/)
    expect(page).not.toContain(secret)
  })

  it('a recovery code opens once, and the codes of one are no codes of another', async () => {
    const one = await turnedOn()
    const two = await turnedOn()
    pass(1)
    const use = async (email: string, code: string) => {
      const browser = app.stranger()
      const { bevis } = await first(browser, email)
      return (await browser.post('/logg-inn/kode', { bevis, code })).status
    }
    const [code = ''] = one.recovery
    expect(await use(two.email, code)).toBe(422)
    expect(await use(two.email, codeOf(one.secret))).toBe(422)
    expect(await use(one.email, code.toLowerCase().replaceAll('-', ' '))).toBe(303)
    expect(await use(one.email, code)).toBe(422)
  })

  it('is taken away by a code, and by the administrator together with the password', async () => {
    const { email, browser, secret } = await turnedOn()
    pass(1)
    expect((await browser.post('/min-side/engangskode/av', { password, code: '000000' })).status).toBe(422)
    expect((await browser.get('/min-side/engangskode')).text).not.toContain(`${secret.slice(0, 4)}-`)
    expect((await browser.post('/min-side/engangskode/av', { password, code: codeOf(secret) })).location).toBe('/min-side')
    expect((await app.stranger().post('/logg-inn', { email, password: rightPassword })).status).toBe(303)

    const admin = await app.as('sandnes-administrator')
    const { location } = await admin.post('/personer', { name: 'Mistet, Sandnes', email: `mistet${++serial}@sandnes.example` })
    await makeAccount(db(), `mistet${serial}@sandnes.example`, app.clock.now, {
      organisationId: (await app.person('sandnes-ansatt')).organisationId,
      personId: location?.split('/').at(-1) ?? '',
    })
    const lost = app.stranger()
    const address = `mistet${serial}@sandnes.example`
    await lost.post('/logg-inn', { email: address, password: rightPassword })
    const page = (await lost.get('/min-side/engangskode')).text
    const own = (/<code>([A-Z2-7-]{39})<\/code>/.exec(page)?.[1] ?? '').replaceAll('-', '')
    await lost.post('/min-side/engangskode', { begynt: /name="begynt" value="([^"]+)"/.exec(page)?.[1] ?? '', password, code: codeOf(own) })
    expect((await first(app.stranger(), address)).answer.status).toBe(200)
    await admin.post(`${location}/nytt-passord`)
    const link = /(\/velg-passord\/[\w.-]+)/.exec((await admin.get(`${location}/innlogging`)).text)?.[1] ?? ''
    await app.stranger().post(link, { next: rightPassword, again: rightPassword })
    expect((await app.stranger().post('/logg-inn', { email: address, password: rightPassword })).status).toBe(303)
  })

  it('goes with a rescue: the link to a new password opens without the lost telephone', async () => {
    const { email } = await turnedOn()
    const factors = () => db().owner.selectFrom('account').select('factor_secret').where('email', '=', email).execute()
    expect((await factors())[0]?.factor_secret).not.toBeNull()
    await inOrganisations(db(), [], (tx) => rescue({ tx, house: app.house, now: app.clock.now }, email))
    expect(await factors()).toEqual([{ factor_secret: null }])
  })

  it('is kept sealed, and is nothing for whoever comes by a provider or without an account', async () => {
    const { secret, recovery } = await turnedOn()
    const rows = JSON.stringify([
      await db().owner.selectFrom('account').selectAll().execute(),
      await db().owner.selectFrom('account_recovery').selectAll().execute(),
    ])
    for (const kept of [secret, ...recovery]) expect(rows).not.toContain(kept)
    expect((await (await app.as('sauda-ansatt')).get('/min-side/engangskode')).status).toBe(404)
  })
})

describeExample('more than a password, where the organisation asks for it', (db) => {
  let app: TestApp
  const password = rightPassword
  let serial = 0
  beforeAll(async () => {
    app = await testApp(db())
    const admin = await app.as('sauda-administrator')
    const version = /name="version" value="(\d+)"/.exec((await admin.get('/innstillinger/mer-enn-passord')).text)?.[1] ?? ''
    expect((await admin.post('/innstillinger/mer-enn-passord', { version, more: 'noe annet' })).status).toBe(422)
    // Who is signed in already goes on: what they are at is not taken from them.
    const before = await signedIn('sauda-personvernombud')
    expect((await admin.post('/innstillinger/mer-enn-passord', { version, more: 'roles' })).status).toBe(303)
    expect((await before.get('/avvik')).status).toBe(200)
  })
  afterAll(() => app.stop())

  const signedIn = async (...slugs: readonly string[]) => {
    const email = `mer${++serial}@prove.example`
    await makeAccount(db(), email, app.clock.now, ...(await Promise.all(slugs.map((slug) => app.person(slug)))))
    const browser = app.stranger()
    expect((await browser.post('/logg-inn', { email, password })).status).toBe(303)
    return browser
  }
  const setUp = async (browser: Client, to = '/min-side') => {
    const page = (await browser.get(`/min-side/engangskode?til=${encodeURIComponent(to)}`)).text
    const secret = (/<code>([A-Z2-7-]{39})<\/code>/.exec(page)?.[1] ?? '').replaceAll('-', '')
    const code = TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: app.clock.now.getTime() })
    return browser.post('/min-side/engangskode', { begynt: /name="begynt" value="([^"]+)"/.exec(page)?.[1] ?? '', password, code, til: to })
  }

  it('whoever has a role and came by a password alone reaches nothing but the pages where they get more, and everything when they have', async () => {
    const browser = await signedIn('sauda-personvernombud')
    for (const path of ['/', '/avvik', '/min-side', '/personer', '/logg', '/sok']) {
      const { status, location } = await browser.get(path)
      expect([path, status, location]).toEqual([path, 303, `/min-side/engangskode?til=${encodeURIComponent(path)}`])
    }
    for (const path of ['/avvik', '/min-side/sprak', '/passord', '/okt', '/min-side/engangskode/av', '/min-side/passnokler/x/fjern'])
      expect([path, (await browser.post(path, {})).location]).toEqual([path, '/min-side/engangskode?til=%2F'])
    // Nothing of the organisation stands on an open page either.
    expect((await browser.get('/logg-inn')).text).not.toContain('Sauda kommune')
    for (const path of ['/min-side/passnokler', '/min-side/engangskode']) {
      const { status, text } = await browser.get(path)
      expect([path, status, text.includes('action="/logg-ut"'), text.includes('Sauda kommune')]).toEqual([path, 200, true, false])
    }
    expect((await setUp(browser, '/avvik')).location).toBe('/avvik')
    for (const path of ['/', '/avvik', '/min-side']) expect([path, (await browser.get(path)).status]).toEqual([path, 200])
  })

  it('whoever has none is not asked where only roles are, and nobody who comes by another way is', async () => {
    expect((await (await signedIn('sauda-ansatt')).get('/')).status).toBe(200)
    expect((await (await app.as('sauda-personvernombud')).get('/avvik')).status).toBe(200)
    expect((await (await signedIn('sandnes-personvernombud')).get('/avvik')).status).toBe(200)
  })

  it('is no way around it to come by another organisation', async () => {
    const browser = await signedIn('sandnes-personvernombud', 'sauda-personvernombud')
    const { organisationId } = await app.person('sauda-personvernombud')
    const other = (await app.person('sandnes-personvernombud')).organisationId
    // Whichever they came in by first.
    const at = (await browser.get('/')).status === 200 ? organisationId : other
    if (at === organisationId) expect((await browser.post('/organisasjon', { organisation: at })).status).toBe(303)
    expect((await browser.get('/avvik')).location).toContain('/min-side/engangskode')
    // Whoever has shown more takes it along.
    const both = await signedIn('sandnes-personvernombud', 'sauda-personvernombud')
    const there = (await both.get('/')).status === 200
    expect((await setUp(both)).status).toBe(303)
    expect((await both.post('/organisasjon', { organisation: there ? organisationId : other })).status).toBe(303)
    expect((await both.get('/avvik')).status).toBe(200)
  })

  it('S0-22 what somebody has written is kept when they come back by a password alone, and no page says that it saved', async () => {
    const before = await app.as('sauda-personvernombud')
    const page = (await before.get('/avvik/ny')).text
    const writer = /name="writer" value="([^"]+)"/.exec(page)?.[1] ?? ''
    expect(writer).not.toBe('')
    const browser = await signedIn('sauda-personvernombud')
    const saved = await browser.post('/beholdt', { writer, whatHappened: 'Et brev' }, { accept: 'application/json' })
    expect([saved.status, JSON.parse(saved.text).error]).toEqual([401, 'signedOut'])
    const posted = await browser.post('/avvik', { writer, whatHappened: 'Et brev ble borte' })
    expect(posted.location).toContain('/min-side/engangskode?til=')
    const kept = await app.ctx('sauda-personvernombud', ({ tx }) =>
      tx.selectFrom('kept_form').select('posted').where('posted', '=', true).execute(),
    )
    expect(kept.length).toBeGreaterThan(0)
  })

  it('one may always get out again, and nothing of the owner’s ends or goes with it', async () => {
    const email = `mer${serial + 1}@prove.example`
    const browser = await signedIn('sauda-personvernombud')
    const owner = app.stranger()
    await owner.post('/logg-inn', { email, password })
    expect((await setUp(owner)).status).toBe(303)
    const thief = await signedIn('sauda-personvernombud')
    expect((await thief.post('/logg-ut-overalt')).location).toBe('/logg-inn')
    expect((await owner.get('/avvik')).status).toBe(200)
    await browser.post('/logg-inn', { email, password })
    expect((await browser.post('/logg-ut')).location).toBe('/logg-inn')
    expect((await browser.get('/min-side/engangskode')).location).toContain('/logg-inn')
  })
})
