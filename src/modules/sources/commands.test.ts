import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import { addSource, editSource } from './commands.ts'
import { sourceFields } from './fields.ts'
import { sourcesShown } from './queries.ts'

describeExample('sources: commands', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())

  it('a name stands once; readers are shown those with an address, the law first, and not what no longer applies', async () => {
    await app.ctx('uio-administrator', async (ctx) => {
      const blank = { ...emptyValues(sourceFields), inUse: 'yes' } as const
      const add = async (name: string, level: 'law' | 'page', address: string | null) => {
        const id = newId(ctx.now)
        expect(await addSource(ctx, id, { ...blank, name, level, address })).toMatchObject({ ok: true })
        return id
      }
      const page = await add('A-side', 'page', 'https://uio.example/')
      const law = await add('Loven', 'law', 'https://lovdata.no/')
      const bare = await add('Uten adresse', 'law', null)
      expect(await addSource(ctx, newId(ctx.now), { ...blank, name: 'LOVEN', level: 'law' })).toMatchObject({ why: 'nameTaken' })
      const shown = async () => (await sourcesShown(ctx, [page, law, bare])).map(({ id }) => id)
      expect(await shown()).toEqual([law, page])
      await editSource(ctx, law, 1, { ...blank, name: 'Loven', level: 'law', address: 'https://lovdata.no/', inUse: 'no' })
      expect(await shown()).toEqual([page])
    })
  })
})
