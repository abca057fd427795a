import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'

describeExample('agreement-requests: pages', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())
  const at = '/avtaleforesporsler'
  const key = (n: string) => `019a0000-0000-7000-8000-00000000${n}`
  const ask = { kind: 'drafting', counterpart: 'Skriveriet', about: 'Utsending av brev' }

  it('S4-111 the request is in the queue of Procurement, and the answer returns to the sender', async () => {
    const sender = await app.as('sandnes-leder')
    expect((await sender.get(`${at}/nytt?type=drafting`)).text).toMatch(/<input(?=[^>]*value="drafting")[^>]*checked/)
    const twice = await Promise.all([1, 2].map(() => sender.post(`${at}/nytt`, { ...ask, id: key('e001') })))
    expect(twice.map(({ status, location }) => [status, location])).toEqual([
      [303, `${at}/${key('e001')}`],
      [303, `${at}/${key('e001')}`],
    ])
    expect((await sender.get(`${at}/${key('e001')}`)).text).toContain('Forespørselen er sendt til Anskaffelser.')
    const buyer = await app.as('sandnes-anskaffelser')
    const tasks = (await buyer.get('/oppgaver')).text
    expect(tasks).toContain('Hjelp til med en databehandleravtale')
    expect(tasks).toContain('Skriveriet')
    expect((await buyer.get('/varsler')).text).toContain('Ny forespørsel om databehandleravtale')
    const empty = await buyer.post(`${at}/${key('e001')}/svar`, { version: '1', answer: '' })
    expect([empty.status, empty.text.includes('href="#answer"')]).toEqual([422, true])
    expect((await buyer.post(`${at}/${key('e001')}/svar`, { version: '1', answer: 'Bruk malen, og send oss utkastet.' })).status).toBe(303)
    expect((await sender.get(`${at}/${key('e001')}`)).text).toContain('Bruk malen, og send oss utkastet.')
    expect((await sender.get('/varsler')).text).toContain('Svar på forespørselen din om databehandleravtale')
    expect((await buyer.get('/oppgaver')).text).not.toContain('Skriveriet')
    expect((await sender.get(at)).text).toContain('Besvart')
  })

  it('S2-44 a unit asks the controller, whose office has the task', async () => {
    const sender = await app.as('uio-leder')
    expect((await sender.post(`${at}/nytt`, { ...ask, kind: 'agreement', counterpart: 'Skyen', id: key('e002') })).status).toBe(303)
    const controller = await app.as('uio-universitetsdirektor')
    expect((await controller.get('/oppgaver')).text).toContain('Svar på forespørselen om databehandleravtale')
    expect((await controller.get(at)).text).toContain('Skyen')
  })

  it('what nobody holds is done by whoever stands in', async () => {
    const sender = await app.as('uio-leder')
    expect((await sender.post(`${at}/nytt`, { ...ask, counterpart: 'Uten innkjøper', id: key('e003') })).status).toBe(303)
    const standIn = await app.as('uio-personvernombud')
    expect((await standIn.post(`${at}/${key('e003')}/svar`, { version: '1', answer: 'Vi hjelper.' })).status).toBe(303)
  })

  it('a colleague and another organisation do not read it', async () => {
    const sender = await app.as('sandnes-leder')
    expect((await sender.post(`${at}/nytt`, { ...ask, counterpart: 'Bare oss', id: key('e004') })).status).toBe(303)
    for (const slug of ['sandnes-ansatt', 'sandnes-revisor', 'uio-universitetsdirektor']) {
      const other = await app.as(slug)
      expect([slug, (await other.get(`${at}/${key('e004')}`)).status]).toEqual([slug, 404])
      expect([slug, (await other.post(`${at}/${key('e004')}/svar`, { version: '1', answer: 'x' })).status]).toEqual([slug, 404])
      expect((await other.get(at)).text).not.toContain('Bare oss')
    }
    expect((await sender.post(`${at}/${key('e004')}/svar`, { version: '1', answer: 'x' })).status).toBe(403)
  })
})
