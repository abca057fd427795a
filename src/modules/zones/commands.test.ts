import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import { addZone, editZone } from './commands.ts'
import { zoneFields } from './fields.ts'
import { zoneReference } from './queries.ts'

describeExample('zones: commands', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())
  const values = (name: string, inUse: 'yes' | 'no' = 'yes') => ({ ...emptyValues(zoneFields), name, protection: 'staff' as const, inUse })

  it('a name stands once, in any letters; one that is no longer in use is not chosen anew, and keeps its name', async () => {
    await app.ctx('sauda-administrator', async (ctx) => {
      const id = newId(ctx.now)
      expect(await addZone(ctx, id, values('Arkiv'))).toMatchObject({ ok: true })
      expect(await addZone(ctx, newId(ctx.now), values('ARKIV'))).toMatchObject({ ok: false, why: 'nameTaken' })
      const chosen = async () => {
        const all = await zoneReference.choices(ctx)
        return all === 'tooMany' ? [] : all.map((one) => one.id)
      }
      expect(await chosen()).toContain(id)
      await editZone(ctx, id, 1, values('Arkiv', 'no'))
      expect(await chosen()).not.toContain(id)
      expect((await zoneReference.named(ctx, [id])).get(id)).toMatchObject({ name: 'Arkiv', gone: true })
    })
  })
})
