import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { makeSystem } from './factory.ts'

describeExample('systems: pages', (db) => {
  let app: TestApp
  let id: string
  beforeAll(async () => {
    app = await testApp(db())
    id = await app.ctx('sauda-administrator', (ctx) => makeSystem(ctx, { name: 'Barnehageportalen' }))
  }, 60_000)
  afterAll(() => app.stop())

  it('everyone reads the register, in their own language', async () => {
    const page = await (await app.as('sauda-ansatt')).get('/systemer')
    expect(page.status).toBe(200)
    expect(page.text).toContain('Barnehageportalen')
    expect(page.text).toContain('Superbrukar')
    expect(page.text).not.toContain('Legg til system')
  })
  it("another organisation's system is not there, as one that never was", async () => {
    const stranger = await app.as('sandnes-administrator')
    const foreign = await stranger.get(`/systemer/${id}`)
    const never = await stranger.get('/systemer/00000000-0000-7000-8000-00000000abcd')
    expect([foreign.status, never.status]).toEqual([404, 404])
    expect(foreign.text).toBe(never.text.replaceAll('00000000-0000-7000-8000-00000000abcd', id))
  })
  it('an employee cannot add or change one', async () => {
    const employee = await app.as('sauda-ansatt')
    expect((await employee.get('/systemer/nytt')).status).toBe(403)
    expect((await employee.post(`/systemer/${id}/endring`, { version: '1', name: 'Mitt', inUse: 'yes' })).status).toBe(403)
  })
  it('a double press adds one system', async () => {
    const admin = await app.as('sauda-administrator')
    const key = '019a0000-0000-7000-8000-0000000000aa'
    const both = await Promise.all([1, 2].map(() => admin.post('/systemer/nytt', { id: key, name: 'Dobbel', inUse: 'yes' })))
    expect(both.map((one) => one.status)).toContain(303)
    expect((await admin.get('/systemer')).text.split('>Dobbel<').length - 1).toBe(1)
  })
  it.each([
    ['name', '', 'Navn'],
    ['name', 'x'.repeat(121), '120'],
    ['name', 'a\u0000b', 'Navn'],
    ['owner', 'ikke en id', 'Systemeigar'],
    ['dataKinds', 'tull', 'Kva slags'],
    ['inUse', 'kanskje', 'i bruk'],
  ])('bad input in %s (%j) is answered in words, and nothing is stored', async (field, value) => {
    const admin = await app.as('sauda-administrator')
    const answer = await admin.post('/systemer/nytt', {
      id: '019a0000-0000-7000-8000-0000000000bb',
      name: 'Ny',
      inUse: 'yes',
      [field]: value,
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(`href="#${field}"`)
    expect((await admin.get('/systemer/019a0000-0000-7000-8000-0000000000bb')).status).toBe(404)
  })
  it('a stale edit shows what stands now beside what was written', async () => {
    const admin = await app.as('sauda-administrator')
    expect(
      (await admin.post(`/systemer/${id}/endring`, { version: '1', name: 'Barnehageportalen', purpose: 'Søknader', inUse: 'yes' })).status,
    ).toBe(303)
    const late = await admin.post(`/systemer/${id}/endring`, {
      version: '1',
      name: 'Barnehageportalen',
      purpose: 'Min tekst',
      inUse: 'yes',
    })
    expect(late.status).toBe(409)
    expect(late.text).toContain('Søknader')
    expect(late.text).toContain('Min tekst')
  })
})
