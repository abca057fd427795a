import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'

describeExample('sources: pages', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())
  const id = '019a0000-0000-7000-8000-0000000000ba'

  it('the officer registers one, everyone reads it, an employee adds none, and another organisation has none', async () => {
    const officer = await app.as('sauda-personvernombud')
    const values = {
      id,
      name: 'Personopplysningslova',
      level: 'law',
      chapter: '§ 1',
      address: 'https://lovdata.no/lov/2018-06-15-38',
      inUse: 'yes',
    }
    expect((await officer.post('/regelverk/nytt', values)).status).toBe(303)
    const employee = await app.as('sauda-ansatt')
    expect((await employee.get('/regelverk')).text).toContain('Personopplysningslova')
    expect((await employee.get('/regelverk/nytt')).status).toBe(403)
    expect((await (await app.as('sandnes-administrator')).get(`/regelverk/${id}`)).status).toBe(404)
  })
})
