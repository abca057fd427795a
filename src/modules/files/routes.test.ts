import { readdir } from 'node:fs/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Client, type TestApp, testApp } from '../../../test/support/app.ts'
import { openCase } from '../../../test/support/cases.ts'
import { describeExample } from '../../../test/support/database.ts'
import { inOrganisations } from '../../db/transaction.ts'
import { newId } from '../../kernel/ids.ts'

const text = (name: string, content: string) => ({ name, content: Buffer.from(content) })

describeExample('files', (db) => {
  let app: TestApp
  let keeper: Client
  let reader: Client
  let system: string
  beforeAll(async () => {
    app = await testApp(db())
    keeper = await app.as('sauda-personvernombud')
    reader = await app.as('sauda-ansatt')
    const { organisationId } = await app.person('sauda-ansatt')
    const row = await inOrganisations(db(), [organisationId], (tx) =>
      tx.selectFrom('system').select('id').where('organisation_id', '=', organisationId).executeTakeFirstOrThrow(),
    )
    system = row.id
  })
  afterAll(() => app.stop())

  const page = async (who: Client) => (await who.get(`/systemer/${system}`)).text
  const addresses = async (who: Client) =>
    [...(await page(who)).matchAll(/href="(\/filer\/[0-9a-f-]{36})"/g)].map((found) => found[1] ?? '')
  const addressOf = async (who: Client, name: string) =>
    new RegExp(`href="(/filer/[0-9a-f-]{36})">${name}<`).exec(await page(who))?.[1] ?? `${name} is not on the page`

  it('several at once hang on the record, and are handed out whole, as attachments in a sandbox', async () => {
    const sent = await keeper.send(`/filer/system/${system}/nye`, [
      text('Årsplan.txt', 'plan'),
      text('side.html', '<script>alert(1)</script>'),
    ])
    expect(sent.status).toBe(303)
    expect(await page(reader)).toContain('Årsplan.txt')
    const got = await reader.get(await addressOf(reader, 'side.html'))
    expect(got.text).toBe('<script>alert(1)</script>')
    expect(got.headers.get('content-type')).toBe('text/plain')
    expect(got.headers.get('content-security-policy')).toBe(
      "sandbox; default-src 'none'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'",
    )
    expect(got.headers.get('x-content-type-options')).toBe('nosniff')
    expect((await reader.get(await addressOf(reader, 'Årsplan.txt'))).headers.get('content-disposition')).toBe(
      `attachment; filename="_rsplan.txt"; filename*=UTF-8''%C3%85rsplan.txt`,
    )
  })

  it('are added on a page that says to what', async () => {
    const name = /<h1[^>]*>([^<]+)</.exec(await page(keeper))?.[1] ?? 'no name'
    const { text } = await keeper.get(`/filer/system/${system}/nye`)
    expect(text).toContain(`<p class="v-kicker">${name}</p>`)
    expect(text).toMatch(new RegExp(`<a[^>]*href="/systemer/${system}"[^>]*>${name}<`))
  })

  it('what only the sender’s program opens is said to be so, where it lies, until it is removed', async () => {
    const id = await openCase(app, 'sauda')
    await keeper.send(`/filer/deviation/${id}/nye`, [text('winmail.dat', 'x\u009f>"')])
    const shown = (await keeper.get(`/avvik/${id}`)).text
    expect([shown.includes('Avsendaren må sende vedlegga på nytt'), shown.includes('rik tekst')]).toEqual([true, true])
    expect(await page(keeper)).not.toContain('Avsendaren må sende')
  })

  it('the same file twice is one', async () => {
    const before = (await addresses(keeper)).length
    await keeper.send(`/filer/system/${system}/nye`, [text('tvilling.txt', 'lik')])
    await keeper.send(`/filer/system/${system}/nye`, [text('tvilling.txt', 'lik')])
    expect(await addresses(keeper)).toHaveLength(before + 1)
  })

  it('what is refused is named, and the rest is kept', async () => {
    const program = { name: 'spill.pdf', content: Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]) }
    const answer = await keeper.send(`/filer/system/${system}/nye`, [text('beholdt.txt', 'ja'), program, text('tom.txt', '')])
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('spill.pdf: ')
    expect(answer.text).toContain('tom.txt: ')
    expect(answer.text).not.toContain('beholdt.txt: ')
    expect(await page(keeper)).toContain('beholdt.txt')
  })

  it('nothing chosen is said, and one that is too large is named', async () => {
    expect((await keeper.send(`/filer/system/${system}/nye`, [])).status).toBe(422)
    const large = { name: 'stor.bin', content: Buffer.alloc(app.house.uploads.bytes + 1, 65) }
    const answer = await keeper.send(`/filer/system/${system}/nye`, [large])
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('stor.bin')
  })

  it('who may read may not add; a stranger and another organisation find nothing', async () => {
    expect((await reader.send(`/filer/system/${system}/nye`, [text('a.txt', 'a')])).status).toBe(403)
    const [file = ''] = await addresses(reader)
    const other = await app.as('sandnes-personvernombud')
    expect((await other.get(file)).status).toBe(404)
    expect((await other.send(`/filer/system/${system}/nye`, [text('a.txt', 'a')])).status).toBe(404)
    expect((await app.stranger().get(file)).status).toBe(303)
    expect((await app.stranger().send(`/filer/system/${system}/nye`, [text('a.txt', 'a')])).status).toBe(303)
    expect((await keeper.send(`/filer/ukjent/${system}/nye`, [text('a.txt', 'a')])).status).toBe(404)
    expect((await keeper.send(`/filer/system/${newId(new Date())}/nye`, [text('a.txt', 'a')])).status).toBe(404)
  })

  it('one that is removed is gone for all, its name too, and that it was there is told with the reason', async () => {
    await keeper.send(`/filer/system/${system}/nye`, [text('feil-liste.txt', 'hemmelig')])
    const file = await addressOf(keeper, 'feil-liste.txt')
    expect((await keeper.post(`${file}/fjerning`, { reason: '' })).status).toBe(422)
    expect((await reader.post(`${file}/fjerning`, { reason: 'x' })).status).toBe(403)
    expect((await keeper.post(`${file}/fjerning`, { reason: 'lastet opp ved en feil' })).status).toBe(303)
    const shown = await page(keeper)
    expect(shown).not.toContain('feil-liste')
    expect(shown).toContain('lastet opp ved en feil')
    expect((await keeper.get(file)).text).not.toContain('hemmelig')
    // Whoever comes second is told that it is done, and leads nowhere else; who may not remove is refused as before.
    const second = await keeper.post(`${file}/fjerning`, { reason: 'endå ein grunn' })
    expect([second.status, second.location]).toEqual([303, `/systemer/${system}`])
    expect((await keeper.get(`${file}/fjerning`)).location).toBe(`/systemer/${system}`)
    expect((await reader.post(`${file}/fjerning`, { reason: 'x' })).status).toBe(403)
    expect(await page(keeper)).not.toContain('endå ein grunn')
  })

  it('two who remove the same file at once get the same answer, and it is removed once', async () => {
    await keeper.send(`/filer/system/${system}/nye`, [text('dobbel.txt', 'dobbel')])
    const file = await addressOf(keeper, 'dobbel.txt')
    const both = await Promise.all(['en', 'to'].map((reason) => keeper.post(`${file}/fjerning`, { reason })))
    expect(both.map(({ status, location }) => [status, location])).toEqual(both.map(() => [303, `/systemer/${system}`]))
    const lines = await app.ctx('sauda-administrator', ({ tx }) =>
      tx
        .selectFrom('audit_event')
        .select('type')
        .where('subject_id', '=', file.split('/').at(-1) ?? '')
        .where('type', 'like', 'file.re%')
        .execute(),
    )
    expect(lines).toEqual([{ type: 'file.removed' }])
  })

  it('G-21 what a stranger sends is not read, however it is sent', async () => {
    let read = 0
    const body = new ReadableStream<Uint8Array>(
      {
        pull: (more) => {
          if (++read > 100) more.close()
          else more.enqueue(new Uint8Array(65_536))
        },
      },
      { highWaterMark: 0 },
    )
    const headers = { 'content-type': 'multipart/form-data; boundary=x', 'sec-fetch-site': 'same-origin' }
    const init = { method: 'POST', body, headers, duplex: 'half' } as RequestInit
    const answer = await app.app.request(`http://127.0.0.1:3000/filer/system/${system}/nye`, init)
    expect([answer.status, read]).toEqual([303, 0])
  })

  it('whoever was signed out while choosing files is told that they must be chosen again, and comes back to where', async () => {
    const path = `/filer/system/${system}/nye`
    const gone = app.stranger()
    const answer = await gone.send(path, [text('a.txt', 'a')])
    expect([answer.status, answer.location]).toEqual([303, `/logg-inn?til=${encodeURIComponent(path)}`])
    expect((await gone.get(answer.location ?? '')).text).toMatch(/velg dem på nytt|vel dei på nytt/i)
    expect((await keeper.get(path)).status).toBe(200)
    const headers = { 'content-type': 'multipart/form-data; boundary=x', 'sec-fetch-site': 'same-origin', accept: 'application/json' }
    const told = await app.app.request(`http://127.0.0.1:3000${path}`, { method: 'POST', body: '--x--', headers })
    expect(told.status).toBe(401)
    expect(await told.json()).toMatchObject({ error: 'signedOut', message: expect.stringMatching(/på nytt/) })
  })

  it('files that come with another’s form are not kept, and nothing of them is left', async () => {
    const mark = /name="writer" value="([^"]+)"/.exec((await reader.get('/avvik/ny')).text)?.[1] ?? 'no mark'
    const answer = await keeper.send(`/filer/system/${system}/nye`, [text('ikkje-min.txt', 'x')], { writer: mark })
    expect(answer.status).toBe(409)
    expect(await page(keeper)).not.toContain('ikkje-min.txt')
  })

  it('one whose content is gone from the disk is told as gone', async () => {
    await keeper.send(`/filer/system/${system}/nye`, [text('borte.txt', 'borte')])
    const file = await addressOf(keeper, 'borte.txt')
    const { organisationId } = await app.person('sauda-ansatt')
    const [name] = await app.house.vault.namedAfter(organisationId, file.split('/').at(-1) ?? '')
    await app.house.vault.remove(organisationId, name ?? '')
    expect((await keeper.get(file)).status).toBe(410)
  })

  it('S4-131 a protected reporter is named by nothing they do with the files of their report', async () => {
    const reporter = await app.as('sandnes-ansatt')
    const { organisationId, personId } = await app.person('sandnes-ansatt')
    const id = newId(app.clock.now)
    const unit = await app.ctx('sandnes-ansatt', async (ctx) => ctx.actor.unitId ?? '')
    const told = {
      id,
      personalData: 'yes',
      categories: 'MISSENT_EMAIL',
      whatHappened: 'Ei liste kom bort.',
      affectedUnit: unit,
      deed: 'send',
    }
    expect((await reporter.post('/avvik', { ...told, discoveredAt: '2026-03-02T08:00' })).status).toBe(303)
    await reporter.send(`/filer/report/${id}/nye`, [text('bilete.txt', 'a'), text('tom.txt', '')])
    const { rows } = await app.ctx('sandnes-ansatt', ({ tx }) =>
      sql<{ id: string }>`select id from file where subject_id = ${id}`.execute(tx),
    )
    const file = `/filer/${rows[0]?.id}`
    expect((await reporter.get(file)).text).toBe('a')
    expect((await reporter.post(`${file}/fjerning`, { reason: 'feil fil' })).status).toBe(303)
    const kept = await inOrganisations(db(), [organisationId], async (tx) => ({
      file: await tx.selectFrom('file').selectAll().where('subject_id', '=', id).execute(),
      lines: await tx.selectFrom('audit_event').selectAll().where('type', 'like', 'file.%').execute(),
    }))
    expect(kept.lines.map(({ type }) => type).sort()).toEqual(['file.added', 'file.opened', 'file.refused', 'file.removed'])
    expect(JSON.stringify(kept)).not.toContain(personId)
  })

  it('a reporter adds files to the report on its page; whoever handles it sees them there, and does not see who a protected reporter is', async () => {
    const id = await openCase(app, 'sandnes')
    const reporter = await app.as('sandnes-ansatt')
    expect((await reporter.get(`/avvik/${id}`)).text).toContain(`/filer/report/${id}/nye`)
    expect((await reporter.send(`/filer/report/${id}/nye`, [text('skjermbilde.txt', 'bilde')])).status).toBe(303)
    expect((await reporter.get(`/avvik/${id}`)).text).toContain('skjermbilde.txt')
    // A picture loses what it says of who took it; one that cannot lose it is not taken, with words of what to do.
    const picture = Buffer.concat([
      Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de', 'hex'),
      Buffer.from('00000010', 'hex'),
      Buffer.from('tEXtAuthor\0EIERNAVN!1234', 'latin1'),
      Buffer.from('0000000c49444154789c63f8ffff3f0005fe02fe0def46b80000000049454e44ae426082', 'hex'),
    ])
    const heic = Buffer.concat([Buffer.from('0000001c6674797068656963000000006d6966316865696368657663', 'hex'), Buffer.alloc(64)])
    expect((await reporter.get(`/filer/report/${id}/nye`)).text).toContain('blir tatt ut')
    const refused = await reporter.send(`/filer/report/${id}/nye`, [
      { name: 'bilde.png', content: picture },
      { name: 'mobil.heic', content: heic },
    ])
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('mobil.heic: Bildet kan si hvem som tok det')
    const shown = /href="(\/filer\/[0-9a-f-]{36})">bilde\.png/.exec((await reporter.get(`/avvik/${id}`)).text)?.[1] ?? ''
    const content = (await reporter.get(shown)).text
    expect(content).toContain('IHDR')
    expect(content).not.toContain('EIERNAVN')
    const officer = await app.as('sandnes-personvernombud')
    const seen = (await officer.get(`/avvik/${id}`)).text
    expect(seen).toContain('Filer til avviksmeldingen')
    const file = /href="(\/filer\/[0-9a-f-]{36})">skjermbilde/.exec(seen)?.[1] ?? ''
    expect((await officer.get(file)).text).toBe('bilde')
    expect((await (await app.as('sandnes-servicedesk')).get(file)).status).toBe(404)
  })

  it('nothing of a request is left on the disk but what was kept', async () => {
    const folder = app.house.vault.incoming('x').replace(/\/x$/, '')
    expect(await readdir(folder).catch(() => [])).toEqual([])
  })
})
