import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Client, type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { saidAt } from '../../kernel/keys.ts'
import { removalHandler } from '../files/public.tsx'
import { nameIn, namePlace } from '../files/store-content.ts'
import { returnCardsOf } from './commands.ts'

const at = '/id-kort'
/** The smallest PNG there is. */
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

describeExample('cards: pages', (db) => {
  let app: TestApp
  let [employee, leader, issuer]: Client[] = []
  beforeAll(async () => {
    app = await testApp(db())
    ;[employee, leader, issuer] = await Promise.all(['ansatt', 'leder', 'kortutsteder'].map((slug) => app.as(`sandnes-${slug}`)))
  }, 60_000)
  afterAll(() => app.stop())
  const as = (one: Client | undefined) => one ?? expect.unreachable('nobody')

  const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
  /** As a browser posts it: several uses stand in the form as one name. */
  const ordered = async (over: Readonly<Record<string, string>> = {}, content = picture) => {
    const id = hidden((await as(employee).get(`${at}/ny`)).text, 'id')
    const sent = await as(employee).send(`${at}/ny`, [{ name: 'meg.png', content }], { id, uses: 'access', delivery: 'mail', ...over })
    return { ...sent, path: `${at}/${id}`, id }
  }
  const version = async (client: Client, path: string) => hidden((await client.get(path)).text, 'version')
  const done = async (client: Client | undefined, path: string, deed: string, form: object = {}) => {
    const answer = await as(client).post(`${path}/${deed}`, { version: await version(as(client), path), ...form })
    expect([deed, answer.status]).toEqual([deed, 303])
  }
  const active = async (over: Readonly<Record<string, string>> = {}) => {
    const { path, id } = await ordered(over)
    await done(leader, path, 'videresending')
    await done(issuer, path, 'laging', { cardNumber: `K${id.slice(-5)}` })
    await done(issuer, path, 'utlevering')
    await done(employee, path, 'mottak')
    return { path, id }
  }

  it('S4-203 an order without a photo is refused, and the issuer sees it when the leader has passed it on', async () => {
    const id = randomUUID()
    const none = await as(employee).send(`${at}/ny`, [], { id, uses: 'access', delivery: 'mail' })
    expect([none.status, none.text.includes('Legg ved et bilde av deg')]).toEqual([422, true])
    const text = await ordered({}, Buffer.from('ikke et bilde'))
    expect(text.status).toBe(422)
    const { path, status } = await ordered()
    expect(status).toBe(303)
    expect((await as(leader).get('/oppgaver')).text).toContain('Send videre bestilling av ID-kort')
    expect((await as(issuer).get(path)).status).toBe(404)
    expect((await as(issuer).get(at)).text).not.toContain(path)
    await done(leader, path, 'videresending')
    expect((await as(issuer).get(path)).status).toBe(200)
    expect((await as(issuer).get(at)).text).toContain(path)
    for (const slug of ['sandnes-helsefagarbeider', 'sandnes-administrator', 'sandnes-personvernombud', 'uio-ansatt'])
      expect([slug, (await (await app.as(slug)).get(path)).status]).toEqual([slug, 404])
  })

  it('S4-203 the photo is gone from the database and the files when the card is made', async () => {
    const { path, id } = await ordered()
    await done(leader, path, 'videresending')
    const { organisationId } = await app.person('sandnes-ansatt')
    const photo = () =>
      app.inOrganisation(organisationId, async (ctx) => {
        const row = await ctx.tx.selectFrom('file').selectAll().where('subject_id', '=', id).executeTakeFirstOrThrow()
        return { ...row, name: await saidAt(ctx, namePlace, row), content: nameIn(row) }
      })
    const before = await photo()
    const file = /href="(\/filer\/[^"/]+)"/.exec((await as(issuer).get(path)).text)?.[1] ?? ''
    expect([before.name, (await as(issuer).get(file)).status]).toEqual(['meg.png', 200])
    expect(await app.house.vault.open(organisationId, before.content)).toBeDefined()
    await done(issuer, path, 'laging', { cardNumber: 'K1' })
    await removalHandler(app.inOrganisation, app.house.vault)({ organisationId, id: before.id }, { number: 1, last: false })
    expect(await photo()).toMatchObject({ name: null, removed_at: expect.any(Date) })
    expect(await app.house.vault.open(organisationId, before.content)).toBeUndefined()
    expect((await as(issuer).get(file)).status).toBe(410)
    expect((await as(issuer).get(path)).text).not.toContain(file)
  })

  it.each([
    ['mail', 'Sendt med internposten', 'ID-kortet ditt er sendt med internposten'],
    ['collect', 'Kan hentes', 'ID-kortet ditt kan hentes på rådhuset'],
  ])('S4-204 a card is delivered by %s, and the employee is told', async (delivery, status, message) => {
    const { path } = await ordered({ delivery })
    await done(leader, path, 'videresending')
    await done(issuer, path, 'laging', { cardNumber: 'K2' })
    await done(issuer, path, 'utlevering')
    expect((await as(employee).get(path)).text).toContain(status)
    expect((await as(employee).get('/varsler')).text).toContain(message)
    await done(employee, path, 'mottak')
    expect((await as(employee).get(path)).text).toContain('I bruk')
  })

  it('S4-200 S4-201 S4-202 a card is registered with one use or all, and the list is narrowed by use', async () => {
    const { personId } = await app.person('sandnes-helsefagarbeider')
    const form = { holder: personId, cardNumber: 'R1', zones: 'Rådhuset' }
    expect((await as(employee).post(`${at}/registrering`, { ...form, uses: 'access' })).status).toBe(403)
    for (const uses of [['access'], ['print'], ['identification'], ['access', 'print', 'identification']]) {
      const made = await as(issuer).post(`${at}/registrering`, { ...form, uses, id: randomUUID() })
      expect(made.status).toBe(303)
      const shown = (await as(issuer).get(made.location ?? '')).text
      const names = { access: 'Adgangskort', print: 'Utskriftskort', identification: 'ID-kort/svømmekort' }
      for (const use of uses) expect(shown).toContain(names[use as keyof typeof names])
      for (const use of ['access', 'print', 'identification'])
        expect((await as(issuer).get(`${at}?bruk=${use}`)).text.includes(made.location ?? '-')).toBe(uses.includes(use))
    }
  })

  it('S4-206 a card is reported lost where one stands, once it is said what follows: the leader is told at once, and a report of a deviation is offered', async () => {
    const { path } = await active()
    const lost = (await as(employee).get(`${at}/tapt`)).text
    expect(lost).toMatch(/<summary>Meld kortet tapt …<\/summary>(?:(?!<\/details>).)*Kortet blir sperret(?:(?!<\/details>).)*<form/s)
    expect(lost).toContain(`action="${path}/tap"`)
    await done(employee, path, 'tap')
    expect((await as(leader).get('/varsler')).text).toContain('Et ID-kort er meldt tapt')
    const shown = (await as(employee).get(path)).text
    expect(shown).toContain('Tapt')
    const report = { id: hidden(/<form[^>]*\/avvik"[\s\S]*?<\/form>/.exec(shown)?.[0] ?? '', 'id') }
    const begun = await as(employee).post(`${path}/avvik`, report)
    expect((await as(employee).post(`${path}/avvik`, report)).location).toBe(begun.location)
    expect((await as(employee).get(`${begun.location}?del=beskrivelse`)).text).toContain('er mistet.')
    expect((await as(leader).post(`${path}/avvik`, { id: randomUUID() })).location).toBe(path)
    expect((await (await app.as('sandnes-helsefagarbeider')).get(`${at}/tapt`)).status).toBe(200)
  })

  it('S4-207 the loss makes two tasks; the time to deactivation is shown, and the new order is filled in', async () => {
    const { path, id } = await active({ delivery: 'collect' })
    // Whoever has another card in use is not told to order one: those of the tests before are lost first.
    for (const [, other = ''] of (await as(employee).get(`${at}/tapt`)).text.matchAll(/action="([^"]+)\/tap"/g))
      if (other !== path) await done(employee, other, 'tap')
    await done(employee, path, 'tap')
    expect((await as(issuer).get('/oppgaver')).text).toContain('Sperr tapt ID-kort')
    expect((await as(employee).get('/oppgaver')).text).toContain('Bestill nytt ID-kort for det du har mistet')
    const clock = app.clock.now
    app.clock.now = new Date(clock.getTime() + 45 * 60_000)
    await done(issuer, path, 'deaktivering')
    app.clock.now = clock
    expect((await as(employee).get(path)).text).toMatch(/Fra tap til sperret<\/dt><dd>45 min/)
    const form = (await as(employee).get(`${at}/ny?erstatter=${id}`)).text
    expect(form).toMatch(new RegExp(`<option selected value="${id}"`))
    expect(form).toMatch(/<input(?=[^>]*value="collect")[^>]*checked/)
    expect((await ordered({ replaces: id })).status).toBe(303)
    const { organisationId } = await app.person('sandnes-ansatt')
    const open = await app.inOrganisation(organisationId, ({ tx }) =>
      tx.selectFrom('task').select('kind').where('subject_id', '=', id).where('status', '=', 'open').execute(),
    )
    expect(open).toEqual([])
  })

  it('S4-205 the return is overdue when the last working day has passed, and three dates are stored', async () => {
    const { path, id } = await active()
    await done(leader, path, 'tilbakelevering', { leavesOn: '2026-03-10' })
    const clock = app.clock.now
    app.clock.now = new Date('2026-03-11T08:00:00Z')
    leader = await app.as('sandnes-leder')
    issuer = await app.as('sandnes-kortutsteder')
    expect((await as(leader).get(path)).text).toContain('Over fristen')
    expect((await as(leader).get('/oppgaver')).text).toContain('Ta imot ID-kort fra en som slutter')
    await done(leader, path, 'innlevering')
    await done(leader, path, 'retur')
    await done(issuer, path, 'retur-mottatt')
    app.clock.now = clock
    ;[employee, leader, issuer] = await Promise.all(['ansatt', 'leder', 'kortutsteder'].map((slug) => app.as(`sandnes-${slug}`)))
    const { organisationId } = await app.person('sandnes-ansatt')
    const row = await app.inOrganisation(organisationId, ({ tx }) =>
      tx.selectFrom('id_card').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    )
    expect([row.handed_in_at, row.forwarded_at, row.returned_at].every((one) => one instanceof Date)).toBe(true)
  })

  it('S4-205 whoever leaves has all cards in use to hand in', async () => {
    const { path } = await active()
    const { organisationId, personId } = await app.person('sandnes-ansatt')
    await app.inOrganisation(organisationId, (ctx) => returnCardsOf(ctx, personId, '2026-05-29'))
    expect((await as(leader).get(path)).text).toContain('29. mai 2026')
  })

  it('S4-208 a loan card that is not handed in the same day is listed, and everybody reads where one borrows', async () => {
    const office = await app.as('sandnes-servicekontoret')
    const { personId } = await app.person('sandnes-ansatt')
    expect((await as(employee).get('/lanekort')).text).toContain('låne et kort hos Servicekontoret')
    expect((await as(employee).post('/lanekort', { holder: personId, cardNumber: 'L7' })).status).toBe(403)
    expect((await office.post('/lanekort', { id: randomUUID(), holder: '', cardNumber: '' })).status).toBe(422)
    const id = randomUUID()
    expect((await office.post('/lanekort', { id, holder: personId, cardNumber: 'L7' })).status).toBe(303)
    expect((await office.get('/lanekort')).text).not.toContain('Ikke levert inn samme dag')
    // Who has which card, when it went out, and when it came in.
    const lent = async (by: Client) => {
      const row = (await by.get('/lanekort')).text.split('<tr').find((one) => one.includes('>L7<')) ?? ''
      return row.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
    }
    expect(await lent(office)).toMatch(/L7 Lærer, Sandnes .*02\.03\.2026 kl\. 09\.00/)
    const again = await office.post('/lanekort', { id: randomUUID(), holder: personId, cardNumber: 'l7' })
    expect([again.status, again.text.includes('Kortet er lånt ut allerede')]).toEqual([422, true])
    const clock = app.clock.now
    app.clock.now = new Date('2026-03-03T08:00:00Z')
    const later = await app.as('sandnes-servicekontoret')
    expect((await later.get('/lanekort')).text).toMatch(/Ikke levert inn samme dag[\s\S]*L7/)
    expect((await later.post(`/lanekort/${id}/innlevering`, {})).status).toBe(303)
    expect((await later.get('/lanekort')).text).not.toContain('Ikke levert inn samme dag')
    expect(await lent(later)).toMatch(/L7 Lærer, Sandnes .*02\.03\.2026 kl\. 09\.00 .*03\.03\.2026 kl\. 09\.00/)
    app.clock.now = clock
  })

  it('cards are there only where the profile says so', async () => {
    const other = await app.as('sauda-ansatt')
    for (const address of [at, `${at}/ny`, `${at}/tapt`, '/lanekort'])
      expect([address, (await other.get(address)).status]).toEqual([address, 404])
    expect((await other.get('/')).text).not.toContain(`href="${at}"`)
  })

  it('S4-206 whoever has a card finds the way to say that it is lost on their home, borrowed ones too; the others do not', async () => {
    const office = await app.as('sandnes-servicekontoret')
    const borrower = 'sandnes-revisor'
    const home = async (slug: string) => (await (await app.as(slug)).get('/')).text.includes('href="/id-kort/tapt"')
    expect([await home(borrower), await home('sauda-ansatt')]).toEqual([false, false])
    const id = randomUUID()
    const holder = (await app.person(borrower)).personId
    expect((await office.post('/lanekort', { id, holder, cardNumber: 'L81' })).status).toBe(303)
    expect(await home(borrower)).toBe(true)
    const browser = await app.as(borrower)
    expect((await browser.get('/id-kort/tapt')).text).toContain(`action="/lanekort/${id}/tap"`)
    expect((await (await app.as('sandnes-systemeier')).post(`/lanekort/${id}/tap`)).status).toBe(404)
    expect(await browser.post(`/lanekort/${id}/tap`)).toMatchObject({ status: 303, location: `/lanekort/${id}` })
    expect((await browser.post(`/lanekort/${id}/tap`)).status).toBe(303)
    const page = (await browser.get(`/lanekort/${id}`)).text
    expect([page.includes('Meldt tapt'), page.includes('Ikke sperret ennå'), page.includes('/tap"')]).toEqual([true, true, false])
    expect((await browser.post(`/lanekort/${id}/sperring`)).status).toBe(403)
    expect((await browser.post(`/lanekort/${id}/avvik`, { id: randomUUID() })).location).toMatch(/^\/avvik\/.*\/skjema$/)
    expect(await home(borrower)).toBe(false)
    const clock = app.clock.now
    app.clock.now = new Date('2026-03-03T08:00:00Z')
    expect((await (await app.as('sandnes-servicekontoret')).get('/lanekort')).text).not.toMatch(
      /Ikke levert inn samme dag[\s\S]*L81[\s\S]*Andre lån/,
    )
    const issuing = await app.as('sandnes-kortutsteder')
    expect((await issuing.get('/oppgaver')).text).toContain('Sperr tapt lånekort')
    expect((await issuing.post(`/lanekort/${id}/sperring`)).status).toBe(303)
    expect((await issuing.get('/oppgaver')).text).not.toContain('Sperr tapt lånekort')
    app.clock.now = clock
  })
})
