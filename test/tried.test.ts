import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../src/kernel/ids.ts'
import { load } from '../src/modules/deviation/store.ts'
import { type Client, type TestApp, testApp } from './support/app.ts'
import { openCase } from './support/cases.ts'
import { describeExample } from './support/database.ts'

/** What users of other systems suffered, tried here: docs/tried.md names each source. */
describeExample('what others suffered', (db) => {
  let app: TestApp
  let officer: Client
  let reporter: Client
  beforeAll(async () => {
    app = await testApp(db())
    officer = await app.as('sauda-personvernombud')
    reporter = await app.as('sauda-ansatt')
  }, 120_000)
  afterAll(() => app?.stop())

  describe('a file is found again by its name, whatever signs are in it', () => {
    it.each(['a#b.txt', 'a%b.txt', 'a?b.txt', "O'Hara.txt", '№ 7.txt', 'a\\b.txt', 'æøå 🏆.txt', '..txt', 'a"b;c.txt'])(
      '%s',
      async (name) => {
        const system = await app.ctx('sauda-personvernombud', (ctx) =>
          ctx.tx.selectFrom('system').select('id').where('organisation_id', '=', ctx.actor.organisationId).executeTakeFirstOrThrow(),
        )
        const before = await filesOn(officer, system.id)
        const content = `innholdet i ${name}`
        const sent = await officer.send(`/filer/system/${system.id}/nye`, [{ name, content: Buffer.from(content) }])
        expect(sent.status).toBe(303)
        const [added, ...more] = (await filesOn(officer, system.id)).filter((one) => !before.includes(one))
        expect(more).toEqual([])
        const got = await officer.get(added ?? '')
        expect([got.status, got.text]).toEqual([200, content])
        expect(got.headers.get('content-disposition')).toMatch(/^attachment; filename="[^"\\/]*"; filename\*=UTF-8''[^"\s]+$/)
      },
    )
  })

  it('a link in the error summary leads to the first choice of a group, and not to a name that nothing has', async () => {
    const answer = await reporter.post('/avvik/ny', { id: newId(app.clock.now), knapp: 'send', whatHappened: '', personalData: 'x' })
    expect(answer.status).toBe(422)
    const links = [...answer.text.matchAll(/<li><a[^>]*href="#([^"]+)"/g)].map(([, id]) => id ?? '')
    expect(links.length).toBeGreaterThan(0)
    const sent = await reporter.post('/avvik/ny', await report('Et ark lå igjen.'))
    const refused = await reporter.post(`${caseOf(sent.location)}/svar`, { personalData: 'x' })
    expect(refused.text).toContain('href="#personalData"')
    expect(/<input[^>]*id="personalData"[^>]*>/.exec(refused.text)?.[0]).toContain('type="radio"')
  })

  it('a closed case takes no change by any of its forms: the status is no field among others', async () => {
    const id = await openCase(app, 'sauda')
    await app.ctx('sauda-personvernombud', (ctx) =>
      ctx.tx.updateTable('deviation').set({ status: 'closed', closed_at: app.clock.now }).where('id', '=', id).execute(),
    )
    const before = await app.ctx('sauda-personvernombud', (ctx) => load(ctx, id))
    expect(before).toMatchObject({ status: 'closed' })
    const forms: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
      ['melding', { whatHappened: 'Noe annet', status: 'open' }],
      ['behandling', { contained: 'yes', status: 'open' }],
      ['vurdering', { level: 'high', gjor: 'fullfor' }],
      ['brudd', { breach: 'no', reason: 'Likevel ikke' }],
    ]
    for (const [form, answers] of forms) {
      const answer = await officer.post(`/avvik/${id}/${form}`, { version: '1', ...answers })
      expect([form, answer.status >= 400 || answer.status === 303]).toEqual([form, true])
    }
    const after = await app.ctx('sauda-personvernombud', (ctx) => load(ctx, id))
    expect(after).toEqual(before)
  })

  it('the file of a list has what the list shows, the search included', async () => {
    const administrator = await app.as('sauda-administrator')
    const everything = await administrator.get('/logg')
    const found = await administrator.post('/logg/sok', { person: 'Personvernombod' })
    const shown = await administrator.get(found.location ?? '')
    const csv = /href="(\/logg\/utdrag\/csv[^"]*)"/.exec(shown.text)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const lines = (await administrator.get(csv)).text.trim().split('\n').slice(1)
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.filter((line) => !line.includes('Personvernombod'))).toEqual([])
    const all = /href="(\/logg\/utdrag\/csv[^"]*)"/.exec(everything.text)?.[1] ?? ''
    expect((await administrator.get(all)).text.trim().split('\n').length).toBeGreaterThan(lines.length + 1)
  })

  it('reloading the page that answers a form, or going back to it, writes nothing again', async () => {
    const form = await report('Et brev ble åpnet av feil person.')
    const first = await reporter.post('/avvik/ny', form)
    const count = async () => (await reporter.get('/avvik/mine')).text.split('/avvik/0').length
    const before = await count()
    expect(first.status).toBe(303)
    for (let again = 0; again < 3; again++) expect((await reporter.get(first.location ?? '')).status).toBe(200)
    expect((await reporter.post('/avvik/ny', form)).location).toBe(first.location)
    expect(await count()).toBe(before)
  })

  it('somebody is found by name however it is written, in every place that looks for people, and in the log also when they have left', async () => {
    const administrator = await app.as('sauda-administrator')
    const person = await app.ctx('sauda-leder', async (ctx) => {
      await ctx.tx.updateTable('person').set({ name: 'Ås Øygard' }).where('id', '=', ctx.actor.personId).execute()
      return ctx.actor.personId
    })
    const leader = await app.as('sauda-leder')
    expect((await leader.post('/avvik/ny', await report('Et kart lå igjen.'))).status).toBe(303)
    const listed = async (written: string) =>
      (await administrator.get((await administrator.post('/personer/sok', { ord: written })).location ?? '')).text
    const logged = async (written: string) =>
      (await administrator.get((await administrator.post('/logg/sok', { person: written })).location ?? '')).text
    const ways = ['Ås Øygard', 'øygard ås', 'ÅS  ØYGARD', 'Øygard\u00a0Ås', 'A\u030as øyg']
    for (const written of ways) {
      expect([written, (await listed(written)).includes(`/personer/${person}`)]).toEqual([written, true])
      expect([written, (await administrator.post('/personer/finn', { navn: written })).text.includes(person)]).toEqual([written, true])
      expect([written, linesOf(await logged(written)) > 0]).toEqual([written, true])
    }
    expect(await listed('Øygard Åsen')).not.toContain(`/personer/${person}`)
    const before = linesOf(await logged('Øygard Ås'))
    await app.ctx('sauda-administrator', (ctx) => ctx.tx.updateTable('person').set({ active: false }).where('id', '=', person).execute())
    expect(linesOf(await logged('Øygard Ås'))).toBe(before)
    expect(linesOf(await logged('Ikkje Nokon'))).toBe(0)
  })

  const report = async (whatHappened: string) => {
    const unit = await app.ctx('sauda-ansatt', async ({ actor }) => actor.unitId ?? '')
    return { id: newId(app.clock.now), knapp: 'send', whatHappened, affectedUnit: unit, discoveredAt: '2026-03-01T10:00' }
  }
  const linesOf = (page: string) => Math.max(0, page.split('<tr').length - 2)
  const caseOf = (location: string | null) => /^\/avvik\/[0-9a-f-]{36}/.exec(location ?? '')?.[0] ?? ''
  const filesOn = async (who: Client, system: string) =>
    [...(await who.get(`/systemer/${system}`)).text.matchAll(/href="(\/filer\/[0-9a-f-]{36})"/g)].map((found) => found[1] ?? '')
})
