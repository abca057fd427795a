import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { newId } from '../../kernel/ids.ts'
import { addWorkProcess, editWorkProcess } from './commands.ts'
import { workProcessReference } from './queries.ts'

describeExample('work processes: commands', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())
  const values = (name: string, inUse: 'yes' | 'no' = 'yes') => ({ name, purpose: null, unit: null, inUse })

  it('a name stands once, in any letters; one that is no longer carried out is not chosen anew, and keeps its name', async () => {
    await app.ctx('sauda-personvernombud', async (ctx) => {
      const id = newId(ctx.now)
      expect(await addWorkProcess(ctx, id, values('Opptak'))).toMatchObject({ ok: true })
      expect(await addWorkProcess(ctx, newId(ctx.now), values('OPPTAK'))).toMatchObject({ ok: false, why: 'nameTaken' })
      const chosen = async () => {
        const all = await workProcessReference.choices(ctx)
        return all === 'tooMany' ? [] : all.map((one) => one.id)
      }
      expect(await chosen()).toContain(id)
      await editWorkProcess(ctx, id, 1, values('Opptak', 'no'))
      expect(await chosen()).not.toContain(id)
      expect((await workProcessReference.named(ctx, [id])).get(id)).toMatchObject({ name: 'Opptak', gone: true })
    })
  })
})
