import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { reportBy } from '../../../test/support/cases.ts'
import { describeExample } from '../../../test/support/database.ts'
import { newId } from '../../kernel/ids.ts'
import { draw } from '../../ui/render.ts'
import { units } from '../people/public.ts'
import { makeProcessing } from '../processing/factory.ts'
import { makeMeasure, makeRisk } from '../risks/factory.ts'
import { tasksOf } from '../tasks/public.ts'
import { makeActivity, makeAudit, makeDocument, makeFinding, makeObjective } from './factory.ts'
import { meetingSweep } from './jobs.ts'
import { MeetingsPage } from './pages/meetings.tsx'

describeExample('internal control: pages', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())
  const ciso = 'sandnes-informasjonssikkerhetssjef'
  const unitCalled = (name: string) => app.ctx(ciso, async (ctx) => (await units(ctx)).find((one) => one.name === name)?.id ?? '')
  const openTasks = (slug: string, id: string) =>
    app.ctx(slug, async (ctx) => (await tasksOf(ctx, id)).filter(({ status }) => status === 'open'))

  it('S4-090 an audit without the security manager is refused; with the role it is planned, and shows it as a participant', async () => {
    const manager = await app.person(ciso)
    const officer = await app.as('sandnes-personvernombud')
    const answers = { name: 'Tilganger', kind: 'internal', plannedOn: '2026-05-01', id: newId(app.clock.now) }
    const refused = await officer.post('/revisjoner/nytt', answers)
    expect([refused.status, refused.text.includes('må være med i revisjonslaget')]).toEqual([422, true])
    const made = await officer.post('/revisjoner/nytt', { ...answers, team: manager.personId })
    expect([made.status, made.location]).toEqual([303, `/revisjoner/${answers.id}`])
    const shown = (await officer.get(`/revisjoner/${answers.id}`)).text
    expect(shown).toContain('Informasjonssikkerhetssjef')
    // Where it stands and what is next come before its answers; what is not answered is folded.
    const top = shown.slice(shown.indexOf('<h1'), shown.indexOf('v-summary'))
    expect(top).toContain('Revisjonen skal gjennomføres 1. mai 2026')
    expect(top).not.toContain('Registrer at revisjonen er gjennomført')
    expect(shown).toMatch(/<summary>Ikke besvart \(\d+\)/)
    expect((await openTasks(ciso, answers.id)).map(({ kind }) => kind)).toEqual(['security_audit.hold'])
    expect((await (await app.as('sandnes-ansatt')).get(`/revisjoner/${answers.id}`)).status).toBe(404)
    expect((await (await app.as('sauda-personvernombud')).get(`/revisjoner/${answers.id}`)).status).toBe(404)
  })

  it('that auditors are impartial is shown: whoever audits what they lead is asked why, the page and the report say so, and who else could', async () => {
    const [manager, leader] = [await app.person(ciso), await app.person('sandnes-leder')]
    const officer = await app.as('sandnes-personvernombud')
    const unit = await app.ctx('sandnes-leder', async ({ actor }) => actor.leads[0] ?? '')
    const answers = { name: 'Skolen', kind: 'internal', plannedOn: '2026-05-01', id: newId(app.clock.now), units: unit }
    const led = { ...answers, leader: leader.personId, team: manager.personId }
    const refused = await officer.post('/revisjoner/nytt', led)
    expect([refused.status, refused.text.includes('href="#independence"'), refused.text.includes('Disse kan i stedet: ')]).toEqual([
      422,
      true,
      true,
    ])
    expect(refused.text).toMatch(/Leder leder |leder Barneskolen/)
    const made = await officer.post('/revisjoner/nytt', { ...led, independence: 'Bare rektor kjenner fagsystemet.' })
    expect(made.status).toBe(303)
    const shown = (await officer.get(`/revisjoner/${answers.id}`)).text
    expect([shown.includes('Derfor er revisjonen likevel upartisk: Bare rektor'), shown.includes('ISO/IEC 27001:2022')]).toEqual([
      true,
      true,
    ])
    const report = (await officer.get(`/revisjoner/${answers.id}/rapport.docx`)).status
    expect(report).toBe(200)
    // Somebody who only works there, and somebody of a unit elsewhere.
    const employee = await app.person('sandnes-ansatt')
    const worker = { ...answers, id: newId(app.clock.now), leader: manager.personId, team: employee.personId }
    expect((await officer.post('/revisjoner/nytt', worker)).status).toBe(422)
    const apart = { ...answers, id: newId(app.clock.now), leader: manager.personId }
    expect((await officer.post('/revisjoner/nytt', apart)).status).toBe(303)
    expect((await officer.get(`/revisjoner/${apart.id}`)).text).not.toContain('står nær det som revideres')
  })

  it('a serious finding is its owner’s task until it is done, and then of whoever led the audit until they close it; the report has all of it', async () => {
    const owner = await app.person('sandnes-systemeier')
    const audit = await app.ctx(ciso, (ctx) => makeAudit(ctx, { heldOn: '2026-03-01', results: 'To funn', conclusions: 'Godt nok' }))
    const id = await app.ctx(ciso, (ctx) =>
      makeFinding(ctx, audit, { grade: 'major', action: 'Rydd i tilganger', owner: owner.personId, dueOn: '2026-04-01' }),
    )
    expect(await openTasks(ciso, id)).toMatchObject([{ kind: 'audit_finding.action', personId: owner.personId }])
    const browser = await app.as('sandnes-systemeier')
    const reported = (await browser.get(`/revisjoner/${audit}`)).text
    expect([reported.includes('Alvorlig avvik'), reported.includes('Ett funn er ikke lukket')]).toEqual([true, true])
    const form = (await browser.get(`/revisjonsfunn/${id}/endring`)).text
    expect(form).toContain('Rydd i tilganger')
    const answers = { audit, grade: 'major', name: 'Tilganger ryddes ikke', action: 'Rydd i tilganger', owner: owner.personId }
    const closed = { ...answers, dueOn: '2026-04-01', closedOn: '2026-03-02', version: '1' }
    const alone = await browser.post(`/revisjonsfunn/${id}/endring`, { ...closed, outcome: 'Ryddet', doneOn: '2026-03-02', effect: 'Ja' })
    expect([alone.status, alone.text.includes('Den som ledet revisjonen, lukker funnet')]).toEqual([422, true])
    const done = { ...closed, closedOn: '', doneOn: '2026-03-02' }
    // Nor in two steps: first less serious, and then closed.
    const less = await browser.post(`/revisjonsfunn/${id}/endring`, { ...closed, grade: 'improvement', closedOn: '' })
    expect([less.status, less.text.includes('Den som retter funnet')]).toEqual([422, true])
    expect((await browser.post(`/revisjonsfunn/${id}/endring`, { ...done, outcome: 'Ryddet' })).status).toBe(303)
    // It is mended: whoever led the audit sees whether it helped, and closes it.
    const manager = await app.person(ciso)
    expect(await openTasks(ciso, id)).toMatchObject([{ kind: 'audit_finding.check', personId: manager.personId }])
    const checker = await app.as(ciso)
    const seen = { ...closed, outcome: 'Ryddet', doneOn: '2026-03-02', version: '2' }
    expect((await checker.post(`/revisjonsfunn/${id}/endring`, seen)).status).toBe(422)
    expect((await checker.post(`/revisjonsfunn/${id}/endring`, { ...seen, effect: 'Stikkprøve uten funn' })).status).toBe(303)
    expect(await openTasks(ciso, id)).toEqual([])
    const pdf = await browser.get(`/revisjoner/${audit}/rapport.pdf`)
    expect([pdf.status, Buffer.from(pdf.bytes.slice(0, 5)).toString()]).toEqual([200, '%PDF-'])
    expect((await browser.get(`/revisjoner/${audit}/rapport.docx`)).status).toBe(200)
  })

  it('S4-019 the leader’s page lists the duties and the goals that top management has approved', async () => {
    const leader = await app.as('sandnes-leder')
    const before = (await leader.get('/leder')).text
    expect(before).toContain('Gi tilganger etter behov')
    expect(before).toContain('har ikke godkjent mål og ansvar')
    const id = await app.ctx(ciso, (ctx) => makeDocument(ctx, { name: 'Mål og ansvar', kind: 'responsibility' }))
    const director = await app.as('sandnes-kommunedirektor')
    expect((await director.get(`/styringsdokumenter/${id}`)).text).toContain('Godkjenn dokumentet')
    expect((await leader.post(`/styringsdokumenter/${id}/godkjenning`, { version: '1' })).status).toBe(403)
    expect((await director.post(`/styringsdokumenter/${id}/godkjenning`, { version: '1' })).status).toBe(303)
    expect((await leader.get('/leder')).text).toMatch(/Mål og ansvar<\/a>.*Godkjent av Kommunedirektør, Sandnes 2\. mars 2026/s)
  })

  it('S4-055 a leader registers a meeting, and the overview shows the units without one in the last three months', async () => {
    const unit = await unitCalled('Barneskolen i sentrum')
    await meetingSweep.run(await app.round(ciso))
    await meetingSweep.run(await app.round(ciso))
    expect((await openTasks(ciso, unit)).map(({ kind }) => kind)).toEqual(['unit_meeting.due'])
    const leader = await app.as('sandnes-leder')
    expect((await leader.get('/enhetsmoter/oversikt')).text).toMatch(/Barneskolen i sentrum.*?Aldri.*?Mangler møte/s)
    const other = { name: 'Passord', unit: await unitCalled('Hjemmetjenesten'), heldOn: '2026-03-01', id: newId(app.clock.now) }
    const refused = await leader.post('/enhetsmoter/nytt', other)
    expect([refused.status, refused.text.includes('enheter du leder')]).toEqual([422, true])
    expect((await leader.post('/enhetsmoter/nytt', { ...other, unit })).status).toBe(303)
    const page = (await leader.get('/enhetsmoter/oversikt')).text
    expect(page).toMatch(/Barneskolen i sentrum<\/a>.*?1\. mars 2026.*?I rute/s)
    expect(page).toMatch(/Hjemmetjenesten.*?Mangler møte/s)
    // The last one counts, whichever is written down last.
    const before = { name: 'Passord', unit, heldOn: '2025-10-01', id: newId(app.clock.now) }
    expect((await leader.post('/enhetsmoter/nytt', before)).status).toBe(303)
    expect((await leader.get('/enhetsmoter/oversikt')).text).toMatch(/Barneskolen i sentrum<\/a>.*?1\. mars 2026.*?I rute/s)
    expect((await openTasks(ciso, unit))[0]?.dueAt?.toISOString().slice(0, 10)).toBe('2026-06-01')
  })

  it('S4-055 the overview names every unit: one without a leader of its own follows the unit above, and a meeting of its own shows', async () => {
    const all = await app.ctx(ciso, units)
    const officer = await app.as(ciso)
    const rows = async () => {
      const { text } = await officer.get('/enhetsmoter/oversikt')
      const plain = (row: string) =>
        row
          .replace(/<[^>]*>/g, ' ')
          .replace(/\s+/g, ' ')
          .trim()
      return [...text.matchAll(/<tr[ >].*?<\/tr>/gs)].slice(1).map(([row]) => plain(row))
    }
    const shown = await rows()
    expect(all.filter(({ name }) => !shown.some((row) => row.startsWith(name)))).toEqual([])
    expect(shown).toHaveLength(all.length)
    const of = async (name: string) => (await rows()).find((row) => row.startsWith(name))
    const follows =
      /^Barnehagen ved skogen Følger (.+?) (?:Sandnes|Leder|Kommune)/.exec((await of('Barnehagen ved skogen')) ?? '')?.[1] ?? ''
    expect(all.map(({ name }) => name)).toContain(follows)
    expect(await of('Barnehagen ved skogen')).toMatch(/Aldri.*Mangler møte/)
    const held = async (name: string, heldOn: string) =>
      (await officer.post('/enhetsmoter/nytt', { name: 'Passord', unit: await unitCalled(name), heldOn, id: newId(app.clock.now) })).status
    expect(await held('Barnehagen ved skogen', '2026-02-03')).toBe(303)
    expect(await of('Barnehagen ved skogen')).toMatch(/3\. februar 2026.*I rute/)
    // What the unit below held is not what the one above did; what that one holds is for both.
    expect(await of(follows)).toMatch(/Mangler møte/)
    expect(await held(follows, '2026-03-01')).toBe(303)
    expect(await of('Barnehagen ved skogen')).toMatch(/1\. mars 2026.*I rute/)
  })

  it('S4-055 where no unit has a leader of its own, nobody is told that all have had it up', () => {
    const shown = draw(MeetingsPage({ lines: [], mayLog: false, locale: 'nb' }))
    expect(shown).toContain('Ingen enhet har egen leder ennå')
    expect(shown).not.toMatch(/Alle enheter|data-color="success"|<table/)
  })

  it('an empty list offers its one button once, and tells whoever may not add whose it is', async () => {
    const officer = (await (await app.as(ciso)).get('/ovelser')).text
    expect(officer).toContain('Prøv planen minst én gang i året.')
    expect(officer.match(/href="\/ovelser\/nytt"/g)).toHaveLength(1)
    const administrator = (await (await app.as('sandnes-administrator')).get('/ovelser')).text
    expect(administrator).toContain('Det gjør de som har ansvaret for den.')
    expect(administrator).not.toMatch(/Prøv planen|\/ovelser\/nytt/)
  })

  it('S4-087 a campaign reaches the chosen units and no other; the unit says that it has done its part, and the rest are reminded', async () => {
    const [school, home] = [await unitCalled('Barneskolen i sentrum'), await unitCalled('Hjemmetjenesten')]
    const [one, other] = [await app.person('sandnes-leder'), await app.person('sandnes-leder-helse')]
    const id = await app.ctx(ciso, (ctx) => makeActivity(ctx, { kind: 'campaign', name: 'Ryddeuke', units: [school, home] }))
    const reached = async () => (await openTasks(ciso, id)).filter(({ kind }) => kind.endsWith('.unit')).map(({ personId }) => personId)
    expect((await reached()).sort()).toEqual([one.personId, other.personId].sort())
    const leader = await app.as('sandnes-leder')
    expect((await leader.get('/leder')).text).toContain('Ryddeuke')
    expect((await leader.post(`/aktiviteter/${id}/enheter/${home}`)).status).toBe(403)
    expect((await leader.post(`/aktiviteter/${id}/enheter/${school}`)).status).toBe(303)
    expect(await reached()).toEqual([other.personId])
    const manager = await app.as(ciso)
    expect((await manager.get(`/aktiviteter/${id}`)).text).toContain('1 av 2 har gjort sin del')
    expect((await leader.post(`/aktiviteter/${id}/paminnelse`)).status).toBe(403)
    expect((await manager.post(`/aktiviteter/${id}/paminnelse`)).status).toBe(303)
    expect((await (await app.as('sandnes-leder-helse')).get('/varsler')).text).toContain('Påminnelse: enheten din har en aktivitet')
  })

  it('S4-082 a leader’s page counts the own unit and those below alone, and each figure opens a list of just as many', async () => {
    const school = await unitCalled('Barneskolen i sentrum')
    const health = await unitCalled('Hjemmetjenesten')
    await app.ctx('sandnes-personvernombud', async (ctx) => {
      await makeProcessing(ctx, { name: 'Elevmapper', unit: school })
      await makeProcessing(ctx, { name: 'Pasientjournal', unit: health })
    })
    const leader = await app.as('sandnes-leder')
    const page = (await leader.get('/leder')).text
    expect(page).toContain('Slik står det til: Barneskolen i sentrum')
    const tallies = /<ul class="v-tallies">(.*?)<\/ul>/s.exec(page)?.[1] ?? ''
    const counts = /<a href="([^"]*)"><span class="v-tallies__count">(\d+)<\/span> <span>([^<]*)</g
    const shown = [...tallies.matchAll(counts)].map(([, href = '', count, label = '']) => ({
      ...{ href: href.replaceAll('&amp;', '&'), count: Number(count), label },
    }))
    for (const label of ['åpne avvik', 'oppgaver', 'behandling', 'tilganger', 'opplæring', 'gjennomganger over fristen'])
      expect(shown.map((one) => one.label).join(), label).toContain(label)
    expect(shown.find(({ label }) => label.startsWith('behandling av'))).toMatchObject({ count: 1 })
    for (const { href, count, label } of shown) {
      const list = await leader.get(href)
      expect([label, list.status]).toEqual([label, 200])
      expect(list.text).not.toContain('Pasientjournal')
      // The matrix of training says how many have all of it, of how many; where nothing is asked of anybody it says nothing.
      const [, whole = 0, all = 0] = /(\d+) av (\d+) /.exec(list.text) ?? []
      const listed = href.startsWith('/kompetanse')
        ? Number(all) - Number(whole)
        : Number(/v-title__count"> (\d+)/.exec(list.text)?.[1] ?? 0)
      expect([label, listed]).toEqual([label, count])
    }
    expect(tallies).not.toContain('Du kan åpne')
    // Another unit’s address shows one’s own.
    expect((await leader.get(`/leder?enhet=${health}`)).text).toContain('Slik står det til: Barneskolen i sentrum')
    expect((await (await app.as('sandnes-ansatt')).get('/leder')).text).not.toContain('v-tallies')
    const above = (await (await app.as('sandnes-virksomhetsleder')).get('/leder')).text
    expect(above).toContain('Slik står det til: Oppvekst skole')
    expect(above).toContain(`href="/leder?enhet=${school}"`)
    expect(above).not.toContain(health)
  })

  it('S4-082 S3-11 all deviations of the units are counted for whoever leads them, and none is opened or told of by that', async () => {
    const now = app.clock.now
    const [school, health] = [await unitCalled('Barneskolen i sentrum'), await unitCalled('Hjemmetjenesten')]
    const long = new Date(now.getTime() - 5 * 24 * 3_600_000)
    await reportBy(app, 'sandnes-ansatt', { categories: ['MISSENT_EMAIL'], discoveredAt: long }, long)
    const late = await reportBy(app, 'sandnes-ansatt', { categories: ['MISSENT_EMAIL'], discoveredAt: long }, long)
    await reportBy(app, 'sandnes-ansatt', { categories: ['SENSITIVE_ASTRAY'] })
    await reportBy(app, 'sandnes-leder-helse', { categories: ['MISSENT_EMAIL'] })
    const tally = (page: string, label: string) => {
      const read = new RegExp(
        `<a href="([^"]*)"><span class="v-tallies__count">(\\d+)</span> <span>${label}</span></a>(?:<span[^>]*>([^<]*))?`,
      )
      const [, href = '', count, said] = read.exec(page) ?? []
      return { href: href.replaceAll('&amp;', '&'), figures: [count, said] }
    }
    const near = (await (await app.as('sandnes-leder')).get('/leder')).text
    expect([tally(near, 'åpne avvik'), tally(near, 'avvik over fristen')].map(({ figures }) => figures)).toEqual([
      ['3', undefined],
      ['2', undefined],
    ])
    const leader = await app.as('sandnes-virksomhetsleder')
    const page = (await leader.get('/leder')).text
    const [open, overdue] = [tally(page, 'åpne avvik'), tally(page, 'avvik over fristen')]
    expect([open, overdue].map(({ figures }) => figures)).toEqual([
      ['3', 'Du kan åpne 0 av 3.'],
      ['2', 'Du kan åpne 0 av 2.'],
    ])
    const list = (await leader.get(open.href)).text
    expect(list).toContain('Du kan åpne 0 av 3. Resten er åpne bare for dem')
    expect(list).not.toContain(late.id)
    expect((await leader.get(overdue.href)).text).toContain('Du kan åpne 0 av 2.')
    // A figure that is narrowed by what was reported would tell what was reported; another’s unit is not theirs to count.
    for (const query of [`${school}&kategori=SENSITIVE_ASTRAY`, `${school}&aar=2026`, `${school}&status=alle`, health])
      expect((await leader.get(`/avvik?enhet=${query}`)).text).not.toContain('Du kan åpne')
    expect((await (await app.as('sandnes-ansatt')).get(`/avvik?enhet=${school}`)).text).not.toContain('Du kan åpne')
    expect((await (await app.as('sandnes-personvernombud')).get(`/avvik?enhet=${school}`)).text).not.toContain('Du kan åpne')
  })

  it('S4-085 the information security manager sees the figures of all units together, and of each by itself', async () => {
    const manager = await app.as(ciso)
    const page = (await manager.get('/leder')).text
    expect(page).toContain('Slik står det til: Sandnes kommune')
    for (const label of ['system', 'ROS-analyse', 'åpne avvik', 'gjennomganger over fristen']) expect(page).toContain(label)
    const health = await unitCalled('Hjemmetjenesten')
    const count = async (at: string) => Number(/count">(\d+)<\/span> <span>behandling(?:er)? av/.exec((await manager.get(at)).text)?.[1])
    expect(await count(`/leder?enhet=${health}`)).toBe(1)
    expect(await count('/leder')).toBe(2)
  })

  it('S4-014 the document of goals has its security objective, with the measures that lead to it and how it goes', async () => {
    const manager = await app.as(ciso)
    const document = await app.ctx(ciso, (ctx) => makeDocument(ctx, { name: 'Mål for informasjonssikkerhet', kind: 'goals' }))
    expect((await manager.get(`/styringsdokumenter/${document}`)).text).toContain(`/sikkerhetsmal/nytt?dokument=${document}`)
    const risk = await app.ctx(ciso, (ctx) => makeRisk(ctx, { name: 'E-post ut av huset' }))
    const evidence = 'Innstillingen er slått på'
    const done = await app.ctx(ciso, (ctx) =>
      makeMeasure(ctx, risk, { name: 'Varsle ved mange mottakere', doneOn: '2026-02-01', evidence }),
    )
    const late = await app.ctx(ciso, (ctx) => makeMeasure(ctx, risk, { name: 'Kryptere vedlegg', dueOn: '2026-02-15' }))
    const activity = await app.ctx(ciso, (ctx) => makeActivity(ctx, { name: 'Kampanje om e-post' }))
    const id = newId(app.clock.now)
    const answers = { id, name: 'Informasjon kommer ikke på avveie', document, measures: [done, late], activities: activity }
    const form = (await manager.get(`/sikkerhetsmal/nytt?dokument=${document}`)).text
    for (const said of ['Kryptere vedlegg', 'E-post ut av huset', 'Kampanje om e-post']) expect(form).toContain(said)
    const without = await manager.post('/sikkerhetsmal/nytt', { ...answers, state: 'behind' })
    expect([without.status, without.text.includes('Skriv når det ble vurdert')]).toEqual([422, true])
    const made = await manager.post('/sikkerhetsmal/nytt', { ...answers, state: 'behind', assessedOn: '2026-03-01' })
    expect([made.status, made.location]).toEqual([303, `/sikkerhetsmal/${id}`])
    const page = (await manager.get(`/sikkerhetsmal/${id}`)).text
    expect(page).toMatch(/Henger etter/)
    expect(page).toContain('1 av 3 er gjennomført')
    expect(page).toMatch(/Kryptere vedlegg<\/a>.*?Over fristen/s)
    expect(page).toMatch(/Varsle ved mange mottakere<\/a>.*?Gjennomført 1\. februar 2026/s)
    expect(page).toContain(`href="/aktiviteter/${activity}"`)
    expect((await manager.get(`/styringsdokumenter/${document}`)).text).toMatch(/Informasjon kommer ikke på avveie<\/a>.*?Henger etter/s)
    // What tells where we are weak is no employee’s.
    const employee = await app.as('sandnes-ansatt')
    expect([(await employee.get('/sikkerhetsmal')).status, (await employee.get(`/sikkerhetsmal/${id}`)).status]).toEqual([403, 404])
    expect((await employee.get(`/styringsdokumenter/${document}`)).text).not.toContain('på avveie')
    expect((await (await app.as('sauda-personvernombud')).get(`/sikkerhetsmal/${id}`)).status).toBe(404)
    expect(
      (await (await app.as('sandnes-leder')).post(`/sikkerhetsmal/${id}/endring`, { version: '1', name: 'x', state: 'reached' })).status,
    ).toBe(403)
  })

  it('an objective is not reached by nothing, and its owner says how it goes', async () => {
    const owner = await app.person('sandnes-leder')
    const id = await app.ctx(ciso, (ctx) => makeObjective(ctx, { name: 'Ingen deler passord', owner: owner.personId }))
    const browser = await app.as('sandnes-leder')
    const answers = { name: 'Ingen deler passord', owner: owner.personId, state: 'reached', assessedOn: '2026-03-01', version: '1' }
    const refused = await browser.post(`/sikkerhetsmal/${id}/endring`, answers)
    expect([refused.status, refused.text.includes('Velg minst ett tiltak')]).toEqual([422, true])
    expect((await browser.post(`/sikkerhetsmal/${id}/endring`, { ...answers, state: 'underWay' })).status).toBe(303)
    expect((await browser.get(`/sikkerhetsmal/${id}`)).text).toContain('Ingen tiltak er knyttet til målet')
  })
})
