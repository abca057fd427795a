import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Client, type TestApp, testApp } from '../../../test/support/app.ts'
import { openCase } from '../../../test/support/cases.ts'
import { describeExample } from '../../../test/support/database.ts'
import { makeAccount, rightPassword } from '../identity/factory.ts'
import { editPerson, personWithRoles } from '../people/public.ts'
import { enterpriseSchema, patchSchema, userSchema } from './attributes.ts'

/** A user, a list of them, or a fault. */
type Body = {
  readonly id: string
  readonly schemas: readonly string[]
  readonly status?: string
  readonly scimType?: string
  readonly active: boolean
  readonly emails?: unknown
  readonly totalResults: number
  readonly startIndex: number
  readonly Resources: readonly Body[]
  readonly attributes: readonly { readonly name: string }[]
}
type Said = { readonly status: number; readonly type: string | null; readonly headers: Headers; readonly body: Body }

describeExample('a directory', (db) => {
  let app: TestApp
  let admin: Client
  let token = ''
  /** The form that the last token was made by. */
  let sent: Record<string, string> = {}
  beforeAll(async () => {
    app = await testApp(db())
    admin = await app.as('sandnes-administrator')
    token = await makeToken(admin, 'Entra ID')
  })
  afterAll(() => app.stop())

  async function makeToken(by: Client, name: string, expiresOn = '2027-03-01') {
    const shown = (await by.get('/katalog/token')).text
    const [, made = ''] = /<code id="token">([^<]+)</.exec(shown) ?? []
    const hidden = (field: string) => new RegExp(`name="${field}" value="([^"]*)"`).exec(shown)?.[1] ?? ''
    sent = { id: hidden('id'), vist: hidden('vist'), name, expiresOn }
    const kept = await by.post('/katalog/token', sent)
    if (kept.status !== 303) throw new Error(`${kept.status} ${kept.text}`)
    return made
  }

  const scim = async (
    method: string,
    path: string,
    body?: unknown,
    more: { token?: string | null; at?: string; headers?: Record<string, string> } = {},
  ): Promise<Said> => {
    const { token: shown = token, at = 'sandnes', headers = {} } = more
    const answer = await app.app.request(`http://127.0.0.1:3000/scim/${at}/v2${path}`, {
      method,
      headers: { ...(shown === null ? {} : { authorization: `Bearer ${shown}` }), 'content-type': 'application/scim+json', ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await answer.text()
    return {
      status: answer.status,
      type: answer.headers.get('content-type'),
      headers: answer.headers,
      body: text === '' ? {} : JSON.parse(text),
    }
  }
  const found = (filter: string) => scim('GET', `/Users?filter=${encodeURIComponent(filter)}`)
  const patch = (id: string, ...Operations: readonly unknown[]) => scim('PATCH', `/Users/${id}`, { schemas: [patchSchema], Operations })
  const user = (name: string, more: object = {}) => ({
    schemas: [userSchema, enterpriseSchema],
    externalId: crypto.randomUUID(),
    userName: `${name}@katalog.example`,
    active: true,
    displayName: name,
    emails: [{ primary: true, type: 'work', value: `${name}@katalog.example` }],
    meta: { resourceType: 'User' },
    name: { formatted: `${name} Etternavn`, familyName: 'Etternavn', givenName: name },
    phoneNumbers: [{ type: 'mobile', value: '99887766' }],
    roles: [],
    ...more,
  })
  const made = async (name: string, more: object = {}) => {
    const said = await scim('POST', '/Users', user(name, more))
    if (said.status !== 201) throw new Error(JSON.stringify(said.body))
    return said.body.id
  }
  const expectFault = (said: Said, status: number, scimType?: string) => {
    expect([said.status, said.body.status, said.body.scimType]).toEqual([status, String(status), scimType])
    expect(said.body.schemas).toEqual(['urn:ietf:params:scim:api:messages:2.0:Error'])
    expect(said.type).toBe('application/scim+json; charset=utf-8')
  }

  it('G-29 is served as Entra ID asks: connection tried, looked for, added, read, changed in both its ways, left, back, deleted', async () => {
    const tried = await found(`userName eq "${crypto.randomUUID()}"`)
    expect([tried.status, tried.type, tried.headers.get('cache-control')]).toEqual([
      200,
      'application/scim+json; charset=utf-8',
      'no-store',
    ])
    expect(tried.body).toEqual({
      schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
      totalResults: 0,
      startIndex: 1,
      itemsPerPage: 0,
      Resources: [],
    })
    expect((await scim('GET', '/Groups?excludedAttributes=members&filter=displayName eq "x"')).body.totalResults).toBe(0)

    const sent = user('Ella')
    const added = await scim('POST', '/Users', sent)
    expect(added.status).toBe(201)
    const { id } = added.body
    expect(added.headers.get('location')).toBe(`${app.house.baseUrl}/scim/sandnes/v2/Users/${id}`)
    // As it was sent, and nothing that is not kept.
    const { roles: _, phoneNumbers: __, meta: ___, schemas: ____, ...kept } = sent
    expect(added.body).toMatchObject(kept)
    expect(JSON.stringify(added.body)).not.toContain('99887766')
    expect((await admin.get(`/personer/${id}`)).text).toContain('Ella')
    expectFault(await scim('POST', '/Users', sent), 409, 'uniqueness')
    expectFault(await scim('POST', '/Users', { ...sent, userName: 'annen@katalog.example', emails: [] }), 409, 'uniqueness')
    for (const filter of [
      `userName eq "ELLA@katalog.example"`,
      `externalId eq "${sent.externalId}"`,
      `emails[type eq "work"].value eq "ella@katalog.example"`,
    ])
      expect((await found(filter)).body.Resources.map((one) => one.id)).toEqual([id])
    expect((await found(`externalId eq "${sent.externalId.toUpperCase()}"`)).body.totalResults).toBe(0)
    expect(Object.keys((await scim('GET', `/Users/${id}?attributes=userName`)).body)).toEqual(['schemas', 'id', 'userName'])
    expect((await scim('GET', `/Users/${id}?excludedAttributes=emails`)).body.emails).toBe(undefined)

    const old = await patch(
      id,
      { op: 'Replace', path: 'displayName', value: 'Ella Ny' },
      { op: 'Replace', path: 'emails[type eq "work"].value', value: 'ella.ny@katalog.example' },
      { op: 'Add', path: 'title', value: 'Rådgiver' },
      { op: 'Add', path: `${enterpriseSchema}:department`, value: 'Finnes ikke' },
    )
    expect(old.body).toMatchObject({
      displayName: 'Ella Ny',
      emails: [{ value: 'ella.ny@katalog.example' }],
      [enterpriseSchema]: { department: 'Finnes ikke' },
    })
    const lined = await patch(id, {
      op: 'replace',
      value: { displayName: 'Ella Etter', 'name.familyName': 'Etter', [`${enterpriseSchema}:employeeNumber`]: '42' },
    })
    expect(lined.body).toMatchObject({ displayName: 'Ella Etter', name: { familyName: 'Etter' } })
    expect((await admin.get(`/personer/${id}`)).text).toContain('Ella Etter')
    expect((await admin.get('/katalog')).text).toContain('Finnes ikke')

    const { etag = '' } = Object.fromEntries((await scim('GET', `/Users/${id}`)).headers)
    expect((await scim('GET', `/Users/${id}`, undefined, { headers: { 'if-none-match': etag } })).status).toBe(304)
    expectFault(await scim('PUT', `/Users/${id}`, sent, { headers: { 'if-match': 'W/"0.0"' } }), 412)
    expect((await scim('PUT', `/Users/${id}`, sent, { headers: { 'if-match': etag } })).body).toMatchObject({ displayName: 'Ella' })

    expect((await patch(id, { op: 'Replace', path: 'active', value: 'False' })).body.active).toBe(false)
    expect((await found('userName eq "ella@katalog.example"')).body.Resources[0]?.active).toBe(false)
    expect((await patch(id, { op: 'replace', path: 'active', value: true })).body.active).toBe(true)
    expect((await scim('DELETE', `/Users/${id}`)).status).toBe(204)
    expectFault(await scim('GET', `/Users/${id}`), 404)
    expectFault(await scim('DELETE', `/Users/${id}`), 404)
    // The person is kept; and comes back as the same.
    expect((await admin.get(`/personer/${id}`)).status).toBe(200)
    expect((await scim('POST', '/Users', sent)).body.id).toBe(id)
  })

  it('G-28 a name with a letter that has several small ones is found, and taken', async () => {
    const name = 'İbrahim'
    expect((await scim('POST', '/Users', user(name))).status).toBe(201)
    expect((await found(`userName eq "${name}@katalog.example"`)).body.totalResults).toBe(1)
    expect((await scim('POST', '/Users', user(name))).status).toBe(409)
  })

  it('a leader whom an administrator has taken away stays away until the directory names another; one who comes later is found', async () => {
    const led = async (name: string, manager: string) =>
      (await scim('POST', '/Users', user(name, { [enterpriseSchema]: { manager: { value: manager } } }))).body.id
    const leader = async (id: string) => app.ctx('sandnes-administrator', async (ctx) => (await personWithRoles(ctx, id))?.values.leader)
    const boss = (await scim('POST', '/Users', user('sjef'))).body.id
    const one = await led('ledet', boss)
    expect(await leader(one)).toBe(boss)
    await app.ctx('sandnes-administrator', async (ctx) => {
      const person = await personWithRoles(ctx, one)
      if (person) await editPerson(ctx, one, null, { ...person.values, leader: null })
    })
    const renamed = async (id: string, value: string) =>
      expect((await patch(id, { op: 'replace', path: 'displayName', value })).status).toBe(200)
    await renamed(boss, 'Ny sjef')
    await renamed(one, 'Ledet selv')
    expect(await leader(one)).toBeNull()
    const later = user('senere')
    const waits = await led('venter', later.externalId)
    expect(await leader(waits)).toBeNull()
    const came = (await scim('POST', '/Users', later)).body.id
    expect(await leader(waits)).toBe(came)
    expect((await patch(one, { op: 'replace', path: `${enterpriseSchema}:manager`, value: came })).status).toBe(200)
    expect(await leader(one)).toBe(came)
  })

  it('is told what is offered', async () => {
    expect((await scim('GET', '/ServiceProviderConfig')).body).toMatchObject({
      patch: { supported: true },
      bulk: { supported: false },
      etag: { supported: true },
    })
    expect((await scim('GET', '/ResourceTypes')).body.Resources.map((one) => one.id)).toEqual(['User'])
    expect((await scim('GET', '/Schemas')).body.Resources.map((one) => one.id)).toEqual([userSchema, enterpriseSchema])
    expect((await scim('GET', `/Schemas/${enterpriseSchema}`)).body.attributes.map((one) => one.name)).toEqual(['department', 'manager'])
    expectFault(await scim('POST', '/Bulk', { schemas: [] }), 501)
    expectFault(await scim('POST', '/Groups', { displayName: 'x' }), 501)
    expectFault(await scim('DELETE', '/Users'), 405)
    expectFault(await scim('POST', '/Schemas', {}), 405)
    for (const path of ['/', '/Nothing', '/Schemas/none', `${'/Users'}/a/b`, '/Groups/x', '/%E0%A4%A'])
      expectFault(await scim('GET', path), 404)
  })

  it('is paged', async () => {
    for (const name of ['Side1', 'Side2', 'Side3']) await made(name)
    const { totalResults } = (await scim('GET', '/Users?count=0')).body
    const ids: string[] = []
    for (let from = 1; from <= totalResults; from += 2) {
      const { body } = await scim('GET', `/Users?startIndex=${from}&count=2`)
      expect([body.totalResults, body.startIndex]).toEqual([totalResults, from])
      ids.push(...body.Resources.map((one) => one.id))
    }
    expect(new Set(ids).size).toBe(totalResults)
    expect((await scim('GET', `/Users?startIndex=${totalResults + 1}`)).body).toMatchObject({ totalResults, Resources: [] })
  })

  it('G-28 S4-044 whoever leaves there leaves here at once: session, links, calendar, and what they had goes to others as when an administrator does it', async () => {
    const dpo = await app.person('sandnes-personvernombud')
    const caseId = await openCase(app, 'sandnes')
    const { email } = await app.ctx('sandnes-administrator', ({ tx }) =>
      tx.selectFrom('person').select('email').where('id', '=', dpo.personId).executeTakeFirstOrThrow(),
    )
    await makeAccount(db(), 'ombud@prove.example', app.clock.now, dpo)
    const signIn = () => app.stranger().post('/logg-inn', { email: 'ombud@prove.example', password: rightPassword })
    const browser = app.stranger()
    await browser.post('/logg-inn', { email: 'ombud@prove.example', password: rightPassword })
    await browser.post('/kalender/abonnement')
    const feed = /\/kalender\/ical\/[\w-]+\.ics/.exec((await browser.get('/kalender/abonnement')).text)?.[0] ?? ''
    const other = await made('Invitert')
    await admin.post(`/personer/${other}/innlogging`)
    const link = /\/velg-passord\/[\w.-]+/.exec((await admin.get(`/personer/${other}/innlogging`)).text)?.[0] ?? ''
    const state = async () => ({
      session: (await browser.get('/min-side')).status,
      calendar: (await app.stranger().get(feed)).status,
      signIn: (await signIn()).status,
      held: (
        await app.ctx('sandnes-kommunedirektor', ({ tx }) =>
          tx
            .selectFrom('task')
            .select('id')
            .where('subject_id', '=', caseId)
            .where('person_id', '=', dpo.personId)
            .where('status', '=', 'open')
            .execute(),
        )
      ).length,
      vacant: (await admin.get('/')).text.includes('href="/roller/dpo/gi"'),
    })
    expect(await state()).toEqual({ session: 200, calendar: 200, signIn: 303, held: expect.any(Number), vacant: false })
    expect((await state()).held).toBeGreaterThan(0)

    // Their address makes them nobody's; an administrator says that they are the same.
    expectFault(await scim('POST', '/Users', user('Ombud', { emails: [{ type: 'work', value: email }] })), 409, 'uniqueness')
    const [, waits = ''] = /name="person" value="([^"]+)"/.exec((await admin.get('/katalog')).text) ?? []
    expect((await admin.post('/katalog/koble', { person: waits })).location).toBe('/katalog')
    const [connected] = (await found('userName eq "ombud@katalog.example"')).body.Resources
    expect(connected).toMatchObject({ id: dpo.personId, active: true })

    expect((await patch(dpo.personId, { op: 'Replace', path: 'active', value: 'False' })).body.active).toBe(false)
    expect(await state()).toEqual({ session: 303, calendar: 404, signIn: 422, held: 0, vacant: true })
    expect((await app.stranger().get(link)).text).toContain('name="again"')
    await patch(other, { op: 'replace', value: { active: false } })
    expect((await app.stranger().get(link)).text).not.toContain('name="again"')
    const log = (await (await app.as('sandnes-revisor')).get('/logg?hva=personer')).text
    expect(log).toContain('Person registrert som sluttet')
    expect((await patch(dpo.personId, { op: 'Replace', path: 'active', value: 'True' })).body.active).toBe(true)
    expect(await state()).toMatchObject({ signIn: 303, vacant: false })
  })

  it('G-07 a token opens its own organisation and no other, and nothing without one', async () => {
    const id = await made('Bare')
    const own = (await app.person('sandnes-ansatt')).personId
    const other = (await app.person('sauda-ansatt')).personId
    const saudas = await makeToken(await app.as('sauda-administrator'), 'Sauda')
    expect((await scim('GET', '/Users', undefined, { token: saudas, at: 'sauda' })).body.totalResults).toBe(0)
    for (const wrong of [null, saudas, 'x', `${token}x`, ''])
      expectFault(await scim('GET', `/Users/${id}`, undefined, { token: wrong }), 401)
    for (const at of ['sauda', 'finnes-ikke', '%00', "'"]) expectFault(await scim('GET', '/Users', undefined, { at }), 401)
    expect((await scim('GET', '/Users', undefined, { token: null })).headers.get('www-authenticate')).toContain('Bearer')
    // Of another organisation, of nobody, and of somebody whom the directory does not keep: one answer.
    const none = await scim('GET', `${'/Users'}/00000000-0000-7000-8000-000000000009`)
    for (const one of [other, own, 'x', "' or 1=1"])
      expect((await scim('GET', `/Users/${encodeURIComponent(one)}`)).body).toEqual(none.body)
    for (const one of [id, other]) {
      expectFault(
        await scim(
          'PATCH',
          `/Users/${one}`,
          { schemas: [patchSchema], Operations: [{ op: 'replace', path: 'active', value: false }] },
          { token: saudas, at: 'sauda' },
        ),
        404,
      )
      expectFault(await scim('DELETE', `/Users/${one}`, undefined, { token: saudas, at: 'sauda' }), 404)
    }
    // A leader elsewhere leads nobody here.
    expect((await patch(id, { op: 'Add', path: `${enterpriseSchema}:manager`, value: other })).status).toBe(200)
    expect(
      await app.ctx('sandnes-administrator', ({ tx }) =>
        tx.selectFrom('person').select('leader_id').where('id', '=', id).executeTakeFirstOrThrow(),
      ),
    ).toEqual({ leader_id: null })
    // No session is a token, and no token a session.
    expectFault(await scim('GET', '/Users', undefined, { token: null, headers: { cookie: 'varde=x' } }), 401)
    expect((await app.stranger().get('/personer', { authorization: `Bearer ${token}` })).location).toMatch(/^\/logg-inn/)
  })

  it('G-29 what is hostile is refused, and changes nothing', async () => {
    const id = await made('Rolig')
    const before = (await scim('GET', `/Users/${id}`)).body
    const people = () =>
      app.ctx('sandnes-administrator', ({ tx }) =>
        tx
          .selectFrom('person')
          .select(({ fn }) => fn.countAll().as('n'))
          .executeTakeFirstOrThrow(),
      )
    const count = await people()
    for (const filter of ["userName eq '", 'userName eq "x" or 1=1', 'userName pr', '((((', `userName eq "\u0000"; drop`])
      expectFault(await found(filter), 400, 'invalidFilter')
    for (const filter of [`userName eq "'; drop table person; --"`, 'userName eq "\\u0000"', 'userName eq "%"', 'id eq "x"'])
      expect((await found(filter)).body.totalResults).toBe(0)
    expectFault(await scim('POST', '/Users', 'x'.repeat(1_048_576)), 413)
    expectFault(await scim('POST', '/Users', '{"a":'), 400, 'invalidSyntax')
    expectFault(await scim('POST', '/Users', ''), 400, 'invalidSyntax')
    expectFault(await scim('POST', '/Users', `${'['.repeat(100_000)}${']'.repeat(100_000)}`), 400, 'invalidSyntax')
    expectFault(
      await scim(
        'PATCH',
        `/Users/${id}`,
        `{"schemas":["${patchSchema}"],"Operations":[{"op":"replace","path":"displayName","value":${'{"value":'.repeat(20_000)}1${'}'.repeat(20_000)}}]}`,
      ),
      400,
      'invalidValue',
    )
    expectFault(await scim('POST', '/Users', user('Form'), { headers: { 'content-type': 'application/x-www-form-urlencoded' } }), 415)
    expectFault(await scim('POST', '/Users', { ...user('Skjema'), schemas: ['urn:other:1.0:User'] }), 400, 'invalidSyntax')
    expectFault(await scim('POST', '/Users', user('Tegn', { displayName: 'a\u0000b' })), 400, 'invalidValue')
    expectFault(await scim('POST', '/Users', user('Tall', { displayName: 'Kari 15838530181' })), 400, 'invalidValue')
    expectFault(
      await patch(id, { op: 'replace', path: 'displayName', value: 'Halvt' }, { op: 'replace', path: 'userName', value: null }),
      400,
      'invalidValue',
    )
    expect((await scim('GET', `/Users/${id}`)).body).toEqual(before)
    expect(await people()).toEqual(count)
    // Signs that a page could take for its own are text.
    const script = await made('Skript', { displayName: '<script>alert(1)</script>' })
    expect((await admin.get(`/personer/${script}`)).text).not.toContain('<script>alert')
  })

  it('is logged without what it said, and nothing of a person is in the log of the process', async () => {
    const lines: string[] = []
    const outside = app.fromOutside((line) => lines.push(line))
    const headers = { authorization: `Bearer ${token}` }
    const asked = await outside().get('/scim/sandnes/v2/Users?filter=userName eq "hemmelig@katalog.example"', headers)
    expect(asked.status).toBe(200)
    expect((await outside().get('/scim/sandnes/v2/Users?filter=tull "hemmelig"', headers)).status).toBe(400)
    expect(lines.join()).not.toMatch(/hemmelig|Bearer/)
    expect(lines.join()).not.toContain(token)
    const rows = await app.ctx('sandnes-administrator', ({ tx }) =>
      tx.selectFrom('audit_event').select(['type', 'data']).where('type', 'like', 'directory.%').execute(),
    )
    expect(rows.length).toBeGreaterThan(5)
    expect(JSON.stringify(rows)).not.toMatch(/katalog\.example|Ella|Kari/)
  })

  it('is kept by tokens that are shown once, may be several, end, and are withdrawn; wrong ones wait', async () => {
    const second = await makeToken(admin, 'Ny nøkkel')
    const page = (await admin.get('/katalog')).text
    expect(page).toContain('Ny nøkkel')
    expect(page).not.toContain(second)
    expect(
      await app.ctx('sandnes-administrator', ({ tx }) =>
        tx.selectFrom('directory_token').select('token_hash').where('token_hash', '=', Buffer.from(second)).execute(),
      ),
    ).toEqual([])
    expect((await scim('GET', '/Users?count=0', undefined, { token: second })).status).toBe(200)
    const [, at = ''] = /action="(\/katalog\/token\/[^"]+)"/.exec(page) ?? []
    expect((await (await app.as('sandnes-personvernombud')).post(at)).status).toBe(403)
    expect((await (await app.as('sauda-administrator')).post(at)).status).toBe(404)
    expect((await admin.post(at)).location).toBe('/katalog')
    expect((await admin.post(at)).status).toBe(404)
    expectFault(await scim('GET', '/Users', undefined, { token: second }), 401)
    // The page it was made by, sent once more: what is withdrawn does not hold again, and nobody is told that it does.
    const again = await admin.post('/katalog/token', sent)
    expect([again.status, again.text.includes('er trukket tilbake')]).toEqual([422, true])
    expectFault(await scim('GET', '/Users', undefined, { token: second }), 401)
    expect((await scim('GET', '/Users?count=0')).status).toBe(200)
    for (const [expiresOn, says] of [
      ['2026-01-01', 'etter i dag'],
      ['2030-01-01', 'høyst to år'],
      ['tull', ''],
    ] as const)
      await expect(makeToken(admin, 'Feil', expiresOn)).rejects.toThrow(new RegExp(`422.*${says}`, 's'))
    const short = await makeToken(admin, 'Kort', '2026-03-03')
    const then = app.clock.now
    app.clock.now = new Date('2026-03-03T22:30:00Z')
    expect((await scim('GET', '/Users?count=0', undefined, { token: short })).status).toBe(200)
    expect((await (await app.as('sandnes-administrator')).get('/katalog')).text).toContain('utløper snart')
    app.clock.now = new Date('2026-03-03T23:30:00Z')
    expectFault(await scim('GET', '/Users', undefined, { token: short }), 401)
    app.clock.now = then
    for (const who of ['sandnes-ansatt', 'sandnes-personvernombud']) expect((await (await app.as(who)).get('/katalog')).status).toBe(403)

    // So many a minute by one token, and so many wrong ones by one network: the right one still gets in.
    await app.ctx('sandnes-administrator', ({ tx }) =>
      tx
        .updateTable('directory_token')
        .set({ minute_at: new Date(Math.floor(then.getTime() / 60_000) * 60_000), minute_count: 1500 })
        .where('withdrawn_at', 'is', null)
        .execute(),
    )
    const fast = await scim('GET', '/Users?count=0')
    expectFault(fast, 429)
    expect(Number(fast.headers.get('retry-after'))).toBeGreaterThan(0)
    app.clock.now = new Date(then.getTime() + 60_000)
    const wrong = []
    for (let at = 0; at < 25; at++) wrong.push((await scim('GET', '/Users', undefined, { token: 'feil' })).status)
    expect([wrong[0], wrong.at(-1)]).toEqual([401, 429])
    expect((await scim('GET', '/Users?count=0')).status).toBe(200)
    app.clock.now = then
  })

  it('an administrator says who is the same, one by one or all', async () => {
    admin = await app.as('sandnes-administrator')
    const own = await app.ctx('sandnes-administrator', ({ tx, actor }) =>
      tx
        .selectFrom('person')
        .select(['id', 'email', 'name'])
        .where('organisation_id', '=', actor.organisationId)
        .where('email', 'is not', null)
        .where('demo_slug', 'in', ['sandnes-ansatt', 'sandnes-leder', 'sandnes-kommunedirektor'])
        .execute(),
    )
    expect(own.length).toBeGreaterThan(1)
    for (const { email } of own)
      expectFault(
        await scim('POST', '/Users', user(`x${crypto.randomUUID()}`, { emails: [{ type: 'work', value: email }] })),
        409,
        'uniqueness',
      )
    const page = (await admin.get('/katalog')).text
    for (const { id } of own) expect(page).toContain(`/personer/${id}`)
    expect((await (await app.as('sandnes-personvernombud')).post('/katalog/koble', { person: 'alle' })).status).toBe(403)
    expect((await (await app.as('sauda-administrator')).post('/katalog/koble', { person: 'alle' })).location).toBe('/katalog')
    expect((await admin.post('/katalog/koble', { person: 'tull' })).location).toBe('/katalog')
    expect((await scim('GET', `/Users/${own[0]?.id}`)).status).toBe(404)
    // What was sent since the page was opened was not on it: nobody is connected by it.
    const opened = /name="person" value="(alle[^"]+)"/.exec(page)?.[1] ?? ''
    const one = own[0]?.email ?? ''
    const flip = `flip${crypto.randomUUID()}`
    const another = { ...user(flip), emails: [{ type: 'work', value: own[1]?.email }] }
    expectFault(await scim('POST', '/Users', { ...another, emails: [{ type: 'work', value: one }] }), 409, 'uniqueness')
    const alone = () => admin.get('/katalog').then(({ text }) => new RegExp(`${flip}.*?name="person" value="([^"]+)"`, 's').exec(text)?.[1])
    const before = await alone()
    expectFault(await scim('POST', '/Users', { ...another, emails: [{ type: 'work', value: one }] }), 409, 'uniqueness')
    expect(await alone()).toBe(before)
    expectFault(await scim('POST', '/Users', another), 409, 'uniqueness')
    for (const person of [opened, before ?? '', 'alle']) await admin.post('/katalog/koble', { person })
    for (const { id } of own) expect((await scim('GET', `/Users/${id}`)).status).toBe(404)
    const all = /name="person" value="(alle[^"]+)"/.exec((await admin.get('/katalog')).text)?.[1] ?? ''
    expect((await admin.post('/katalog/koble', { person: all })).location).toBe('/katalog')
    for (const { id } of own) expect((await scim('GET', `/Users/${id}`)).status).toBe(200)
    expect((await admin.get('/katalog')).text).not.toContain('Er dette same')
  })
})
