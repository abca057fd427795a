import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { done, openCase } from '../../../test/support/cases.ts'
import { describeExample } from '../../../test/support/database.ts'
import { saveHandling } from '../deviation/handling/commands.ts'
import { editSentReport, redactField } from '../deviation/report/commands.ts'
import { versionsOf } from './queries.ts'

describeExample('versions: commands', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())

  it('S1-42 a text that is removed for ever is gone from every version: as it was worded now, as it was worded before, and where it was copied to', async () => {
    const id = await openCase(app, 'sauda', { whatHappened: 'lista med dei minste kom bort på vegen heim.' })
    const other = await openCase(app, 'sauda', { whatHappened: 'Ei perm låg att på bussen.' })
    const kept = (of = id) =>
      app.ctx('sauda-personvernombud', async (ctx) =>
        JSON.stringify((await versionsOf(ctx, { type: 'deviation', id: of }, 100)).toReversed()),
      )
    await app.ctx('sauda-personvernombud', async (ctx) => {
      done(await editSentReport(ctx, id, null, { whatHappened: 'Kari Fjellhamar si liste kom bort.' }))
      done(await saveHandling(ctx, id, null, { extent: 'Gjeld Kari Fjellhamar.' }))
      done(await saveHandling(ctx, id, null, { extent: 'Gjeld ho.' }))
      for (const extent of ['Gjeld éin.', 'Gjeld to.', 'Gjeld tre.']) done(await saveHandling(ctx, other, null, { extent }))
    })
    const ofOther = await kept(other)
    expect(ofOther).toContain('Gjeld tre.')
    expect(await kept()).toMatch(/dei minste.*Fjellhamar si liste.*Gjeld Kari Fjellhamar/)
    await app.ctx('sauda-personvernombud', async (ctx) => {
      const outcome = await redactField(ctx, id, null, 'whatHappened', 'Ei liste kom bort.', 'name')
      expect(outcome.ok).toBe(true)
    })
    const after = await kept()
    expect(after).not.toMatch(/Fjellhamar|dei minste/)
    expect(after).toContain('Gjeld ho.')
    expect(after).toContain('MISSENT_EMAIL')
    expect(await kept(other)).toBe(ofOther)
  })
})
