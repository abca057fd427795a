import { SignJWT } from 'jose'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { type Client, type TestApp, testApp } from '../../../../test/support/app.ts'
import { describeExample } from '../../../../test/support/database.ts'
import {
  browserAt,
  type Certified,
  clientId,
  clientSecret,
  type Hostile,
  newKey,
  seconds,
  send,
  startCertified,
  startHostile,
} from '../../../../test/support/openid.ts'

const origin = 'http://127.0.0.1:3000'

describeExample('sign-in with OpenID Connect', (db) => {
  let app: TestApp
  let hostile: Hostile
  let admin: Client
  let person: { readonly organisationId: string; readonly personId: string }
  let slug: string
  let providerId: string
  beforeAll(async () => {
    app = await testApp(db())
    hostile = await startHostile()
    // Tokens are of now, by the library's own clock.
    app.clock.now = new Date()
    admin = await app.as('sandnes-administrator')
    person = await app.person('sandnes-ansatt')
    slug = await slugOf(person.organisationId)
    providerId = await addProvider({ issuer: hostile.issuer })
  })
  afterAll(async () => {
    await hostile.stop()
    await app.stop()
  })
  beforeEach(() => {
    app.clock.now = new Date()
    hostile.honest = { subject: 'kjent', nonce: '', session: 'sesjon-1' }
  })
  afterEach(() => {
    hostile.lies = {}
  })

  const slugOf = async (organisationId: string) =>
    (await db().owner.selectFrom('organisation').select('slug').where('id', '=', organisationId).executeTakeFirstOrThrow()).slug
  const addProvider = async (own: Record<string, string>, by = admin): Promise<string> => {
    const asked = { kind: 'other', name: 'Prøveporten', clientId, linking: 'invitation', active: 'yes', ...own }
    const made = await by.post('/innloggingsmater', { id: crypto.randomUUID(), ...asked })
    if (made.status !== 303) throw new Error(`${made.status} ${/v-error[\s\S]{0,400}/.exec(made.text)?.[0] ?? made.text.slice(0, 2000)}`)
    const id = made.location?.split('/').at(-1) ?? ''
    await by.post(`/innloggingsmater/${id}/hemmelighet`, { secret: clientSecret })
    return id
  }
  const change = async (own: Record<string, string>, id = providerId) => {
    const version = /name="version" value="(\d+)"/.exec((await admin.get(`/innloggingsmater/${id}`)).text)?.[1] ?? ''
    const asked = { name: 'Prøveporten', clientId, linking: 'invitation', active: 'yes', scopes: '', levels: '', claim: '', ...own }
    return admin.post(`/innloggingsmater/${id}`, { version, ...asked })
  }
  /** Begins, as a browser, and tells the hostile provider what to vouch for. Answers what goes into the address of the answer. */
  const begun = async (browser: Client, query = '', id = providerId, at = slug) => {
    const answer = await browser.get(`/logg-inn/${at}/${id}${query}`)
    if (answer.status !== 303) throw new Error(`${answer.status} ${answer.text}`)
    const to = new URL(answer.location ?? '')
    hostile.honest.nonce = to.searchParams.get('nonce') ?? ''
    return to.searchParams
  }
  const answerTo = (browser: Client, query: Record<string, string>, id = providerId, at = slug) =>
    browser.get(`/logg-inn/${at}/${id}/svar?${new URLSearchParams(query)}`)
  const signIn = async (browser: Client, query = '') => {
    const sent = await begun(browser, query)
    return answerTo(browser, { code: 'kode', state: sent.get('state') ?? '' })
  }
  const invitation = async (personId: string) => {
    const page = await admin.get(`/personer/${personId}/kobling`)
    return new RegExp(`/kobling/${slug}/([\\w.-]+)`).exec(page.text)?.[1] ?? ''
  }
  const isIn = async (browser: Client) => (await browser.get('/min-side')).status === 200
  /** Linked as `sandnes-ansatt`, under the subject that the provider vouches for now. */
  const linked = async () => {
    const browser = app.stranger()
    await admin.post(`/personer/${person.personId}/innlogging/${providerId}/fjern`)
    const answer = await signIn(browser, `?kobling=${await invitation(person.personId)}`)
    expect([answer.status, answer.location]).toEqual([303, '/'])
    return browser
  }

  it('G-27 whoever is linked comes in where they were going, and nobody else: with PKCE, state and nonce, and no name in any address', async () => {
    await linked()
    const browser = app.stranger()
    const page = await browser.get(`/logg-inn/${slug}?til=/min-side`)
    expect(page.text).toContain('Logg inn med Prøveporten')
    const sent = await begun(browser, '?til=/min-side')
    expect(Object.fromEntries(sent)).toMatchObject({
      response_type: 'code',
      client_id: clientId,
      scope: 'openid',
      code_challenge_method: 'S256',
    })
    for (const name of ['state', 'nonce', 'code_challenge']) expect((sent.get(name) ?? '').length, name).toBeGreaterThan(40)
    const answer = await answerTo(browser, { code: 'kode', state: sent.get('state') ?? '' })
    expect([answer.status, answer.location]).toEqual([303, '/min-side'])
    expect((await browser.get('/min-side')).text).toContain('Lærer, Sandnes')
    const asked = hostile.asked.at(-1)
    expect(asked?.body).toContain('code_verifier=')
    expect(asked?.authorization).toMatch(/^Basic /)
    hostile.honest.subject = 'en annen'
    const other = app.stranger()
    const refused = await signIn(other)
    expect([refused.status, refused.text.includes('Du har ikke tilgang ennå')]).toEqual([403, true])
    expect(refused.text).not.toContain('en annen')
    expect(await isIn(other)).toBe(false)
  })

  const lies: readonly (readonly [string, () => Promise<Hostile['lies']>])[] = [
    [
      'signed with another key',
      async () => ({
        sign: async (claims, header) => new SignJWT(claims).setProtectedHeader(header as never).sign((await newKey('x')).privateKey),
      }),
    ],
    ['not signed at all', async () => ({ sign: async (claims) => `${b64({ alg: 'none' })}.${b64(claims)}.` })],
    [
      'signed with the client’s secret',
      async () => ({ sign: (claims) => new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.from(clientSecret)) }),
    ],
    [
      'signed with the public key as a secret',
      async () => ({
        sign: (claims, { kid }) =>
          new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: String(kid) }).sign(Buffer.from(JSON.stringify(hostile.publicKey()))),
      }),
    ],
    [
      'signed with a key that it brings itself',
      async () => {
        const own = await newKey('egen')
        return {
          sign: (claims) => new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'egen', jwk: own.jwk }).sign(own.privateKey),
        }
      },
    ],
    [
      'signed with a key that it points at',
      async () => {
        const own = await newKey('egen')
        return {
          sign: (claims) =>
            new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'egen', jku: 'https://ond.example/jwks' }).sign(own.privateKey),
        }
      },
    ],
    ['of an unknown key', async () => ({ header: { kid: 'ukjent' } })],
    [
      'with a demand that nobody understands',
      async () => ({
        sign: async (claims, header) => {
          const own = (await hostile.signed(claims, header)).split('.')
          return [b64({ ...header, crit: ['ukjent'], ukjent: true }), own[1], own[2]].join('.')
        },
      }),
    ],
    [
      'changed after it was signed',
      async () => ({
        sign: async (claims, header) => {
          const own = (await hostile.signed(claims, header)).split('.')
          return [own[0], b64({ ...claims, sub: 'kjent', ekstra: 1 }), own[2]].join('.')
        },
      }),
    ],
    ['of another issuer', async () => ({ claims: { iss: 'https://idporten.no' } })],
    ['of the issuer with a slash more', async () => ({ claims: { iss: `${hostile.issuer}/` } })],
    ['without an issuer', async () => ({ claims: { iss: undefined } })],
    ['for another client', async () => ({ claims: { aud: 'en-annen' } })],
    ['for us and others, without saying who asked', async () => ({ claims: { aud: [clientId, 'en-annen'] } })],
    ['for us and others, asked for by another', async () => ({ claims: { aud: [clientId, 'en-annen'], azp: 'en-annen' } })],
    ['without an audience', async () => ({ claims: { aud: undefined } })],
    ['that has ended', async () => ({ claims: { iat: seconds() - 400, exp: seconds() - 100 } })],
    ['without an end', async () => ({ claims: { exp: undefined } })],
    ['a week old, though it has not ended', async () => ({ claims: { iat: seconds() - 7 * 86_400 } })],
    ['of tomorrow', async () => ({ claims: { iat: seconds() + 86_400, exp: seconds() + 90_000 } })],
    ['that is not valid yet', async () => ({ claims: { nbf: seconds() + 3_600 } })],
    ['without a time', async () => ({ claims: { iat: undefined } })],
    ['with another nonce', async () => ({ claims: { nonce: 'noe-annet' } })],
    ['without a nonce', async () => ({ claims: { nonce: undefined } })],
    ['without a subject', async () => ({ claims: { sub: undefined } })],
    ['with an empty subject', async () => ({ claims: { sub: '' } })],
    ['with a number for a subject', async () => ({ claims: { sub: 7 } })],
    ['with a subject too long to be one', async () => ({ claims: { sub: 'a'.repeat(256) } })],
    ['that is no token', async () => ({ sign: async () => 'tull' })],
    ['that is not there', async () => ({ beside: { id_token: undefined } })],
  ]
  it.each(lies)('G-27 an ID token %s lets nobody in', async (_, make) => {
    await linked()
    hostile.lies = await make()
    const browser = app.stranger()
    const answer = await signIn(browser)
    expect([answer.status, answer.text.includes('Svaret fra Prøveporten kunne ikke bekreftes')]).toEqual([403, true])
    expect(answer.headers.getSetCookie().join()).not.toMatch(/varde=/)
    expect(await isIn(browser)).toBe(false)
  })

  it('G-27 an answer that is not of this browser, or was used, or has another state, lets nobody in', async () => {
    await linked()
    const [one, other] = [app.stranger(), app.stranger()]
    const sent = await begun(one)
    const query = { code: 'kode', state: sent.get('state') ?? '' }
    const before = hostile.asked.length
    for (const [browser, wrong] of [
      [other, query],
      [one, { code: 'kode', state: 'noe-annet' }],
      [one, { code: 'kode' }],
      [app.stranger(), {}],
    ] as const) {
      const answer = await answerTo(browser, wrong as Record<string, string>)
      expect([answer.status, answer.text.includes('Innloggingen må startes på nytt')]).toEqual([410, true])
    }
    expect(hostile.asked.length).toBe(before)
    expect((await answerTo(one, query)).status).toBe(303)
    // The same answer once more, from the same browser with what it kept.
    const sentAgain = await begun(other)
    const again = { code: 'kode', state: sentAgain.get('state') ?? '' }
    const cookie = (await other.get(`/logg-inn/${slug}/${providerId}`)).headers.getSetCookie().find((set) => set.startsWith('underveis='))
    expect(cookie).toMatch(/HttpOnly.*SameSite=Lax/)
    expect((await answerTo(other, again)).status).toBe(410)
    const late = app.stranger()
    const old = await begun(late)
    app.clock.now = new Date(Date.now() + 16 * 60_000)
    expect((await answerTo(late, { code: 'kode', state: old.get('state') ?? '' })).status).toBe(410)
  })

  it('G-27 ten of one answer at once sign in once', async () => {
    await linked()
    const browser = app.stranger()
    const first = await browser.get(`/logg-inn/${slug}/${providerId}`)
    const kept =
      first.headers
        .getSetCookie()
        .find((set) => set.startsWith('underveis='))
        ?.split(';')[0] ?? ''
    const to = new URL(first.location ?? '').searchParams
    hostile.honest.nonce = to.get('nonce') ?? ''
    const query = new URLSearchParams({ code: 'kode', state: to.get('state') ?? '' })
    const all = await Promise.all(
      Array.from({ length: 10 }, () =>
        app.app.request(`${origin}/logg-inn/${slug}/${providerId}/svar?${query}`, { headers: { cookie: kept } }),
      ),
    )
    expect(all.map(({ status }) => status).toSorted()).toEqual([303, ...Array(9).fill(410)])
  })

  it('G-27 an answer of another provider is not taken for this one’s (mix-up), whoever says it', async () => {
    await linked()
    const other = await startHostile()
    try {
      const otherId = await addProvider({ issuer: other.issuer, name: 'Den andre' })
      const browser = app.stranger()
      const sent = await begun(browser, '', otherId)
      const query = { code: 'kode', state: sent.get('state') ?? '' }
      expect((await answerTo(browser, query, providerId)).status).toBe(410)
      const second = app.stranger()
      const state = (await begun(second)).get('state') ?? ''
      expect((await answerTo(second, { code: 'kode', state, iss: other.issuer })).status).toBe(403)
      hostile.lies = { metadata: { authorization_response_iss_parameter_supported: true } }
      await admin.post(`/innloggingsmater/${providerId}/forbindelse`)
      const third = app.stranger()
      const next = (await begun(third)).get('state') ?? ''
      expect((await answerTo(third, { code: 'kode', state: next })).status).toBe(403)
      await change({ active: 'no', name: 'Den andre' }, otherId)
    } finally {
      hostile.lies = {}
      await admin.post(`/innloggingsmater/${providerId}/forbindelse`)
      await other.stop()
    }
  })

  it('G-27 what the provider refuses, and what it cannot answer, is said in plain words', async () => {
    await linked()
    const said = async (query: Record<string, string>, language = 'nb') => {
      const browser = app.stranger()
      await browser.post('/sprak', { sprak: language })
      const state = (await begun(browser)).get('state') ?? ''
      const answer = await answerTo(browser, { state, ...query })
      expect(await isIn(browser)).toBe(false)
      return `${answer.status} ${/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(answer.text)?.[1] ?? ''}`
    }
    expect(await said({ error: 'access_denied' })).toBe('403 Innloggingen ble avbrutt')
    expect(await said({ error: 'access_denied' }, 'nn')).toBe('403 Innlogginga vart avbroten')
    expect(await said({ error: 'temporarily_unavailable' }, 'en')).toBe('503 Prøveporten does not answer')
    expect(await said({ error: 'unmet_authentication_requirements' })).toBe('403 Du må logge inn på et sikrere nivå')
    expect(await said({ error: 'unauthorized_client' })).toBe('503 Innloggingen med Prøveporten er ikke riktig satt opp')
    expect(await said({})).toBe('403 Svaret fra Prøveporten kunne ikke bekreftes')
    const code = { code: 'kode' }
    for (const [lie, expected] of [
      [{ token: (response) => send(response, { error: 'invalid_grant' }, 400) }, '410 Innloggingen må startes på nytt'],
      [
        { token: (response) => send(response, { error: 'invalid_client' }, 401) },
        '503 Innloggingen med Prøveporten er ikke riktig satt opp',
      ],
      [{ token: (response) => send(response, {}, 500) }, '503 Prøveporten svarer ikke'],
      [
        { token: (response) => void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end() },
        '503 Innloggingen med Prøveporten er ikke riktig satt opp',
      ],
      [{ token: (response) => void response.end('<h1>hei</h1>') }, '403 Svaret fra Prøveporten kunne ikke bekreftes'],
      [{ token: (response) => send(response, { fyll: 'x'.repeat(600_000) }) }, '503 Prøveporten svarer ikke'],
      [{ token: (response) => void response.destroy() }, '503 Prøveporten svarer ikke'],
      [{ jwks: (response) => send(response, {}, 500) }, '503 Prøveporten svarer ikke'],
    ] as readonly (readonly [Hostile['lies'], string])[]) {
      hostile.lies = lie
      expect(await said(code)).toBe(expected)
    }
  })

  it('G-27 a provider that hangs keeps nobody waiting for long, and no connection to the database', async () => {
    await linked()
    hostile.lies = { token: () => {} }
    const browser = app.stranger()
    const state = (await begun(browser)).get('state') ?? ''
    const began = Date.now()
    const waiting = answerTo(browser, { code: 'kode', state })
    // The embedded database has one connection: this page would wait for the provider too.
    expect((await app.stranger().get('/logg-inn')).status).toBe(200)
    expect(Date.now() - began).toBeLessThan(2_000)
    expect((await waiting).status).toBe(503)
    expect(Date.now() - began).toBeLessThan(10_000)
  })

  it('G-27 the provider changes its key in the middle of a sign-in, and nobody is stopped', async () => {
    await linked()
    const browser = app.stranger()
    expect((await signIn(browser)).status).toBe(303)
    const next = app.stranger()
    const state = (await begun(next)).get('state') ?? ''
    await hostile.rotate()
    expect((await answerTo(next, { code: 'kode', state })).status).toBe(303)
  })

  it('G-27 a level that is demanded is asked for, and nothing else is taken', async () => {
    await linked()
    await change({ levels: 'idporten-loa-high\nidporten-loa-substantial' })
    for (const [acr, status] of [
      [undefined, 403],
      ['idporten-loa-low', 403],
      [['idporten-loa-high'], 403],
      ['idporten-loa-substantial', 303],
      ['idporten-loa-high', 303],
    ] as const) {
      hostile.lies = { claims: { acr } }
      const browser = app.stranger()
      const sent = await begun(browser)
      expect(sent.get('acr_values')).toBe('idporten-loa-high')
      const answer = await answerTo(browser, { code: 'kode', state: sent.get('state') ?? '' })
      expect([acr, answer.status]).toEqual([acr, status])
      if (status === 403) expect(answer.text).toContain('Du må logge inn på et sikrere nivå')
    }
    await change({})
  })

  it('an invitation links once, as the person it says, and nobody who is linked already', async () => {
    hostile.honest.subject = 'ny'
    await admin.post(`/personer/${person.personId}/innlogging/${providerId}/fjern`)
    const token = await invitation(person.personId)
    const page = await app.stranger().get(`/kobling/${slug}/${token}`)
    expect(page.text).toContain('Lærer, Sandnes')
    expect(page.text).toContain('Fortsett med Prøveporten')
    const browser = app.stranger()
    expect((await signIn(browser, `?kobling=${token}`)).status).toBe(303)
    expect(await isIn(browser)).toBe(true)
    // Used: on its page, at the start, and in an answer that was under way with it.
    expect((await app.stranger().get(`/kobling/${slug}/${token}`)).status).toBe(410)
    expect((await app.stranger().get(`/logg-inn/${slug}/${providerId}?kobling=${token}`)).status).toBe(410)
    const other = await app.person('sandnes-systemeier')
    const taken = await signIn(app.stranger(), `?kobling=${await invitation(other.personId)}`)
    expect([taken.status, taken.text.includes('Innloggingen er koblet fra før')]).toEqual([403, true])
    // Signed for another organisation, for another time, or by nobody.
    const [id, until, nonce, mark] = token.split('.')
    for (const wrong of [
      `${id}.9999999999.${nonce}.${mark}`,
      `${other.personId}.${until}.${nonce}.${mark}`,
      `${id}.${until}.x.${mark}`,
      `${token}x`,
      'tull',
    ])
      expect((await app.stranger().get(`/kobling/${slug}/${wrong}`)).status).toBe(410)
    const sauda = await slugOf((await app.person('sauda-ansatt')).organisationId)
    expect((await app.stranger().get(`/kobling/${sauda}/${token}`)).status).toBe(410)
  })

  it('a link taken away ends the sessions, and the subject is nobody', async () => {
    await admin.post(`/personer/${person.personId}/innlogging/${providerId}/fjern`)
    const token = await invitation(person.personId)
    const browser = app.stranger()
    expect((await signIn(browser, `?kobling=${token}`)).status).toBe(303)
    expect(await isIn(browser)).toBe(true)
    expect((await admin.get(`/personer/${person.personId}/innlogging`)).text).toContain('Koblet til Prøveporten')
    await admin.post(`/personer/${person.personId}/innlogging/${providerId}/fjern`)
    expect(await isIn(browser)).toBe(false)
    expect((await signIn(app.stranger())).status).toBe(403)
    // The invitation that was used does not come alive again.
    expect((await signIn(app.stranger(), `?kobling=${token}`)).status).toBe(410)
  })

  it('G-28 whoever has left does not come in, and the link is not given to another', async () => {
    const made = await admin.post('/personer', { name: 'Slutter, Sandnes', email: 'slutter@sandnes.example' })
    const id = made.location?.split('/').at(-1) ?? ''
    hostile.honest.subject = 'slutter'
    const browser = app.stranger()
    expect((await signIn(browser, `?kobling=${await invitation(id)}`)).status).toBe(303)
    await db()
      .owner.transaction()
      .execute(async (tx) => {
        const { sql } = await import('kysely')
        await sql`select set_config('varde.organisations', ${person.organisationId}, true)`.execute(tx)
        await tx.updateTable('person').set({ active: false }).where('id', '=', id).execute()
      })
    expect(await isIn(browser)).toBe(false)
    expect((await signIn(app.stranger())).status).toBe(403)
  })

  it('G-28 an address is never who somebody is: it links once where the administrator chose it and the provider says it is verified', async () => {
    const made = await admin.post('/personer', { name: 'Adresse, Sandnes', email: 'adresse@sandnes.example' })
    const id = made.location?.split('/').at(-1) ?? ''
    const claims = { email: 'Adresse@sandnes.example', email_verified: true }
    const tried = async (subject: string, own: Record<string, unknown>) => {
      hostile.honest.subject = subject
      hostile.lies = { claims: own }
      return (await signIn(app.stranger())).status
    }
    expect(await tried('adresse', claims)).toBe(403)
    await change({ linking: 'email', scopes: 'email' })
    for (const wrong of [
      { email: claims.email },
      { ...claims, email_verified: false },
      { ...claims, email_verified: 'true' },
      { ...claims, email: 'annen@sandnes.example' },
    ])
      expect(await tried('adresse', wrong)).toBe(403)
    expect(await tried('adresse', claims)).toBe(303)
    // Another with the same address is another, and the first is the first under any address.
    expect(await tried('en med samme adresse', claims)).toBe(403)
    expect(await tried('adresse', { email: 'ny@sandnes.example', email_verified: true })).toBe(303)
    expect((await admin.get(`/personer/${id}/innlogging`)).text).toContain('Koblet til Prøveporten')
    // From the provider's user information, where the token has it not.
    const two = await admin.post('/personer', { name: 'To, Sandnes', email: 'to@sandnes.example' })
    hostile.honest.subject = 'to'
    hostile.lies = { userinfo: { email: 'to@sandnes.example', email_verified: true } }
    expect((await signIn(app.stranger())).status).toBe(303)
    expect((await admin.get(`${two.location}/innlogging`)).text).toContain('Koblet til Prøveporten')
    hostile.lies = { userinfo: { sub: 'en annen', email: 'to@sandnes.example', email_verified: true } }
    expect((await signIn(app.stranger())).status).toBe(403)
    await change({})
  })

  it('a claim that the administrator has written links once; a national identity number is never one (S0-19)', async () => {
    const other = await app.person('sandnes-systemeier')
    const at = `/personer/${other.personId}/innlogging/${providerId}/kjennetegn`
    for (const claim of ['pid', 'nin', 'ssn', 'norEduPersonNIN', 'med mellomrom'])
      expect([claim, (await change({ linking: 'claim', claim })).status]).toEqual([claim, 422])
    expect((await change({ linking: 'claim' })).status).toBe(422)
    expect((await change({ linking: 'claim', claim: 'ansattnr' })).status).toBe(303)
    const write = (value: string, to = at) => admin.post(to, { [`value-${providerId}`]: value })
    expect((await write('15076500565')).status).toBe(422)
    expect((await write('A-1234')).status).toBe(303)
    const page = (await admin.get(`/personer/${other.personId}/innlogging`)).text
    expect(page).toContain('Kjennetegnet er lagt inn')
    expect(page).not.toContain('A-1234')
    expect((await write('A-1234', `/personer/${person.personId}/innlogging/${providerId}/kjennetegn`)).status).toBe(422)
    const tried = async (subject: string, ansattnr: unknown) => {
      hostile.honest.subject = subject
      hostile.lies = { claims: { ansattnr } }
      return (await signIn(app.stranger())).status
    }
    for (const wrong of [undefined, 'A-12345', 'a-1234', ['A-1234'], true]) expect(await tried('systemeier', wrong)).toBe(403)
    expect(await tried('systemeier', 'A-1234')).toBe(303)
    expect(await tried('en annen med samme nummer', 'A-1234')).toBe(403)
    expect(await tried('systemeier', 'noe annet')).toBe(303)
    await change({})
  })

  it('G-28 the same subject at two organisations is two people, and a provider of one opens nothing of the other', async () => {
    await linked()
    const saudaAdmin = await app.as('sauda-administrator')
    const sauda = await slugOf((await app.person('sauda-ansatt')).organisationId)
    const own = await addProvider({ issuer: hostile.issuer, name: 'Sauda-porten' }, saudaAdmin)
    const browser = app.stranger()
    const state = (await begun(browser, '', own, sauda)).get('state') ?? ''
    const refused = await answerTo(browser, { code: 'kode', state }, own, sauda)
    expect([refused.status, refused.text.includes('Sauda')]).toEqual([403, true])
    // Not its settings, its links or its way in, under the other's address or by the other's administrator.
    expect((await app.stranger().get(`/logg-inn/${sauda}/${providerId}`)).status).toBe(404)
    expect((await app.stranger().get(`/logg-inn/${slug}/${own}`)).status).toBe(404)
    expect((await saudaAdmin.get(`/innloggingsmater/${providerId}`)).status).toBe(404)
    expect((await saudaAdmin.post(`/innloggingsmater/${providerId}/hemmelighet`, { secret: 'x' })).status).toBe(404)
    expect((await saudaAdmin.get(`/personer/${person.personId}/kobling`)).status).toBe(404)
    expect((await saudaAdmin.post(`/personer/${person.personId}/innlogging/${providerId}/fjern`)).status).toBe(404)
    for (const slugOfOther of ['sandnes-ansatt', 'sandnes-personvernombud']) {
      const employee = await app.as(slugOfOther)
      for (const path of ['/innloggingsmater', '/innloggingsmater/ny', '/innloggingsmater/passord', `/innloggingsmater/${providerId}`])
        expect((await employee.get(path)).status, path).toBe(403)
    }
    // Whoever comes by a provider is of that organisation alone: there is no other to go on to.
    const mine = await linked()
    const dpo = await app.person('sauda-personvernombud')
    expect((await mine.post('/organisasjon', { organisation: dpo.organisationId })).status).toBe(404)
  })

  it('the secret is kept sealed and shown to nobody; an issuer is asked only where this installation may', async () => {
    const page = (await admin.get(`/innloggingsmater/${providerId}`)).text
    expect(page).toContain(`${origin}/logg-inn/${slug}/${providerId}/svar`)
    expect(page).toContain('Den vises aldri igjen')
    for (const path of ['', '/hemmelighet'])
      expect((await admin.get(`/innloggingsmater/${providerId}${path}`)).text).not.toContain(clientSecret)
    const row = await db()
      .owner.transaction()
      .execute(async (tx) => {
        const { sql } = await import('kysely')
        await sql`select set_config('varde.organisations', ${person.organisationId}, true)`.execute(tx)
        return tx.selectFrom('openid_provider').selectAll().where('id', '=', providerId).executeTakeFirstOrThrow()
      })
    expect(JSON.stringify(row)).not.toContain(clientSecret)
    expect(Buffer.from(row.secret ?? []).toString('latin1')).not.toContain(clientSecret)
    for (const secret of ['', 'med mellomrom', 'x'.repeat(501)])
      expect((await admin.post(`/innloggingsmater/${providerId}/hemmelighet`, { secret })).status).toBe(422)
    const add = (issuer: string) =>
      admin.post('/innloggingsmater', {
        id: crypto.randomUUID(),
        kind: 'other',
        name: 'X',
        issuer,
        clientId,
        linking: 'invitation',
        active: 'no',
      })
    for (const wrong of [
      'tull',
      'http://169.254.169.254/',
      'https://intern.kommune.no',
      'https://login.microsoftonline.com/common/v2.0',
      'https://login.microsoftonline.com.ond.example/x/v2.0',
      'https://a:b@idporten.no',
      'https://idporten.no?x=1',
      hostile.issuer,
    ])
      expect([wrong, (await add(wrong)).status]).toEqual([wrong, 422])
  })

  it('a provider that says it is another, or points elsewhere, is not asked', async () => {
    const tried = async (metadata: Record<string, unknown>) => {
      hostile.lies = { metadata }
      const answer = await admin.post(`/innloggingsmater/${providerId}/forbindelse`)
      return decodeURIComponent(answer.headers.getSetCookie().find((set) => set.startsWith('sagt=')) ?? '')
    }
    expect(await tried({})).toContain('Leverandøren svarer')
    for (const wrong of [
      { issuer: 'https://idporten.no' },
      { issuer: `${hostile.issuer}/` },
      { token_endpoint: 'http://169.254.169.254/token' },
      { jwks_uri: 'file:///etc/passwd' },
      { authorization_endpoint: 'javascript:alert(1)' },
      { token_endpoint: undefined },
    ])
      expect([wrong, (await tried(wrong)).includes('Leverandøren svarte, men')]).toEqual([wrong, true])
    hostile.lies = {}
    expect(await tried({})).toContain('Leverandøren svarer')
  })

  it('G-28 a logout token ends the session it names, once; twelve that are wrong end nothing', async () => {
    const event = 'http://schemas.openid.net/event/backchannel-logout'
    const said = (own: Record<string, unknown> = {}, header: Record<string, unknown> = {}) => {
      const claims: Record<string, unknown> = {
        iss: hostile.issuer,
        aud: clientId,
        iat: seconds(),
        exp: seconds() + 120,
        jti: crypto.randomUUID(),
        sid: 'sesjon-1',
        events: { [event]: {} },
        ...own,
      }
      for (const name of Object.keys(claims)) if (claims[name] === undefined) delete claims[name]
      return hostile.signed(claims, { typ: 'logout+jwt', ...header })
    }
    // As a server sends it: no Origin, no Sec-Fetch-Site; and whatever cookie comes along means nothing.
    const told = async (logout_token: string) =>
      app.app.request(`${origin}/logg-inn/${slug}/${providerId}/utlogging`, { method: 'POST', body: new URLSearchParams({ logout_token }) })
    const browser = await linked()
    const wrong = [
      await said({ iss: 'https://idporten.no' }),
      await said({ aud: 'en-annen' }),
      await said({ exp: seconds() - 100 }),
      await said({ exp: undefined }),
      await said({ iat: seconds() - 7_200 }),
      await said({ jti: undefined }),
      await said({ events: {} }),
      await said({ events: undefined }),
      await said({ nonce: 'x' }),
      await said({ sid: undefined }),
      await said({}, { typ: 'JWT' }),
      await said({}, { kid: 'ukjent' }),
      (await said()).replace(/\.[^.]+$/, '.AAAA'),
      'tull',
      '',
    ]
    for (const token of wrong) {
      const answer = await told(token)
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([400, 'no-store'])
      expect(await isIn(browser)).toBe(true)
    }
    expect((await told(await said({ sid: 'en annen' }))).status).toBe(200)
    expect(await isIn(browser)).toBe(true)
    const token = await said()
    expect((await told(token)).status).toBe(200)
    expect(await isIn(browser)).toBe(false)
    const again = await linked()
    expect((await told(token)).status).toBe(400)
    expect(await isIn(again)).toBe(true)
    // By the subject alone: every session of that person.
    expect((await told(await said({ sid: undefined, sub: 'kjent' }))).status).toBe(200)
    expect(await isIn(again)).toBe(false)
  })

  it('the provider says it in the browser too, as ID-porten does: by the name of the session there, and no other', async () => {
    const browser = await linked()
    const front = (query: string) => app.stranger().get(`/logg-inn/${slug}/${providerId}/utlogging?${query}`)
    for (const wrong of [
      '',
      `iss=${hostile.issuer}`,
      'sid=sesjon-1',
      `iss=https://idporten.no&sid=sesjon-1`,
      `iss=${hostile.issuer}&sid=en-annen`,
    ]) {
      expect((await front(wrong)).status).toBe(200)
      expect(await isIn(browser)).toBe(true)
    }
    await front(`iss=${hostile.issuer}&sid=sesjon-1`)
    expect(await isIn(browser)).toBe(false)
  })

  it('a provider taken out of use takes its sessions along', async () => {
    const browser = await linked()
    await change({ active: 'no' })
    expect(await isIn(browser)).toBe(false)
    expect((await app.stranger().get(`/logg-inn/${slug}/${providerId}`)).status).toBe(404)
    await change({})
  })

  it('G-27 the whole way at a certified provider: in, out there too, and out from there', async () => {
    let certified: Certified | undefined
    const id = crypto.randomUUID()
    const address = `${origin}/logg-inn/${slug}/${id}`
    try {
      certified = await startCertified({
        redirect: () => `${address}/svar`,
        afterLeaving: `${origin}/logg-inn/${slug}`,
        backChannel: `${address}/utlogging`,
        reach: async (to, init) => app.app.request(to, init),
        claims: { email: 'x@sandnes.example' },
      })
      expect(await addProvider({ id, issuer: certified.issuer, name: 'Den ekte' })).toBe(id)
      const browser = app.stranger()
      const there = browserAt(certified.issuer)
      const whole = async (query: string) => {
        const first = await browser.get(`/logg-inn/${slug}/${id}${query}`)
        const back = new URL(await there.through(first.location ?? '', 'laerer'))
        expect(back.searchParams.get('iss')).toBe(certified?.issuer)
        return browser.get(back.pathname + back.search)
      }
      expect((await whole('')).status).toBe(403)
      expect((await whole(`?kobling=${await invitation(person.personId)}`)).status).toBe(303)
      expect(await isIn(browser)).toBe(true)
      // Out here, and then there: asked for by a link, and without a word of who it is in the address.
      const out = await browser.post('/logg-ut')
      expect(out.location).toBe(`/logg-inn/${slug}?ut=${id}`)
      expect(await isIn(browser)).toBe(false)
      const page = await browser.get(out.location ?? '')
      expect(page.text).toContain('Logg ut hos Den ekte')
      const leaving = await browser.get(`/logg-inn/${slug}/${id}/ut`)
      expect(leaving.location).toMatch(/client_id=varde/)
      expect(leaving.location).not.toMatch(/id_token_hint|laerer/)
      expect(await there.through(leaving.location ?? '', '')).toBe(`${origin}/logg-inn/${slug}`)
      // In once more, and out at the provider: it tells us, and the session is over.
      expect((await whole('')).status).toBe(303)
      expect(await isIn(browser)).toBe(true)
      await there.through(leaving.location ?? '', '')
      expect(await isIn(browser)).toBe(false)
    } finally {
      await change({ active: 'no', name: 'Den ekte' }, id).catch(() => {})
      await certified?.stop()
    }
  })

  it('nothing of a person is in the log: who was refused is a number of times, and why', async () => {
    hostile.honest.subject = 'hemmelig-subjekt'
    await signIn(app.stranger())
    const all = await db()
      .owner.transaction()
      .execute(async (tx) => {
        const { sql } = await import('kysely')
        await sql`select set_config('varde.organisations', ${person.organisationId}, true)`.execute(tx)
        const tables = ['audit_event', 'audit_later', 'openid_link', 'openid_expected', 'openid_once', 'session'] as const
        return JSON.stringify(await Promise.all(tables.map((table) => tx.selectFrom(table).selectAll().execute())))
      })
    for (const secret of ['hemmelig-subjekt', 'sesjon-1', 'A-1234', clientSecret]) expect(all).not.toContain(secret)
    expect(all).toContain('openidProvider.added')
  })
})

const b64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
