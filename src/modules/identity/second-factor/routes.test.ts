import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Client, type TestApp, testApp } from '../../../../test/support/app.ts'
import { describeExample } from '../../../../test/support/database.ts'
import { writeDue } from '../../../kernel/audit-later.ts'
import { makeAccount, rightPassword } from '../factory.ts'

describeExample('a code beside the password', (db) => {
  let app: TestApp
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
    expect((await browser.post('/min-side/engangskode', { begynt, code: codeOf(secret) })).location).toBe('/min-side')
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
      expect((await browser.post('/min-side/engangskode', { begynt, code })).status).toBe(422)
    expect((await browser.post('/min-side/engangskode', { begynt: 'tull', code: codeOf(secret) })).status).toBe(422)
    // Nothing is asked for before it is turned on.
    expect((await app.stranger().post('/logg-inn', { email, password: rightPassword })).status).toBe(303)
    expect((await browser.post('/min-side/engangskode', { begynt, code: codeOf(secret) })).status).toBe(303)

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
    const off = async (code: string) => (await browser.post('/min-side/engangskode/av', { code })).status
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
    expect((await browser.post('/min-side/engangskode/av', { code: '000000' })).status).toBe(422)
    expect((await browser.get('/min-side/engangskode')).text).not.toContain(`${secret.slice(0, 4)}-`)
    expect((await browser.post('/min-side/engangskode/av', { code: codeOf(secret) })).location).toBe('/min-side')
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
    await lost.post('/min-side/engangskode', { begynt: /name="begynt" value="([^"]+)"/.exec(page)?.[1] ?? '', code: codeOf(own) })
    expect((await first(app.stranger(), address)).answer.status).toBe(200)
    await admin.post(`${location}/nytt-passord`)
    const link = /(\/velg-passord\/[\w.-]+)/.exec((await admin.get(`${location}/innlogging`)).text)?.[1] ?? ''
    await app.stranger().post(link, { next: rightPassword, again: rightPassword })
    expect((await app.stranger().post('/logg-inn', { email: address, password: rightPassword })).status).toBe(303)
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
