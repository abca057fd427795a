import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { newId } from '../../kernel/ids.ts'
import { makeSystem } from '../systems/factory.ts'
import { makeCourse, makePost, makeRequirement, makeResource } from './factory.ts'

describeExample('training: pages', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())
  const ciso = 'sandnes-informasjonssikkerhetssjef'
  const nurse = 'sandnes-helsefagarbeider'
  const superUser = 'sandnes-superbruker'
  const made = (html: string) => /name="id" value="([^"]+)"/.exec(html)?.[1] ?? ''

  it('S0-09 a need is reported from one’s own page; the leader has the task, sets a day, and whoever reported it sees that', async () => {
    const employee = await app.as('sandnes-ansatt')
    expect((await employee.get('/opplaering')).text).toContain('href="/opplaeringsbehov/nytt"')
    const id = made((await employee.get('/opplaeringsbehov/nytt')).text)
    const empty = await employee.post('/opplaeringsbehov/nytt', { id, topic: '', forWhom: 'unit' })
    expect([empty.status, empty.text.includes('href="#topic"')]).toEqual([422, true])
    const values = { id, topic: 'Rutine for arkiv', description: 'Hvor skal notater?', forWhom: 'unit' }
    const twice = await Promise.all([1, 2].map(() => employee.post('/opplaeringsbehov/nytt', values)))
    expect(twice.map(({ status, location }) => [status, location])).toEqual(Array(2).fill([303, `/opplaeringsbehov/${id}`]))
    const leader = await app.as('sandnes-leder')
    expect((await leader.get('/oppgaver')).text).toContain('Svar på behov for opplæring')
    expect((await leader.get('/varsler')).text).toContain('Noen har meldt behov for opplæring')
    expect((await leader.get('/opplaeringsbehov')).text).toContain('Barneskolen i sentrum')
    const svar = `/opplaeringsbehov/${id}/svar`
    expect((await employee.post(svar, { version: '1', status: 'closed' })).status).toBe(403)
    const reasonless = await leader.post(svar, { version: '1', status: 'rejected', plannedOn: '', reason: '' })
    expect([reasonless.status, reasonless.text.includes('Skriv hvorfor du avviser behovet.')]).toEqual([422, true])
    expect((await leader.post(svar, { version: '1', status: 'planned', plannedOn: '2026-04-10', reason: '' })).status).toBe(303)
    expect((await employee.get('/opplaering')).text).toContain('Opplæring 10. april 2026')
    const shown = (await employee.get(`/opplaeringsbehov/${id}`)).text
    expect([shown.includes('Satt opp'), shown.includes('10. april 2026')]).toEqual([true, true])
    expect((await employee.get('/varsler')).text).toContain('Lederen har svart på behovet for opplæring')
    for (const slug of [nurse, 'sandnes-administrator', 'uio-personvernombud']) {
      const other = await app.as(slug)
      expect([slug, (await other.get(`/opplaeringsbehov/${id}`)).status, (await other.post(svar, { version: '2' })).status]).toEqual([
        slug,
        404,
        404,
      ])
    }
  })

  it('S0-11 an editor adds a resource; those it is for see it, and a link that is empty or broken is not shown', async () => {
    const editor = await app.as('sandnes-administrator')
    const leader = await app.as('sandnes-leder')
    const employee = await app.as('sandnes-ansatt')
    const id = made((await editor.get('/opplaeringsressurser/nytt')).text)
    const values = {
      id,
      name: 'Lederkurs på nett',
      link: 'https://kurs.example/ledere',
      linkWorks: 'yes',
      audiences: 'leaders',
      inUse: 'yes',
    }
    expect((await editor.post('/opplaeringsressurser/nytt', { ...values, link: 'javascript:alert(1)' })).status).toBe(422)
    expect((await editor.post('/opplaeringsressurser/nytt', values)).status).toBe(303)
    expect((await employee.get('/opplaeringsressurser/nytt')).status).toBe(403)
    expect((await leader.get('/opplaering')).text).toContain('href="https://kurs.example/ledere"')
    expect((await employee.get('/opplaering')).text).not.toContain('Lederkurs på nett')
    expect((await employee.post(`/opplaering/ressurser/${id}/brutt`)).status).toBe(404)
    await app.ctx('sandnes-administrator', (ctx) => makeResource(ctx, { name: 'Uten lenke' }))
    expect((await leader.post(`/opplaering/ressurser/${id}/brutt`)).status).toBe(303)
    const after = (await leader.get('/opplaering')).text
    expect([after.includes('kurs.example'), after.includes('Lederkurs på nett'), after.includes('<b>Uten lenke</b>')]).toEqual([
      false,
      true,
      true,
    ])
    expect((await (await app.as(ciso)).get('/varsler')).text).toContain('En lenke til en opplæringsressurs virker ikke')
  })

  it('S0-11 the organisation’s own page about training is shown once it is set, and no empty link', async () => {
    const admin = await app.as('oslomet-administrator')
    const employee = await app.as('oslomet-ansatt')
    expect((await employee.get('/opplaering')).text).not.toContain('Flere tips om opplæring')
    const form = (await admin.get('/innstillinger/opplaering')).text
    const version = /name="version" value="(\d+)"/.exec(form)?.[1] ?? ''
    expect((await admin.post('/innstillinger/opplaering', { version, page: 'ingen adresse' })).status).toBe(422)
    expect((await admin.post('/innstillinger/opplaering', { version, page: 'https://ansatt.example/opplaring' })).status).toBe(303)
    expect((await employee.get('/opplaering')).text).toContain('href="https://ansatt.example/opplaring"')
  })

  it('S4-065 how to report is in the plan of each, and acknowledged there', async () => {
    const manager = await app.as(ciso)
    expect((await manager.get('/kompetanse')).text).toContain('action="/kompetansekrav/start"')
    expect((await manager.post('/kompetansekrav/start')).status).toBe(303)
    const employee = await app.as('sandnes-ansatt')
    const own = (await employee.get('/opplaering')).text
    const href = /href="(\/opplaering\/[0-9a-f-]{36})"[^>]*>Slik melder du avvik/.exec(own)?.[1] ?? ''
    const item = /<main.*<\/main>/s.exec((await employee.get(href)).text)?.[0] ?? ''
    expect([item.includes('Meld et avvik så snart du oppdager det'), item.includes('href="/avvik/ny"')]).toEqual([true, true])
    expect((await employee.get('/oppgaver')).text).toContain('Slik melder du avvik')
    expect((await employee.post(`${href}/bekreftelse`)).location).toBe(href)
    expect((await employee.post(`${href}/bekreftelse`, { version: '1' })).status).toBe(303)
    const after = (await employee.get(href)).text
    expect([after.includes('Oppfylt 2. mars 2026'), after.includes('Jeg har lest og forstått')]).toEqual([true, false])
    expect((await (await app.as('uio-ansatt')).get(href)).status).toBe(404)
  })

  it('S4-059 the matrix shows the leader where each of the own people stands, and nobody else’s', async () => {
    const leader = (await (await app.as('sandnes-leder')).get('/kompetanse')).text
    expect([leader.includes('Lærer, Sandnes'), leader.includes('Grunnleggende ferdigheter'), leader.includes('Gjenstår')]).toEqual([
      true,
      true,
      true,
    ])
    expect(leader).not.toContain('Helsefagarbeider')
    const all = (await (await app.as(ciso)).get('/kompetanse')).text
    expect(all).toContain('Helsefagarbeider')
    expect((await (await app.as('sandnes-ansatt')).get('/kompetanse')).status).toBe(403)
    const auditor = (await (await app.as('sandnes-revisor')).get('/kompetanse')).text
    expect([auditor.includes('Lærer, Sandnes'), auditor.includes('Vises ikke')]).toEqual([false, true])
  })

  it('S4-103 the super user registers users and a course of the system; participants are seen by nobody else', async () => {
    const { personId } = await app.person(nurse)
    const system = await app.ctx(ciso, async (ctx) => makeSystem(ctx, { superUser: (await app.person(superUser)).personId }))
    const requirement = await app.ctx(superUser, (ctx) => makeRequirement(ctx, { name: 'Journalkurs', appliesTo: 'users', system }))
    const course = await app.ctx(superUser, (ctx) => makeCourse(ctx, requirement, { name: 'Journalkurs i mars' }))
    const keeper = await app.as(superUser)
    const other = await app.as('sandnes-ansatt')
    expect((await keeper.get(`/systemer/${system}`)).text).toContain(`href="/kompetanse/system/${system}"`)
    expect((await keeper.post(`/kompetanse/system/${system}`, { person: personId })).status).toBe(303)
    expect((await keeper.get(`/kompetanse/system/${system}`)).text).toContain('Helsefagarbeider')
    expect((await other.get(`/kompetanse/system/${system}`)).status).toBe(403)
    expect((await other.post(`/kurs/${course}/deltakere`, { person: personId })).status).toBe(403)
    expect((await keeper.post(`/kurs/${course}/deltakere`, { person: '' })).status).toBe(422)
    expect((await keeper.post(`/kurs/${course}/deltakere`, { person: newId(app.clock.now) })).status).toBe(422)
    expect((await keeper.post(`/kurs/${course}/deltakere`, { person: personId })).status).toBe(303)
    expect((await keeper.get(`/kurs/${course}`)).text).toContain('Helsefagarbeider')
    expect((await other.get(`/kurs/${course}`)).text).not.toContain('Helsefagarbeider')
    expect((await keeper.post(`/kurs/${course}/gjennomfort`, { version: '2' })).status).toBe(303)
    expect((await (await app.as(nurse)).get('/opplaering')).text).toContain('Oppfylt 1. mars 2026')
    const off = `/kurs/${course}/deltakere/${personId}/av`
    expect([(await other.get(off)).status, (await other.post(off, { correction: 'Nei.' })).status]).toEqual([403, 403])
    expect((await keeper.get(`/kurs/${course}`)).text).toContain(`href="${off}"`)
    expect((await keeper.get(off)).text).toContain('Hvorfor rettes det?')
    const unsaid = await keeper.post(off, { correction: '' })
    expect([unsaid.status, unsaid.text.includes('href="#correction"')]).toEqual([422, true])
    expect((await keeper.get(`/kurs/${course}`)).text).toContain('Helsefagarbeider')
    const values = { name: 'Journalkurs', requirement, heldOn: '2026-02-20', place: '', description: '', responsible: '', version: '3' }
    expect((await keeper.get(`/kurs/${course}/endring`)).text).toContain('Hvorfor rettes kurset?')
    const moved = await keeper.post(`/kurs/${course}/endring`, { ...values, correction: '' })
    expect([moved.status, moved.text.includes('href="#correction"')]).toEqual([422, true])
    expect((await keeper.post(`/kurs/${course}/endring`, { ...values, correction: 'Feil dag.' })).status).toBe(303)
    expect((await (await app.as(nurse)).get('/opplaering')).text).toContain('Oppfylt 20. februar 2026')
    const twice = await Promise.all([1, 2].map(() => keeper.post(off, { correction: 'Møtte ikke.' })))
    expect(twice.map(({ status }) => status)).toEqual([303, 303])
    expect((await keeper.get(`/kurs/${course}`)).text).toContain('Deltakere (0)')
    expect((await (await app.as(nurse)).get('/opplaering')).text).not.toContain('Oppfylt 20. februar 2026')
    expect((await keeper.get(`/historikk/training_course/${course}`)).text).toContain('Møtte ikke.')
    expect((await keeper.get(off)).status).toBe(404)
    expect((await keeper.post(`/kurs/${course}/deltakere`, { person: personId, correction: '' })).status).toBe(422)
    expect((await keeper.post(`/kurs/${course}/deltakere`, { person: personId, correction: 'Var der.' })).status).toBe(303)
    expect((await (await app.as(nurse)).get('/opplaering')).text).toContain('Oppfylt 20. februar 2026')
  })

  it('S4-088 a tip that is published is on the page of the users; who has read is counted by unit, and never named', async () => {
    const editor = await app.as(ciso)
    const id = await app.ctx(ciso, (ctx) => makePost(ctx, { name: 'Lås skjermen', body: 'Trykk **Win+L**.' }))
    await app.ctx(ciso, (ctx) => makePost(ctx, { name: 'Ikke ennå', shownFrom: '2026-05-01' }))
    await app.ctx(ciso, (ctx) => makePost(ctx, { name: 'For ledere', audiences: ['leaders'] }))
    const employee = await app.as('sandnes-ansatt')
    const page = (await employee.get('/opplaering')).text
    expect([
      page.includes('Lås skjermen'),
      page.includes('<strong>Win+L</strong>'),
      page.includes('Ikke ennå'),
      page.includes('For ledere'),
    ]).toEqual([true, true, false, false])
    expect((await employee.post(`/opplaering/nyheter/${id}/lest`)).status).toBe(303)
    expect((await employee.get('/opplaering')).text).not.toContain(`/opplaering/nyheter/${id}/lest`)
    const figures = (await editor.get(`/nyheter/${id}`)).text
    expect([figures.includes('Barneskolen i sentrum'), figures.includes('Vises ikke'), figures.includes('Lærer, Sandnes')]).toEqual([
      true,
      true,
      false,
    ])
    expect((await employee.get(`/nyheter/${id}`)).status).toBe(403)
  })

  it('S4-021 a list of courses taken is brought in from a file: the columns are mapped, each row goes through the rule, and once', async () => {
    const manager = await app.as(ciso)
    expect((await manager.get('/gjennomforinger/import')).status).toBe(200)
    expect((await (await app.as('sandnes-leder')).get('/gjennomforinger/import')).status).toBe(403)
    expect((await (await app.as('sandnes-leder')).get('/gjennomforinger')).status).toBe(403)
  })
})
