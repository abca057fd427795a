import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillCases, fillSystems } from '../src/db/seed/fill.ts'
import { fillAgreements } from '../src/db/seed/fill-agreements.ts'
import { fillDpia } from '../src/db/seed/fill-dpia.ts'
import { fillProcessing } from '../src/db/seed/fill-processing.ts'
import { fillRisks } from '../src/db/seed/fill-risks.ts'
import { type TestApp, testApp } from './support/app.ts'
import { describeDatabase } from './support/database.ts'
import { listenToDriver, type Statement, statementsOf } from './support/statements.ts'

listenToDriver()

/** What a page asks the database, besides the begin and the end of its transaction: exactly so much, lest it grows unseen. */
const most = { list: 3, record: 5 }
const lists = {
  '/avvik': [2, 4],
  '/systemer': [3, 5],
  '/leverandorer': [2, 4],
  '/arbeidsprosesser': [3, 3],
  '/behandlinger': [3, 4],
  '/databehandleravtaler': [3, 3],
  '/ros': [3, 5],
  '/dpia': [3, 5],
} as const

describeDatabase('What a page asks of the database', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db(), new Date('2026-03-02T08:00:00Z'), [
      fillSystems,
      fillProcessing,
      fillAgreements,
      fillRisks,
      fillDpia,
      fillCases,
    ])
  }, 120_000)
  afterAll(() => app.stop())

  /** As often as it takes for its statements to be known. */
  async function asked(path: string): Promise<{ readonly text: string; readonly count: number; readonly said: string }> {
    const dpo = await app.as('sauda-personvernombud')
    for (let times = 0; times < 4; times++) await dpo.get(path)
    let text = ''
    const all = await statementsOf(async () => {
      const page = await dpo.get(path)
      expect(page.status, path).toBe(200)
      text = page.text
    })
    const questions = all.filter((one) => !/^(begin|commit)/.test(one.text))
    return { text, count: questions.length, said: questions.map(short).join('\n') }
  }
  const short = ({ text }: Statement) => text.replace(/\s+/g, ' ').trim().slice(0, 200)

  describe.each(Object.entries(lists))('%s', (path, [ofList, ofRecord]) => {
    it('is the same few statements each time', async () => {
      const list = await asked(path)
      expect(list.count, list.said).toBe(ofList)
      expect(ofList).toBeLessThanOrEqual(most.list)
      const id = new RegExp(`href="${path}/([0-9a-f-]{36})"`).exec(list.text)?.[1]
      expect(id, `a record in ${path}`).toBeDefined()
      const record = await asked(`${path}/${id}`)
      expect(record.count, record.said).toBe(ofRecord)
      expect(ofRecord).toBeLessThanOrEqual(most.record)
    }, 30_000)
  })

  it('home reads its cases together, however many they are', async () => {
    const home = await asked('/')
    expect(home.count, home.said).toBe(6)
  })
})
