import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../test/support/app.ts'
import { openCase } from '../../test/support/cases.ts'
import { describeExample } from '../../test/support/database.ts'
import { newId } from '../kernel/ids.ts'
import { askFor } from '../modules/deviation/handling/commands.ts'

describeExample('what follows in another module', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())

  it('the task of somebody who leaves is that of the roles behind it in the same moment, and they are told', async () => {
    const id = await openCase(app, 'uio')
    const leaving = await app.person('uio-ansatt')
    await app.ctx('uio-cert', async (ctx) => {
      const asking = {
        id: newId(ctx.now),
        toReporter: false,
        personId: leaving.personId,
        resourceRole: null,
        question: 'Hva så du?',
        dueAt: new Date(ctx.now.getTime() + 86_400_000),
      }
      expect(await askFor(ctx, id, asking)).toMatchObject({ ok: true })
    })
    const answers = () =>
      app.ctx('uio-cert', (ctx) =>
        ctx.tx
          .selectFrom('task')
          .select(['person_id', 'roles', 'status'])
          .where('subject_id', '=', id)
          .where('kind', '=', 'deviation.answer')
          .execute(),
      )
    expect(await answers()).toMatchObject([{ person_id: leaving.personId, status: 'open' }])

    const administrator = await app.as('uio-administrator')
    const page = await administrator.get(`/personer/${leaving.personId}`)
    const version = /name="version" value="(\d+)"/.exec(page.text)?.[1] ?? ''
    const answer = await administrator.post(`/personer/${leaving.personId}/slutt`, { version })
    expect(answer.status).toBe(303)
    expect(await answers()).toMatchObject([{ person_id: null, status: 'open' }])
    // Whoever has it now is told, once, and the log of the case says why.
    const cert = (await app.person('uio-cert')).personId
    const told = await app.ctx('uio-cert', (ctx) =>
      ctx.tx.selectFrom('message').select('href').where('person_id', '=', cert).where('kind', '=', 'task.handedOver').execute(),
    )
    expect(told).toEqual([{ href: `/avvik/${id}` }])
    const log = await app.ctx('uio-cert', (ctx) =>
      ctx.tx.selectFrom('audit_event').select('type').where('subject_id', '=', id).where('type', '=', 'task.handedOver').execute(),
    )
    expect(log).toHaveLength(1)
  })
})
