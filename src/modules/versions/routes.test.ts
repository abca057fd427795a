import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { done, openCase } from '../../../test/support/cases.ts'
import { describeExample } from '../../../test/support/database.ts'
import { inOrganisations } from '../../db/transaction.ts'
import { saveHandling } from '../deviation/handling/commands.ts'
import { makeSystem } from '../systems/factory.ts'
import { versionsOf } from './queries.ts'

/** What a page says, without its markup. */
const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describeExample('the history of a record', (db) => {
  let app: TestApp
  let id: string
  beforeAll(async () => {
    app = await testApp(db())
    id = await app.ctx('sauda-administrator', (ctx) => makeSystem(ctx, { name: 'Barnehageportalen', purpose: 'Opptak' }))
    app.clock.now = new Date('2026-03-04T08:00:00Z')
    const admin = await app.as('sauda-administrator')
    const form = { version: '1', name: 'Barnehageportalen', inUse: 'no', purpose: 'Opptak og faktura' }
    expect((await admin.post(`/systemer/${id}/endring`, form)).status).toBe(303)
  }, 60_000)
  afterAll(() => app.stop())

  it('S4-023 everyone who opens a system reads what each edit changed, from what to what, by whom and when', async () => {
    const employee = await app.as('sauda-ansatt')
    expect((await employee.get(`/systemer/${id}`)).text).toContain(`/historikk/system/${id}`)
    const shown = words((await employee.get(`/historikk/system/${id}`)).text)
    expect(shown).toMatch(/Kva blir systemet brukt til\? Opptak Opptak og faktura/)
    expect(shown).toMatch(/4\. mars 2026 kl\. 09\.00 Administrator, Sauda/)
    expect(shown).toContain('Første versjon')
    expect(shown).not.toMatch(/Namn Barnehageportalen Barnehageportalen/)
  })

  it('a system is shown as it stood on a day, the edits of that day among them', async () => {
    const admin = await app.as('sauda-administrator')
    const on = async (date: string) => words((await admin.get(`/historikk/system/${id}?dato=${date}`)).text)
    expect(await on('3.3.2026')).not.toContain('Opptak og faktura')
    expect(await on('3.3.2026')).toContain('Opptak')
    expect(await on('4.3.2026')).toContain('Opptak og faktura')
    expect(await on('1.3.2026')).toContain('ikkje registrert den dagen')
    const wrong = await admin.get(`/historikk/system/${id}?dato=i+g%C3%A5r`)
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('href="#dato"')
  })

  it('a page shows thirty edits, and the older ones come after them, each once', async () => {
    const admin = await app.as('sauda-administrator')
    const many = await app.ctx('sauda-administrator', (ctx) => makeSystem(ctx, { name: 'Mykje endra', purpose: 'Ledd 1' }))
    const edit = async (n: number) => {
      const form = { version: String(n - 1), name: 'Mykje endra', inUse: 'no', purpose: `Ledd ${n}` }
      expect((await admin.post(`/systemer/${many}/endring`, form)).status).toBe(303)
    }
    for (let n = 2; n <= 30; n++) await edit(n)
    const read = async (query = '') => (await admin.get(`/historikk/system/${many}${query}`)).text
    const older = (page: string) => /<a [^>]*href="[^"]*(\?eldre=\d+)">/.exec(page)?.[1]
    expect(older(await read())).toBeUndefined()
    await edit(31)
    const first = await read()
    const rest = await read(older(first))
    expect(words(first)).not.toContain('Første versjon')
    expect(words(rest)).toContain('Første versjon')
    expect(rest).not.toContain('Ledd 2<')
    expect(older(rest)).toBeUndefined()
  })

  it('any two versions are put beside each other, field by field, the approved ones offered first', async () => {
    const admin = await app.as('sauda-administrator')
    const record = await app.ctx('sauda-administrator', (ctx) => makeSystem(ctx, { name: 'Samanlikna', purpose: 'Fyrste' }))
    for (const [version, purpose] of ['Andre', 'Tredje'].entries()) {
      const form = { version: String(version + 1), name: 'Samanlikna', inUse: 'no', purpose }
      expect((await admin.post(`/systemer/${record}/endring`, form)).status).toBe(303)
    }
    const at = `/historikk/system/${record}`
    expect((await admin.get(at)).text).toContain(`href="${at}?fra=&amp;til="`)
    const far = words((await admin.get(`${at}?fra=3&til=1`)).text)
    expect(far).toMatch(/Kva blir systemet brukt til\? Fyrste Tredje/)
    expect(far).not.toContain('Andre Tredje')
    expect(far).toContain('Er systemet i bruk?')
    // Without a choice: the two newest, where none was approved.
    expect(words((await admin.get(`${at}?fra=&til=`)).text)).toMatch(/Kva blir systemet brukt til\? Andre Tredje/)
    for (const strange of ['?fra=1&til=1', '?fra=99&til=1', '?fra=x&til=%00'])
      expect([strange, (await admin.get(at + strange)).status]).toEqual([strange, 200])
    expect((await (await app.as('sandnes-administrator')).get(`${at}?fra=1&til=2`)).status).toBe(404)
  })

  it('another organisation, a record that never was and a kind that has no history are not there', async () => {
    const [stranger, admin] = [await app.as('sandnes-administrator'), await app.as('sauda-administrator')]
    expect((await stranger.get(`/historikk/system/${id}`)).status).toBe(404)
    expect((await admin.get('/historikk/system/00000000-0000-7000-8000-00000000abcd')).status).toBe(404)
    expect((await admin.get(`/historikk/person/${id}`)).status).toBe(404)
    expect((await admin.get(`/historikk/constructor/${id}`)).status).toBe(404)
  })

  it('a version is the record whole; who saved and when cannot be changed, nor a version be put in the place of another', async () => {
    const { organisationId } = await app.person('sauda-administrator')
    await inOrganisations(db(), [organisationId], async (tx) => {
      const rows = await tx.selectFrom('record_version').selectAll().where('subject_id', '=', id).orderBy('version').execute()
      expect(rows.map(({ version }) => version)).toEqual([1, 2])
      expect(rows[1]?.content).toMatchObject({
        system: { name: 'Barnehageportalen', inUse: 'no', purpose: 'Opptak og faktura', owner: null },
      })
    })
    for (const change of [sql`at = now()`, sql`by_id = null`, sql`version = 9`, sql`approved = true`])
      await expect(
        inOrganisations(db(), [organisationId], (tx) => sql`update record_version set ${change} where subject_id = ${id}`.execute(tx)),
      ).rejects.toThrow(/stands/)
  })

  it('what was there before anything was kept is kept with the first edit', async () => {
    const { organisationId } = await app.person('sauda-administrator')
    const old = await app.ctx('sauda-administrator', (ctx) => makeSystem(ctx, { name: 'Gammalt system' }))
    await inOrganisations(db(), [organisationId], (tx) => tx.deleteFrom('record_version').where('subject_id', '=', old).execute())
    const admin = await app.as('sauda-administrator')
    expect(words((await admin.get(`/historikk/system/${old}`)).text)).toContain('Ingenting er endra sidan historikken tok til')
    await admin.post(`/systemer/${old}/endring`, { version: '1', name: 'Nytt namn', inUse: 'yes' })
    const shown = words((await admin.get(`/historikk/system/${old}`)).text)
    expect(shown).toMatch(/Gammalt system Nytt namn/)
    expect(shown).toContain('Slik stod det då historikken tok til')
  })

  it('S4-023 the history of a deviation shows old and new value of each changed answer, to those who have the case whole, and that is logged', async () => {
    const one = await openCase(app, 'sauda', { whatHappened: 'Lista vart send til feil mottakar.' })
    const officer = await app.as('sauda-personvernombud')
    const before = words((await officer.get(`/historikk/deviation/${one}`)).text)
    expect(before).not.toContain('Feilsend liste')
    await app.ctx('sauda-personvernombud', async (ctx) => {
      done(await saveHandling(ctx, one, null, { shortName: 'Feilsend liste', severity: 'serious' }))
    })
    const after = words((await officer.get(`/historikk/deviation/${one}`)).text)
    expect(after).toMatch(/Ikkje svart på Feilsend liste/)
    const strangers = ['sauda-ansatt', 'sauda-administrator', 'sandnes-personvernombud']
    for (const slug of strangers)
      expect([slug, (await (await app.as(slug)).get(`/historikk/deviation/${one}`)).status]).toEqual([slug, 404])
    const { organisationId } = await app.person('sauda-personvernombud')
    const read = await inOrganisations(db(), [organisationId], (tx) =>
      tx.selectFrom('audit_event').select('data').where('subject_id', '=', one).where('type', '=', 'deviation.viewed').execute(),
    )
    expect(JSON.stringify(read)).toContain('history')
  })

  it('S4-131 a protected reporter stands in no version of the case, and the history says that they are protected', async () => {
    const one = await openCase(app, 'sandnes')
    const { personId } = await app.person('sandnes-ansatt')
    const rows = await app.ctx('sandnes-personvernombud', (ctx) => versionsOf(ctx, { type: 'deviation', id: one }, 100))
    expect(JSON.stringify(rows)).toContain('En liste ble sendt')
    expect(JSON.stringify(rows)).not.toContain(personId)
    const shown = words((await (await app.as('sandnes-personvernombud')).get(`/historikk/deviation/${one}`)).text)
    expect(shown).toContain('Beskyttet melder')
    expect(shown).not.toContain('Lærer, Sandnes')
  })
})
