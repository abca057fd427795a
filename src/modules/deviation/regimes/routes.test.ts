import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../../test/support/app.ts'
import { describeExample } from '../../../../test/support/database.ts'
import { newId } from '../../../kernel/ids.ts'
import { sendReport } from '../report/commands.ts'
import { load } from '../store.ts'

const dpo = 'sandnes-personvernombud'

describeExample('other rules: pages', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db(), new Date('2026-11-25T11:00:00Z'))
  }, 60_000)
  afterAll(() => app.stop())

  const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
  const reported = (hoursAgo = 1) =>
    app.ctx('sandnes-ansatt', async (ctx) => {
      const discoveredAt = new Date(ctx.now.getTime() - Math.abs(hoursAgo) * 3_600_000)
      const answers = { personalData: 'yes', whatHappened: 'Vannverket er nede.', affectedUnit: ctx.actor.unitId, discoveredAt } as const
      const sent = await sendReport(ctx, newId(ctx.now), 'quick', answers)
      if (!sent.ok) throw new Error(sent.why)
      return sent.next.id
    })

  it('S4-136 switched on, a case asks, has a deadline of its own and a task, and the answer stands; a case from before has none', async () => {
    const before = await reported()
    const admin = await app.as('sandnes-administrator')
    const setting = '/innstillinger/andre-regelverk'
    const wrong = await admin.post(setting, {
      version: hidden((await admin.get(setting)).text, 'version'),
      digitalSecurity: 'yes',
      processorHours: '900',
    })
    expect([wrong.status, wrong.text.includes('href="#processorHours"')]).toEqual([422, true])
    const saved = await admin.post(setting, {
      version: hidden((await admin.get(setting)).text, 'version'),
      digitalSecurity: 'yes',
      processorHours: '',
    })
    expect(saved.status).toBe(303)
    const id = await reported()
    const officer = await app.as(dpo)
    expect((await officer.get(`/avvik/${before}`)).text).not.toContain('Andre regelverk')
    const page = (await officer.get(`/avvik/${id}`)).text
    const at = `/avvik/${id}/regelverk/digitalSecurity`
    for (const word of ['Andre regelverk', 'Digitalsikkerhetsforskriften § 17', at]) expect(page).toContain(word)
    expect((await officer.get('/oppgaver')).text).toContain('Avgjør om digitalsikkerhetsloven gjelder hendelsen')
    for (const path of [`/avvik/${id}/regelverk/processor`, `/avvik/${id}/regelverk/x`, `/avvik/${before}/regelverk/digitalSecurity`])
      expect([path, (await officer.get(path)).status]).toEqual([path, 404])
    const form = (await officer.get(at)).text
    const opened = { version: hidden(form, 'version') }
    const empty = await officer.post(at, { ...opened, applies: 'no', knownAt: '', reason: '' })
    expect([empty.status, empty.text.includes('href="#reason"')]).toEqual([422, true])
    const given = { ...opened, applies: 'yes', 'knownAt.dato': '2026-11-25', 'knownAt.tid': '11:00', knownAt: '2026-11-25T11:00' }
    const both = await Promise.all([1, 2].map(() => officer.post(at, given)))
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    expect((await app.ctx(dpo, (ctx) => load(ctx, id)))?.regimes).toMatchObject([
      { applies: 'yes', knownAt: new Date('2026-11-25T10:00:00Z') },
    ])
    expect((await officer.get('/oppgaver')).text).toContain('Varsle tilsynsmyndigheten etter digitalsikkerhetsloven')
    expect((await (await app.as('sandnes-ansatt')).get(at)).status).toBe(403)
    expect((await (await app.as('uio-administrator')).post(at, given)).status).toBe(404)
  })

  it('S4-136 the nearest of all clocks that run is the one on the case, on the front page and in the order of the list', async () => {
    const admin = await app.as('sandnes-administrator')
    const setting = '/innstillinger/andre-regelverk'
    const version = hidden((await admin.get(setting)).text, 'version')
    await admin.post(setting, { version, digitalSecurity: 'yes', processorHours: '24' })
    const late = await reported(22)
    const soon = await reported(1)
    const officer = await app.as(dpo)
    const clockOf = (html: string) => /<time[^>]*>([^<]*)/.exec(html)?.[1]
    const page = (await officer.get(`/avvik/${soon}`)).text
    const next = page.slice(page.indexOf('class="v-next"'), page.indexOf('id="melding"'))
    expect([clockOf(next), next.includes('71 timer igjen'), next.includes('digitalsikkerhetsloven')]).toEqual([
      '23 timer igjen',
      false,
      true,
    ])
    // Two tasks of one case say which rules they are of.
    const tasks = (await officer.get('/oppgaver')).text
    for (const words of ['Avgjør om digitalsikkerhetsloven gjelder', 'Avgjør om den vi er databehandler for'])
      expect(tasks).toContain(words)
    expect(tasks).not.toContain('et annet regelverk gjelder')
    const row = (html: string, id: string) => html.slice(html.indexOf(`href="/avvik/${id}"`), html.indexOf(`href="/avvik/${id}"`) + 4000)
    expect(clockOf(row((await officer.get('/')).text, soon))).toBe('23 timer igjen')
    // Both are answered: by one the warning is due in an hour, by the other nothing but the 72 hours runs.
    const answer = async (id: string, regime: string, given: Record<string, string>) => {
      const at = `/avvik/${id}/regelverk/${regime}`
      const form = (await officer.get(at)).text
      expect(form).not.toContain('71 timer igjen')
      // What must be answered is not marked as one that may be left out.
      for (const label of ['kunnskap om hendelsen?', 'Begrunnelse'])
        expect([label, form.slice(form.indexOf(label), form.indexOf(label) + 90).includes('(valgfritt)')]).toEqual([label, false])
      expect((await officer.post(at, { version: hidden(form, 'version'), ...given })).status).toBe(303)
    }
    for (const regime of ['digitalSecurity', 'processor']) await answer(late, regime, { applies: 'no', reason: 'Gjelder ikke oss.' })
    await answer(soon, 'digitalSecurity', { applies: 'yes', knownAt: '2026-11-24T13:00' })
    const list = (await officer.get('/avvik')).text
    expect(list.indexOf(`href="/avvik/${soon}"`)).toBeLessThan(list.indexOf(`href="/avvik/${late}"`))
    expect(clockOf(row(list, soon))).toBe('1 time igjen')
    app.clock.now = new Date(app.clock.now.getTime() + 2 * 3_600_000)
    expect((await (await app.as(dpo)).get('/avvik?frist=over')).text).toContain(`href="/avvik/${soon}"`)
    app.clock.now = new Date(app.clock.now.getTime() - 2 * 3_600_000)
  })
})
