import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { employed } from '../../../test/support/employed.ts'
import { newId } from '../../kernel/ids.ts'
import { makeReport } from '../deviation/factory.ts'
import { sendReport } from '../deviation/report/commands.ts'
import { makeSystem } from '../systems/factory.ts'
import { makeAccess } from './factory.ts'
import { routes } from './routes.tsx'

describeExample('access: pages', (db) => {
  let app: TestApp
  let system = ''
  let made = ''
  let person = ''
  const id = '019a0000-0000-7000-8000-0000000000c1'
  beforeAll(async () => {
    app = await testApp(db())
    const owner = (await app.person('sandnes-systemeier')).personId
    system = await app.ctx('sandnes-administrator', (ctx) => makeSystem(ctx, { name: 'Elevregisteret', owner }))
    person = (await app.person('sandnes-ansatt')).personId
    await employed(app, 'sandnes-leder', 'sandnes-ansatt')
    made = await app.ctx('sandnes-leder', (ctx) => makeAccess(ctx, { person, system, role: 'Kontaktlærer', reason: 'Følger opp klassen' }))
  }, 60_000)
  afterAll(() => app.stop())
  const form = (over: Record<string, string> = {}) => ({
    ...{ id, person, system, role: 'Leser', reason: 'Slår opp timeplanen', accessNeed: 'read', protectionNeed: 'ordinary' },
    ...{ fromDate: '2026-03-02', toDate: '', zone: '' },
    ...over,
  })

  it('S2-46 S4-020 the form asks for the reason, and without it says so and registers nothing', async () => {
    const leader = await app.as('sandnes-leder')
    expect((await leader.get('/tilganger/nytt')).text).toContain('Hvilken oppgave krever tilgangen?')
    const refused = await leader.post('/tilganger/nytt', form({ reason: '' }))
    expect(refused.status).toBe(422)
    expect((await leader.get(`/tilganger/${id}`)).status).toBe(404)
    const granted = await leader.post('/tilganger/nytt', form())
    expect([granted.status, granted.location]).toEqual([303, `/tilganger/${id}`])
    expect((await leader.post('/tilganger/nytt', form())).location).toBe(`/tilganger/${id}`)
    const shown = (await leader.get(`/tilganger/${id}`)).text
    for (const words of ['Slår opp timeplanen', 'Behov for tilgang', 'Behov for vern', 'Rektor']) expect(shown).toContain(words)
  })

  it('S4-049 what has not begun is confirmed by nobody, by its address either: it says why', async () => {
    const leader = await app.as('sandnes-leder')
    const planned = await app.ctx('sandnes-leder', (ctx) => makeAccess(ctx, { person, system, role: 'Vikar', fromDate: '2026-04-01' }))
    const refused = await leader.post(`/tilganger/${planned}/bekreftelse`, {})
    expect((await leader.get(refused.location ?? '')).text).toContain('Tilgangen har ikke begynt å gjelde ennå.')
    expect((await leader.get(`/tilganger/${planned}`)).text).not.toContain(`/tilganger/${planned}/bekreftelse`)
  })

  it('S4-022 every page of access is closed to strangers, and to those who neither lead, own nor oversee', async () => {
    const stranger = app.stranger()
    for (const { method, path } of routes) {
      const at = path.replace(':id', made).replace(':form', 'csv')
      const answer = method === 'GET' ? await stranger.get(at) : await stranger.post(at, {})
      expect([at, answer.status === 200, answer.text.includes('Kontaktlærer')]).toEqual([at, false, false])
    }
    for (const slug of ['ansatt', 'personvernombud', 'revisor', 'leder-helse']) {
      const reader = await app.as(`sandnes-${slug}`)
      expect([slug, (await reader.get(`/tilganger/${made}`)).status]).toEqual([slug, 404])
      for (const at of ['/tilganger', '/tilganger/utdrag/csv', '/tilganger/oversikt', `/systemer/${system}`])
        expect([slug, at, (await reader.get(at)).text.includes('Kontaktlærer')]).toEqual([slug, at, false])
      for (const deed of ['bekreftelse', 'fjerningsonske', 'fjerning'])
        expect([slug, deed, (await reader.post(`/tilganger/${made}/${deed}`, {})).status]).toEqual([slug, deed, 404])
    }
    expect((await (await app.as('sauda-administrator')).get(`/tilganger/${made}`)).status).toBe(404)
    expect((await (await app.as('sandnes-ansatt')).get('/tilganger/nytt')).status).toBe(403)
    const list = await (await app.as('sandnes-informasjonssikkerhetssjef')).get(`/tilganger?system=${system}`)
    expect(list.text).toContain('Kontaktlærer')
  })

  it('S2-54 the page of a system lists who is authorised, in which role, by whom and why, for its owner and the leader', async () => {
    for (const slug of ['systemeier', 'leder', 'administrator']) {
      const { text } = await (await app.as(`sandnes-${slug}`)).get(`/systemer/${system}`)
      for (const words of ['Hvem har tilgang', 'Kontaktlærer', 'Følger opp klassen', 'Rektor'])
        expect([slug, text]).toEqual([slug, expect.stringContaining(words)])
    }
  })

  it('S4-049 the leader confirms or asks for removal from the overview of people, systems and roles', async () => {
    const early = (await (await app.as('sandnes-leder')).get('/tilganger/oversikt')).text
    expect(early).toContain('Ingen tilganger må bekreftes nå.')
    // Whoever oversees access is shown all of it, and the page says so.
    for (const [slug, heading] of [
      ['leder', 'Tilgangene til dem jeg leder'],
      ['informasjonssikkerhetssjef', 'Alle tilganger etter person'],
    ])
      expect((await (await app.as(`sandnes-${slug}`)).get('/tilganger/oversikt')).text).toMatch(new RegExp(`<h1[^>]*>${heading}</h1>`))
    app.clock.now = new Date('2026-06-01T08:00:00Z')
    expect((await (await app.as('sandnes-leder')).get('/tilganger/oversikt')).text).toContain(`/tilganger/${made}/bekreftelse`)
    // Thirteen days before the day: what the task says is to be done is what the page asks for.
    app.clock.now = new Date('2027-02-17T08:00:00Z')
    const leader = await app.as('sandnes-leder')
    const before = (await leader.get('/tilganger/oversikt')).text
    for (const words of ['Elevregisteret', 'Kontaktlærer', 'Bekreft at den trengs', 'Be om at den fjernes', 'på at du bekrefter d'])
      expect(before).toContain(words)
    expect(before).not.toContain('Ingen tilganger må')
    expect((await leader.post(`/tilganger/${made}/bekreftelse`, { fra: 'oversikt' })).location).toBe('/tilganger/oversikt')
    expect((await leader.post(`/tilganger/${id}/fjerningsonske`, { fra: 'oversikt' })).location).toBe('/tilganger/oversikt')
    const after = (await leader.get('/tilganger/oversikt')).text
    expect(after).toContain('Bedt om å få den fjernet')
    expect(after).not.toContain(`/tilganger/${made}/bekreftelse`)
    app.clock.now = new Date('2026-03-02T08:00:00Z')
  })

  it('a removal is registered with a proof, once, and two who register it are told', async () => {
    const owner = await app.as('sandnes-systemeier')
    const page = await owner.get(`/tilganger/${made}`)
    const version = /name="version" value="(\d+)"/.exec(page.text)?.[1] ?? ''
    expect((await owner.post(`/tilganger/${made}/fjerning`, { version, removedOn: '2026-03-02', removalProof: '' })).status).toBe(422)
    expect((await owner.post(`/tilganger/${made}/fjerning`, { version, removedOn: '2026-03-02', removalProof: 'Sak 7' })).status).toBe(303)
    const leader = await app.as('sandnes-leder')
    expect((await leader.post(`/tilganger/${made}/fjerning`, { version, removedOn: '2026-03-02', removalProof: 'Sak 8' })).status).toBe(409)
    expect((await leader.get(`/tilganger/${made}`)).text).toContain('Sak 7')
  })

  it('S2-46 whoever leads another unit cannot open a case, and does not find it', async () => {
    const report = await app.ctx('sandnes-ansatt', async (ctx) => {
      const values = makeReport({ affectedUnit: ctx.actor.unitId, affectedLeader: null, whatHappened: 'Kanarifuglen slapp ut.' })
      const sent = await sendReport(ctx, newId(ctx.now), 'form', values)
      return sent.ok ? sent.next.id : ''
    })
    expect((await (await app.as('sandnes-personvernombud')).get(`/avvik/${report}`)).status).toBe(200)
    for (const slug of ['sandnes-leder-helse', 'sandnes-helsefagarbeider', 'sandnes-administrator', 'sauda-personvernombud']) {
      const other = await app.as(slug)
      expect([slug, (await other.get(`/avvik/${report}`)).status]).toEqual([slug, 404])
      expect([slug, (await other.get('/avvik')).text.includes(report)]).toEqual([slug, false])
    }
  })

  it('S0-02 the register has the five systems of the source, and a caseworker’s own page those that she or he uses', async () => {
    const caseworker = await app.as('oslomet-saksbehandler')
    const register = (await caseworker.get('/systemer')).text
    for (const name of ['Felles studentsystem (FS)', 'Office 365', 'Public 360 (P360)', 'SAP', 'OTRS'])
      expect(register).toContain(`>${name}<`)
    const systems = (text: string) => /id="systemer".*?<\/section>/s.exec(text)?.[0] ?? ''
    expect(systems((await caseworker.get('/min-side')).text)).toContain('Ingen tilgang til et system er registrert på deg')
    const { personId, organisationId } = await app.person('oslomet-saksbehandler')
    const fs = /href="\/systemer\/([0-9a-f-]{36})">Felles studentsystem/.exec(register)?.[1] ?? ''
    await app.ctx('oslomet-administrator', (ctx) =>
      ctx.tx
        .insertInto('access_grant')
        .values({
          ...{ organisation_id: organisationId, id: newId(ctx.now), person_id: personId, system_id: fs, role: 'Saksbehandler' },
          ...{
            reason: 'Opptak',
            access_need: 'change',
            protection_need: 'confidential',
            from_date: '2026-01-01',
            granted_by_id: personId,
            granted_at: ctx.now,
          },
        })
        .execute(),
    )
    const mine = systems((await caseworker.get('/min-side')).text)
    expect(mine).toContain(`href="/systemer/${fs}">Felles studentsystem (FS)<`)
    expect(mine).not.toContain('OTRS')
    expect((await caseworker.get('/min-side')).text).toContain('Saksbehandler')
    expect(systems((await (await app.as('oslomet-leder')).get('/min-side')).text)).not.toContain('Felles studentsystem')
    // What has been taken away is no longer one's own.
    await app.ctx('oslomet-administrator', (ctx) =>
      ctx.tx
        .updateTable('access_grant')
        .set({ removed_on: '2026-03-01', removed_by_id: personId, removal_proof: 'Sak 3' })
        .where('system_id', '=', fs)
        .execute(),
    )
    expect(systems((await caseworker.get('/min-side')).text)).not.toContain('Felles studentsystem')
  })
})
