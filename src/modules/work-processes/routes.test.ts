import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'

describeExample('work processes: pages', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())
  const id = '019a0000-0000-7000-8000-0000000000aa'

  it('the officer registers one, everyone reads it, an employee adds none, and another organisation has none', async () => {
    const officer = await app.as('sauda-personvernombud')
    expect((await officer.post('/arbeidsprosesser/nytt', { id, name: 'Opptak i barnehage', inUse: 'yes' })).status).toBe(303)
    const employee = await app.as('sauda-ansatt')
    expect((await employee.get('/arbeidsprosesser')).text).toContain('Opptak i barnehage')
    // Nothing hangs together with it: said once, and no list of what there is none of.
    const hanging = (await employee.get(`/arbeidsprosesser/${id}`)).text
    expect([hanging.includes('Ingenting du har tilgang til, heng saman'), hanging.includes('Ingen du har tilgang til:')]).toEqual([
      true,
      false,
    ])
    expect((await employee.get('/arbeidsprosesser/nytt')).status).toBe(403)
    expect((await (await app.as('sandnes-administrator')).get(`/arbeidsprosesser/${id}`)).status).toBe(404)
  })
})
