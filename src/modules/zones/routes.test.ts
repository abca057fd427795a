import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'

describeExample('zones: pages', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())
  const id = '019a0000-0000-7000-8000-0000000000aa'

  it('the administrator registers one, everyone reads it, an employee adds none, and another organisation has none', async () => {
    const administrator = await app.as('sauda-administrator')
    expect((await administrator.post('/soner/nytt', { id, name: 'Fjernarkiv', protection: 'restricted', inUse: 'yes' })).status).toBe(303)
    const employee = await app.as('sauda-ansatt')
    expect((await employee.get('/soner')).text).toContain('Fjernarkiv')
    expect((await employee.get('/soner/nytt')).status).toBe(403)
    expect((await (await app.as('sandnes-administrator')).get(`/soner/${id}`)).status).toBe(404)
  })
})
