import { afterAll, beforeAll, expect, it } from 'vitest'
import { modules } from '../src/app/modules.ts'
import type { Route } from '../src/kernel/http.ts'
import type { Way } from '../src/kernel/module.ts'
import { type Client, type TestApp, testApp } from './support/app.ts'
import { describeExampleOnce } from './support/database.ts'

const routes = modules.flatMap((one): readonly Route[] => one.routes)
/** Pages that are no record's: whoever clicks their way from home meets these before anything is opened. */
const plain = new Set(routes.filter(({ method, path }) => method === 'GET' && !/[:{]/.test(path)).map(({ path }) => path))
const deed = /\/(nytt?|ny|import|veiviser|ferdige)$/
const ways: readonly Way[] = modules.flatMap((one) => one.ways ?? []).filter(({ href }) => !deed.test(href))
/** One of each role that reads where others do not; the second organisation has other parts in use. */
const seats = [...['ansatt', 'leder', 'personvernombud', 'administrator', 'revisor']].map((seat) => `sandnes-${seat}`)
const elsewhere = ['oslomet-personvernkontakt', 'sauda-leder']

describeExampleOnce('no page is found by the search alone', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 240_000)
  afterAll(() => app?.stop())

  it('of every page that the search leads to, as each role: links lead there from home, through pages that are no record', async () => {
    const lost: string[] = []
    for (const slug of [...seats, ...elsewhere]) {
      const reached = await walked(await app.as(slug))
      const open = await app.ctx(slug, async (ctx) => {
        const may: string[] = []
        for (const way of ways) if (await way.may(ctx)) may.push(way.href)
        return may
      })
      expect(open.length).toBeGreaterThan(5)
      lost.push(...open.filter((href) => !reached.has(href)).map((href) => `${slug} ${href}`))
    }
    expect(lost).toEqual([])
  }, 900_000)
})

/** Every plain page that links lead to from home. */
async function walked(client: Client): Promise<ReadonlySet<string>> {
  const reached = new Set(['/'])
  for (const path of reached) {
    const { status, text } = await client.get(path)
    if (status !== 200 || path === '/sok') continue
    for (const [, href = ''] of text.matchAll(/href="(\/[^"?#]*)/g)) if (plain.has(href) && !href.includes('.')) reached.add(href)
  }
  return reached
}
