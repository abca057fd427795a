import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Client, type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { aboutIn } from './store.ts'

describeExample('questions: pages', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())

  it('S0-08 a word without a hit leads to the question with that word in it; the leader has a task, and the list one line more', async () => {
    const employee = await app.as('sandnes-ansatt')
    const sent = await employee.post('/rutiner/sok', { ord: 'utlån av nøkler' })
    expect(sent.location).not.toContain('nøkler')
    const found = (await employee.get(sent.location ?? '')).text
    expect(found).toContain('Ingen treff på «utlån av nøkler»')
    const href = /href="(\/sporsmal\/nytt\?type=routine[^"]*)"/.exec(found)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const form = (await employee.get(href)).text
    expect(form).toContain('>utlån av nøkler</textarea>')
    const id = /name="id" value="([^"]+)"/.exec(form)?.[1] ?? ''
    const unit = await app.ctx('sandnes-ansatt', async ({ actor }) => actor.unitId ?? '')
    const values = { id, kind: 'routine', sentTo: 'leader', about: 'Rutine for utlån av nøkler', unit }
    const twice = await Promise.all([1, 2].map(() => employee.post('/sporsmal/nytt', values)))
    expect(twice.map(({ status, location }) => [status, location])).toEqual([
      [303, `/sporsmal/${id}`],
      [303, `/sporsmal/${id}`],
    ])
    const leader = await app.as('sandnes-leder')
    expect((await leader.get('/oppgaver')).text).toContain('Finn eller skriv en rutine som noen mangler')
    expect((await leader.get('/sporsmal/rutiner')).text).toContain('Rutine for utlån av nøkler')
    expect((await employee.get('/sporsmal/rutiner')).status).toBe(403)
    expect((await leader.post(`/sporsmal/${id}/svar`, { version: '1', answer: 'Den kommer i april.' })).status).toBe(303)
    expect((await employee.get(`/sporsmal/${id}`)).text).toContain('Den kommer i april.')
    expect((await employee.get('/varsler')).text).toContain('Du har fått svar på spørsmålet ditt')
    expect((await leader.post(`/sporsmal/${id}/svar`, { version: '2', answer: 'Noe annet.' })).status).toBe(422)
  })

  it('S2-52 «we lack a routine» makes a line on the unit’s list; whom to ask stands on the page', async () => {
    const leader = await app.as('sandnes-leder')
    const list = (await leader.get('/sporsmal/rutiner')).text
    expect(list).toContain('Vi mangler en rutine')
    const form = (await leader.get('/sporsmal/nytt?type=routine')).text
    expect(form).toContain('personvernombud@sandnes.example')
    const id = /name="id" value="([^"]+)"/.exec(form)?.[1] ?? ''
    const unit = await app.ctx('sandnes-leder', async ({ actor }) => actor.unitId ?? '')
    await leader.post('/sporsmal/nytt', { id, kind: 'routine', sentTo: 'dpo', about: 'Rutine for bilder', unit })
    expect((await leader.get('/sporsmal/rutiner')).text).toContain('Rutine for bilder')
  })

  const at = '/sporsmal'
  const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
  async function asked(client: Client, values: Readonly<Record<string, string>>, path = `${at}/nytt`) {
    const id = hidden((await client.get(path)).text, 'id')
    const sent = await client.post(path, { id, kind: 'advice', unit: '', ...values })
    expect([sent.status, sent.location]).toEqual([303, `${at}/${id}`])
    return `${at}/${id}`
  }

  it('S0-05 from a form, one press: my leader and my unit’s contact stand there by name; the contact has the task, and answers', async () => {
    const employee = await app.as('oslomet-ansatt')
    const form = (await employee.get('/avvik/ny')).text
    const href = /href="(\/sporsmal\/nytt\?fra=[^"]*)"/.exec(form)?.[1] ?? ''
    expect(href).toBe('/sporsmal/nytt?fra=%2Favvik%2Fny')
    const page = (await employee.get(href)).text
    for (const name of ['Instituttleder, OsloMet', 'Personvernkontakt, OsloMet', 'Informasjonssikkerhetssjef, OsloMet'])
      expect(page).toContain(name)
    // Nobody is data protection officer there: it says whom it reaches.
    expect(page).toContain('Ingen har rollen nå. Spørsmålet går til Rektor, OsloMet (')
    const path = await asked(employee, { sentTo: 'privacyContact', about: 'Kan jeg dele listen?', with: 'page' }, href)
    const contact = await app.as('oslomet-personvernkontakt')
    expect((await contact.get('/oppgaver')).text).toContain('Svar på et spørsmål om råd')
    expect((await contact.get('/varsler')).text).toContain('Du har fått et spørsmål')
    const shown = (await contact.get(path)).text
    expect(shown).toContain('Kan jeg dele listen?')
    expect(shown).toContain('href="/avvik/ny"')
    expect((await contact.post(`${path}/svar`, { version: '1', answer: 'Ja, med dem som trenger den.' })).status).toBe(303)
    expect((await contact.get('/oppgaver')).text).not.toContain('Svar på et spørsmål om råd')
    const answered = (await employee.get(path)).text
    expect(answered).toContain('Ja, med dem som trenger den.')
    expect(answered).toContain(`href="/sporsmal/nytt?folger=${path.split('/')[2]}"`)
    // Asked again, of the same; then closed. Each leads to the other.
    const again = await asked(employee, { sentTo: 'privacyContact', about: 'Også på papir?' }, `${at}/nytt?folger=${path.split('/')[2]}`)
    expect((await contact.get(again)).text).toContain(`href="${path}"`)
    expect((await employee.get(path)).text).toContain(`href="${again}"`)
    expect((await employee.post(`${again}/avslutning`, { version: '1' })).status).toBe(303)
    expect((await contact.get('/oppgaver')).text).not.toContain('Svar på et spørsmål om råd')
    expect((await contact.post(`${again}/svar`, { version: '2', answer: 'For sent' })).status).toBe(422)
    expect((await app.stranger().get('/logg-inn')).text).not.toContain('/sporsmal/nytt')
  })

  it('S2-13 both contact points of the profile stand there, and are the administrator’s to set', async () => {
    const employee = await app.as('uio-ansatt')
    const page = (await employee.get(`${at}/nytt`)).text
    expect(page).toContain('mailto:behandlingsansvarlig@uio.no')
    expect(page).toContain('mailto:personvernombud@uio.example')
    const admin = await app.as('uio-administrator')
    const version = hidden((await admin.get('/innstillinger/rad')).text, 'version')
    const wrong = await admin.post('/innstillinger/rad', { version, mailbox: 'ingen adresse', openForm: 'no' })
    expect([wrong.status, wrong.text.includes('href="#mailbox"')]).toEqual([422, true])
    expect((await admin.post('/innstillinger/rad', { version, mailbox: 'spor@uio.example', openForm: 'no' })).status).toBe(303)
    const after = (await employee.get(`${at}/nytt`)).text
    expect([after.includes('mailto:spor@uio.example'), after.includes('behandlingsansvarlig@uio.no')]).toEqual([true, false])
  })

  it('S0-05 whoever is the privacy contact is not told that nobody is, and the question goes on to the next in line', async () => {
    const contact = await app.as('oslomet-personvernkontakt')
    const page = (await contact.get(`${at}/nytt`)).text
    expect(page).toContain('Du har rollen selv. Spørsmålet går til Rektor, OsloMet (')
    // Alone in a role, one cannot ask oneself: neither by name, nor as if nobody had it.
    const officer = (await (await app.as('sandnes-personvernombud')).get(`${at}/nytt`)).text
    expect(officer).toMatch(/Personvernombud:(?:(?!<\/li>).)*Spørsmålet ville gått til deg selv\./s)
  })

  it('S0-05 the way to ask is on a page that is not there and on one that is not theirs', async () => {
    const employee = await app.as('sandnes-ansatt')
    for (const [path, status] of [
      ['/finnes-ikke', 404],
      [`${at}/00000000-0000-7000-8000-000000000000`, 404],
      [`${at}/rutiner`, 403],
    ] as const) {
      const answer = await employee.get(path)
      expect([path, answer.status]).toEqual([path, status])
      const main = /<main.*<\/main>/s.exec(answer.text)?.[0]
      expect([path, main]).toEqual([path, expect.stringContaining('href="/sporsmal/nytt"')])
    }
    expect((await app.stranger().get('/finnes-ikke')).text).not.toContain('/sporsmal/nytt')
  })

  it('S3-12 the question to the officer is the officer’s, and not the security manager’s who has an office of their own', async () => {
    const employee = await app.as('sandnes-ansatt')
    const path = await asked(employee, { sentTo: 'dpo', about: 'Er dette et avvik?' })
    expect((await (await app.as('sandnes-personvernombud')).get('/oppgaver')).text).toContain(path)
    const manager = await app.as('sandnes-informasjonssikkerhetssjef')
    expect((await manager.get('/oppgaver')).text).not.toContain(path)
    expect((await manager.get(path)).status).toBe(404)
  })

  it('S3-12 the report leads to asking the officer, without making a case: the question is the officer’s', async () => {
    const employee = await app.as('sauda-ansatt')
    const href = /href="(\/sporsmal\/nytt\?til=dpo[^"]*)"/.exec((await employee.get('/avvik/ny')).text)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const form = (await employee.get(href)).text
    expect(form).toMatch(/<input(?=[^>]*value="dpo")[^>]*checked/)
    const path = await asked(employee, { sentTo: 'dpo', about: 'Er dette eit avvik?' }, href)
    const officer = await app.as('sauda-personvernombud')
    expect((await officer.get(at)).text).toContain(path)
    expect((await officer.get('/avvik')).text).not.toContain('Er dette eit avvik?')
  })

  it('S4-086 a question to the information security manager is in the queue with sender and time, and the answer returns', async () => {
    const employee = await app.as('sandnes-ansatt')
    const path = await asked(employee, { sentTo: 'ciso', about: 'Kan vi bruke denne appen?' })
    const manager = await app.as('sandnes-informasjonssikkerhetssjef')
    const queue = (await manager.get(`${at}?hvem=andre&status=waiting`)).text
    const row = queue.split('<tr').find((one) => one.includes(path)) ?? ''
    expect(row).toContain('Lærer, Sandnes')
    expect(row).toContain('02.03.2026 kl. 09.00')
    const file = (await manager.get(`${at}/utdrag/csv`)).text
    expect([file.includes('Lærer, Sandnes'), file.includes('appen')]).toEqual([true, false])
    expect((await manager.post(`${path}/svar`, { version: '1', answer: 'Nei, ikke med elevopplysninger.' })).status).toBe(303)
    expect((await employee.get('/varsler')).text).toContain('Du har fått svar på spørsmålet ditt')
    expect((await employee.get(path)).text).toContain('Nei, ikke med elevopplysninger.')
    expect((await (await app.as('sandnes-personvernombud')).get(path)).status).toBe(404)
  })

  it('S4-076 employees, management and data subjects reach the officer’s queue, and the figures count each group', async () => {
    await asked(await app.as('sandnes-ansatt'), { sentTo: 'dpo', about: 'Fra en ansatt' })
    await asked(await app.as('sandnes-kommunedirektor'), { sentTo: 'dpo', about: 'Fra ledelsen' })
    const stranger = app.stranger()
    const front = '/personvern/sandnes/sporsmal'
    expect((await stranger.get(front)).status).toBe(404)
    const admin = await app.as('sandnes-administrator')
    const version = hidden((await admin.get('/innstillinger/rad')).text, 'version')
    expect((await admin.post('/innstillinger/rad', { version, mailbox: '', openForm: 'yes' })).status).toBe(303)
    const id = hidden((await stranger.get(front)).text, 'id')
    const sent = await stranger.post(front, { id, about: 'Fra en innbygger', contact: '' })
    expect(sent.status).toBe(303)
    const receipt = (await stranger.get(sent.location ?? '')).text
    const code = /([0-9A-Z]{5}-){3}[0-9A-Z]{5}/.exec(receipt)?.[0] ?? ''
    expect(code).not.toBe('')
    expect([receipt.includes('Fra en innbygger'), sent.location?.includes(code)]).toEqual([false, false])
    const officer = await app.as('sandnes-personvernombud')
    const queue = (await officer.get(`${at}?til=dpo`)).text
    for (const words of ['Fra en ansatt', 'Fra ledelsen', 'Fra en innbygger']) expect(queue).toContain(words)
    const figures = (await officer.get(`${at}/tall`)).text
    for (const group of ['employee', 'management', 'dataSubject']) {
      const href = `${at}?til=dpo&amp;gruppe=${group}&amp;ar=2026`
      const count = new RegExp(`href="${href.replaceAll('?', '\\?')}"[^>]*>(\\d+)<`).exec(figures)?.[1]
      const list = (await officer.get(href.replaceAll('&amp;', '&'))).text
      expect([group, count]).toEqual([group, String(list.split('href="/sporsmal/0').length - 1)])
    }
    // The answer is read with the code, and with nothing else; the page of it is closed half an hour later.
    const kept = await app.ctx('sandnes-personvernombud', async (ctx) => {
      const rows = await ctx.tx.selectFrom('question').selectAll().where('asked_by_id', 'is', null).execute()
      const about = await Promise.all(rows.map((row) => aboutIn(ctx, row)))
      return rows[about.indexOf('Fra en innbygger')]
    })
    expect((await officer.post(`${at}/${kept?.id}/svar`, { version: '1', answer: 'Det vi har, ser du slik.' })).status).toBe(303)
    const read = await stranger.post(`${front}/svar`, { code: code.toLowerCase() })
    expect((await stranger.get(read.location ?? '')).text).toContain('Det vi har, ser du slik.')
    const wrong = await stranger.post(`${front}/svar`, { code: 'AAAAA-AAAAA-AAAAA-AAAAA' })
    expect([wrong.status, wrong.text.includes('href="#code"')]).toEqual([422, true])
    expect((await stranger.get(read.location?.replace('sandnes', 'uio') ?? '')).status).toBe(404)
    const then = app.clock.now
    app.clock.now = new Date(then.getTime() + 31 * 60_000)
    expect([(await stranger.get(read.location ?? '')).status, (await stranger.get(sent.location ?? '')).status]).toEqual([404, 404])
    app.clock.now = then
    const answers = []
    // As many as have come free since midnight too.
    for (let n = 0; n < 60 && answers.at(-1)?.status !== 429; n++)
      answers.push(await stranger.post(front, { about: `Nummer ${n}`, contact: '' }))
    const waits = answers.at(-1)
    expect([waits?.status, waits?.text.includes(`Nummer ${answers.length - 1}</textarea>`)]).toEqual([429, true])
  })

  it('S4-076 others see the figures with few hidden and without links, and employees none', async () => {
    const others = (await (await app.as('sandnes-kommunedirektor')).get(`${at}/tall`)).text
    expect(others).toContain('Skjult')
    expect(others).not.toContain('til=dpo')
    for (const slug of ['sandnes-ansatt', 'sandnes-administrator']) expect((await (await app.as(slug)).get(`${at}/tall`)).status).toBe(403)
  })

  it('S4-077 the administrator opens a question to the officer: refused, and no other role finds a word of it', async () => {
    const canary = 'Kanarifugl4711'
    const employee = await app.as('sandnes-ansatt')
    const path = await asked(employee, { sentTo: 'dpo', about: `${canary} spør om sjefen` })
    const id = path.split('/')[2] ?? ''
    const officer = await app.as('sandnes-personvernombud')
    expect((await officer.get(path)).text).toContain('artikkel 38 nr. 3 og nr. 5')
    expect((await officer.post(`${path}/svar`, { version: '1', answer: `${canary} svarer` })).status).toBe(303)
    const reads = [
      ...['/', '/oppgaver', '/varsler', '/avvik', '/kalender', '/logg', `/logg?gjelder=${id}`, '/logg/utdrag/csv', '/oppgaver/utdrag/csv'],
      ...[at, `${at}?til=dpo`, `${at}/utdrag/csv`, `${at}/rutiner`, `${at}/nytt`, '/leder', '/egne-opplysninger'],
    ]
    const slugs = [
      'administrator',
      'leder',
      'kommunedirektor',
      'informasjonssikkerhetssjef',
      'personvern-gdpr',
      'revisor',
      'it-sjef',
      'systemeier',
    ]
    for (const slug of slugs.map((one) => `sandnes-${one}`).concat('uio-personvernombud')) {
      const other = await app.as(slug)
      for (const address of reads) {
        const { text } = await other.get(address)
        expect([slug, address, text.includes(canary), text.includes(path)]).toEqual([slug, address, false, false])
      }
      const hits = await other.post('/sok', { ord: canary })
      expect([slug, (hits.location ? (await other.get(hits.location)).text : hits.text).includes(path)]).toEqual([slug, false])
      for (const address of [
        path,
        `${path}/deling`,
        `/filer/question/${id}/nye`,
        `/historikk/question/${id}`,
        `/kommentarer/question/${id}`,
      ])
        expect([slug, address, (await other.get(address)).status]).toEqual([slug, address, 404])
      for (const deed of ['svar', 'avslutning', 'deling', 'deling/x/slutt'])
        expect([slug, deed, (await other.post(`${path}/${deed}`, { version: '2', answer: 'x', reason: 'x' })).status]).toEqual([
          slug,
          deed,
          404,
        ])
    }
    expect((await employee.get(`${path}/deling`)).status).toBe(403)
    expect((await employee.post(`${path}/svar`, { version: '2', answer: 'x' })).status).toBe(403)
    await app.ctx('sandnes-administrator', async ({ tx, actor }) => {
      const of = (table: 'mail' | 'audit_event' | 'message' | 'task' | 'record_version') =>
        tx.selectFrom(table).selectAll().where('organisation_id', '=', actor.organisationId).execute()
      for (const table of ['mail', 'audit_event', 'message', 'task', 'record_version'] as const)
        expect([table, JSON.stringify(await of(table)).includes(canary)]).toEqual([table, false])
      const lines = (await tx.selectFrom('audit_event').selectAll().where('subject_id', '=', id).execute()).map(({ type, actor_id }) => [
        type,
        actor_id,
      ])
      expect(lines).toEqual(
        expect.arrayContaining([
          ['question.sent', null],
          ['question.answered', null],
        ]),
      )
      expect(lines.filter(([, by]) => by !== null)).toEqual([])
    })
  })

  it('S4-077 the officer shares one, with a reason that whoever asked reads, and takes it back', async () => {
    const employee = await app.as('sandnes-ansatt')
    const path = await asked(employee, { sentTo: 'dpo', about: 'Kan loggen slås av?' })
    const officer = await app.as('sandnes-personvernombud')
    const { personId } = await app.person('sandnes-it-sjef')
    const technician = await app.as('sandnes-it-sjef')
    expect((await technician.get(path)).status).toBe(404)
    const none = await officer.post(`${path}/deling`, { version: '1', person: personId, role: '', reason: '' })
    expect([none.status, none.text.includes('href="#reason"')]).toEqual([422, true])
    const shared = { version: '1', person: personId, role: '', reason: 'Han kjenner loggen.' }
    expect((await officer.post(`${path}/deling`, shared)).status).toBe(303)
    expect((await technician.get('/varsler')).text).toContain('Et spørsmål er delt med deg')
    const theirs = (await technician.get(path)).text
    expect([theirs.includes('Kan loggen slås av?'), theirs.includes('Send svaret')]).toEqual([true, false])
    expect((await technician.post(`${path}/svar`, { version: '2', answer: 'x' })).status).toBe(403)
    expect((await technician.get(`${path}/deling`)).status).toBe(403)
    expect((await employee.get(path)).text).toContain('Han kjenner loggen.')
    const end = /action="(\/sporsmal\/[^"]+\/slutt)"/.exec((await officer.get(path)).text)?.[1] ?? ''
    expect((await officer.post(end, { version: '2' })).status).toBe(303)
    expect((await technician.get(path)).status).toBe(404)
    expect((await employee.get(path)).text).toContain('Han kjenner loggen.')
  })

  it('an empty question is asked again, a colleague and another organisation read nothing', async () => {
    const employee = await app.as('sandnes-ansatt')
    const empty = await employee.post('/sporsmal/nytt', { kind: 'advice', sentTo: 'dpo', about: '', unit: '' })
    expect([empty.status, empty.text.includes('href="#about"')]).toEqual([422, true])
    const sent = await employee.post('/sporsmal/nytt', { kind: 'advice', sentTo: 'dpo', about: 'Kan jeg sende dette?', unit: '' })
    for (const slug of ['sandnes-leder', 'uio-administrator']) {
      const other = await app.as(slug)
      expect([slug, (await other.get(sent.location ?? '')).status]).toEqual([slug, 404])
      expect([slug, (await other.post(`${sent.location}/svar`, { version: '1', answer: 'x' })).status]).toEqual([slug, 404])
    }
    expect((await employee.post(`${sent.location}/svar`, { version: '1', answer: 'x' })).status).toBe(403)
  })
})
