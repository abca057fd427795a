import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { makeMailboxAccess } from './factory.ts'

describeExample('opening of mailboxes: pages', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())

  it('the leader’s list has those of the people they lead; others have no list, no page and no file of it', async () => {
    const person = (await app.person('sandnes-ansatt')).personId
    const id = await app.ctx('sandnes-leder', (ctx) => makeMailboxAccess(ctx, { person, name: 'Anbud uten svar' }))
    const leader = await app.as('sandnes-leder')
    expect((await leader.get('/innsyn-i-epost')).text).toContain('Anbud uten svar')
    expect((await leader.get(`/innsyn-i-epost/${id}`)).text).toContain('Hvorfor er vilkårene oppfylt?')
    const other = await app.as('sandnes-leder-helse')
    expect((await other.get('/innsyn-i-epost')).text).not.toContain('Anbud uten svar')
    expect((await other.get('/innsyn-i-epost/utdrag/csv')).text).not.toContain('Anbud uten svar')
    for (const path of [`/innsyn-i-epost/${id}`, `/innsyn-i-epost/${id}/endring`]) expect((await other.get(path)).status).toBe(404)
    for (const slug of ['sandnes-ansatt', 'sandnes-personvernombud', 'sauda-administrator']) {
      const { status } = await (await app.as(slug)).get(`/innsyn-i-epost/${id}`)
      expect([slug, status === 200]).toEqual([slug, false])
    }
    expect((await leader.post('/innsyn-i-epost/nytt', { person, name: 'Uten grunn', what: 'mailbox' })).status).toBe(422)
  })
})
