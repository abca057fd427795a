import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeDatabase } from '../../../test/support/database.ts'

describeDatabase('settings', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  })
  afterAll(() => app.stop())

  it('show the administrator how the organisation is set up, in its own words', async () => {
    const sandnes = await (await app.as('sandnes-administrator')).get('/innstillinger')
    expect(sandnes.status).toBe(200)
    expect(sandnes.text).toContain('Sandnes kommune')
    expect(sandnes.text).toContain('bare personvernombudet får vite hvem som meldte')
    expect(sandnes.text).toContain('personvernombud, informasjonssikkerhetssjef, kommunedirektør, systemeier')
    const sauda = await (await app.as('sauda-administrator')).get('/innstillinger')
    expect(sauda.text).toContain('Kva eit avvik er')
    expect(sauda.text).toContain('72 timar etter at brotet vart kjent')
  })

  it('are for the administrator alone', async () => {
    expect((await (await app.as('sandnes-personvernombud')).get('/innstillinger')).status).toBe(403)
    expect((await app.stranger().get('/innstillinger')).location).toBe('/logg-inn?til=%2Finnstillinger')
  })
})
