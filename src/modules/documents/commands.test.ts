import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { newId } from '../../kernel/ids.ts'
import { finish } from './commands.ts'
import type { Document } from './document.ts'
import { storedDocument, storedDocuments, storedPdf } from './queries.ts'
import { renderPdf } from './render.ts'

const document = (over: Partial<Document> = {}): Document => ({
  kind: 'memo',
  language: 'nb',
  title: 'Notat',
  reference: '2026-0001',
  organisation: 'Sauda kommune',
  draft: false,
  date: '2. mars 2026',
  accessCode: null,
  recipient: null,
  summary: [],
  sections: [{ heading: 'Saken', blocks: [{ kind: 'text', text: 'En tekst med æ, ø og å.' }] }],
  signature: null,
  ...over,
})

describeExample('Finished documents', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 120_000)
  afterAll(() => app.stop())

  test('are kept with their file and its hash, numbered per record and kind', async () => {
    const id = newId(app.clock.now)
    await app.ctx('sauda-personvernombud', async (ctx) => {
      const subject = { type: 'deviation', id }
      const first = await finish(ctx, subject, document())
      expect([
        first.number,
        (await finish(ctx, subject, document())).number,
        (await finish(ctx, subject, document({ kind: 'decision' }))).number,
      ]).toEqual([1, 2, 1])
      const [kept] = await storedDocuments(ctx, id)
      const pdf = await storedPdf(ctx, id, first.id)
      expect(Buffer.from(pdf ?? [])).toEqual(Buffer.from(renderPdf(document(), ctx.now)))
      expect(kept).toMatchObject({ id: first.id, kind: 'memo', content: document(), createdBy: ctx.actor.personId })
      expect(kept?.sha256).toBe(
        createHash('sha256')
          .update(pdf ?? new Uint8Array())
          .digest('hex'),
      )
      expect(await storedPdf(ctx, newId(ctx.now), first.id)).toBeUndefined()
    })
  })

  test('made at once of one record are numbered one after the other (G-38)', async () => {
    const id = newId(app.clock.now)
    const made = await Promise.all(
      [1, 2, 3].map(() => app.ctx('sauda-personvernombud', (ctx) => finish(ctx, { type: 'deviation', id }, document()))),
    )
    expect(made.map(({ number }) => number).sort()).toEqual([1, 2, 3])
  })

  test('a draft is not finished', async () => {
    const id = newId(app.clock.now)
    const early = app.ctx('sauda-personvernombud', (ctx) => finish(ctx, { type: 'deviation', id }, document({ draft: true })))
    await expect(early).rejects.toThrow('draft')
  })

  test('can be neither changed nor deleted, nor seen from another organisation', async () => {
    const id = newId(app.clock.now)
    const kept = await app.ctx('sauda-personvernombud', (ctx) => finish(ctx, { type: 'deviation', id }, document()))
    for (const deed of [sql`update document set language = 'nn' where id = ${kept.id}`, sql`delete from document where id = ${kept.id}`])
      await expect(app.ctx('sauda-personvernombud', (ctx) => deed.execute(ctx.tx))).rejects.toThrow(/permission denied/)
    expect(await app.ctx('sandnes-personvernombud', (ctx) => storedDocument(ctx, kept.id))).toBeUndefined()
  })
})
