import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { makeProcessing, wholeAnswers } from '../processing/factory.ts'
import { makeNotice } from './factory.ts'

describeExample('information-notices: pages', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())

  it('S4-008 S2-33 the page of an activity says what people are told, and that its consent is incomplete', async () => {
    const processing = await app.ctx('sandnes-personvernombud', (ctx) =>
      makeProcessing(ctx, { ...wholeAnswers, basis: ['consent'], storageTime: null }),
    )
    const officer = await app.as('sandnes-personvernombud')
    const shown = (await officer.get(`/behandlinger/${processing}`)).text
    expect(shown).toContain('Samtykke ufullstendig')
    expect(shown).toContain(`href="/informasjon/nytt?behandling=${processing}"`)
    const id = await app.ctx('sandnes-personvernombud', (ctx) => makeNotice(ctx, processing, { name: 'Til søkerne' }))
    const refused = await officer.post(`/informasjon/${id}/publisering`, { version: '1' })
    expect(refused.status).toBe(303)
    // What was not done is not said as if it had been.
    expect((await officer.get(refused.location ?? '')).text).toMatch(
      /data-color="danger" role="status">(?:(?!<\/div>).)*Behandlingen mangler lagringstid/,
    )
    const employee = await app.as('sandnes-ansatt')
    expect((await employee.get(`/informasjon/${id}`)).text).toContain('Til søkerne')
    expect((await employee.post(`/informasjon/${id}/publisering`, { version: '1' })).status).toBe(403)
    for (const file of ['informasjon-nb.pdf', 'informasjon-nn.docx'])
      expect((await officer.get(`/informasjon/${id}/${file}`)).status).toBe(200)
    const other = await app.as('uio-personvernombud')
    expect((await other.get(`/informasjon/${id}`)).status).toBe(404)
    expect((await other.get(`/informasjon/${id}/informasjon-nb.pdf`)).status).toBe(404)
    expect((await other.post(`/informasjon/${id}/publisering`, { version: '1' })).status).toBe(404)
  })
})
