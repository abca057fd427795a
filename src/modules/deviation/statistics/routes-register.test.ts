import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../../test/support/app.ts'
import { reportBy, stored } from '../../../../test/support/cases.ts'
import { describeDatabase } from '../../../../test/support/database.ts'
import { readDocx, wordsOf } from '../../../../test/support/read-docx.ts'
import { newId } from '../../../kernel/ids.ts'
import { takeCase } from '../commands.ts'
import { reference } from '../deviation.ts'
import { startDraft } from '../report/commands.ts'
import { texts } from '../texts.ts'

const officer = 'sauda-personvernombud'

describeDatabase('the register of deviations', (db) => {
  let app: TestApp
  const cases: { readonly year: number; readonly name: string | null }[] = []
  beforeAll(async () => {
    app = await testApp(db(), new Date('2025-11-03T08:00:00Z'))
    const report = async (over: Parameters<typeof reportBy>[2]) => {
      const made = await reportBy(app, 'sauda-ansatt', over)
      cases.push({ year: made.year ?? 0, name: reference(made) })
    }
    await report({ categories: ['LOST_ITEM'], affectedKnown: 'exact', affectedCount: 7 })
    app.clock.now = new Date('2026-03-02T08:00:00Z')
    await report({ categories: ['LOST_ITEM'], affectedKnown: 'exact', affectedCount: 20, whatHappened: '=1+1 Raud perm' })
    await report({ categories: ['LOST_ITEM', 'OPEN_DATA'], affectedKnown: 'interval', affectedCount: 3, affectedMax: 5 })
  }, 60_000)
  afterAll(() => app.stop())

  it('S3-22 each case is a line in the register with its status, made of the case itself', async () => {
    const client = await app.as(officer)
    const { sheets } = await readXlsx((await client.get('/avvik/register/alle.xlsx')).bytes)
    const lines = sheets.flatMap(({ rows }) => rows.slice(1))
    expect(lines.map(([name, status]) => [name, status])).toEqual(expect.arrayContaining(cases.map(({ name }) => [name, 'Motteke'])))
    expect(lines).toHaveLength(cases.length)
    // Nobody typed it twice: a case that comes is there at once.
    const made = await reportBy(app, 'sauda-ansatt', { categories: ['LOST_ITEM'] })
    cases.push({ year: 2026, name: reference(made) })
    const again = await readXlsx((await client.get('/avvik/register/alle.xlsx')).bytes)
    expect(again.sheets.flatMap(({ rows }) => rows.slice(1).map(([name]) => name))).toContain(reference(made))
    expect(JSON.stringify(again.sheets)).not.toContain('Raud perm')
    // Its status is the one it has now, in the register as in the case; what nobody has sent is no case.
    await app.ctx('sauda-ansatt', (ctx) => startDraft(ctx, newId(ctx.now), 'form', {}))
    const statusIn = async () => {
      const { sheets } = await readXlsx((await client.get('/avvik/register/alle.xlsx')).bytes)
      const all = sheets.flatMap(({ rows }) => rows.slice(1))
      expect(all).toHaveLength(cases.length)
      return all.find(([name]) => name === reference(made))?.[1]
    }
    const { statuses } = texts('nn')
    expect(await statusIn()).toBe(statuses.received)
    expect((await app.ctx(officer, (ctx) => takeCase(ctx, made.id, null))).ok).toBe(true)
    expect(await statusIn()).toBe(statuses[(await stored(app, 'sauda', made.id)).status])
    expect(await statusIn()).not.toBe(statuses.received)
  })

  it('S3-23 the file has a sheet for each of two years, and its sums agree with the register', async () => {
    const client = await app.as(officer)
    const { sheets } = await readXlsx((await client.get('/avvik/register/alle.xlsx')).bytes)
    expect(sheets.map(({ name }) => name)).toEqual(['2026', '2025'])
    const page = (await client.get('/avvik/register')).text
    for (const { name, rows } of sheets) {
      const own = cases.filter(({ year }) => String(year) === name)
      expect(rows.slice(1).map(([first]) => first)).toEqual(own.map((one) => one.name))
      const row = new RegExp(`<tr><th scope="row"[^>]*>${name}</th>(.*?)</tr>`, 's').exec(page)?.[1] ?? ''
      const figures = [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) => cell.replace(/<[^>]+>/g, ''))
      const sum = (column: number) => rows.slice(1).reduce((all, line) => all + Number(line[column] ?? 0), 0)
      expect(figures[0]).toBe(String(own.length))
      expect(figures[5]).toBe(sum(8) === sum(9) ? String(sum(8)) : `${sum(8)}–${sum(9)}`)
      const list = (await client.get(`/avvik?status=alle&aar=${name}`)).text
      expect(Number(/v-title__count"> (\d+)/.exec(list)?.[1])).toBe(own.length)
    }
  })

  it('S3-23 the annual report has number, category, unit, risk, notified, time and affected, with the year before', async () => {
    const client = await app.as(officer)
    const answer = await client.get('/avvik/register/2026/nn.docx')
    expect(answer.status).toBe(200)
    const words = wordsOf(readDocx(answer.bytes).get('word/document.xml') ?? '')
    for (const word of ['Årsrapport om avvik 2026', 'Kategoriar', 'Einingar', 'Risiko for dei registrerte', 'Melding til Datatilsynet'])
      expect(words).toContain(word)
    const lines = words.split('\n')
    const after = (label: string) => lines[lines.indexOf(label) + 1]
    expect([after('Avvik'), after('Året før (2025)'), after('Råka personar')]).toEqual(['3', '1', '23–25'])
    expect(after('Frå oppdaga til avviksmelding (median)')).toBe('2 timar')
    expect(words).not.toContain('Raud perm')
    const pdf = await client.get('/avvik/register/2026/nb.pdf')
    expect([pdf.status, Buffer.from(pdf.bytes.subarray(0, 5)).toString('latin1')]).toEqual([200, '%PDF-'])
    for (const path of ['2024/nb.pdf', '2026/tull.pdf', '2026/nb.exe', 'tull/nb.pdf'])
      expect((await client.get(`/avvik/register/${path}`)).status).toBe(404)
  })

  it('S3-11 the file has no free text while the setting is off; on, it has that of the cases its reader may read, and the page says so', async () => {
    const client = await app.as(officer)
    const file = async (as = client) => JSON.stringify((await readXlsx((await as.get('/avvik/register/alle.xlsx')).bytes)).sheets)
    const heads = async () => (await readXlsx((await client.get('/avvik/register/alle.xlsx')).bytes)).sheets[0]?.rows[0]
    const turn = async (answer: string) => {
      const admin = await app.as('sauda-administrator')
      const page = (await admin.get('/innstillinger/registeret-som-fil')).text
      const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? ''
      expect((await admin.post('/innstillinger/registeret-som-fil', { version, freeTextInFile: answer })).location).toBe('/innstillinger')
    }
    expect(await file()).not.toContain('Raud perm')
    expect(await heads()).toHaveLength(12)
    expect((await client.get('/avvik/register')).text).toContain('aldri fritekst')
    await turn('yes')
    expect(await file()).toContain('=1+1 Raud perm')
    expect((await heads())?.slice(12)).toEqual(['Kort namn', 'Kva skjedde'])
    expect((await client.get('/avvik/register')).text).not.toContain('aldri fritekst')
    // Whoever does not see the cases gets none of it, with the setting on.
    expect(await file(await app.as('sauda-leder'))).not.toContain('Raud perm')
    await turn('no')
    expect(await file()).not.toContain('Raud perm')
  })

  it('whoever counts no cases has no register, and another organisation counts none of ours', async () => {
    for (const slug of ['sauda-ansatt', 'sauda-administrator'])
      for (const path of ['', '/alle.xlsx', '/2026/nb.pdf'])
        expect([slug, path, (await (await app.as(slug)).get(`/avvik/register${path}`)).status]).toEqual([slug, path, 403])
    const stranger = await app.as('sandnes-personvernombud')
    expect((await stranger.get('/avvik/register')).text).toContain('Ingen avvik i registeret ennå')
    expect((await stranger.get('/avvik/register/2026/nb.pdf')).status).toBe(404)
  })
})
