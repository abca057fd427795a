import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Client, type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { readPdf } from '../../../test/support/read-pdf.ts'
import { localInput } from '../../kernel/calendar/calendar.ts'
import { makeEmployment } from '../employment/factory.ts'
import { makeDevice } from './factory.ts'

describeExample('equipment: pages', (db) => {
  let app: TestApp
  let teacher = ''
  let [employee, leader, desk]: Client[] = []
  beforeAll(async () => {
    app = await testApp(db())
    ;[employee, leader, desk] = await Promise.all(['ansatt', 'leder', 'servicedesk'].map((slug) => app.as(`sandnes-${slug}`)))
    teacher = (await app.person('sandnes-ansatt')).personId
  }, 60_000)
  afterAll(() => app.stop())
  const as = (one: Client | undefined) => one ?? expect.unreachable('nobody')
  const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
  const inHours = (n: number) => localInput(new Date(app.clock.now.getTime() + n * 3_600_000))
  const does = async (client: Client | undefined, path: string, deed: string, form: Readonly<Record<string, string>> = {}) =>
    as(client).post(`${path}/${deed}`, { version: hidden((await as(client).get(path)).text, 'version'), ...form })
  const done = async (...asked: Parameters<typeof does>) => {
    const answer = await does(...asked)
    expect([asked[2], answer.status]).toEqual([asked[2], 303])
    return answer
  }
  const give = (over: Parameters<typeof makeDevice>[1] = {}) =>
    app.ctx('sandnes-leder', (ctx) => makeDevice(ctx, { holder: teacher, ...over }))
  const ask = async (device: string, over: Readonly<Record<string, string>> = {}) => {
    const sent = await as(employee).post(`/utstyr/${device}/levering`, {
      ...{ id: randomUUID(), storesData: 'yes', proposedAt: inHours(48) },
      ...over,
    })
    expect(sent.status).toBe(303)
    return sent.location ?? ''
  }
  const erasure = async () => ({
    ...{ method: 'overwritten', erasedOn: '2026-03-02', tool: 'Rapport 17' },
    erasedBy: (await app.person('sandnes-servicedesk')).personId,
  })

  it('S4-041 the reason is chosen when a device is given out, and refused in words without', async () => {
    const form = (await as(leader).get('/utstyr/nytt')).text
    for (const words of ['Tilgjengelighet', 'Beredskap', 'Fleksibilitet', 'Verktøy i arbeidshverdagen']) expect(form).toContain(words)
    const { unitId } = await app.ctx('sandnes-leder', async ({ actor }) => actor)
    const posted = { number: 'M-1', kind: 'mobile', unit: unitId ?? '', holder: teacher, storesData: 'yes', id: hidden(form, 'id') }
    const none = await as(leader).post('/utstyr/nytt', posted)
    expect([none.status, none.text.includes('Velg hvorfor personen får utstyret.'), none.text.includes('M-1')]).toEqual([422, true, true])
    const both = [posted, posted].map((one) => as(leader).post('/utstyr/nytt', { ...one, reasons: ['availability', 'preparedness'] }))
    const [made, again] = await Promise.all(both)
    expect([made?.status, again?.location]).toEqual([303, made?.location])
    expect((await as(employee).get(made?.location ?? '')).text).toContain('Beredskap')
    expect((await as(leader).post('/utstyr/nytt', { ...posted, id: randomUUID(), reasons: 'tool', number: 'm-1' })).text).toContain(
      'Nummeret er i bruk',
    )
  })

  it('S4-210 a time is asked for with a link to the service desk, and planned when IT confirms it, by the rule and by the table', async () => {
    const admin = await app.as('sandnes-administrator')
    const link = 'https://pulsen.example/servicedesk'
    const setting = '/innstillinger/utstyr'
    const settings = async (serviceDesk: string) =>
      admin.post(setting, { version: hidden((await admin.get(setting)).text, 'version'), on: 'yes', serviceDesk })
    expect((await settings('servicedesk')).text).toContain('Skriv hele adressen')
    expect((await settings(link)).status).toBe(303)
    const device = await give()
    const page = (await as(employee).get(`/utstyr/${device}/levering`)).text
    expect(page).toContain(`href="${link}"`)
    expect((await as(employee).get('/utstyrslevering/ny')).text).toContain(`href="/utstyr/${device}/levering"`)
    const past = await as(employee).post(`/utstyr/${device}/levering`, { id: randomUUID(), storesData: 'yes', proposedAt: inHours(-1) })
    expect([past.status, past.text.includes('Velg en tid som ikke har vært.')]).toEqual([422, true])
    const at = await ask(device)
    expect((await as(employee).get(at)).text).toContain('Lever ikke utstyret før tiden er bekreftet.')
    const twice = await as(employee).post(`/utstyr/${device}/levering`, { id: randomUUID(), storesData: 'yes', proposedAt: inHours(49) })
    expect([twice.status, twice.text.includes('bedt om tid for dette utstyret allerede')]).toEqual([422, true])

    expect((await as(desk).get('/oppgaver')).text).toContain('Bekreft tid for levering av utstyr')
    expect((await does(desk, at, 'bekreftelse', { agreedAt: '' })).status).toBe(422)
    expect((await as(leader).post(`${at}/bekreftelse`, { version: '1', agreedAt: inHours(50) })).status).toBe(403)
    expect((await does(desk, at, 'mottak', { storesData: 'yes' })).status).toBe(422)
    const { organisationId } = await app.person('sandnes-ansatt')
    const forced = app.inOrganisation(organisationId, ({ tx }) =>
      tx
        .updateTable('equipment_delivery')
        .set({ status: 'planned' })
        .where('id', '=', at.split('/')[2] ?? '')
        .execute(),
    )
    await expect(forced).rejects.toThrow(/delivery_planned_has_its_time/)
    await done(desk, at, 'bekreftelse', { agreedAt: inHours(50) })
    expect((await as(employee).get(at)).text).toContain('Planlagt')
    expect((await as(employee).get('/varsler')).text).toContain('IT har bekreftet tid')
    expect((await as(employee).get('/oppgaver')).text).toContain('Lever utstyr til IT')
  })

  it('S4-209 received, deleted by somebody with a method and a date, and then reused: the proof is a document', async () => {
    const device = await give({ number: 'PC-209' })
    const at = await ask(device)
    await done(desk, at, 'bekreftelse', { agreedAt: inHours(50) })
    expect((await as(desk).get(`${at}/bevis-nb.pdf`)).status).toBe(404)
    await done(desk, at, 'mottak', { storesData: 'yes' })
    // Whoever had it has it no longer, and still reads what becomes of it.
    expect((await as(employee).get(`/utstyr/${device}`)).status).toBe(404)
    expect((await as(employee).get(at)).text).toContain('PC-209')
    for (const result of ['gjenbruk', 'kassering']) {
      const refused = await as(desk).post(`${at}/${result}`, { version: hidden((await as(desk).get(at)).text, 'version') })
      expect([refused.status, refused.text.includes('Registrer slettingen først.')]).toEqual([422, true])
    }
    const { organisationId } = await app.person('sandnes-ansatt')
    const forced = app.inOrganisation(organisationId, ({ tx }) =>
      tx
        .updateTable('equipment_delivery')
        .set({ status: 'reused' })
        .where('id', '=', at.split('/')[2] ?? '')
        .execute(),
    )
    await expect(forced).rejects.toThrow(/delivery_ended_is_proved/)
    const gone = await does(desk, at, 'sletting', { ...(await erasure()), method: '' })
    expect([gone.status, gone.text.includes('Rapport 17')]).toEqual([422, true])
    await done(desk, at, 'sletting', await erasure())
    await done(desk, at, 'gjenbruk')
    expect((await as(desk).get(`/utstyr/${device}`)).text).toContain('Klart til gjenbruk')
    const pdf = await as(employee).get(`${at}/bevis-nb.pdf`)
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    const { xmp, pages } = readPdf(pdf.bytes)
    expect(xmp).toMatch(/pdfaid:part>2</)
    for (const words of ['PC-209', 'Overskrevet med eget verktøy', '2. mars 2026', 'IT Servicedesk', 'Rapport 17', 'Går til gjenbruk'])
      expect(pages.join('')).toContain(words.replaceAll(' ', ' '))
    expect((await as(employee).get(`${at}/bevis-nn.docx`)).status).toBe(200)
  })

  it('a device that is gone is told and blocked, and offers a report that is filled in, begun once and with nobody named on it', async () => {
    const device = await give({ number: 'PC-BORTE' })
    const at = `/utstyr/${device}`
    expect((await as(employee).get('/utstyr/tapt')).text).toContain(`action="${at}/tap"`)
    expect((await does(employee, at, 'tap')).status).toBe(422)
    await done(employee, at, 'tap', { how: 'lost' })
    expect((await as(leader).get('/varsler')).text).toContain('Utstyr er meldt mistet eller stjålet')
    expect((await as(desk).get('/oppgaver')).text).toContain('Sperr utstyr')
    await done(desk, at, 'sperring')
    const page = (await as(employee).get(at)).text
    const form = { id: hidden(/<form[^>]*\/avvik"[\s\S]*?<\/form>/.exec(page)?.[0] ?? '', 'id') }
    const [one, two] = [await as(employee).post(`${at}/avvik`, form), await as(employee).post(`${at}/avvik`, form)]
    expect(one.location).toBe(`/avvik/${form.id}/skjema`)
    expect(two.location).toBe(one.location)
    const draft = await app.ctx('sandnes-ansatt', ({ tx }) =>
      tx.selectFrom('deviation').selectAll().where('id', '=', form.id).executeTakeFirstOrThrow(),
    )
    expect(draft).toMatchObject({ status: 'draft', categories: ['LOST_ITEM'], item_types: ['laptop'], encrypted: 'yes' })
    expect(draft.what_happened).toContain('PC-BORTE er mistet')
    const { organisationId } = await app.person('sandnes-ansatt')
    const events = await app.inOrganisation(organisationId, ({ tx }) =>
      tx.selectFrom('audit_event').select('type').where('subject_id', '=', device).execute(),
    )
    expect(events.map(({ type }) => type)).toEqual(['device.added', 'device.lossReported', 'device.blocked'])
    await done(employee, at, 'funn')
    expect((await as(employee).get(at)).text).toContain('I bruk')
  })

  it('whoever leaves has what they hold named, in the checklist, its document and with the way to hand it in', async () => {
    const device = await give({ number: 'PC-SLUTT' })
    const id = await app.ctx('sandnes-leder', (ctx) => makeEmployment(ctx, { person: teacher, endsOn: '2026-03-31' }))
    const page = (await as(leader).get(`/ansettelser/${id}`)).text
    expect(page).toMatch(/<li>Bærbar PC, PC-SLUTT<\/li>/)
    expect(page).toContain(`href="/utstyr/${device}/levering"`)
    const file = /href="([^"]*sjekkliste\.pdf)"/.exec(page.slice(page.indexOf('PC-SLUTT') - 6000))?.[1] ?? ''
    const lists = [...page.matchAll(/href="([^"]*sjekkliste\.pdf)"/g)].map(([, href]) => href ?? '')
    const texts = await Promise.all(
      (lists.length > 0 ? lists : [file]).map(async (href) => readPdf((await as(leader).get(href)).bytes).pages.join('')),
    )
    expect(texts.some((text) => text.includes('PC-SLUTT'))).toBe(true)
    const admin = (await (await app.as('sandnes-administrator')).get(`/ansettelser/${id}`)).text
    expect([admin.includes('PC-SLUTT'), admin.includes(`/utstyr/${device}`)]).toEqual([true, false])
  })

  it('whoever has left stays named as the holder, and is not chosen anew', async () => {
    const { personId } = await app.person('sandnes-superbruker')
    const device = await app.ctx('sandnes-servicedesk', (ctx) => makeDevice(ctx, { holder: personId }))
    const admin = await app.as('sandnes-administrator')
    await does(admin, `/personer/${personId}`, 'slutt')
    const page = (await as(desk).get(`/utstyr/${device}/endring`)).text
    expect(page).toContain('(har sluttet)')
    const fields = { number: 'PC-ARV', kind: 'laptop', storesData: 'yes', reasons: 'tool', version: hidden(page, 'version') }
    const unit = /<option selected value="([^"]+)"/.exec(page.slice(page.indexOf('name="unit"')))?.[1] ?? ''
    expect((await as(desk).post(`/utstyr/${device}/endring`, { ...fields, unit, holder: personId })).status).toBe(303)
    const other = await give()
    const anew = await as(desk).post(`/utstyr/${other}/endring`, { ...fields, version: '1', number: 'PC-NY', unit, holder: personId })
    expect([anew.status, anew.text.includes('href="#holder"')]).toEqual([422, true])
  })

  it('is not there for others, in another organisation, or where the profile is without it', async () => {
    const device = await give()
    const at = await ask(device)
    for (const slug of ['sandnes-helsefagarbeider', 'sandnes-personvernombud', 'sauda-ansatt', 'uio-ansatt']) {
      const client = await app.as(slug)
      for (const address of [`/utstyr/${device}`, `/utstyr/${device}/endring`, `/utstyr/${device}/levering`, at, `${at}/bevis-nb.pdf`])
        expect([slug, address, (await client.get(address)).status]).toEqual([slug, address, 404])
      expect((await client.post(`${at}/avlysning`, { version: '1' })).status).toBe(404)
    }
    const list = (await (await app.as('sandnes-helsefagarbeider')).get('/utstyr')).text
    expect(list).not.toContain(device)
    const off = await app.as('sauda-ansatt')
    for (const address of ['/utstyr', '/utstyr/tapt', '/utstyrslevering', '/utstyrslevering/ny'])
      expect([address, (await off.get(address)).status]).toEqual([address, 404])
    expect((await off.get('/')).text).not.toContain('href="/utstyr"')
    // What may happen twice at once happens once.
    const cancel = () => as(employee).post(`${at}/avlysning`, { version: '1' })
    const both = await Promise.all([cancel(), cancel()])
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
    const { rows } = await sql<{
      n: number
    }>`select count(*)::int as n from task where subject_id = ${at.split('/')[2] ?? ''}::uuid and status = 'open'`.execute(db().owner)
    expect(rows[0]?.n).toBe(0)
  })
})
