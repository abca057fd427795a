import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Client, type TestApp, testApp } from '../../../../test/support/app.ts'
import { reportBy } from '../../../../test/support/cases.ts'
import { describeDatabase } from '../../../../test/support/database.ts'
import { redactField } from '../report/commands.ts'

const officer = 'sauda-personvernombud'
// Synthetic: the month is 80 more than any real one.
const identity = '15838530181'
/** As a deviation system may export it: a day with a time, an answer in capitals, a column that nobody needs. */
const head = [
  'Avviksnr',
  'Registrert dato',
  'Status',
  'Lukket dato',
  'Tittel',
  'Beskrivelse',
  'Enhet',
  'Alvorlighetsgrad',
  'Antall berørte',
]
const old = (number: string, over: Partial<Record<number, string>> = {}) =>
  [number, '03.05.2023 14:22', 'Lukket', '20.05.2023', `Gammal sak ${number}`, `Brev til feil adresse, ${identity}.`, '', 'Høy', '12'].map(
    (cell, at) => over[at] ?? cell,
  )

describeDatabase('an older register of deviations', (db) => {
  let app: TestApp
  let dpo: Client
  beforeAll(async () => {
    app = await testApp(db(), new Date('2026-03-02T08:00:00Z'))
    dpo = await app.as(officer)
  }, 120_000)
  afterAll(() => app.stop())

  const asCsv = (rows: readonly (readonly string[])[]) => Buffer.from([head, ...rows].map((row) => row.join(';')).join('\n'))
  const looked = async (content: Uint8Array) => {
    const at = (await dpo.send('/avvik/import', [{ name: 'avvik.bin', content }])).location ?? ''
    const columns = await dpo.get(at)
    const guessed = [...columns.text.matchAll(/<select[^>]*name="(kolonne\.\d+)"[\s\S]*?<\/select>/g)].map(([html, name = '']) => [
      name,
      /<option selected value="([^"]*)"/.exec(html)?.[1] ?? '',
    ])
    await dpo.post(`${at}/kolonner`, Object.fromEntries(guessed))
    return { at, guessed: guessed.map(([, field]) => field), page: (await dpo.get(at)).text }
  }
  const counts = (html: string) => [...html.matchAll(/<dt>[^<]*<\/dt><dd[^>]*>([^<]*)<\/dd>/g)].map(([, n]) => Number(n))
  const cases = () =>
    app.ctx(officer, async (ctx) => {
      const { rows } = await sql<{ id: string; number: number; old: string; status: string; due: Date | null }>`
        select id, number, external_reference as old, status, notify_by as due from deviation
        where organisation_id = ${ctx.actor.organisationId} and channel = 'imported' order by number`.execute(ctx.tx)
      return rows
    })
  const told = () =>
    app.ctx(officer, async (ctx) => {
      const { rows } = await sql<Record<string, number>>`
        select (select count(*) from task)::int as tasks, (select count(*) from message)::int as messages,
          (select count(*) from mail)::int as mail`.execute(ctx.tx)
      return rows[0]
    })

  it('S3-08 a file from another system makes cases: its columns are known, old numbers found, nobody told, and again nothing twice', async () => {
    const before = await told()
    const file = asCsv([old('C-2023/17'), old('C-2023/18', { 7: 'Lav' }), old('C-2023/19', { 2: 'Under behandling', 3: '' })])
    const first = await looked(file)
    expect(first.guessed).toEqual([
      ...['externalReference', 'receivedOn', 'ended', 'closedOn', 'shortName', 'whatHappened', 'affectedUnit', 'severity', 'affectedCount'],
    ])
    expect(counts(first.page)).toEqual([2, 0, 0, 1])
    expect(first.page).toContain('Saka er ikkje lukka.')
    expect(await cases()).toEqual([])
    await dpo.post(`${first.at}/gjennomforing`)
    expect(await cases()).toMatchObject([
      { number: 1, old: 'C-2023/17', status: 'closed', due: null },
      { number: 2, old: 'C-2023/18', status: 'closed', due: null },
    ])
    expect(await told()).toEqual(before)
    const again = await looked(file)
    expect(counts(again.page)).toEqual([0, 0, 2, 1])
    const mended = await looked(asCsv([old('C-2023/17', { 8: '13' }), old('C-2023/18', { 1: '04.05.2023' })]))
    expect(counts(mended.page)).toEqual([0, 1, 0, 1])
    expect(mended.page).toContain('meld ein annan dag')
    // Found by its old number; marked as what it is; what points somebody out is hidden.
    const [one] = await cases()
    const list = await dpo.post('/avvik/sok', { ord: 'c-2023/17', status: 'alle' })
    expect((await dpo.get(list.location ?? '')).text).toContain(`/avvik/${one?.id}`)
    const page = (await dpo.get(`/avvik/${one?.id}`)).text
    expect(page).toContain('Saka er henta inn frå eit eldre register')
    expect(page).toContain('Brev til feil adresse, ')
    expect(page).not.toContain(identity)
  })

  it('S3-08 they are counted in the register of their year and in the statistics, as what they are', async () => {
    const { sheets } = await readXlsx((await dpo.get('/avvik/register/alle.xlsx')).bytes)
    const year = sheets.find(({ name }) => name === '2023')?.rows.slice(1) ?? []
    expect(year.map(([number, status]) => [number, status])).toEqual([
      ['2023-0001', 'Lukka; Henta inn'],
      ['2023-0002', 'Lukka; Henta inn'],
    ])
    expect((await dpo.get('/avvik/statistikk?fra=2023-01-01&til=2023-12-31')).text).toContain('Henta inn frå eit eldre register')
    expect((await dpo.get('/avvik/register/2023/nn.pdf')).status).toBe(200)
  })

  it('S3-08 XLSX too; a case that was reported here with that number is left alone; undone, nothing is left and the numbers are free', async () => {
    await reportBy(app, 'sauda-ansatt', { externalReference: 'C-9', whatHappened: 'Meldt her.' })
    const file = await writeXlsx({ sheets: [{ name: 'Ark1', rows: [head, old('C-9'), old('C-10'), old('C-11')] }] })
    const run = await looked(file)
    expect(counts(run.page)).toEqual([2, 0, 0, 1])
    expect(run.page).toContain('meld i Varde med same nummer')
    await dpo.post(`${run.at}/gjennomforing`)
    expect((await cases()).map(({ old }) => old)).toEqual(['C-2023/17', 'C-2023/18', 'C-10', 'C-11'])
    const [, , changed] = await cases()
    await app.ctx(officer, (ctx) => redactField(ctx, changed?.id ?? '', null, 'whatHappened', 'Tekst teken ut.', 'irrelevant'))
    await dpo.post(`${run.at}/angring`)
    // What somebody has touched since stays, and is named.
    expect((await cases()).map(({ old }) => old)).toEqual(['C-2023/17', 'C-2023/18', 'C-10'])
    expect((await dpo.get(run.at)).text).toContain('Nokon har endra posten i mellomtida.')
    const rows = await app.ctx(officer, (ctx) =>
      ctx.tx
        .selectFrom('register_import_row')
        .select('cells')
        .where('record_id', '=', changed?.id ?? '')
        .execute(),
    )
    expect(JSON.stringify(rows)).not.toContain('Brev til feil adresse')
  })

  it('S3-08 the page is for those who answer for the register, of their own organisation', async () => {
    const { at } = await looked(asCsv([old('C-30')]))
    for (const slug of ['sauda-ansatt', 'sauda-leder', 'sauda-administrator', 'oslomet-sikkerhet']) {
      const other = await app.as(slug)
      expect([403, 404], slug).toContain((await other.get(at)).status)
      expect([403, 404], slug).toContain((await other.post(`${at}/gjennomforing`)).status)
    }
    expect((await cases()).map(({ old }) => old)).not.toContain('C-30')
  })
})
