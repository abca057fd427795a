import { sql } from 'kysely'
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Client, type TestApp, testApp } from '../../../../test/support/app.ts'
import { authenticator, type Twist } from '../../../../test/support/authenticator.ts'
import { describeExample } from '../../../../test/support/database.ts'
import { inOrganisations } from '../../../db/transaction.ts'
import { newId } from '../../../kernel/ids.ts'
import { makeAccount, rightPassword } from '../factory.ts'
import { rescue } from '../invitation/commands.ts'
import { siteOf } from '../site.ts'

const place = 'http://localhost:3000'

describeExample('passkeys', (db) => {
  let app: TestApp
  let serial = 0
  beforeAll(async () => {
    app = await testApp(db())
    Object.assign(app.house, { baseUrl: place })
  })
  afterAll(() => app.stop())

  const password = rightPassword
  const at = '/min-side/passnokler'
  const person = async (slug = 'sandnes-ansatt') => {
    const email = `nokkel${++serial}@prove.example`
    const accountId = await makeAccount(db(), email, app.clock.now, await app.person(slug))
    const browser = app.stranger()
    expect((await browser.post('/logg-inn', { email, password })).status).toBe(303)
    return { email, accountId, browser }
  }
  const asked = (text: string) => ({
    begynt: /name="begynt" value="([^"]+)"/.exec(text)?.[1] ?? '',
    options: JSON.parse((/data-options="([^"]+)"/.exec(text)?.[1] ?? '{}').replaceAll('&quot;', '"')),
  })
  /** The name and the password first; what the browser is asked comes when they are right. */
  const begin = (browser: Client, form: Readonly<Record<string, string>> = {}) =>
    browser.post(`${at}/ny`, { name: 'Jobbmaskinen', password, ...form })
  const keep = async (browser: Client, key = authenticator(place), twist: Twist = {}, form: Readonly<Record<string, string>> = {}) => {
    const begun = await begin(browser, form)
    if (begun.status !== 200) return begun
    const { begynt, options } = asked(begun.text)
    return browser.post(at, { begynt, svar: key.make(options, twist), name: 'Jobbmaskinen', ...form })
  }
  const withKey = async (slug?: string, counts = false) => {
    const made = await person(slug)
    const key = authenticator(place, { counts })
    expect((await keep(made.browser, key)).location).toBe(at)
    return { ...made, key }
  }
  const comeIn = async (key: ReturnType<typeof authenticator>, twist: Twist = {}, browser = app.stranger()) => {
    const { begynt, options } = asked((await browser.get('/logg-inn?til=/min-side')).text)
    const form = { begynt, svar: key.show(options, twist), til: '/min-side' }
    return { browser, form, answer: await browser.post('/logg-inn/passnokkel', form) }
  }
  const isIn = async (browser: Client) => (await browser.get('/min-side')).status === 200
  const pass = (minutes: number) => {
    app.clock.now = new Date(app.clock.now.getTime() + minutes * 60_000)
  }

  it('one is made with the password, and opens without password and code; it is in the log, and the owner is told', async () => {
    const { email, browser, key } = await withKey('sauda-ansatt')
    expect((await browser.get(at)).text).toContain('Jobbmaskinen')
    const { browser: other, answer } = await comeIn(key)
    expect([answer.status, answer.location]).toEqual([303, '/min-side'])
    expect(await isIn(other)).toBe(true)
    expect((await other.get(at)).text).not.toContain('Ikke brukt ennå')
    // The password still does, and whoever was signed in elsewhere when it was made is not any more.
    const elsewhere = app.stranger()
    await elsewhere.post('/logg-inn', { email, password })
    expect((await keep(browser, authenticator(place), {}, { name: 'Telefonen' })).location).toBe(at)
    expect([await isIn(elsewhere), await isIn(browser)]).toEqual([false, true])
    const kept = await app.ctx('sauda-personvernombud', async ({ tx }) => [
      ...(await tx.selectFrom('audit_event').select('type').where('type', 'like', 'account.passkey%').execute()),
      ...(await tx.selectFrom('mail').select('kind as type').where('kind', '=', 'account.ownerTold').execute()),
    ])
    expect(kept.map(({ type }) => type)).toEqual(['account.passkeyAdded', 'account.passkeyAdded', 'account.ownerTold', 'account.ownerTold'])
  })

  it('S4-131 says the day of its last use and not when: no row tells who came just before a report', async () => {
    const { accountId, key } = await withKey()
    pass(26 * 60 + 17)
    expect((await comeIn(key)).answer.status).toBe(303)
    const { rows } = await sql<{ used: Date }>`select used_at as used from passkey where account_id = ${accountId}`.execute(db().owner)
    expect(rows[0]?.used).toEqual(new Date('2026-03-02T23:00:00Z'))
    pass(-26 * 60 - 17)
  })

  it('what a password has begun makes one passkey, and a wrong answer prolongs nothing', async () => {
    const { browser } = await person()
    const { begynt, options } = asked((await begin(browser)).text)
    const made = async () => browser.post(at, { begynt, svar: authenticator(place).make(options), name: 'Maskinen' })
    expect([(await made()).location, (await made()).status]).toEqual([at, 422])
    let again = asked((await begin(browser)).text)
    for (let n = 0; n < 3; n++) {
      pass(4)
      const { text } = await browser.post(at, { begynt: again.begynt, svar: 'tull', name: 'Maskinen' })
      if (n < 2) again = asked(text)
    }
    const late = await browser.post(at, { begynt: again.begynt, svar: authenticator(place).make(again.options), name: 'Maskinen' })
    expect(late.status).toBe(422)
    expect((await browser.get(at)).text.split('>Maskinen<').length - 1).toBe(1)
    pass(-12)
  })

  it('what is not made here, now, by its person, for this page is not kept, and a wrong password keeps nothing', async () => {
    const { browser } = await person()
    const twists: readonly Twist[] = [
      ...[{ origin: 'https://varde.falsk.example' }, { place: 'falsk.example' }, { challenge: 'AAAA' }, { type: 'webauthn.get' }],
      ...[{ unverified: true }],
    ]
    for (const twist of twists) expect((await keep(browser, authenticator(place), twist)).status, JSON.stringify(twist)).toBe(422)
    const { begynt, options } = asked((await begin(browser)).text)
    const key = authenticator(place)
    for (const svar of ['', 'tull', '[]', 'null', '{"id":5}', '{"__proto__":{"id":"x"}}', `"${'x'.repeat(20_000)}"`])
      expect((await browser.post(at, { begynt, svar, name: 'Maskinen' })).status, svar.slice(0, 20)).toBe(422)
    for (const form of [{ name: '' }, { name: 'x'.repeat(61) }, { begynt: 'tull' }])
      expect((await browser.post(at, { begynt, svar: key.make(options), name: 'Maskinen', ...form })).status).toBe(422)
    expect((await browser.get(at)).text).not.toContain('<table')
  })

  it('the browser is asked when name and password are right, and not before: no key is left that opens nothing', async () => {
    const { browser } = await person()
    expect((await browser.get(at)).text).not.toContain('data-options')
    for (const form of [{ name: '' }, { name: 'x'.repeat(61) }, { password: 'feil passord her nå' }]) {
      const { status, text } = await begin(browser, form)
      expect([status, text.includes('data-options'), text.includes('name="begynt"')]).toEqual([422, false, false])
    }
    expect((await begin(browser, { password: 'feil passord her nå', name: 'Nettbrettet' })).text).toContain('value="Nettbrettet"')
  })

  it('what stands for the password stands for it in this session, and for ten minutes', async () => {
    const { email, browser } = await person()
    const other = app.stranger()
    await other.post('/logg-inn', { email, password })
    const { begynt, options } = asked((await begin(browser)).text)
    const form = { begynt, svar: authenticator(place).make(options), name: 'Maskinen' }
    expect((await other.post(at, form)).status).toBe(422)
    pass(11)
    expect((await browser.post(at, form)).text).toContain('Siden har stått åpen for lenge')
    pass(-11)
    expect((await browser.post(at, form)).location).toBe(at)
  })

  it('a passkey is one account’s alone', async () => {
    const { key } = await withKey()
    const { browser } = await person()
    expect((await keep(browser, key)).status).toBe(422)
  })

  it('an answer of another page, place, question, key or moment opens nothing, nor does one without finger, face or number', async () => {
    const { key } = await withKey()
    const twists: readonly Twist[] = [
      ...[
        { origin: 'https://varde.falsk.example' },
        { origin: 'http://localhost:3001' },
        { place: 'falsk.example' },
        { challenge: 'AAAA' },
      ],
      ...[{ type: 'webauthn.create' }, { unverified: true }, { otherKey: true }, { credential: 'AAAAAAAAAAAAAAAA' }],
    ]
    for (const [at_, twist] of twists.entries()) {
      pass(20)
      const { answer, browser } = await comeIn(key, twist)
      expect([answer.status, await isIn(browser)], `${at_} ${JSON.stringify(twist)}`).toEqual([422, false])
      expect(answer.text).toContain('Vi kjenner ikke denne passnøkkelen')
    }
    pass(20)
    for (const svar of ['', 'tull', '[]', '{"id":5}', '{"id":"AAAAAAAAAAAA"}'])
      expect((await app.stranger().post('/logg-inn/passnokkel', { ...(await comeIn(key)).form, svar })).status).toBe(422)
    const { browser, answer } = await comeIn(key)
    expect([answer.status, await isIn(browser)]).toEqual([303, true])
  })

  it('an answer is good once and for an hour, also for two at the same moment', async () => {
    const { key } = await withKey()
    const { form, answer } = await comeIn(key)
    expect(answer.status).toBe(303)
    expect((await app.stranger().post('/logg-inn/passnokkel', form)).status).toBe(422)
    const browser = app.stranger()
    const { begynt, options } = asked((await browser.get('/logg-inn')).text)
    const twice = { begynt, svar: key.show(options), til: '/' }
    const both = await Promise.all([app.stranger(), app.stranger()].map((one) => one.post('/logg-inn/passnokkel', twice)))
    expect(both.filter(({ status }) => status === 303)).toHaveLength(1)
    const late = asked((await browser.get('/logg-inn')).text)
    pass(61)
    const tooLate = await browser.post('/logg-inn/passnokkel', { begynt: late.begynt, svar: key.show(late.options), til: '/' })
    expect([tooLate.status, tooLate.location]).toEqual([303, '/logg-inn?til=%2F'])
    expect(await isIn(browser)).toBe(false)
  })

  it('a key that counts, and has been copied, opens no more for the one that is behind', async () => {
    const { key } = await withKey(undefined, true)
    expect((await comeIn(key)).answer.status).toBe(303)
    expect((await comeIn(key, { counter: 9 })).answer.status).toBe(303)
    expect((await comeIn(key, { counter: 9 })).answer.status).toBe(422)
    expect((await comeIn(key, { counter: 3 })).answer.status).toBe(422)
  })

  it('is no way around the code of an app: who has one shows it when a passkey is made or removed', async () => {
    const { browser } = await person()
    const page = (await browser.get('/min-side/engangskode')).text
    const secret = (/<code>([A-Z2-7-]{39})<\/code>/.exec(page)?.[1] ?? '').replaceAll('-', '')
    const code = () => TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: app.clock.now.getTime() })
    const { begynt } = asked(page)
    expect((await browser.post('/min-side/engangskode', { begynt, password, code: code() })).status).toBe(303)
    pass(2)
    const key = authenticator(place)
    expect((await keep(browser, key)).status).toBe(422)
    pass(2)
    expect((await keep(browser, key, {}, { code: code() })).location).toBe(at)
    // Finger and machine are two already: no code is asked for.
    expect((await comeIn(key)).answer.location).toBe('/min-side')
    const mine = /\/min-side\/passnokler\/[0-9a-f-]{36}/.exec((await browser.get(at)).text)?.[0] ?? ''
    pass(2)
    expect((await browser.post(`${mine}/fjern`, { password })).status).toBe(422)
    pass(2)
    expect((await browser.post(`${mine}/fjern`, { password, code: code() })).location).toBe(at)
    expect((await comeIn(key)).answer.status).toBe(422)
  })

  it('is removed by its owner with the password, and by the administrator with the password that is taken away; nobody else’s is reached', async () => {
    const { browser, key } = await withKey()
    const mine = /\/min-side\/passnokler\/[0-9a-f-]{36}/.exec((await browser.get(at)).text)?.[0] ?? ''
    const { browser: stranger } = await person()
    expect((await stranger.get(mine)).location).toBe(at)
    expect((await stranger.post(`${mine}/fjern`, { password })).location).toBe(at)
    expect((await browser.post(`${mine}/fjern`, { password: 'feil passord her nå' })).status).toBe(422)
    expect((await comeIn(key)).answer.status).toBe(303)
    expect((await browser.post(`${mine}/fjern`, { password })).location).toBe(at)
    expect((await comeIn(key)).answer.status).toBe(422)

    const admin = await app.as('sandnes-administrator')
    const email = 'nokkelmist@sandnes.example'
    const { location } = await admin.post('/personer', { name: 'Mistet Telefon', email })
    await admin.post(`${location}/innlogging`)
    const link = /(\/velg-passord\/[\w.-]+)/.exec((await admin.get(`${location}/innlogging`)).text)?.[1] ?? ''
    await app.stranger().post(link, { next: password, again: password })
    const lost = app.stranger()
    expect((await lost.post('/logg-inn', { email, password })).status).toBe(303)
    const telephone = authenticator(place)
    expect((await keep(lost, telephone)).location).toBe(at)
    expect((await comeIn(telephone)).answer.status).toBe(303)
    expect((await admin.post(`${location}/nytt-passord`)).status).toBe(303)
    expect((await comeIn(telephone)).answer.status).toBe(422)
  })

  it('opens nothing where the account is closed, and a passkey at an address of numbers there is none of', async () => {
    const { key, accountId } = await withKey()
    await db().owner.updateTable('account').set({ disabled_at: app.clock.now }).where('id', '=', accountId).execute()
    expect((await comeIn(key)).answer.status).toBe(422)
    expect([
      siteOf('http://127.0.0.1:3000'),
      siteOf('https://10.0.0.4'),
      siteOf('http://[::1]:3000'),
      siteOf('http://varde.kommune.no'),
    ]).toEqual([...[null, null, null, null]])
    expect(siteOf('https://varde.kommune.no/')).toEqual({ origin: 'https://varde.kommune.no', name: 'varde.kommune.no' })
    Object.assign(app.house, { baseUrl: 'http://127.0.0.1:3000' })
    try {
      expect((await app.stranger().get('/logg-inn')).text).not.toContain('data-passkey')
      const { browser } = await person()
      expect((await browser.get(at)).text).toContain('egen adresse med https')
    } finally {
      Object.assign(app.house, { baseUrl: place })
    }
  })

  it('is nothing for whoever has no account here', async () => {
    expect((await (await app.as('sauda-leder')).get(at)).status).toBe(404)
  })

  it('a password alone adds nothing and takes nothing away where there is a passkey; its owner, who came by it, does', async () => {
    const { email, browser, key } = await withKey()
    const thief = app.stranger()
    expect((await thief.post('/logg-inn', { email, password })).status).toBe(303)
    expect((await keep(thief)).status).toBe(422)
    const page = (await thief.get('/min-side/engangskode')).text
    expect([page.includes('Du har en passnøkkel. Logg inn med den'), page.includes('name="begynt"')]).toEqual([true, false])
    const mine = /\/min-side\/passnokler\/[0-9a-f-]{36}/.exec((await thief.get(at)).text)?.[0] ?? ''
    expect((await thief.get(mine)).text).not.toContain('name="password"')
    expect((await thief.post(`${mine}/fjern`, { password })).status).toBe(422)
    expect(await isIn(browser)).toBe(true)
    // A page of the code app that was opened while there was no passkey yet is of no more use.
    const fresh = await person()
    const begun = asked((await fresh.browser.get('/min-side/engangskode')).text.replace('data-options', ''))
    const secret = (/<code>([A-Z2-7-]{39})<\/code>/.exec((await fresh.browser.get('/min-side/engangskode')).text)?.[1] ?? '').replaceAll(
      '-',
      '',
    )
    const other = app.stranger()
    await other.post('/logg-inn', { email: fresh.email, password })
    await keep(fresh.browser)
    await other.post('/logg-inn', { email: fresh.email, password })
    const code = TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: app.clock.now.getTime() })
    expect((await other.post('/min-side/engangskode', { begynt: begun.begynt, password, code })).status).toBe(422)

    const owner = (await comeIn(key)).browser
    expect((await keep(owner, authenticator(place))).location).toBe(at)
    expect((await owner.post(`${mine}/fjern`, { password })).location).toBe(at)
    expect((await comeIn(key)).answer.status).toBe(422)
  })

  it('is kept ten at most, never twice on one machine, and of a page made for another account not at all', async () => {
    const { browser, key } = await withKey()
    const { options } = asked((await begin(browser)).text)
    expect(options.excludeCredentials.map(({ id }: { readonly id: string }) => id)).toEqual([key.credential])
    const { browser: other } = await person()
    const theirs = asked((await begin(browser)).text)
    const svar = authenticator(place).make(theirs.options)
    expect((await other.post(at, { begynt: theirs.begynt, svar, name: 'Maskinen' })).status).toBe(422)
    for (let n = 2; n <= 10; n++) expect([n, (await keep(browser, authenticator(place))).status]).toEqual([n, 303])
    const eleventh = await keep(browser, authenticator(place))
    expect([eleventh.status, eleventh.text.includes('høyst 10 passnøkler')]).toEqual([422, true])
  })

  it('removing one ends what is signed in elsewhere, and the owner is told', async () => {
    const { email, browser } = await withKey('sauda-sykepleier')
    const elsewhere = app.stranger()
    await elsewhere.post('/logg-inn', { email, password })
    const mine = /\/min-side\/passnokler\/[0-9a-f-]{36}/.exec((await browser.get(at)).text)?.[0] ?? ''
    const told = () =>
      app.ctx('sauda-personvernombud', ({ tx }) => tx.selectFrom('mail').select('id').where('kind', '=', 'account.ownerTold').execute())
    const before = (await told()).length
    expect((await browser.post(`${mine}/fjern`, { password })).location).toBe(at)
    expect([await isIn(elsewhere), await isIn(browser), (await told()).length - before]).toEqual([false, true, 1])
  })

  it('does not wait for what others guess at the password, opens nothing where passwords are off, and goes with a rescue', async () => {
    const { email, key } = await withKey()
    const guesser = app.stranger()
    for (let n = 0; n < 6; n++) await guesser.post('/logg-inn', { email, password: 'feil passord her nå' })
    expect((await guesser.post('/logg-inn', { email, password })).status).toBe(429)
    expect((await comeIn(key)).answer.status).toBe(303)

    const admin = await person('uio-administrator')
    const one = await withKey('uio-ansatt')
    const { organisationId, personId } = await app.person('uio-administrator')
    await inOrganisations(db(), [organisationId], (tx) =>
      tx
        .insertInto('password_rule')
        .values({ organisation_id: organisationId, id: newId(app.clock.now), passwords: 'emergency', emergency_id: personId })
        .execute(),
    )
    const shut = await comeIn(one.key)
    expect([shut.answer.status, await isIn(shut.browser)]).toEqual([422, false])
    expect((await app.stranger().post('/logg-inn', { email: admin.email, password })).status).toBe(303)

    await inOrganisations(db(), [], (tx) => rescue({ tx, house: app.house, now: app.clock.now }, email))
    expect((await comeIn(key)).answer.status).toBe(422)
  })

  it('a credential longer than there are any is refused, and nothing fails', async () => {
    const { browser } = await person()
    for (const bytes of [1024, 2800]) expect([bytes, (await keep(browser, authenticator(place, { bytes }))).status]).toEqual([bytes, 422])
    expect((await keep(browser, authenticator(place, { bytes: 1023 }))).status).toBe(303)
  })
})
