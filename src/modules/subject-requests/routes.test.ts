import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Client, type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { localDate, startOfDay } from '../../kernel/calendar/calendar.ts'
import { saveProfile } from '../organisation/factory.ts'
import { profileOf } from '../organisation/public.ts'
import { makeProcessing } from '../processing/factory.ts'
import { makeSubjectRequest } from './factory.ts'
import { someAsking } from './factory-answers.ts'
import { own } from './profile.ts'

describeExample('subject-requests: pages', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())
  const at = '/egne-opplysninger'
  const idIn = (text: string) => /name="id" value="([^"]+)"/.exec(text)?.[1] ?? ''
  const asking = { ...someAsking, ownNumber: '', about: '' } as unknown as Record<string, string>
  const turnOn = (slug: string) =>
    app.ctx(slug, async (ctx) => {
      const profile = own(await profileOf(ctx))
      const outcome = await saveProfile(ctx, {
        ...profile,
        subjectRequests: { ...profile.subjectRequests, openForm: true },
      } as typeof profile)
      if (!outcome.ok) throw new Error(outcome.why)
    })
  const text = async (client: Client, path: string) => (await client.get(path)).text

  it('S4-169 the first choice separates the two; document access leads to the link, own data to the form', async () => {
    const employee = await app.as('sandnes-ansatt')
    const first = await text(employee, `${at}/nytt`)
    expect(first).not.toContain('name="right"')
    expect(first).toContain('href="/egne-opplysninger/nytt?hva=egne"')
    expect(first).toContain('href="/egne-opplysninger/nytt?hva=dokumenter"')
    const documents = await text(employee, `${at}/nytt?hva=dokumenter`)
    expect(documents).toContain('href="https://sandnes.arkivplan.no"')
    expect(documents).not.toContain('name="right"')
    expect(await text(employee, `${at}/nytt?hva=egne`)).toContain('name="right"')
  })

  it('S2-29 an employee asks at any time, has a number and a day, and the case is in the queue of those who receive', async () => {
    const employee = await app.as('uio-ansatt')
    const form = await text(employee, `${at}/nytt?hva=egne`)
    const sent = await Promise.all([1, 2].map(() => employee.post(`${at}/nytt?hva=egne`, { ...asking, id: idIn(form) })))
    expect(sent.map(({ status, location }) => [status, location])).toEqual([1, 2].map(() => [303, `${at}/${idIn(form)}`]))
    const shown = await text(employee, sent[0]?.location ?? '')
    expect(shown).toMatch(/K-2026-\d{4}/)
    expect(shown).toContain('Kravet er sendt.')
    const reference = /K-2026-\d{4}/.exec(shown)?.[0] ?? ''
    const receiver = await app.as('uio-universitetsdirektor')
    expect(await text(receiver, at)).toContain(reference)
    expect(await text(receiver, '/oppgaver')).toContain('Svar på et krav om egne opplysninger')
    expect(await text(receiver, '/varsler')).toContain('Nytt krav om egne opplysninger')
    const empty = await employee.post(`${at}/nytt?hva=egne`, { ...asking, right: '' })
    expect([empty.status, empty.text.includes('href="#right"')]).toEqual([422, true])
    const identity = await employee.post(`${at}/nytt?hva=egne`, { ...asking, ownNumber: '13097248022' })
    expect([identity.status, identity.text.includes('Fjern fødselsnummeret')]).toEqual([422, true])
  })

  it('whoever asks for the same again is shown the open one first, and may go on; those who answer see both on each', async () => {
    const employee = await app.as('sauda-sykepleier')
    const ask = async (over: Record<string, string> = {}) => {
      const form = await text(employee, `${at}/nytt?hva=egne`)
      const sent = await employee.post(`${at}/nytt?hva=egne`, { ...asking, id: idIn(form), ...over })
      return { ...sent, at: `${at}/${idIn(form)}` }
    }
    const first = await ask()
    expect(first.status).toBe(303)
    const second = await ask()
    expect([second.status, second.text.includes(`href="${first.at}"`), second.text.includes('name="likevel"')]).toEqual([422, true, true])
    const on = await ask({ likevel: 'yes' })
    expect(on.status).toBe(303)
    expect((await ask({ right: 'rectification', about: 'Adressa er feil.' })).status).toBe(303)
    const receiver = await app.as('sauda-kommunedirektor')
    expect(await text(receiver, first.at)).toContain(`href="${on.at}"`)
    expect(await text(receiver, on.at)).toContain(`href="${first.at}"`)
    expect(await text(employee, on.at)).not.toContain(`href="${first.at}"`)
  })

  it('S0-19 S2-29 a student without an account asks where the form is open: a receipt, and the case in the queue', async () => {
    const student = app.stranger()
    expect((await student.get('/personvern/uio')).status).toBe(404)
    expect((await student.get('/personvern/uio')).text).toBe((await student.get('/personvern/ingen')).text.replaceAll('ingen', 'uio'))
    await turnOn('uio-administrator')
    expect(await text(student, '/personvern/uio')).toContain('href="/personvern/uio?hva=egne"')
    const form = await text(student, '/personvern/uio?hva=egne')
    const student1 = { ...asking, id: idIn(form), subjects: 'students', name: 'En student', ownNumber: '654321' }
    const twice = [await student.post('/personvern/uio?hva=egne', student1), await student.post('/personvern/uio?hva=egne', student1)]
    expect(twice.map(({ status }) => status)).toEqual([303, 303])
    expect(twice[1]?.location).toBe(twice[0]?.location)
    const receipt = await text(student, twice[0]?.location ?? '')
    const reference = /K-2026-\d{4}/.exec(receipt)?.[0] ?? ''
    expect(receipt).toContain('1. april')
    expect(receipt).not.toContain('En student')
    const receiver = await app.as('uio-universitetsdirektor')
    expect(await text(receiver, `${at}?status=received`)).toContain(reference)
    expect((await student.get(`${at}/${idIn(form)}`)).status).not.toBe(200)
    // It is not shown for what somebody signed in asked, nor the day after, nor in another organisation.
    const other = await app.ctx('uio-ansatt', (ctx) => makeSubjectRequest(ctx))
    expect((await student.get(`/personvern/uio/kvittering/${other}`)).status).toBe(404)
    expect((await student.get(`/personvern/sauda/kvittering/${idIn(form)}`)).status).toBe(404)
    const then = app.clock.now
    app.clock.now = new Date('2026-03-03T08:00:00Z')
    expect((await student.get(twice[0]?.location ?? '')).status).toBe(404)
    app.clock.now = then
  })

  it('the open form stops a flood from one network, and says when to try again', async () => {
    await turnOn('oslomet-administrator')
    const stranger = app.stranger()
    const statuses = []
    const then = app.clock.now
    app.clock.now = startOfDay(localDate(then))
    for (let n = 0; n < 12; n++)
      statuses.push((await stranger.post('/personvern/oslomet?hva=egne', { ...asking, name: `Nummer ${n}` })).status)
    expect(statuses.slice(0, 10).every((status) => status === 303)).toBe(true)
    expect(statuses.slice(10)).toEqual([429, 429])
    const stopped = await stranger.post('/personvern/oslomet?hva=egne', asking)
    expect(stopped.text).toMatch(/Prøv igjen om \d+ minutt/)
    // Nothing written is lost.
    expect(stopped.text).toContain(`value="${asking.name}"`)
    app.clock.now = then
  })

  it('from received to answered, with the letter and the overview', async () => {
    await app.ctx('sandnes-personvernombud', (ctx) => makeProcessing(ctx, { name: 'Lønn og fravær', dataSubjects: ['employees'] }))
    const id = await app.ctx('sandnes-ansatt', (ctx) => makeSubjectRequest(ctx, { actsFor: 'representative' }))
    const unit = await app.as('sandnes-personvern-gdpr')
    const me = await app.person('sandnes-personvern-gdpr')
    const first = await text(unit, `${at}/${id}`)
    expect(first).toContain('Ikke bekreftet ennå')
    // The handler's own words, and no step that would be refused.
    expect(first).toMatch(/Hvem spør\?.*?En annen, med fullmakt/s)
    expect(first).not.toMatch(/Hvem spør du for|>Registrer svaret</)
    expect((await unit.post(`${at}/${id}/fordeling`, { version: '1', responsible: me.personId, unit: '' })).status).toBe(303)
    const early = await unit.post(`${at}/${id}/svar`, {
      version: '2',
      outcome: 'granted',
      ground: '',
      answer: '',
      answeredOn: '2026-03-02',
    })
    expect([early.status, early.text.includes('Bekreft først hvem som spør')]).toEqual([422, true])
    const identity = { version: '2', identity: 'inPerson', authority: 'checked', identityNote: '' }
    expect((await unit.post(`${at}/${id}/identitet`, identity)).status).toBe(303)
    const no = { version: '3', outcome: 'refused', ground: 'secrecy', answer: 'Opplysningene er om andre.', answeredOn: '2026-03-02' }
    expect((await unit.post(`${at}/${id}/svar`, no)).status).toBe(303)
    const shown = await text(unit, `${at}/${id}`)
    expect(shown).toContain('personopplysningsloven § 16 første ledd bokstav d')
    expect(shown).toContain('Avslått')
    const letter = await unit.get(`${at}/${id}/svarbrev-nn.pdf`)
    expect([letter.status, letter.headers.get('content-disposition')]).toEqual([200, expect.stringContaining('svarbrev-nn.pdf')])
    expect((await unit.get(`${at}/${id}/oversikt-nb.docx`)).status).toBe(200)
    const asker = await app.as('sandnes-ansatt')
    expect(await text(asker, '/varsler')).toContain('Kravet ditt er besvart')
    expect((await asker.get(`${at}/${id}/svarbrev-nb.pdf`)).status).toBe(403)
  })

  it('S2-30 anybody here makes the overview for a group, on the page and as a document', async () => {
    const employee = await app.as('sandnes-ansatt')
    const page = await text(employee, `${at}/oversikt?gruppe=employees`)
    expect(page).toContain('Lønn og fravær')
    const file = await employee.get(`${at}/oversikt-nb.pdf?gruppe=employees`)
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect((await employee.get(`${at}/oversikt-nb.pdf?gruppe=noe`)).status).toBe(404)
  })

  it('a colleague and another organisation learn nothing of a request', async () => {
    const id = await app.ctx('sandnes-ansatt', (ctx) => makeSubjectRequest(ctx, { name: 'Bare meg' }))
    for (const slug of ['sandnes-virksomhetsleder', 'sandnes-administrator', 'sandnes-revisor', 'uio-universitetsdirektor']) {
      const other = await app.as(slug)
      for (const path of ['', '/svar', '/fordeling', '/identitet', '/forlengelse', '/svarbrev-nb.pdf'])
        expect([slug, path, (await other.get(`${at}/${id}${path}`)).status]).toEqual([slug, path, 404])
      for (const path of ['/svar', '/leting', '/oversending'])
        expect([slug, path, (await other.post(`${at}/${id}${path}`, { version: '1' })).status]).toEqual([slug, path, 404])
      expect(await text(other, at)).not.toContain(id)
    }
    // What is not to be done any more is offered to nobody: neither as a button, nor by whoever has the address of the form.
    const receiver = await app.as('sandnes-personvern-gdpr')
    const version = async () => /name="version" value="(\d+)"/.exec(await text(receiver, `${at}/${id}`))?.[1] ?? ''
    expect((await receiver.get(`${at}/${id}/forlengelse`)).status).toBe(200)
    const extended = { version: await version(), extendReason: 'Kravet gjelder mange systemer.', extendToldOn: '2026-03-02' }
    expect((await receiver.post(`${at}/${id}/forlengelse`, extended)).status).toBe(303)
    expect(await text(receiver, `${at}/${id}`)).not.toContain('/forlengelse')
    expect(await receiver.get(`${at}/${id}/forlengelse`)).toMatchObject({ status: 303, location: `${at}/${id}` })
    expect((await receiver.post(`${at}/${id}/oversending`, { version: await version() })).status).toBe(303)
    for (const path of ['/svar', '/fordeling', '/identitet'])
      expect(await receiver.get(`${at}/${id}${path}`)).toMatchObject({ status: 303, location: `${at}/${id}` })
    const asker = await app.as('sandnes-ansatt')
    expect((await asker.get(`${at}/${id}/svar`)).status).toBe(403)
    expect((await asker.post(`${at}/${id}/oversending`, { version: '3' })).status).toBe(403)
    expect((await asker.get(`${at}/registrering`)).status).toBe(403)
  })
})
