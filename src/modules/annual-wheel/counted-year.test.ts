import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { done } from '../../../test/support/cases.ts'
import { describeDatabase } from '../../../test/support/database.ts'
import { readDocx, wordsOf } from '../../../test/support/read-docx.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import { reference } from '../deviation/deviation.ts'
import { reportFields } from '../deviation/fields-report.ts'
import { noFilter } from '../deviation/overview/worklist.ts'
import { casesOfUnit, periodFigures, technicalIncidents } from '../deviation/public.ts'
import { registerReport } from '../deviation/report/commands.ts'
import { countDeviations } from '../deviation/statistics/queries.ts'
import { dpoCasesFor } from './queries-pack.ts'

const officer = 'sauda-personvernombud'

describeDatabase('the year a case counts in', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db(), new Date('2027-01-04T08:00:00Z'))
  }, 60_000)
  afterAll(() => app.stop())

  it('S3-23 S4-066 is the year it was received, wherever it is counted, though it has its number in the next one', async () => {
    // Told on the telephone half an hour before the new year in Oslo, and written in on 4 January.
    const receivedAt = new Date('2026-12-31T22:30:00Z')
    const unit = await app.ctx('sauda-ansatt', async ({ actor }) => actor.unitId ?? '')
    const made = await app.ctx(officer, async (ctx) => {
      const report = {
        ...{ ...emptyValues(reportFields), affectedUnit: unit, whatHappened: 'En pc er hacket.', discoveredAt: receivedAt },
        ...({ personalData: 'yes', categories: ['THEFT_HACKING'] } as const),
      }
      const behalf = { channel: 'telephone', receivedAt, person: null, outside: null, isProtected: false } as const
      return done(await registerReport(ctx, newId(ctx.now), report, [], behalf))
    })
    expect(reference(made)).toBe('2027-0001')

    const client = await app.as(officer)
    const text = async (path: string) => (await client.get(path)).text
    const listed = async (query: string) => (await text(`/avvik?status=alle&${query}`)).includes(`/avvik/${made.id}`)
    const years = [2026, 2027].map((year) => ({ year, from: `${year}-01-01`, to: `${year}-12-31` }) as const)
    const register = await text('/avvik/register')
    const { sheets } = await readXlsx((await client.get('/avvik/register/alle.xlsx')).bytes)
    const counted = []
    for (const { year, from, to } of years) {
      const report = await client.get(`/avvik/register/${year}/nb.docx`)
      const words = report.status === 200 ? wordsOf(readDocx(report.bytes).get('word/document.xml') ?? '').split('\n') : []
      const papers = await app.ctx(officer, async (ctx) => [
        (await countDeviations(ctx, { ...noFilter, status: 'all', from, to })).total,
        (await periodFigures(ctx, from, to)).total,
        (await technicalIncidents(ctx, from, to)).length,
        (await dpoCasesFor(ctx, { from, to })).deviations,
        await casesOfUnit(ctx, unit, year),
      ])
      counted.push([
        new RegExp(`<th scope="row"[^>]*>${year}</th>`).test(register),
        sheets.find(({ name }) => name === String(year))?.rows[1]?.[0] === '2027-0001',
        words[words.indexOf('Avvik') + 1] === '1',
        await listed(`aar=${year}`),
        await listed(`fra=${from}&til=${to}`),
        ...papers.map((one) => one === 1),
      ])
    }
    expect(counted).toEqual([Array(10).fill(true), Array(10).fill(false)])
  })
})
