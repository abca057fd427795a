import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Client, type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { units } from '../people/public.ts'
import { personGroups } from './fields.ts'

const at = '/forskningsetikk'
const faculty = 'Fakultet for lærerutdanning og internasjonale studier'
const canary = 'Kanarifugl4711'
const values = { personGroup: 'employee', against: `${canary} forsker`, aboutLeader: 'no', about: `${canary} diktet opp tall` }

describeExample('ethics: pages', (db) => {
  let app: TestApp
  let unit = ''
  beforeAll(async () => {
    app = await testApp(db())
    unit = await app.ctx('oslomet-ansatt', async (ctx) => (await units(ctx)).find(({ name }) => name === faculty)?.id ?? '')
  }, 60_000)
  afterAll(() => app.stop())

  const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
  async function drafted(client: Client, over: object = {}) {
    const id = hidden((await client.get(`${at}/ny?enhet=${unit}`)).text.split(`action="${at}/ny"`)[1] ?? '', 'id')
    const made = await client.post(`${at}/ny`, { id, unit, ...values, ...over })
    expect([made.status, made.location]).toEqual([303, `${at}/klager/${id}`])
    return { id, path: `${at}/klager/${id}` }
  }
  async function sent(client: Client, over: object = {}) {
    const one = await drafted(client, over)
    expect((await client.post(`${one.path}/sending`, { version: '1' })).status).toBe(303)
    return one
  }

  it('S1-52 the form shows the head of studies of the chosen faculty, and is sent without the conversation', async () => {
    const employee = await app.as('oslomet-ansatt')
    expect((await employee.get(`${at}/ny`)).text).not.toContain('studieleder@oslomet.example')
    const form = (await employee.get(`${at}/ny?enhet=${unit}`)).text
    expect(form).toContain('Studieleder, OsloMet')
    expect(form).toContain('studieleder@oslomet.example')
    expect(form).toContain('Be Studieleder, OsloMet om en samtale')
    // And still shows them when something is missing and it comes back.
    const back = await employee.post(`${at}/ny`, { unit, ...values, against: '' })
    expect(back.status).toBe(422)
    expect(back.text).toContain('Be Studieleder, OsloMet om en samtale')
    expect(hidden(back.text.split(`action="${at}/samtale"`)[1] ?? '', 'unit')).toBe(unit)
    await sent(employee)
    const id = hidden(form.split(`action="${at}/samtale"`)[1] ?? '', 'id')
    const asked = await employee.post(`${at}/samtale`, { id, unit, head: hidden(form, 'head') })
    expect(asked.location).toBe(`${at}/samtaler/${id}`)
    const head = await app.as('oslomet-studieleder')
    expect((await head.get('/oppgaver')).text).toContain('Avtal en samtale noen har bedt om')
    expect((await head.get(asked.location ?? '')).text).toContain('ansatt@oslomet.example')
    expect((await (await app.as('oslomet-administrator')).get(asked.location ?? '')).status).toBe(404)
    expect((await head.post(`${asked.location}/avtale`, { version: '1' })).status).toBe(303)
    expect((await employee.get(asked.location ?? '')).text).toContain('Avtalt')
  })

  it('S1-53 one of the groups must be chosen', async () => {
    const employee = await app.as('oslomet-ansatt')
    const form = (await employee.get(`${at}/ny?enhet=${unit}`)).text
    expect(form).toMatch(/<input(?=[^>]*name="personGroup")[^>]*value="employee"/)
    const none = await employee.post(`${at}/ny`, { unit, ...values, personGroup: '' })
    expect([none.status, none.text.includes('href="#personGroup"')]).toEqual([422, true])
    const { path } = await drafted(employee)
    expect((await employee.get(path)).text).toContain('En ansatt')
  })

  const words = ['En ansatt', 'En som søker stilling', 'En som er tatt opp på et doktorgradsprogram', 'En som har fått, eller skal få']
  it.each([
    ['S1-54', 'applicant'],
    ['S1-55', 'candidate'],
    ['S1-56', 'graduate'],
  ] as const)('%s the group is stored, shown in the case, and the list is narrowed by it: %s', async (_, group) => {
    const employee = await app.as('oslomet-ansatt')
    const { path } = await sent(employee, { personGroup: group })
    const dean = await app.as('oslomet-fakultetsleder')
    expect((await dean.get(path)).text).toContain(words[personGroups.indexOf(group)])
    const listed = async (one: string) => (await dean.get(`${at}/klager?gjelder=${one}`)).text.includes(path)
    expect(await Promise.all(personGroups.map(listed))).toEqual(personGroups.map((one) => one === group))
  })

  it('S1-57 the link to the committee stands in the article, and is the administrator’s to set', async () => {
    const employee = await app.as('oslomet-ansatt')
    expect((await employee.get(at)).text).toContain('href="https://ansatt.oslomet.no/forskningsetisk-utvalg"')
    const admin = await app.as('oslomet-administrator')
    const setting = '/innstillinger/forskningsetikk'
    const version = hidden((await admin.get(setting)).text, 'version')
    const wrong = await admin.post(setting, { version, on: 'yes', committee: 'javascript:alert(1)' })
    expect([wrong.status, wrong.text.includes('href="#committee"')]).toEqual([422, true])
    expect((await admin.post(setting, { version, on: 'yes', committee: 'https://utvalg.example/om' })).status).toBe(303)
    expect((await employee.get(at)).text).toContain('href="https://utvalg.example/om"')
  })

  it('S1-51 is written as text or as a document, and answered by the dean', async () => {
    const employee = await app.as('oslomet-ansatt')
    const { id, path } = await drafted(employee, { about: '' })
    const empty = await employee.post(`${path}/sending`, { version: '1' })
    expect([empty.status, empty.text.includes('legg ved et dokument')]).toEqual([422, true])
    const document = Buffer.from(`${canary} i et dokument`)
    expect((await employee.send(`/filer/ethics_complaint/${id}/nye`, [{ name: `${canary}.doc`, content: document }])).status).toBe(303)
    expect((await employee.get(path)).text).toContain('Klagen går til Leder ved fakultet, OsloMet')
    expect((await employee.post(`${path}/sending`, { version: '1' })).status).toBe(303)
    const dean = await app.as('oslomet-fakultetsleder')
    expect((await dean.get('/oppgaver')).text).toContain('Ta imot en fortrolig henvendelse')
    expect((await dean.get('/varsler')).text).toContain('Du har fått en fortrolig henvendelse')
    expect((await dean.get('/fortrolig')).location).toBe(`${at}/klager`)
    const page = (await dean.get(path)).text
    const file = /href="(\/filer\/[^"/]+)"/.exec(page)?.[1] ?? ''
    expect((await dean.get(file)).text).toContain(canary)
    expect((await dean.post(`${path}/mottak`, { version: '2' })).status).toBe(303)
    expect((await dean.post(`${path}/avslutning`, { version: '3', outcome: '' })).status).toBe(422)
    expect((await dean.post(`${path}/avslutning`, { version: '3', outcome: 'Vi fant ikke brudd.' })).status).toBe(303)
    expect((await employee.get(path)).text).toContain('Vi fant ikke brudd.')
    expect((await employee.get('/varsler')).text).toContain('Det er nytt i en henvendelse du har sendt')
    expect((await employee.post(`${path}/avslutning`, { version: '4', outcome: 'x' })).status).toBe(403)
    expect((await employee.post(`${path}/endring`, { version: '4', unit, ...values })).status).toBe(403)
  })

  it('S1-51 the words of a complaint are found by nobody else, on no page, in no list, search, log, file or mail', async () => {
    const employee = await app.as('oslomet-ansatt')
    const { id, path } = await sent(employee)
    await employee.send(`/filer/ethics_complaint/${id}/nye`, [{ name: `${canary}.docx`, content: Buffer.from(canary) }])
    const page = (await employee.get(path)).text
    expect(page).toContain(canary)
    const file = /href="(\/filer\/[^"/]+)"/.exec(page)?.[1] ?? ''
    const reads = [
      ...['/', '/oppgaver', '/varsler', '/avvik', '/avvik/mine', '/statistikk', '/avvik/statistikk', '/kalender', '/arshjul'],
      ...['/logg', `/logg?gjelder=${id}`, '/logg/utdrag/csv', '/oppgaver/utdrag/csv', '/avvik/utdrag/csv', '/personer', '/roller'],
      ...[`${at}/klager`, `${at}/klager/utdrag/csv`, `${at}/klager?status=sent`, `${at}/tall`, at, `${at}/ny?enhet=${unit}`],
    ]
    const slugs = [
      'sikkerhet',
      'personvernkontakt',
      'informasjonssikkerhetssjef',
      'rektor',
      'it-sjef',
      'administrator',
      'revisor',
      'studieleder',
    ]
    for (const slug of [...slugs, 'leder', 'saksbehandler', 'systemeier'].map((one) => `oslomet-${one}`).concat('uio-personvernombud')) {
      const other = await app.as(slug)
      for (const address of reads) {
        const { text } = await other.get(address)
        expect([slug, address, text.includes(canary), text.includes(path)]).toEqual([slug, address, false, false])
      }
      const hits = await other.post('/sok', { ord: canary })
      const found = hits.location ? (await other.get(hits.location)).text : hits.text
      expect([slug, found.includes(path), found.replaceAll(canary, '').includes(`${canary} forsker`)]).toEqual([slug, false, false])
      for (const address of [path, `${path}/endring`, file, `/filer/ethics_complaint/${id}/nye`, `/historikk/ethics_complaint/${id}`])
        expect([slug, address, (await other.get(address)).status]).toEqual([slug, address, 404])
      for (const deed of ['sending', 'mottak', 'avslutning'])
        expect([slug, deed, (await other.post(`${path}/${deed}`, { version: '2', outcome: 'x' })).status]).toEqual([slug, deed, 404])
      expect((await other.post(`${at}/klager/sok`, {})).status).toBe(slug.startsWith('oslomet') ? 303 : 404)
    }
    await app.ctx('oslomet-administrator', async ({ tx, actor }) => {
      const mails = await tx.selectFrom('mail').selectAll().where('organisation_id', '=', actor.organisationId).execute()
      expect(mails.filter(({ kind }) => kind.startsWith('ethics.')).length).toBeGreaterThan(0)
      expect(JSON.stringify(mails)).not.toMatch(new RegExp(`${canary}|forskningsetikk/klager|FE-2026`))
      const events = await tx.selectFrom('audit_event').select('data').where('organisation_id', '=', actor.organisationId).execute()
      expect(JSON.stringify(events)).not.toContain(canary)
      const versions = await tx.selectFrom('record_version').select('content').where('organisation_id', '=', actor.organisationId).execute()
      expect(JSON.stringify(versions)).not.toContain(canary)
    })
    const dean = await app.as('oslomet-fakultetsleder')
    expect((await dean.get(`${at}/klager`)).text).toContain(path)
    expect((await dean.get(`${at}/klager/utdrag/csv`)).text).not.toContain(canary)
    expect((await dean.get(`${at}/tall`)).text).toContain('En ansatt')
  })

  it('S1-51 is there only where the profile says so', async () => {
    for (const slug of ['uio-ansatt', 'sandnes-leder', 'sauda-personvernombud']) {
      const other = await app.as(slug)
      for (const address of [at, `${at}/ny`]) expect([slug, address, (await other.get(address)).status]).toEqual([slug, address, 404])
      expect((await other.get('/')).text).not.toContain(`href="${at}"`)
      expect((await other.post(`${at}/ny`, values)).status).toBe(404)
    }
    expect((await (await app.as('oslomet-ansatt')).get('/veiledning')).text).toContain(`href="${at}"`)
  })
})
