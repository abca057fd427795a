import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeDatabase } from '../../../test/support/database.ts'

describeDatabase('questions: pages', (db) => {
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
