import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { saysOf } from '../approvals/factory.ts'
import { units } from '../people/public.ts'
import { makeSystem } from '../systems/factory.ts'
import { editProcessing } from './commands.ts'
import { makeProcessing, wholeAnswers } from './factory.ts'
import { duties } from './fields.ts'
import { findProcessing, processingsNamed } from './queries.ts'

describeExample('processing: pages', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())
  const key = (n: string) => `019a0000-0000-7000-8000-0000000000${n}`
  const approve = (browser: Parameters<typeof saysOf>[0], id: string) => saysOf(browser, { type: 'processing', id }, 'responsible')
  const start = { name: 'Opptak', kind: 'administrative', ourRole: 'controller' }
  const informatics = async (slug = 'uio-personvernombud') =>
    app.ctx(slug, async (ctx) => (await units(ctx)).find(({ name }) => name === 'Institutt for informatikk')?.id ?? '')

  it('S2-17 a new activity is asked of the authority and offered no licence; one that exists is, and shows that it is of the law before 2018', async () => {
    const leader = await app.as('uio-leder')
    const blank = (await leader.get('/behandlinger/nytt')).text
    expect([blank.includes('Forhåndsdrøfting'), blank.includes('Konsesjon (før 2018)')]).toEqual([true, false])
    const unit = await informatics()
    const id = await app.ctx('uio-personvernombud', (ctx) => makeProcessing(ctx, { unit, name: 'Gammel konsesjon' }))
    const at = `/behandlinger/${id}/endring/start`
    expect((await leader.get(at)).text).toContain('Konsesjon (før 2018)')
    const licence = { version: '1', priorApproval: 'licence', priorApprovalNumber: '03/1234', priorApprovalUntil: '2027-05-01' }
    expect((await leader.post(at, licence)).status).toBe(303)
    const page = (await leader.get(`/behandlinger/${id}`)).text
    for (const word of ['Historisk', 'personopplysningsloven av 2000 § 33', '1. mai 2027', '03/1234']) expect(page).toContain(word)
  })

  it('S4-053 S4-036 is registered as a draft, says what the law misses, and shows the officer to ask', async () => {
    const leader = await app.as('uio-leder')
    const unit = await informatics()
    const made = await leader.post('/behandlinger/nytt', { ...start, id: key('01'), unit })
    expect([made.status, made.location]).toEqual([303, `/behandlinger/${key('01')}`])
    const page = (await leader.get(`/behandlinger/${key('01')}`)).text
    expect(page).toContain('Utkast')
    expect(page).toContain('Dette mangler før behandlingen kan godkjennes')
    expect(page).toContain('Artikkel 30 (1) (b)')
    expect(page).toContain('personvernombud@uio.example')
    const refused = await approve(leader, key('01'))
    expect([refused.status, refused.text.includes('Noe mangler før dette kan godkjennes')]).toEqual([422, true])
    expect(page).not.toContain(`/godkjenninger/processing/${key('01')}/responsible"`)
  })

  it('S4-091 shows the controller of the profile and the head of the unit; another in daily charge changes the second alone', async () => {
    const unit = await informatics()
    const id = await app.ctx('uio-personvernombud', (ctx) => makeProcessing(ctx, { unit }))
    const leader = await app.as('uio-leder')
    const before = (await leader.get(`/behandlinger/${id}`)).text
    expect(before).toContain('Universitetsdirektør, Universitetet i Oslo')
    expect(before).toMatch(/Daglig ansvarlig<\/dt><dd[^>]*>Instituttleder/)
    expect(before).toContain('Delegeringen gjelder oppgavene, ikke ansvaret.')
    const { personId } = await app.person('uio-it-sjef')
    const edited = await leader.post(`/behandlinger/${id}/endring/ansvar`, { version: '1', unit, responsible: personId })
    expect(edited.status).toBe(303)
    const after = (await leader.get(`/behandlinger/${id}`)).text
    expect(after).toContain('Universitetsdirektør, Universitetet i Oslo')
    expect(after).toMatch(/Daglig ansvarlig<\/dt><dd[^>]*>IT-direktør/)
  })

  it('S2-08 every record names whoever holds the position of controller today; another holder, another name, on all of them', async () => {
    const unit = await informatics()
    const ids = await app.ctx('uio-personvernombud', async (ctx) => [
      await makeProcessing(ctx, { unit }),
      await makeProcessing(ctx, { unit, kind: 'research' }),
    ])
    const leader = await app.as('uio-leder')
    const controllers = async () =>
      Promise.all(
        ids.map(async (id) => /Behandlingsansvarlig<\/dt><dd[^>]*>([^<]*)</.exec((await leader.get(`/behandlinger/${id}`)).text)?.[1]),
      )
    const post = 'Universitetsdirektør, Universitetet i Oslo'
    expect(await controllers()).toEqual([`${post}: Universitetsdirektør, UiO`, `${post}: Universitetsdirektør, UiO`])
    const admin = await app.as('uio-administrator')
    const old = await app.person('uio-universitetsdirektor')
    const next = await app.person('uio-it-sjef')
    await app.ctx('uio-administrator', (ctx) =>
      ctx.tx.deleteFrom('role_assignment').where('role', '=', 'controller').where('person_id', '=', old.personId).execute(),
    )
    expect(await controllers()).toEqual([`${post}: ingen har stillingen nå`, `${post}: ingen har stillingen nå`])
    const given = (person: string, from: string) => admin.post('/roller/controller/gi', { person, unit: '', from, to: '', reason: 'Vikar' })
    expect((await given(next.personId, '2026-01-01')).status).toBe(303)
    expect(await controllers()).toEqual([`${post}: IT-direktør, UiO`, `${post}: IT-direktør, UiO`])
    await app.ctx('uio-administrator', (ctx) =>
      ctx.tx.deleteFrom('role_assignment').where('role', '=', 'controller').where('person_id', '=', next.personId).execute(),
    )
    expect((await given(old.personId, '2026-01-01')).status).toBe(303)
  })

  it('S2-28 research has the data protection officer that the profile names, and an administrative activity our own', async () => {
    const unit = await informatics()
    const officer = async (slug: string, kind: 'research' | 'administrative') => {
      const id = await app.ctx(slug, (ctx) => makeProcessing(ctx, { unit: slug.startsWith('uio') ? unit : ctx.actor.unitId, kind }))
      const { text } = await (await app.as(slug)).get(`/behandlinger/${id}`)
      return /Personvernombud<\/dt><dd[^>]*>([^<]*)</.exec(text)?.[1]
    }
    expect(await officer('uio-personvernombud', 'research')).toBe('NSD (nå Sikt)')
    expect(await officer('uio-personvernombud', 'administrative')).toBe('Personvernombud, UiO')
    // Where the profile names nobody for research, our own officer is that too.
    expect(await officer('sandnes-personvernombud', 'research')).toBe('Personvernombud, Sandnes')
  })

  it('S2-15 a start in twenty days is ten days too late and asks why; one in forty days is taken', async () => {
    const leader = await app.as('uio-leder')
    const unit = await informatics()
    const startingOn = async (n: string, startsOn: string) => {
      const answers = { ...start, name: `Start ${n}`, unit, purpose: 'Opptak' }
      expect((await leader.post('/behandlinger/nytt', { ...answers, id: key(n) })).status).toBe(303)
      expect((await leader.post(`/behandlinger/${key(n)}/endring/start`, { version: '1', startsOn })).status).toBe(303)
      return (await leader.get(`/behandlinger/${key(n)}`)).text
    }
    expect(await startingOn('02', '2026-03-22')).toContain('10 dager for sen')
    const silent = await leader.post(`/behandlinger/${key('02')}/melding`, { version: '2', lateReason: '' })
    expect(silent.status).toBe(422)
    expect(silent.text).toContain('href="#lateReason"')
    expect((await leader.post(`/behandlinger/${key('02')}/melding`, { version: '2', lateReason: 'Ny lov' })).status).toBe(303)
    expect((await leader.get(`/behandlinger/${key('02')}`)).text).toContain('(Ny lov)')
    expect(await startingOn('03', '2026-04-11')).not.toContain('for sen')
    expect((await leader.post(`/behandlinger/${key('03')}/melding`, { version: '2' })).status).toBe(303)
    expect((await (await app.as('uio-personvernombud')).get('/oppgaver')).text).toContain('Start 03')
  })

  it('S2-23 research without a reference stands among what is to be notified to Sikt, and leaves when it has one', async () => {
    const officer = await app.as('uio-personvernombud')
    const id = await app.ctx('uio-personvernombud', (ctx) => makeProcessing(ctx, { name: 'Søvnstudien', kind: 'research' }))
    const part = async () => {
      const { text } = await officer.get('/behandlinger/mangler')
      return text.slice(text.indexOf('Forskning som skal meldes'), text.indexOf('Venter på tillatelse'))
    }
    expect(await part()).toContain('Søvnstudien')
    expect((await officer.get(`/behandlinger/${id}`)).text).toContain('https://www.sikt.no/')
    expect((await officer.post(`/behandlinger/${id}/melding`, { version: '1' })).status).toBe(422)
    const answers = {
      version: '1',
      externalReference: '123456',
      externalStatus: 'notified',
    }
    expect((await officer.post(`/behandlinger/${id}/endring/start`, answers)).status).toBe(303)
    expect(await part()).not.toContain('Søvnstudien')
  })

  it('S2-27 the list from Sikt gives research its reference and status, a project that is not there becomes a draft, and it is undone as a whole', async () => {
    const officer = await app.as('uio-personvernombud')
    const make = (name: string, kind: 'research' | 'administrative') =>
      app.ctx('uio-personvernombud', (ctx) => makeProcessing(ctx, { name, kind, purpose: 'Forske' }))
    const id = await make('Hukommelse hos eldre', 'research')
    await make('Lønnskjøring', 'administrative')
    const file = [
      'Referansenummer;Prosjekttittel;Institutt;Status;Dato',
      '884512;Hukommelse hos eldre;Institutt for informatikk;Ferdig vurdert;14.02.2026',
      '901234;Språk i barnehagen;Institutt for informatikk;Til vurdering;01.03.2026',
      '777777;Lønnskjøring;;Vurdert;01.03.2026',
    ].join('\n')
    const at = (await officer.send('/behandlinger/import', [{ name: 'sikt.csv', content: Buffer.from(file) }])).location ?? ''
    const columns = (await officer.get(at)).text
    const chosen = [...columns.matchAll(/<select[^>]*name="(kolonne\.\d+)"[\s\S]*?<\/select>/g)].map(
      ([html, name = '']) => [name, /<option selected value="([^"]*)"/.exec(html)?.[1] ?? ''] as const,
    )
    expect(chosen.map(([, question]) => question)).toEqual(['externalReference', 'name', 'unit', 'externalStatus', 'externalOn'])
    await officer.post(`${at}/kolonner`, Object.fromEntries(chosen))
    expect((await officer.get(at)).text).toContain('Behandlingen med dette navnet er ikke forskning.')
    await officer.post(`${at}/gjennomforing`)
    const page = (await officer.get(`/behandlinger/${id}`)).text
    for (const said of ['884512', 'Vurdert', '14. februar 2026', 'Forske']) expect(page).toContain(said)
    const listed = async () => (await officer.get('/behandlinger?type=research')).text
    expect(await listed()).toContain('Språk i barnehagen')
    expect(await app.ctx('uio-personvernombud', async (ctx) => (await processingsNamed(ctx, ['Lønnskjøring']))[0]?.values)).toMatchObject({
      kind: 'administrative',
      externalReference: null,
    })
    expect((await (await app.as('uio-leder')).get('/behandlinger/import')).status).toBe(403)
    expect((await (await app.as('sandnes-personvernombud')).get('/behandlinger/import')).status).toBe(404)
    await officer.post(`${at}/angring`)
    expect((await officer.get(`/behandlinger/${id}`)).text).not.toContain('884512')
    expect(await listed()).not.toContain('Språk i barnehagen')
  })

  it('S2-59 one without a routine for deletion is marked as incomplete, and stands in the overview until it has one', async () => {
    const unit = await app.ctx('uio-administrator', async ({ actor }) => actor.unitId)
    const id = await app.ctx('uio-administrator', (ctx) => makeProcessing(ctx, { name: 'Uten sletterutine', unit }))
    const page = async (path: string) => (await (await app.as('uio-personvernombud')).get(path)).text
    const overview = async () => /Mangler sletterutine[\s\S]*?<\/section>/.exec(await page('/behandlinger/mangler'))?.[0]
    expect(await page(`/behandlinger/${id}`)).toContain('Ufullstendig: mangler sletterutine')
    expect(await overview()).toContain('Uten sletterutine')
    await app.ctx('uio-administrator', async (ctx) => {
      const { values } = (await findProcessing(ctx, id)) ?? expect.unreachable('no activity')
      expect(await editProcessing(ctx, id, null, { ...values, deletionRoutine: 'Slettes hver høst' })).toMatchObject({ ok: true })
    })
    expect(await page(`/behandlinger/${id}`)).not.toContain('Ufullstendig')
    expect(await overview()).not.toContain('Uten sletterutine')
  })

  it('S2-25 sensitive data wait for the controller, who alone may permit', async () => {
    const unit = await informatics()
    const sick = { ...wholeAnswers, name: 'Sykefravær', unit, dataKinds: ['health'], specialBasis: ['b'], startsOn: '2026-05-01' } as const
    const id = await app.ctx('uio-personvernombud', (ctx) => makeProcessing(ctx, sick))
    const leader = await app.as('uio-leder')
    expect((await leader.post(`/behandlinger/${id}/melding`, { version: '1' })).status).toBe(303)
    expect((await approve(leader, id)).status).toBe(422)
    expect((await leader.get(`/behandlinger/${id}`)).text).toContain('ikke gitt tillatelse')
    expect((await leader.post(`/behandlinger/${id}/tillatelse`, { version: '2', answer: 'granted' })).status).toBe(403)
    const controller = await app.as('uio-universitetsdirektor')
    expect((await controller.get('/oppgaver')).text).toContain('Avgjør om behandlingen får tillatelse')
    expect((await controller.post(`/behandlinger/${id}/tillatelse`, { version: '2', answer: 'kanskje' })).status).toBe(404)
    expect((await controller.post(`/behandlinger/${id}/tillatelse`, { version: '2', answer: 'granted' })).status).toBe(303)
    expect((await approve(leader, id)).status).toBe(303)
    expect((await leader.get(`/behandlinger/${id}`)).text).toContain('>Godkjent<')
  })

  it('S4-092 S0-06 a point is answered on a page of its own, and both who answer at once are heard', async () => {
    const unit = await informatics()
    const id = await app.ctx('uio-personvernombud', (ctx) => makeProcessing(ctx, { name: 'Punktvis', unit }))
    const leader = await app.as('uio-leder')
    const form = (await leader.get(`/behandlinger/${id}/kontroll/lawful`)).text
    const opened = /name="opened" value="([^"]*)"/.exec(form)?.[1] ?? ''
    const yes = { version: '1', opened, answer: 'yes', checkedOn: '2026-03-01' }
    expect((await leader.get(`/behandlinger/${id}`)).text).toContain('Svaret må være ja på alle seks')
    expect((await leader.post(`/behandlinger/${id}/kontroll/lawful`, yes)).status).toBe(303)
    const other = await (await app.as('uio-personvernombud')).post(`/behandlinger/${id}/kontroll/lawful`, {
      ...yes,
      answer: 'no',
      note: 'Mangler hjemmel',
    })
    expect(other.status).toBe(409)
    expect((await leader.get(`/behandlinger/${id}`)).text).toContain('Ja, 1. mars 2026')
    const said = async () => /Svaret (?:er|må være) ja på alle seks/.exec((await leader.get(`/behandlinger/${id}`)).text)?.[0]
    for (const [n, duty] of duties.filter((one) => one !== 'lawful').entries()) {
      expect(await said()).toBe('Svaret må være ja på alle seks')
      const { status } = await leader.post(`/behandlinger/${id}/kontroll/${duty}`, { ...yes, version: String(n + 2), opened: '' })
      expect([duty, status]).toEqual([duty, 303])
    }
    expect(await said()).toBe('Svaret er ja på alle seks')
    expect((await leader.get(`/behandlinger/${id}/kontroll/tull`)).status).toBe(404)
    expect((await (await app.as('uio-ansatt')).get(`/behandlinger/${id}/kontroll/lawful`)).status).toBe(403)
  })

  it('S0-06 a review of data quality that is overdue stands in the overview of its unit, and of no other', async () => {
    const unit = await informatics()
    const officer = await app.as('uio-personvernombud')
    const id = await app.ctx('uio-personvernombud', (ctx) => makeProcessing(ctx, { name: 'Forfalt vurdering', unit }))
    const answers = { version: '1', answer: 'yes', checkedOn: '2026-01-01', dueOn: '2026-03-01' }
    expect((await officer.post(`/behandlinger/${id}/kontroll/correct`, answers)).status).toBe(303)
    const overdue = async (query: string) => {
      const { text } = await officer.get(`/behandlinger/mangler${query}`)
      return text.slice(text.indexOf('Datakvalitet som skulle')).includes('Forfalt vurdering')
    }
    const other = await app.ctx(
      'uio-personvernombud',
      async (ctx) => (await units(ctx)).find(({ name }) => name === 'Kjemisk institutt')?.id,
    )
    const above = await app.ctx('uio-personvernombud', async (ctx) => (await units(ctx)).find(({ path }) => path.length === 1)?.id)
    expect([await overdue(''), await overdue(`?enhet=${unit}`), await overdue(`?enhet=${above}`)]).toEqual([true, true, true])
    expect([await overdue(`?enhet=${other}`), await overdue('?enhet=tull')]).toEqual([false, true])
  })

  it('S4-097 an activity about pupils in a school shows the school as responsible', async () => {
    const about = (dataSubjects: 'pupils' | 'employees') =>
      app.ctx('sandnes-personvernombud', async (ctx) =>
        makeProcessing(ctx, {
          unit: (await units(ctx)).find(({ name }) => name === 'Barneskolen i sentrum')?.id ?? null,
          dataSubjects: [dataSubjects],
        }),
      )
    const officer = await app.as('sandnes-personvernombud')
    expect((await officer.get(`/behandlinger/${await about('pupils')}`)).text).toContain('Skolen Barneskolen i sentrum har ansvaret')
    expect((await officer.get(`/behandlinger/${await about('employees')}`)).text).not.toContain('har ansvaret for personvernet til elevene')
  })

  it('S4-035 S4-053 the whole record is one file with every activity, and a system without one is listed', async () => {
    await app.ctx('sandnes-administrator', (ctx) => makeSystem(ctx, { name: 'Uregistrert', dataKinds: ['health'] }))
    for (const n of [1, 2, 3]) await app.ctx('sandnes-personvernombud', (ctx) => makeProcessing(ctx, { name: `Protokoll ${n}` }))
    const officer = await app.as('sandnes-personvernombud')
    const { text } = await officer.get('/behandlinger/mangler')
    expect(text).toContain('Uregistrert')
    const href = /href="(\/behandlinger\/utdrag\/csv[^"]*)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const file = await officer.get(href)
    expect(file.status).toBe(200)
    for (const n of [1, 2, 3]) expect(file.text).toContain(`Protokoll ${n}`)
    expect(file.text).toContain('Når slettes opplysningene?')
    expect(file.text).not.toContain('Sykefravær')
  })

  it('S0-03 the page of the system leads to the activity', async () => {
    const system = await app.ctx('uio-administrator', (ctx) => makeSystem(ctx, { name: 'Opptakssystemet' }))
    const id = await app.ctx('uio-personvernombud', (ctx) => makeProcessing(ctx, { name: 'Opptak i systemet', systems: [system] }))
    const page = (await (await app.as('uio-ansatt')).get(`/systemer/${system}`)).text
    expect(page).toContain(`href="/behandlinger/${id}"`)
    expect((await (await app.as('uio-ansatt')).get(`/behandlinger/${id}`)).text).toContain('Opptakssystemet')
  })

  it('S2-45 the three needs of information security are rated on an activity, each with what the word means, as on a system', async () => {
    const id = await app.ctx('uio-personvernombud', (ctx) => makeProcessing(ctx, { name: 'Krever mye', unit: null }))
    const officer = await app.as('uio-personvernombud')
    const form = (await officer.get(`/behandlinger/${id}/endring/sikkerhet`)).text
    for (const word of ['Konfidensialitet: informasjonen', 'Integritet: informasjonen', 'Tilgjengelighet: informasjonen'])
      expect(form).toContain(word)
    const rated = { version: '1', confidentiality: 'high', integrity: 'medium', availability: 'low' }
    expect((await officer.post(`/behandlinger/${id}/endring/sikkerhet`, rated)).status).toBe(303)
    const page = (await officer.get(`/behandlinger/${id}`)).text.replace(/<[^>]+>/g, ' ')
    for (const [label, value] of [
      ['konfidensialiteten', 'Svært viktig'],
      ['integriteten', 'Viktig'],
      ['tilgjengeligheten', 'Lite viktig'],
    ])
      expect(page).toMatch(new RegExp(`${label}\\?\\s+${value}`))
    const kept = await app.ctx('uio-administrator', (ctx) =>
      makeSystem(ctx, { name: 'Med tre krav', confidentiality: 'high', integrity: 'medium', availability: 'low' }),
    )
    expect((await officer.get(`/systemer/${kept}`)).text).toContain('Svært viktig')
  })

  it('is edited part by part: what another part says stands, and a part that is not is not there', async () => {
    const whole = { ...wholeAnswers, name: 'I deler', unit: await informatics() }
    const id = await app.ctx('uio-personvernombud', (ctx) => makeProcessing(ctx, whole))
    const leader = await app.as('uio-leder')
    const form = (await leader.get(`/behandlinger/${id}/endring/mottakere`)).text
    expect([...form.matchAll(/<(?:textarea|input)[^>]* name="(\w+)"/g)].map(([, name]) => name)).toEqual(
      expect.arrayContaining(['recipients', 'transfers', 'safeguards', 'storageTime']),
    )
    expect(form).not.toContain('name="purpose"')
    expect(
      (await leader.post(`/behandlinger/${id}/endring/mottakere`, { version: '1', recipients: 'Lånekassen', transfers: 'no' })).status,
    ).toBe(303)
    const page = (await leader.get(`/behandlinger/${id}`)).text
    for (const word of ['Lånekassen', 'Ta opp studenter.', 'høyskoleloven § 4-15']) expect(page).toContain(word)
    for (const part of ['tull', 'what', '__proto__', 'constructor'])
      expect([part, (await leader.get(`/behandlinger/${id}/endring/${part}`)).status]).toEqual([part, 404])
    expect((await leader.get(`/behandlinger/${id}/endring`)).status).toBe(404)
  })

  it('an employee reads, and changes nothing; another organisation’s is not there', async () => {
    const id = await app.ctx('uio-personvernombud', (ctx) => makeProcessing(ctx, { name: 'Bare vår' }))
    const employee = await app.as('uio-ansatt')
    expect((await employee.get('/behandlinger')).text).toContain('Bare vår')
    expect((await employee.get('/behandlinger/nytt')).status).toBe(403)
    for (const deed of ['bekreftelse', 'avslutning', 'melding'])
      expect([deed, (await employee.post(`/behandlinger/${id}/${deed}`, { version: '1' })).status]).toEqual([deed, 403])
    expect((await employee.post(`/behandlinger/${id}/endring/hva`, { ...start, version: '1' })).status).toBe(403)
    const stranger = await app.as('sandnes-personvernombud')
    for (const deed of ['', '/endring/hva', '/kontroll/lawful']) expect((await stranger.get(`/behandlinger/${id}${deed}`)).status).toBe(404)
    expect((await stranger.post(`/behandlinger/${id}/avslutning`, { version: '1' })).status).toBe(404)
  })

  it('a form without a version saw nothing, and a second press ends it once', async () => {
    const id = await app.ctx('uio-personvernombud', (ctx) => makeProcessing(ctx, { name: 'To ganger' }))
    const officer = await app.as('uio-personvernombud')
    expect((await officer.post(`/behandlinger/${id}/avslutning`)).status).toBe(409)
    const both = await Promise.all([1, 2].map(() => officer.post(`/behandlinger/${id}/avslutning`, { version: '1' })))
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
    expect((await officer.get(`/behandlinger/${id}`)).text).toContain('>Avsluttet<')
  })
})
