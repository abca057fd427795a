import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { newId } from '../../kernel/ids.ts'
import { makeActivity, makeAudit, makeDocument } from '../internal-control/factory.ts'
import { makeSystem } from '../systems/factory.ts'
import { tasksOf } from '../tasks/public.ts'
import { makeReview, wholeMinutes } from './factory.ts'
import { systemLines } from './queries.ts'
import { systemState } from './rules.ts'

describeExample('annual wheel: pages', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())
  const ciso = 'sandnes-informasjonssikkerhetssjef'
  const dpo = 'sandnes-personvernombud'
  const key = (n: string) => `019b0000-0000-7000-8000-0000000000${n}`

  it('S4-027 the year lists what is planned and late with its day, and what is missing in red', async () => {
    const officer = await app.as(dpo)
    const before = (await officer.get('/arshjul?ar=2031')).text
    for (const missing of [
      'Ledelsens gjennomgang er ikke planlagt',
      'Ingen sikkerhetsrevisjon er planlagt',
      'Spørreskjemaet om internkontroll er ikke planlagt',
    ])
      expect(before).toMatch(new RegExp(`${missing}.*?data-color="danger"`, 's'))
    // One clock: what the year lacks is due in it, and whoever may not read the reviews is led to none.
    const first = 'Den første skal haldast innan 31. desember 2026'
    expect((await (await app.as('sauda-personvernombud')).get('/ledelsens-gjennomgang')).text).toContain(first)
    const theirs = (await (await app.as('sandnes-leder')).get('/arshjul?ar=2026')).text
    expect([theirs.includes('Ledelsens gjennomgang er ikke planlagt'), theirs.includes('/ledelsens-gjennomgang')]).toEqual([true, false])
    expect(theirs).toContain('0 planlagt')
    const audit = await app.ctx(ciso, (ctx) => makeAudit(ctx, { name: 'Revisjon av tilganger', plannedOn: '2026-02-20' }))
    const activity = await app.ctx(ciso, (ctx) =>
      makeActivity(ctx, { name: 'Årets spørreskjema', kind: 'questionnaire', dueOn: '2026-10-15' }),
    )
    const review = await app.ctx(ciso, (ctx) =>
      makeReview(ctx, { name: 'Ledelsens gjennomgang 2026', heldOn: '2026-11-20', periodTo: '2026-11-20' }),
    )
    await app.ctx(ciso, (ctx) => makeSystem({ ...ctx, now: new Date('2025-06-01T08:00:00Z') }, { name: 'Journalen' }))
    const page = (await officer.get('/arshjul')).text
    expect(page).toMatch(new RegExp(`href="/revisjoner/${audit}".*?20\\. februar 2026.*?Over fristen`, 's'))
    expect(page).toMatch(new RegExp(`href="/aktiviteter/${activity}".*?15\\. oktober 2026.*?Planlagt`, 's'))
    expect(page).toContain(`href="/ledelsens-gjennomgang/${review}"`)
    expect(page).toContain('aria-label="1 over fristen i februar 2026"')
    expect(page).not.toContain('Mangler i år')
    expect((await officer.get('/arshjul?ar=tull')).status).toBe(200)
    expect((await (await app.as('sandnes-ansatt')).get('/arshjul')).status).toBe(403)
  })

  it('S4-171 both coordinators see how every system stands, the figures agree, and both can remind', async () => {
    const owner = await app.person('sandnes-systemeier')
    const system = await app.ctx(ciso, (ctx) => makeSystem(ctx, { name: 'Lønn', owner: owner.personId }))
    app.clock.now = new Date('2027-04-10T08:00:00Z')
    const lines = await app.ctx(ciso, systemLines)
    const late = lines.filter((line) => systemState(line, '2027-04-10') === 'late').length
    expect(late).toBeGreaterThan(0)
    for (const slug of [dpo, ciso]) {
      const browser = await app.as(slug)
      const page = (await browser.get('/systemgjennomganger')).text
      expect(page).toMatch(new RegExp(`status=late">${late}</a>`))
      const only = (await browser.get('/systemgjennomganger?status=late')).text
      expect(only.match(/\/systemgjennomganger\/[0-9a-f-]{36}\/paminnelse/g)).toHaveLength(late)
      const told = await browser.post(`/systemgjennomganger/${system}/paminnelse`)
      expect([told.status, told.location]).toEqual([303, '/systemgjennomganger'])
    }
    const inbox = (await (await app.as('sandnes-systemeier')).get('/varsler')).text
    expect(inbox).toContain('Påminnelse: den årlige gjennomgangen av systemet mangler')
    // All at once: each who owns one that is late is told of it, and not of the others’.
    const theirs = await app.person('sandnes-leder')
    await app.ctx(ciso, (ctx) =>
      makeSystem({ ...ctx, now: new Date('2025-06-01T08:00:00Z') }, { name: 'Skolebuss', owner: theirs.personId }),
    )
    const told = async (personId: string) =>
      app.ctx(ciso, async ({ tx }) =>
        Number(
          (
            await tx
              .selectFrom('message')
              .select((eb) => eb.fn.countAll().as('n'))
              .where('person_id', '=', personId)
              .where('kind', '=', 'system.reviewReminded')
              .executeTakeFirstOrThrow()
          ).n,
        ),
      )
    const before = [await told(owner.personId), await told(theirs.personId)]
    expect((await (await app.as(dpo)).post('/systemgjennomganger/paminnelse')).status).toBe(303)
    expect([(await told(owner.personId)) > (before[0] ?? 0), (await told(theirs.personId)) - (before[1] ?? 0)]).toEqual([true, 1])
    const leader = await app.as('sandnes-leder')
    expect((await leader.post('/systemgjennomganger/paminnelse')).status).toBe(403)
    expect((await leader.get('/systemgjennomganger')).text).not.toContain('Minn på')
    expect((await (await app.as(dpo)).get('/systemgjennomganger/rapport.pdf')).headers.get('content-type')).toBe('application/pdf')
  })

  it('S4-171 the year’s reviews are started for the systems that have none planned', async () => {
    const id = await app.ctx(ciso, (ctx) => makeSystem(ctx, { name: 'Uten plan' }))
    await app.ctx(ciso, (ctx) => ctx.tx.deleteFrom('review_plan').where('subject_id', '=', id).execute())
    const officer = await app.as(dpo)
    expect((await officer.get('/systemgjennomganger?status=unplanned')).text).toContain('Uten plan')
    expect((await officer.post('/systemgjennomganger/start', { dueOn: '' })).status).toBe(422)
    const past = await officer.post('/systemgjennomganger/start', { dueOn: '2020-01-01' })
    expect([past.status, past.text.includes('Fristen har vært')]).toEqual([422, true])
    expect((await officer.post('/systemgjennomganger/start', { dueOn: '2027-05-01' })).status).toBe(303)
    expect((await app.ctx(ciso, systemLines)).find((one) => one.id === id)?.dueOn).toBe('2027-05-01')
    expect((await app.ctx(ciso, (ctx) => tasksOf(ctx, id))).map(({ kind }) => kind)).toContain('review.due')
  })

  it('S4-184 S4-185 has ten items on the agenda, takes an eleventh, and keeps what is written of buildings in the minutes', async () => {
    app.clock.now = new Date('2027-04-10T08:00:00Z')
    const officer = await app.as(dpo)
    const asked = await officer.get('/ledelsens-gjennomgang/nytt')
    expect(asked.text).toContain('value="2027-04-10"')
    const plan = { name: 'Gjennomgang 2027', heldOn: '2027-04-10', periodFrom: '2027-01-01', periodTo: '2027-04-10', id: key('01') }
    expect((await officer.post('/ledelsens-gjennomgang/nytt', plan)).location).toBe(`/ledelsens-gjennomgang/${key('01')}`)
    const at = `/ledelsens-gjennomgang/${key('01')}`
    const agenda = async () => (await officer.get(at)).text
    for (let n = 1; n <= 10; n++) expect(await agenda()).toMatch(new RegExp(`<summary>${n}\\. `))
    expect(await agenda()).toContain('9. Bygningsmessige endringer')
    expect(await agenda()).not.toContain('<summary>11. ')
    expect((await officer.post('/ledelsessaker/nytt', { name: 'Ny skyavtale', review: key('01'), id: key('02') })).status).toBe(303)
    expect(await agenda()).toContain('11. Ny skyavtale')
    const noted = await officer.post(`${at}/endring/merknader`, { version: '1', buildingsNote: 'Nye låser i rådhuset' })
    expect(noted.status).toBe(303)
    expect(await agenda()).toContain('Nye låser i rådhuset')
    for (const file of ['sakspapirer.pdf', 'referat.pdf', 'sakspapirer.docx', 'referat.docx'])
      expect((await officer.get(`${at}/${file}`)).status).toBe(200)
    // On the wall in the meeting: one item at a time, from the first to the last.
    const slide = async (nr: number | string) => officer.get(`${at}/visning/${nr}`)
    expect((await slide(0)).text).toContain('11 saker')
    const ninth = (await slide(9)).text
    expect(ninth).toMatch(/<h1[^>]*>9\. Bygningsmessige endringer/)
    expect(ninth).toContain('Nye låser i rådhuset')
    expect(ninth).toContain(`href="${at}/visning/10"`)
    const last = (await slide(11)).text
    expect(last).toContain('Ny skyavtale')
    expect(last).not.toContain('Neste sak')
    for (const wrong of [12, 'x', '-1']) expect((await slide(wrong)).status).toBe(404)
    expect((await (await app.as('sandnes-ansatt')).get(`${at}/visning/1`)).status).toBe(404)
  })

  it('S4-174 S4-175 minutes are refused with what is missing named, and approved when whole; nothing is changed after', async () => {
    app.clock.now = new Date('2027-04-10T08:00:00Z')
    const id = await app.ctx(ciso, (ctx) => makeReview(ctx, { name: 'Referat', heldOn: '2027-04-09', periodTo: '2027-04-09' }))
    const at = `/ledelsens-gjennomgang/${id}`
    const director = await app.as('sandnes-kommunedirektor')
    const refused = await director.post(`${at}/godkjenning`, { version: '1' })
    expect([refused.status, refused.text.includes('Referatet mangler noe')]).toEqual([422, true])
    expect(refused.text).toMatch(/Dette mangler i referatet.*Status for informasjonssikkerhetsarbeidet.*Sikkerhetsmålene/s)
    const officer = await app.as(dpo)
    expect((await officer.post(`${at}/endring/referat`, { version: '1', ...wholeMinutes })).status).toBe(303)
    expect((await officer.post(`${at}/godkjenning`, { version: '2' })).status).toBe(403)
    const ready = (await director.get(at)).text
    const top = ready.slice(ready.indexOf('v-next'), ready.indexOf('Sakslisten'))
    expect([top.includes('Referatet er skrevet, og venter på godkjenning'), top.includes('Godkjenn referatet')]).toEqual([true, true])
    expect((await officer.get(at)).text).not.toContain('Godkjenn referatet')
    expect((await director.post(`${at}/godkjenning`, { version: '2' })).status).toBe(303)
    const page = (await director.get(at)).text
    expect(page).toContain('Referat godkjent')
    expect(page).toMatch(/Sikkerhetsstrategien.*Skal endres\. Skyen er ikke nevnt\./s)
    expect((await officer.post(`${at}/endring/referat`, { version: '4', statusSummary: 'Annet' })).status).toBe(403)
    expect((await officer.post('/ledelsessaker/nytt', { name: 'For sent', review: id, id: key('03') })).status).toBe(422)
    const decision = { name: 'Rydd', review: id, owner: (await app.person(ciso)).personId, dueOn: '2027-06-01', id: key('04') }
    expect((await director.post('/ledelsesvedtak/nytt', decision)).status).toBe(303)
    expect((await (await app.as(ciso)).get('/oppgaver')).text).toContain('Følg opp vedtak fra ledelsens gjennomgang')
    const next = await app.ctx(ciso, (ctx) => makeReview(ctx, { name: 'Neste', heldOn: '2028-04-01', periodTo: '2028-04-01' }))
    expect((await officer.get(`/ledelsens-gjennomgang/${next}`)).text).toMatch(/Åpne vedtak fra tidligere gjennomganger.*Rydd/s)
  })

  it('S4-173 says that it is overdue where none was held in twelve months; S4-175 shows the documents in force', async () => {
    app.clock.now = new Date('2027-04-12T08:00:00Z')
    const held = await app.ctx(ciso, (ctx) => makeReview(ctx, { ...wholeMinutes, heldOn: '2027-04-11', periodTo: '2027-04-11' }))
    await (await app.as('sandnes-kommunedirektor')).post(`/ledelsens-gjennomgang/${held}/godkjenning`, { version: '1' })
    const page = async (slug: string) => (await (await app.as(slug)).get('/ledelsens-gjennomgang')).text
    app.clock.now = new Date('2028-06-01T08:00:00Z')
    expect(await page(dpo)).toContain('Det er mer enn tolv måneder siden ledelsens gjennomgang')
    app.clock.now = new Date('2027-04-12T08:00:00Z')
    expect(await page(dpo)).toContain('Neste gjennomgang skal holdes innen 11. april 2028')
    const goals = await app.ctx(ciso, (ctx) => makeDocument(ctx, { name: 'Våre sikkerhetsmål', kind: 'goals' }))
    const id = await app.ctx(ciso, (ctx) => makeReview(ctx, { name: 'Med mål', heldOn: '2027-04-12', periodTo: '2027-04-12' }))
    expect((await (await app.as(dpo)).get(`/ledelsens-gjennomgang/${id}`)).text).toContain(`href="/styringsdokumenter/${goals}"`)
    for (const slug of ['sandnes-ansatt', 'sauda-personvernombud'])
      expect((await (await app.as(slug)).get(`/ledelsens-gjennomgang/${id}`)).status).toBe(404)
    expect((await (await app.as('sandnes-ansatt')).get('/ledelsens-gjennomgang')).status).toBe(403)
  })

  it('S4-079 the report has period, cases and advice, as PDF and Word, and says when it was delivered', async () => {
    app.clock.now = new Date('2027-04-12T08:00:00Z')
    const officer = await app.as(dpo)
    const answers = {
      name: 'Første kvartal',
      periodFrom: '2027-01-01',
      periodTo: '2027-03-31',
      advice: 'Kort ned lagringstiden',
      id: newId(app.clock.now),
    }
    const at = (await officer.post('/ombudsrapporter/nytt', answers)).location ?? ''
    const empty = await officer.post(`${at}/levering`, { version: '1' })
    expect([empty.status, empty.text.includes('Skriv vurderingen før rapporten leveres')]).toEqual([422, true])
    expect((await officer.post(`${at}/endring`, { ...answers, version: '1', summary: 'Godt' })).status).toBe(303)
    expect((await officer.post(`${at}/levering`, { version: '2' })).status).toBe(303)
    const page = (await (await app.as('sandnes-ledergruppe')).get(at)).text
    for (const part of ['1. januar 2027', 'Avvik meldt', 'Kort ned lagringstiden', 'Levert til ledergruppen 12. april 2027'])
      expect(page).toContain(part)
    expect((await officer.get(`${at}/endring`)).status).toBe(403)
    for (const form of ['pdf', 'docx']) expect((await officer.get(`${at}/rapport.${form}`)).status).toBe(200)
    expect((await (await app.as('sandnes-leder')).get(at)).status).toBe(404)
  })
})
