import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { openCase } from '../../../test/support/cases.ts'
import { describeExample } from '../../../test/support/database.ts'
import { redactField } from '../deviation/report/commands.ts'
import { makeSystem } from '../systems/factory.ts'
import { commentsInDocument, commentsOf } from './queries.ts'

describeExample('comments: commands', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())

  it('S1-42 a text that is removed from the report is gone from the comments of the case, and from its document', async () => {
    const id = await openCase(app, 'sauda', { whatHappened: 'Lista til Kari Fjellhamar kom bort.' })
    const officer = await app.as('sauda-personvernombud')
    const key = '019a0000-0000-7000-8000-0000000000aa'
    await officer.post(`/kommentarer/deviation/${id}/ny`, { id: key, text: 'Eg har snakka med Kari Fjellhamar i dag.' })
    await app.ctx('sauda-personvernombud', async (ctx) => {
      const place = { type: 'deviation', id }
      expect((await commentsInDocument(ctx, place, 'nn'))?.items.join()).toContain('Kari Fjellhamar')
      expect((await redactField(ctx, id, null, 'whatHappened', 'Ei liste kom bort.', 'name')).ok).toBe(true)
      const [left] = await commentsOf(ctx, place)
      expect(left?.text).toMatch(/^Eg har snakka med .* i dag\.$/)
      expect(left?.text).not.toContain('Fjellhamar')
      expect((await commentsInDocument(ctx, place, 'nn'))?.items.join()).not.toContain('Fjellhamar')
    })
  })

  it('who is mentioned is told once, an edit tells only those it adds, and nobody tells themselves', async () => {
    const system = await app.ctx('sauda-administrator', (ctx) => makeSystem(ctx, { name: 'Nemnt' }))
    const admin = await app.as('sauda-administrator')
    const idOf = async (slug: string) => (await app.person(`sauda-${slug}`)).personId
    const [me, other, more] = [await idOf('administrator'), await idOf('personvernombud'), await idOf('leder')]
    const told = () =>
      app.ctx('sauda-administrator', async (ctx) => {
        const rows = await ctx.tx
          .selectFrom('message')
          .select('person_id')
          .where('organisation_id', '=', ctx.actor.organisationId)
          .where('kind', '=', 'comment.mentioned')
          .execute()
        return rows.map(({ person_id }) => person_id).sort()
      })
    const id = '019a0000-0000-7000-8000-0000000000bb'
    const said = { id, text: 'Sjå på dette.', audience: 'all' }
    expect((await admin.post(`/kommentarer/system/${system}/ny`, { ...said, mentions: [me, other] })).status).toBe(303)
    expect(await told()).toEqual([other])
    const edited = { version: '1', text: 'Sjå på dette no.', audience: 'all', mentions: [me, other, more] }
    expect((await admin.post(`/kommentarer/${id}/endring`, edited)).status).toBe(303)
    expect(await told()).toEqual([other, more].sort())
  })

  it('the document of a case says that a comment was withdrawn, and not what it said', async () => {
    const id = await openCase(app, 'sauda')
    const officer = await app.as('sauda-personvernombud')
    const key = '019a0000-0000-7000-8000-0000000000cc'
    await officer.post(`/kommentarer/deviation/${id}/ny`, { id: key, text: 'Dette var feil.' })
    const items = () =>
      app.ctx('sauda-personvernombud', async (ctx) => (await commentsInDocument(ctx, { type: 'deviation', id }, 'nn'))?.items)
    expect((await items())?.join()).toContain('Dette var feil.')
    expect((await officer.post(`/kommentarer/${key}/tilbaketrekking`)).status).toBe(303)
    const left = await items()
    expect(left).toHaveLength(1)
    expect(left?.join()).toMatch(/trekt|trekte/)
    expect(left?.join()).not.toContain('Dette var feil.')
  })
})
