import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { editProcessing } from '../processing/commands.ts'
import { makeProcessing, wholeAnswers } from '../processing/factory.ts'
import { findProcessing } from '../processing/public.ts'
import { tasksOf } from '../tasks/public.ts'
import { editNotice, publishNotice } from './commands.ts'
import { makeNotice } from './factory.ts'
import { findNotice } from './queries.ts'

describeExample('information-notices: commands', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())

  it('S4-008 without storage time it cannot be published; a change in the record marks it as outdated and is somebody’s task', async () => {
    const responsible = (await app.person('sandnes-leder')).personId
    await app.ctx('sandnes-personvernombud', async (ctx) => {
      const processing = await makeProcessing(ctx, { ...wholeAnswers, storageTime: null, responsible })
      const id = await makeNotice(ctx, processing)
      const change = async (storageTime: string) => {
        const record = await findProcessing(ctx, processing)
        if (!record) throw new Error('gone')
        expect(await editProcessing(ctx, processing, null, { ...record.values, storageTime })).toMatchObject({ ok: true })
      }
      const open = async () => (await tasksOf(ctx, id)).filter(({ status }) => status === 'open').map(({ personId }) => personId)
      expect(await publishNotice(ctx, id, 1)).toMatchObject({ ok: false, why: 'storageMissing' })
      await change('Fem år.')
      expect(await publishNotice(ctx, id, 1)).toMatchObject({ ok: true, next: { values: { saidStorageTime: 'Fem år.' } } })
      expect(await open()).toEqual([])
      await change('Ti år.')
      expect(await open()).toEqual([responsible])
      expect(await publishNotice(ctx, id, null)).toMatchObject({ next: { values: { edition: 2, saidStorageTime: 'Ti år.' } } })
      expect(await open()).toEqual([])
    })
  })

  it('an edit keeps what was said; another organisation’s activity is not told of', async () => {
    const foreign = await app.ctx('uio-personvernombud', (ctx) => makeProcessing(ctx))
    await app.ctx('sandnes-personvernombud', async (ctx) => {
      await expect(makeNotice(ctx, foreign)).rejects.toThrow('notARecord')
      const processing = await makeProcessing(ctx, { ...wholeAnswers, storageTime: 'Fem år.' })
      const id = await makeNotice(ctx, processing)
      await publishNotice(ctx, id, 1)
      const record = await findNotice(ctx, id)
      if (!record) throw new Error('gone')
      expect(await editNotice(ctx, id, 2, { ...record.values, rights: 'Innsyn og retting.' })).toMatchObject({
        next: { values: { status: 'published', saidRights: 'Innsyn.', rights: 'Innsyn og retting.' } },
      })
    })
    await app.ctx('uio-personvernombud', async (ctx) => expect(await publishNotice(ctx, foreign, 1)).toMatchObject({ why: 'notFound' }))
  })
})
