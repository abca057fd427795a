import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { readPdf } from '../../../test/support/read-pdf.ts'
import { personsById } from '../people/public.ts'
import { makeEmployment } from './factory.ts'
import { checklistsOf, employmentsNumbered } from './queries.ts'

describeExample('employment: pages', (db) => {
  let app: TestApp
  let person = ''
  const id = '019a0000-0000-7000-8000-0000000000f1'
  beforeAll(async () => {
    app = await testApp(db())
    person = (await app.person('sandnes-ansatt')).personId
  }, 60_000)
  afterAll(() => app.stop())
  const form = (over: Record<string, string> = {}) => ({
    ...{ id, number: '1001', person, kind: 'employee', position: 'Lærer', startsOn: '2026-03-02' },
    ...{ endsOn: '', contractOn: '', declarationOn: '', declarationUntil: '' },
    ...over,
  })
  const leaveList = (employment: string, kind: string) =>
    app.ctx('sandnes-leder', async (ctx) => (await checklistsOf(ctx, employment)).find((one) => one.kind === kind)?.id ?? '')
  const filled = (text: string) => {
    const value = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? ''
    return { version: value('version'), opened: value('opened') }
  }

  it('S4-047 the leader registers somebody who starts; access is locked on the page until contract and declaration are dated', async () => {
    const leader = await app.as('sandnes-leder')
    expect((await leader.post('/ansettelser/nytt', form({ startsOn: '' }))).status).toBe(422)
    expect((await leader.post('/ansettelser/nytt', form())).location).toBe(`/ansettelser/${id}`)
    expect((await leader.post('/ansettelser/nytt', form())).location).toBe(`/ansettelser/${id}`)
    const locked = (await leader.get(`/ansettelser/${id}`)).text
    for (const words of [
      'Når noen starter',
      'Registrert i HR-systemet',
      'Brukernavn og passord er gitt',
      'Åpnes når kontrakt og taushetserklæring er datert.',
    ])
      expect(locked).toContain(words)
    const list = await leaveList(id, 'start')
    const at = `/ansettelser/${id}/lister/${list}/punkter`
    expect(locked).not.toContain(`${at}/giveAccess"`)
    const refused = await leader.post(`${at}/giveAccess`, { doneOn: '2026-03-02' })
    expect([refused.status, refused.text.includes('Punktet åpnes når kontrakt og taushetserklæring er datert.')]).toEqual([422, true])
    const page = (await leader.get(`/ansettelser/${id}/endring`)).text
    const signed = form({ ...filled(page), contractOn: '2026-03-01', declarationOn: '2026-03-01' })
    expect((await leader.post(`/ansettelser/${id}/endring`, signed)).status).toBe(303)
    expect((await leader.get(`/ansettelser/${id}`)).text).toContain(`${at}/giveAccess"`)
    expect((await leader.post(`${at}/giveAccess`, { doneOn: '2026-03-02' })).status).toBe(303)
    expect((await leader.post(`${at}/account`, { doneOn: '2026-03-02' })).location).toBe(`/ansettelser/${id}`)
    expect((await leader.get(`/ansettelser/${id}`)).text).toContain('Gjort 2. mars 2026, Rektor')
  })

  it('S4-043 S4-051 S4-063 S4-064 the leaving page shows every point to the leader, the employee ticks their own, and it is not closed before all are done', async () => {
    const gone = await app.ctx('sandnes-leder', (ctx) => makeEmployment(ctx, { person, number: '1002', endsOn: '2026-03-31' }))
    const list = await leaveList(gone, 'leave')
    const at = `/ansettelser/${gone}/lister/${list}`
    const employee = await app.as('sandnes-ansatt')
    const own = (await employee.get(`/ansettelser/${gone}`)).text
    for (const words of ['Filer er ryddet', 'E-post er ryddet', 'Teams er ryddet', 'Andre steder er ryddet']) expect(own).toContain(words)
    expect(own).toContain(`${at}/punkter/files"`)
    expect(own).not.toContain(`${at}/punkter/keys"`)
    expect((await employee.post(`${at}/punkter/files`, { doneOn: '2026-03-02' })).status).toBe(303)
    expect((await employee.post(`${at}/punkter/keys`, { doneOn: '2026-03-02' })).status).toBe(403)
    expect((await employee.get(`/ansettelser/${gone}/endring`)).status).toBe(403)
    const leader = await app.as('sandnes-leder')
    const shown = (await leader.get(`/ansettelser/${gone}`)).text
    for (const words of [
      'nettverket',
      'til systemer',
      'til data',
      'skytjenester',
      'til lokaler',
      'meldt til personal',
      'ID-kortet er samlet inn',
      'Nøklene er samlet inn',
    ])
      expect(shown).toContain(words)
    expect(shown).toContain('Sjekklisten kan lukkes når alle punktene er gjort.')
    await leader.post(`${at}/lukking`, {})
    expect((await leader.get(`/ansettelser/${gone}`)).text).toContain('Sjekklisten kan ikke lukkes før alle punktene er gjort.')
    expect((await leader.post(`${at}/punkter/stopAccess`, { doneOn: '2026-03-02' })).text).toContain('Skriv hva som viser at det er gjort.')
    expect((await leader.post(`${at}/punkter/keys`, { doneOn: '2026-03-02' })).status).toBe(303)
    expect((await leader.post(`${at}/punkter/keys/apning`, {})).status).toBe(303)
    const pdf = await readPdf((await leader.get(`${at}/sjekkliste.pdf`)).bytes)
    expect(JSON.stringify(pdf)).toContain('Nøklene er samlet inn')
    expect((await leader.get(`${at}/sjekkliste.docx`)).status).toBe(200)
  })

  it('S4-043 that somebody leaves is one button and one day; the checklist of leaving follows, only what is the reader’s own stands open', async () => {
    const of = await app.ctx('sandnes-leder', (ctx) => makeEmployment(ctx, { person, number: '1009' }))
    const leader = await app.as('sandnes-leder')
    const before = (await leader.get(`/ansettelser/${of}`)).text
    expect(before).toMatch(new RegExp(`href="/ansettelser/${of}/slutt"[^>]*>Registrer at personen slutter`))
    expect((await (await app.as('sandnes-ansatt')).get(`/ansettelser/${of}/slutt`)).status).toBe(403)
    const at = `/ansettelser/${of}/slutt`
    const { version } = filled((await leader.get(at)).text)
    expect((await leader.post(at, { version, endsOn: '' })).status).toBe(422)
    expect((await leader.post(at, { version, endsOn: '2026-05-31' })).location).toBe(`/ansettelser/${of}`)
    const after = (await leader.get(`/ansettelser/${of}`)).text
    expect(after).toContain('Når noen slutter')
    expect(after).not.toContain('Registrer at personen slutter')
    expect(after).toMatch(/<details[^>]*><summary>Den ansatte \(4\)<.*?<details[^>]* open><summary>Lederen \(\d+\)</s)
    expect(after).toMatch(/<details[^>]*(?<! open)><summary>IT \(/)
  })

  it('S4-022 employment is closed to strangers, to those who neither lead nor oversee, and to another organisation', async () => {
    const own = await app.ctx('sandnes-leder', (ctx) => makeEmployment(ctx, { person, number: '3001' }))
    expect((await app.stranger().get(`/ansettelser/${own}`)).status).not.toBe(200)
    expect((await (await app.as('sandnes-leder')).get(`/ansettelser/${own}`)).status).toBe(200)
    for (const slug of ['personvernombud', 'systemeier', 'revisor', 'leder-helse', 'helsefagarbeider']) {
      const reader = await app.as(`sandnes-${slug}`)
      expect([slug, (await reader.get(`/ansettelser/${own}`)).status]).toEqual([slug, 404])
      for (const path of ['/ansettelser', '/ansettelser/utdrag/csv'])
        expect([slug, (await reader.get(path)).text.includes('3001')]).toEqual([slug, false])
    }
    expect((await (await app.as('sauda-administrator')).get(`/ansettelser/${own}`)).status).toBe(404)
    expect((await (await app.as('sandnes-ansatt')).get('/ansettelser/nytt')).status).toBe(403)
  })

  it('S4-032 the list is the register of declarations: kind, day, and who lacks one', async () => {
    const helse = (await app.person('sandnes-helsefagarbeider')).personId
    await app.ctx('sandnes-leder-helse', (ctx) =>
      makeEmployment(ctx, { person: helse, number: '2001', kind: 'temporary', declarationOn: null }),
    )
    const admin = await app.as('sandnes-administrator')
    const { text } = await admin.get('/ansettelser?mangler=declaration&kolonner=number.kind.declarationOn')
    expect([text.includes('2001'), text.includes('1001'), text.includes('Vikar')]).toEqual([true, false, true])
    expect((await admin.get('/ansettelser/utdrag/csv')).text).toContain('Taushetserklæring')
  })

  it('S4-031 the guide says how the service desk is reached, and its report opens with the kind of deviation filled in', async () => {
    const employee = await app.as('sandnes-ansatt')
    const guide = (await employee.get('/passordhjelp')).text
    for (const words of ['Kontakt IT Servicedesk med en gang', 'mailto:', 'href="/avvik/ny?type=THEFT_HACKING"'])
      expect(guide).toContain(words)
    const form = (await employee.get('/avvik/ny?type=THEFT_HACKING')).text
    expect(form).toMatch(/<input(?=[^>]*name="categories")(?=[^>]*value="THEFT_HACKING")(?=[^>]*checked)/)
    expect((await employee.get('/avvik/ny')).text).not.toContain('name="categories"')
  })

  it('S4-048 a file from the HR system sets who works here, from when and until when, and what hangs on the last day follows', async () => {
    const admin = await app.as('sandnes-administrator')
    const { name } = await app.ctx('sandnes-administrator', async (ctx) => (await personsById(ctx, [person])).get(person) ?? { name: '' })
    const brought = async (endsOn: string) => {
      const file = `Ansattnummer;Hvem gjelder det?;Tilknytning;Første dag;Siste dag\nHR-77;${name};Ansatt;01.01.2026;${endsOn}\n`
      const at = (await admin.send('/ansettelser/import', [{ name: 'x', content: Buffer.from(file) }])).location ?? ''
      const columns = (await admin.get(at)).text
      const chosen = [...columns.matchAll(/<select[^>]*name="(kolonne\.\d+)"[\s\S]*?<\/select>/g)]
      const mapping = chosen.map(([html, name = '']) => [name, /<option selected value="([^"]*)"/.exec(html)?.[1] ?? ''])
      await admin.post(`${at}/kolonner`, Object.fromEntries(mapping))
      const looked = (await admin.get(at)).text
      expect([...looked.matchAll(/<td data-label="Hvorfor">([^<]*)/g)].map(([, why]) => why)).toEqual([])
      await admin.post(`${at}/gjennomforing`)
      return app.ctx('sandnes-administrator', async (ctx) => {
        const [found] = await employmentsNumbered(ctx, ['HR-77'])
        const lists = found ? await checklistsOf(ctx, found.id) : []
        return { endsOn: found?.values.endsOn, leaves: lists.find(({ kind }) => kind === 'leave')?.day }
      })
    }
    expect(await brought('30.06.2026')).toEqual({ endsOn: '2026-06-30', leaves: '2026-06-30' })
    expect(await brought('31.07.2026')).toEqual({ endsOn: '2026-07-31', leaves: '2026-07-31' })
  })
})
