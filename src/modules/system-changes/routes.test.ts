import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { newId } from '../../kernel/ids.ts'
import { makeSystem } from '../systems/factory.ts'

describeExample('system changes: pages', (db) => {
  let app: TestApp
  let system: string
  const keeper = 'sandnes-administrator'
  beforeAll(async () => {
    app = await testApp(db())
    system = await app.ctx(keeper, (ctx) => makeSystem(ctx, { name: 'Endringssystemet' }))
  }, 60_000)
  afterAll(() => app.stop())

  it('is registered from the page of the system, once; another organisation’s is not there; an employee registers none', async () => {
    const [browser, employee] = [await app.as(keeper), await app.as('sandnes-ansatt')]
    expect((await browser.get(`/systemer/${system}`)).text).toContain(`/systemendringer/nytt?system=${system}`)
    expect((await browser.get(`/systemendringer/nytt?system=${system}`)).text).toMatch(new RegExp(`selected value="${system}"`))
    const key = newId(app.clock.now)
    const send = (over: Record<string, string> = {}) =>
      browser.post('/systemendringer/nytt', { id: key, name: 'Sendt to ganger', system, size: 'small', ...over })
    expect((await Promise.all([send(), send()])).map((one) => one.status)).toContain(303)
    expect((await browser.get('/systemendringer')).text.split('>Sendt to ganger<').length - 1).toBe(1)
    const wrong = await send({ size: 'kjempestor', name: 'Beholdt navn' })
    expect([wrong.status, wrong.text.includes('Beholdt navn'), wrong.text.includes('href="#size"')]).toEqual([422, true, true])
    expect((await employee.get('/systemendringer/nytt')).status).toBe(403)
    expect((await employee.get(`/systemendringer/${key}`)).status).toBe(200)
    expect((await (await app.as('sauda-administrator')).get(`/systemendringer/${key}`)).status).toBe(404)
    expect((await browser.post(`/systemendringer/${key}/trekking`, { version: '1', reason: '' })).status).toBe(422)
    expect((await browser.post(`/systemendringer/${key}/trekking`, { version: '1', reason: 'Utsatt' })).status).toBe(303)
    expect((await browser.get(`/systemendringer/${key}`)).text).toContain('Utsatt')
  })
})
