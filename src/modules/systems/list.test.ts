import { parseCsv } from 'hucre/csv'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Client, type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { makeSystem } from './factory.ts'

const shown = (html: string) => [...html.matchAll(/<th scope="row"[^>]*><a[^>]*>([^<]*)<\/a>/g)].map(([, name]) => name)
/** The columns; the boxes that one ticks are none of them. */
const heads = (html: string) =>
  [...html.matchAll(/<th scope="col"[^>]*>(?:<a[^>]*>)?([^<]*)/g)].map(([, label]) => label).filter((label) => label !== 'Vel')
const hrefs = (html: string, part: string) =>
  [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => (href ?? '').replaceAll('&amp;', '&')).filter((href) => href.includes(part))

describeExample('systems: the list', (db) => {
  let app: TestApp
  let admin: Client
  const evil = '=HYPERLINK("http://example.invalid";"x")'
  beforeAll(async () => {
    app = await testApp(db())
    admin = await app.as('sauda-administrator')
    await app.ctx('sauda-administrator', async (ctx) => {
      for (let n = 1; n <= 60; n++)
        await makeSystem(ctx, { name: `Prøvesystem ${n}`, inUse: n % 2 === 0 ? 'no' : 'yes', owner: n <= 3 ? ctx.actor.personId : null })
      await makeSystem(ctx, { name: evil, purpose: '+47 "a";\nb', inUse: 'no' })
    })
  }, 60_000)
  afterAll(() => app.stop())

  const own = async () => `/systemer?eier=${(await app.person('sauda-administrator')).personId}`
  const extract = async (form: string, query: string) => (await admin.get(`/systemer/utdrag/${form}${query}`)).bytes

  it('a filter is an address: those it asks for stand there, and no others', async () => {
    expect(shown((await admin.get(await own())).text)).toEqual(['Prøvesystem 1', 'Prøvesystem 2', 'Prøvesystem 3'])
    expect(shown((await admin.get(`${await own()}&i-bruk=no`)).text)).toEqual(['Prøvesystem 2'])
    // What cannot be read counts as not asked.
    expect((await admin.get('/systemer?i-bruk=kanskje&eier=tull&sorter=-passord&kolonner=x&etter=1')).status).toBe(200)
  })
  it('what has no owner yet is asked for as any owner is, last of the choices, and the file has the same', async () => {
    const page = (await admin.get('/systemer?eier=ingen&i-bruk=yes')).text
    expect(page).toMatch(/<option (?=[^>]*selected)[^>]*value="ingen"[^>]*>Ikkje sett<\/option><\/select>/)
    expect(shown(page)).toContain('Prøvesystem 5')
    for (const owned of ['Prøvesystem 1', 'Prøvesystem 3']) expect(shown(page)).not.toContain(owned)
    const rows: { owner: string | null }[] = JSON.parse(Buffer.from(await extract('json', '?eier=ingen&kolonner=owner')).toString())
    expect(rows.length).toBeGreaterThan(50)
    expect(rows.filter(({ owner }) => owner)).toEqual([])
    // A system that names several, and one that everything names.
    expect((await admin.get('/behandlinger?system=ingen')).status).toBe(200)
    expect((await admin.get('/krav?enhet=ingen')).status).toBe(200)
  })
  it('what offers nothing to choose is not asked: no owner and no supplier anywhere; one that is set stays, to be taken away', async () => {
    const id = (await app.person('sauda-administrator')).personId
    const systems = async (query: string) => (await (await app.as('sauda-ansatt')).get(`/systemer${query}`)).text
    expect(await systems('')).toContain('name="eier"')
    expect(await systems('')).not.toContain('name="leverandor"')
    expect(await systems(`?leverandor=${id}`)).toContain('name="leverandor"')
  })
  it('the words searched for stand sealed in the address, and find them within a name in any case', async () => {
    const answer = await admin.post('/systemer/sok', { ord: 'PRØVESYSTEM 4', 'i-bruk': 'no', eier: '', kolonner: ['purpose', 'inUse'] })
    expect([answer.status, answer.location?.toLowerCase().includes('vesystem')]).toEqual([303, false])
    const page = await admin.get(answer.location ?? '')
    expect(shown(page.text)).toEqual(['Prøvesystem 4', ...[40, 42, 44, 46, 48].map((n) => `Prøvesystem ${n}`)])
    expect(heads(page.text)).toEqual(['Namn', 'Kva blir systemet brukt til?', 'I bruk'])
  })
  it('page after page there is each record once, in the order asked for', async () => {
    const all: (string | undefined)[] = []
    let href: string | undefined = '/systemer?sorter=-inUse'
    for (let n = 0; href && n < 5; n++) {
      const { text } = await admin.get(href)
      all.push(...shown(text))
      href = hrefs(text, 'etter=')[0]
    }
    const whole: { name: string; inUse: string }[] = JSON.parse(
      Buffer.from(await extract('json', '?sorter=-inUse&kolonner=inUse')).toString(),
    )
    expect(all.length).toBeGreaterThan(61)
    expect(new Set(all).size).toBe(all.length)
    expect(whole.length).toBe(all.length)
    // In use first, and within each by name from the end.
    expect(whole.map(({ inUse }) => inUse)).toEqual(whole.map(({ inUse }) => inUse).sort())
    const names = whole.filter(({ inUse, name }) => inUse === 'Nei' && name.startsWith('Prøvesystem')).map(({ name }) => name)
    expect(names).toEqual(Array.from({ length: 30 }, (_, n) => `Prøvesystem ${60 - 2 * n}`))
  })
  it('the head of a column orders by it, and turns it when pressed again', async () => {
    const first = await admin.get('/systemer')
    expect(first.text).toMatch(/aria-sort="ascending"><a class="ds-link v-sort" href="\/systemer\?sorter=-name"/)
    const falling = await admin.get('/systemer?sorter=-name')
    expect(falling.text).toMatch(/aria-sort="descending"><a class="ds-link v-sort" href="\/systemer"/)
    expect(shown(falling.text)[0]).not.toBe(shown(first.text)[0])
  })
  it('all three files hold exactly what the view shows: its records, its order, its columns', async () => {
    const query = `${(await own()).slice('/systemer'.length)}&sorter=-name&kolonner=inUse.owner`
    const page = await admin.get(`/systemer${query}`)
    const names = shown(page.text)
    const table = await readXlsx(await extract('xlsx', query))
    const rows = table.sheets[0]?.rows.map((row) => row.map(String)) ?? []
    expect(rows[0]).toEqual(heads(page.text))
    expect(rows.slice(1).map(([name]) => name)).toEqual(names)
    expect(
      parseCsv(
        Buffer.from(await extract('csv', query))
          .toString()
          .replace('\ufeff', ''),
        { delimiter: ';' },
      ),
    ).toEqual(rows)
    const json = JSON.parse(Buffer.from(await extract('json', query)).toString()) as object[]
    expect(json.map((one) => Object.values(one))).toEqual(rows.slice(1))
    expect(Object.keys(json[0] ?? {})).toEqual(['name', 'owner', 'inUse'])
  })
  it('nothing that somebody wrote is a formula in the file', async () => {
    const csv = Buffer.from(await extract('csv', '?kolonner=purpose')).toString()
    expect(csv).toContain(`"'${evil.replaceAll('"', '""')}";"'+47 ""a"";\nb"\r\n`)
    const book = await readXlsx(await extract('xlsx', '?kolonner=purpose'))
    const sheet = book.sheets[0]
    expect(sheet?.rows.map(([name]) => name)).toContain(evil)
    expect([...(sheet?.cells?.values() ?? [])].filter((cell) => cell.formula)).toEqual([])
  })
  it('a file leaves a line in the log: which columns and filters, how many, and not what was searched for', async () => {
    const { location } = await admin.post('/systemer/sok', { ord: 'Prøvesystem 5' })
    await extract('csv', (location ?? '').slice('/systemer'.length))
    const log = await app.ctx('sauda-administrator', (ctx) =>
      ctx.tx.selectFrom('audit_event').select(['data']).where('type', '=', 'system.exported').orderBy('id', 'desc').limit(1).execute(),
    )
    expect(log).toEqual([{ data: { form: 'csv', filters: ['search'], columns: ['ownerUnit', 'owner', 'superUser', 'inUse'], rows: 11 } }])
  })
  it('another organisation has its own list and its own file', async () => {
    const stranger = await app.as('sandnes-administrator')
    expect((await stranger.get(await own())).text).not.toContain('Prøvesystem')
    expect((await stranger.get('/systemer/utdrag/csv')).text).not.toContain('Prøvesystem')
    expect((await stranger.get('/systemer/utdrag/exe')).status).toBe(404)
    expect((await app.stranger().get('/systemer/utdrag/csv')).status).toBe(303)
  })
})
