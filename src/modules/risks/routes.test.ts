import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { employed } from '../../../test/support/employed.ts'
import { newId } from '../../kernel/ids.ts'
import { saysOf } from '../approvals/factory.ts'
import { saveProfile } from '../organisation/factory.ts'
import { profileOf } from '../organisation/public.ts'
import { giveRole } from '../people/public.ts'
import { makeSystem } from '../systems/factory.ts'
import { makeMeasure, makeRisk, makeScenario, wholeAnswers } from './factory.ts'

describeExample('risks: pages', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())
  const key = (n: string) => `019a0000-0000-7000-8000-0000000000${n}`
  const says = (browser: Parameters<typeof saysOf>[0], id: string, part: 'owner' | 'ciso') => saysOf(browser, { type: 'risk', id }, part)
  const ids = async (slug: string) => (await app.person(slug)).personId
  /** An analysis of a system, owned by the system owner of Sandnes, with all that is asked. */
  const whole = async (over: Parameters<typeof makeRisk>[1] = {}) => {
    const owner = await ids('sandnes-systemeier')
    const superUser = await ids('sandnes-superbruker')
    return app.ctx('sandnes-administrator', async (ctx) => {
      const system = await makeSystem(ctx, { owner, superUser, inUse: 'no' })
      const id = await makeRisk(ctx, { ...wholeAnswers, systems: [system], ...over })
      await makeScenario(ctx, id)
      return { id, system }
    })
  }
  const approved = async (id: string) => {
    expect((await says(await app.as('sandnes-systemeier'), id, 'owner')).status).toBe(303)
    expect((await says(await app.as('sandnes-informasjonssikkerhetssjef'), id, 'ciso')).status).toBe(303)
  }
  const shown = async (slug: string, path: string) => (await (await app.as(slug)).get(path)).text

  it('S4-083 S4-089 a leader begins an analysis, stands as its initiator, and the information security manager is told', async () => {
    const leader = await app.as('sandnes-leder')
    const made = await leader.post('/ros/nytt', { id: key('01'), name: 'Nytt fagsystem', reason: 'new' })
    expect([made.status, made.location]).toEqual([303, `/ros/${key('01')}`])
    const page = (await leader.get(`/ros/${key('01')}`)).text
    expect(page).toMatch(/Tok initiativ<\/dt><dd[^>]*>Rektor/)
    expect(page).toMatch(/Rådgiver<\/dt><dd[^>]*>Informasjonssikkerhetssjef/)
    const manager = await app.as('sandnes-informasjonssikkerhetssjef')
    expect((await manager.get('/varsler')).text).toContain('En ROS-analyse er startet')
    expect((await manager.get(`/ros/${key('01')}`)).text).toContain('Legg til scenario')
    expect((await (await app.as('sandnes-ansatt')).post('/ros/nytt', { id: key('02'), name: 'X', reason: 'new' })).status).toBe(403)
    expect(
      (await leader.post(`/ros/${key('01')}/endring/ansvar`, { version: '1', participants: await ids('sandnes-ansatt') })).status,
    ).toBe(303)
    expect((await (await app.as('sandnes-ansatt')).get(`/ros/${key('01')}`)).status).toBe(200)
  })

  it('S4-084 the information security manager stands on the analysis and on the leader’s page, and follows the profile and the holder', async () => {
    const { id } = await whole()
    const leader = await app.as('sandnes-leder')
    const both = async () => [(await leader.get(`/ros/${id}`)).text, (await leader.get('/leder')).text]
    const path = (page: string) => `/sporsmal/nytt?til=ciso&amp;fra=${encodeURIComponent(page)}`
    for (const text of await both()) expect(text).toContain('mailto:informasjonssikkerhetssjef@sandnes.example')
    expect((await both()).map((text, at) => text.includes(path([`/ros/${id}`, '/leder'][at] ?? '')))).toEqual([true, true])
    const holds = (to: string | null, from: string | null) =>
      app.ctx('sandnes-administrator', async (ctx) => {
        const ended = { role: 'ciso', organisation: ctx.actor.organisationId }
        await sql`update role_assignment set to_date = ${to}::date where organisation_id = ${ended.organisation} and role = ${ended.role}
          and to_date is not distinct from ${from}::date`.execute(ctx.tx)
      })
    await holds('2026-03-02', null)
    for (const text of await both()) expect(text).toMatch(/Ingen har rollen nå\. Spørsmålet går til Personvernombud, Sandnes/)
    const given = { role: 'ciso', unitId: null, from: '2026-03-01', to: null } as const
    const technician = await ids('sandnes-it-sjef')
    await app.ctx('sandnes-administrator', async (ctx) => expect(await giveRole(ctx, technician, null, given)).toMatchObject({ ok: true }))
    await app.ctx('sandnes-administrator', async (ctx) => {
      const profile = await profileOf(ctx)
      const ciso = { nb: 'sikkerhetsleder', nn: 'tryggleiksleiar', en: 'head of security' }
      expect(await saveProfile(ctx, { ...profile, titles: { ...profile.titles, ciso } })).toMatchObject({ ok: true })
    })
    for (const text of await both()) expect(text).toMatch(/Sikkerhetsleder: .*mailto:it-sjef@sandnes\.example/)
    await app.ctx('sandnes-administrator', (ctx) =>
      sql`delete from role_assignment where organisation_id = ${ctx.actor.organisationId} and role = 'ciso' and person_id = ${technician}`.execute(
        ctx.tx,
      ),
    )
    await holds(null, '2026-03-02')
  })

  it('those who do not take part see nothing of it: not the page, the list, the search, the history, nor what hangs on a system', async () => {
    const { id, system } = await whole({ name: 'Kanari 4711' })
    const employee = await app.as('sandnes-ansatt')
    for (const path of [
      `/ros/${id}`,
      `/ros/${id}/scenarioer/ny`,
      `/ros/${id}/celle/for/1-2`,
      `/historikk/risk/${id}`,
      `/ros/${id}/endring/hva`,
    ])
      expect([path, (await employee.get(path)).status]).toEqual([path, 404])
    expect((await employee.post(`/ros/${id}/endring/hva`, { version: '1', name: 'X' })).status).toBe(404)
    expect((await employee.get('/ros')).status).toBe(403)
    for (const path of ['/sok?q=Kanari', `/systemer/${system}`]) expect((await employee.get(path)).text).not.toContain('Kanari 4711')
    expect(await shown('sandnes-systemeier', `/systemer/${system}`)).toContain('Kanari 4711')
    expect((await (await app.as('sauda-personvernombud')).get(`/ros/${id}`)).status).toBe(404)
  })

  it('S4-117 S4-118 purpose, personal data and the answer about a DPIA come first; two approve it, and a yes makes a task', async () => {
    const { id } = await whole({ purpose: null, dataAccount: null, dpiaNeeded: null, dpiaReason: null })
    const owner = await app.as('sandnes-systemeier')
    const page = (await owner.get(`/ros/${id}`)).text
    expect(page).toContain('Dette mangler før analysen kan godkjennes')
    expect((await says(owner, id, 'owner')).status).toBe(422)
    const version = async () => /name="version" value="(\d+)"/.exec((await owner.get(`/ros/${id}`)).text)?.[1] ?? ''
    const edit = async (part: string, answers: Record<string, string>) =>
      expect((await owner.post(`/ros/${id}/endring/${part}`, { version: await version(), ...answers })).status).toBe(303)
    await edit('opplysninger', { purpose: 'Føre journal', dataAccount: 'Helse om 900' })
    expect((await says(owner, id, 'owner')).status).toBe(422)
    await edit('dpia', { dpiaNeeded: 'yes', dpiaReason: 'Sårbare, i stort omfang' })
    expect((await owner.get('/oppgaver')).text).toContain('Gjør en vurdering av personvernkonsekvenser (DPIA)')
    expect((await says(owner, id, 'owner')).status).toBe(303)
    expect((await owner.get(`/ros/${id}`)).text).toContain('>Utkast<')
    expect((await says(owner, id, 'ciso')).status).toBe(403)
    expect((await says(await app.as('sandnes-informasjonssikkerhetssjef'), id, 'ciso')).status).toBe(303)
    expect((await owner.get(`/ros/${id}`)).text).toContain('>Godkjent<')
  })

  it('S4-104 the super user of the system drafts its analysis and cannot approve it', async () => {
    const { id } = await whole()
    const drafter = await app.as('sandnes-superbruker')
    const edited = await drafter.post(`/ros/${id}/endring/hva`, {
      version: '2',
      name: 'Skrevet av superbruker',
      reason: 'change',
      about: 'Alt',
    })
    expect(edited.status).toBe(303)
    expect((await drafter.get(`/ros/${id}`)).text).not.toContain(`/godkjenninger/risk/${id}/owner"`)
    expect((await says(drafter, id, 'owner')).status).toBe(403)
    expect((await says(drafter, id, 'ciso')).status).toBe(403)
    expect((await drafter.get(`/ros/${id}`)).text).toContain('>Utkast<')
  })

  it('S4-104 the super user makes themselves neither system owner nor risk owner: not of the analysis, not of the system', async () => {
    const { id, system } = await whole({ dpiaNeeded: 'no' })
    await app.ctx('sandnes-administrator', (ctx) => makeScenario(ctx, id, { name: 'Alt ute', likelihood: '5', forSubjects: '5' }))
    const drafter = await app.as('sandnes-superbruker')
    const [me, owner] = [await ids('sandnes-superbruker'), await ids('sandnes-systemeier')]
    const at = `/ros/${id}/endring/ansvar`
    const version = async (path: string) => /name="version" value="(\d+)"/.exec((await drafter.get(path)).text)?.[1] ?? ''
    for (const named of [{ owner: me }, { owner, riskOwner: me }]) {
      const refused = await drafter.post(at, { version: await version(at), author: me, ...named })
      expect(refused.status).toBe(422)
      expect(refused.text).toContain('kan ikke gjøre seg selv til den som godkjenner den')
    }
    expect((await says(drafter, id, 'owner')).status).toBe(403)
    expect((await drafter.get(`/ros/${id}/aksept`)).status).toBe(403)
    const change = `/systemer/${system}/endring`
    const name = /name="name"[^>]*value="([^"]*)"/.exec((await drafter.get(change)).text)?.[1] ?? ''
    const kept = { name, superUser: me, inUse: 'no', version: await version(change) }
    const taken = await drafter.post(change, { ...kept, owner: me })
    expect([taken.status, taken.text.includes('avgjør hvem som eier systemet')]).toEqual([422, true])
    expect((await drafter.post(change, { ...kept, owner, purpose: 'Sak' })).status).toBe(303)
    // Their own analysis, of a system of somebody else's: they begin it, and its owner is who the register has.
    const own = await app.ctx('sandnes-superbruker', (ctx) => makeRisk(ctx, { ...wholeAnswers, systems: [system] }))
    await app.ctx('sandnes-superbruker', (ctx) => makeScenario(ctx, own))
    expect((await says(drafter, own, 'owner')).status).toBe(403)
    expect((await says(await app.as('sandnes-systemeier'), own, 'owner')).status).toBe(303)
  })

  it('S3-46 an analysis without a scenario is not approved', async () => {
    const owner = await ids('sandnes-systemeier')
    const id = await app.ctx('sandnes-administrator', (ctx) => makeRisk(ctx, { ...wholeAnswers, owner }))
    expect(await shown('sandnes-systemeier', `/ros/${id}`)).toContain('Minst ett scenario')
    expect((await says(await app.as('sandnes-systemeier'), id, 'owner')).status).toBe(422)
    await app.ctx('sandnes-administrator', (ctx) => makeScenario(ctx, id))
    expect((await says(await app.as('sandnes-systemeier'), id, 'owner')).status).toBe(303)
  })

  it('S4-004 S4-009 S4-010 S4-011 both threats from people are chosen, the three sides are explained and rated, and a training measure is linked', async () => {
    const { id } = await whole()
    const drafter = await app.as('sandnes-superbruker')
    const form = (await drafter.get(`/ros/${id}/scenarioer/ny`)).text
    expect(form).toContain('Mennesker: manglende beskyttelse')
    expect(form).toContain('Mennesker: manglende kompetanse')
    expect(form).toContain('Bare de som trenger informasjonen i jobben, får den.')
    expect(form).toContain('5 Nesten sikkert (hver uke eller oftere)')
    const judged = { touches: ['confidentiality'], likelihood: '2', forSubjects: '2', forOrganisation: '1' }
    for (const [n, cause] of [
      ['11', 'humanProtection'],
      ['12', 'humanCompetence'],
    ] as const)
      expect((await drafter.post(`/ros/${id}/scenarioer/ny`, { id: key(n), name: `Fra ${cause}`, cause, ...judged })).status).toBe(303)
    const training = { id: key('13'), name: 'Kurs', kind: 'training', effect: 'preventing', dueOn: '2026-06-01', scenarios: key('12') }
    expect((await drafter.post(`/ros/${id}/tiltak/ny`, { ...training, owner: await ids('sandnes-superbruker') })).status).toBe(303)
    const page = (await drafter.get(`/ros/${id}`)).text
    expect(page).toContain('Mennesker: manglende kompetanse · Konfidensialitet')
    expect(page).toContain('Opplæring · Hindrer at det skjer · Superbruker')
    const needs = (await drafter.get(`/ros/${id}/endring/behov`)).text
    expect(needs).toContain('informasjonen er bare tilgjengelig for dem som trenger den i jobben')
    expect(needs).toContain('informasjonen er fullstendig, riktig og gyldig')
    expect(needs).toContain('informasjonen er der til rett tid for dem som trenger den')
    const version = /name="version" value="(\d+)"/.exec(needs)?.[1] ?? ''
    const rated = { version, content: 'strict', context: 'inHouse', confidentiality: 'high', integrity: 'medium', availability: 'low' }
    expect((await drafter.post(`/ros/${id}/endring/behov`, rated)).status).toBe(303)
    expect((await drafter.get(`/ros/${id}`)).text).toMatch(/Hvor viktig er konfidensialiteten\?<\/dt><dd[^>]*>Svært viktig/)
  })

  it('S2-48 each standard measure that is ticked on a system stands in its analysis as existing', async () => {
    const { id, system } = await whole()
    const owner = await app.as('sandnes-systemeier')
    const all = ['backup', 'breakIn', 'power', 'fire', 'water', 'network', 'accessControl']
    expect(await shown('sandnes-systemeier', `/ros/${id}`)).not.toContain('vann og lekkasje')
    const stands = /name="name"[^>]*value="([^"]*)"/.exec((await owner.get(`/systemer/${system}/endring`)).text)?.[1] ?? ''
    const person = await ids('sandnes-systemeier')
    const ticked = {
      version: '1',
      name: stands,
      inUse: 'no',
      owner: person,
      superUser: await ids('sandnes-superbruker'),
      standardMeasures: all,
    }
    expect((await owner.post(`/systemer/${system}/endring`, ticked)).status).toBe(303)
    expect(await shown('sandnes-systemeier', `/ros/${id}`)).toContain(
      'Sikkerhetskopiering, Servere sikret mot innbrudd, Servere sikret mot strømbrudd, Servere sikret mot brann, Servere sikret mot vann og lekkasje, Beskyttelse av nettverket, Tilgangskontroll',
    )
  })

  it('S4-093 organisational and technical measures are kept with owner and date, stand with the analysis of their system, and are tasks', async () => {
    const { id, system } = await whole()
    const carrier = await ids('sandnes-leder')
    await app.ctx('sandnes-administrator', async (ctx) => {
      await makeMeasure(ctx, id, { name: 'Rutine for tilgang', kind: 'organisational', effect: ['preventing'], owner: carrier })
      await makeMeasure(ctx, id, { name: 'Innlogging i to trinn', kind: 'technical', effect: ['preventing', 'detecting'], owner: carrier })
    })
    const page = await shown('sandnes-systemeier', `/ros/${id}`)
    expect(page).toContain('Organisatorisk · Hindrer at det skjer · Rektor')
    expect(page).toContain('Teknisk · Hindrer at det skjer · Oppdager at det skjer · Rektor')
    expect(page).toContain('Frist 1. juni 2026')
    expect(page).toContain(`/systemer/${system}`)
    expect(await shown('sandnes-leder', '/oppgaver')).toContain('Gjennomfør et tiltak fra en ROS-analyse')
    // The page of the system names the one that is being written, and offers no second one beside it.
    const panel = async () => (await shown('sandnes-systemeier', `/systemer/${system}`)).split('ROS-analyser</h2>')[1] ?? ''
    const before = await panel()
    expect(before).toContain('Ingen ROS-analyse er godkjent ennå.')
    expect([before.includes(`href="/ros/${id}"`), before.includes('>Utkast<'), before.includes('Start ROS-analyse')]).toEqual([
      true,
      true,
      false,
    ])
    await approved(id)
    const after = await panel()
    expect([after.includes('Ingen ROS-analyse'), after.includes('>Godkjent<'), after.includes('Start ROS-analyse')]).toEqual([
      false,
      true,
      true,
    ])
  })

  it('S4-005 whoever carries out a measure writes when and what shows it; what was approved stands, and a change of it falls', async () => {
    const { id } = await whole()
    const [carrier, decidedBy] = [await ids('sandnes-leder'), await ids('sandnes-systemeier')]
    const measure = await app.ctx('sandnes-administrator', (ctx) =>
      makeMeasure(ctx, id, { owner: carrier, decidedBy, decidedOn: '2026-02-01' }),
    )
    await approved(id)
    const leader = await app.as('sandnes-leder')
    const at = `/ros/${id}/tiltak/${measure}`
    expect((await leader.get('/oppgaver')).text).toContain(at)
    const form = (await leader.get(at)).text
    const version = /name="version" value="(\d+)"/.exec(form)?.[1] ?? ''
    const plan = {
      version,
      name: 'Opplæring',
      kind: 'training',
      effect: 'preventing',
      owner: carrier,
      dueOn: '2026-06-01',
      decidedBy,
      decidedOn: '2026-02-01',
    }
    expect((await leader.post(at, { ...plan, doneOn: '2026-03-01', evidence: '' })).text).toContain(
      'Skriv hva som viser at tiltaket er på plass.',
    )
    expect((await leader.post(at, { ...plan, doneOn: '2026-03-01', evidence: 'Sak 26/12' })).status).toBe(303)
    expect(await shown('sandnes-systemeier', `/ros/${id}`)).toContain('>Godkjent<')
    expect(await shown('sandnes-leder', '/oppgaver')).not.toContain(at)
    // Whoever only reads the analysis sees who decided the measure, when, and what shows that it is in place.
    const read = await shown('sandnes-revisor', `/ros/${id}`)
    expect(read).toMatch(/Vedtatt av Systemeier[^<]* 1\. februar 2026/)
    expect(read).toContain('Dette viser det: Sak 26/12')
    const filed = await shown('sandnes-revisor', '/tiltaksplan/utdrag/json?kolonner=about.decidedBy.decidedOn.evidence')
    expect(filed).toMatch(/Systemeier/)
    expect(filed).toContain('Sak 26/12')
    await app.ctx('sandnes-administrator', (ctx) => makeScenario(ctx, id, { name: 'Nytt' }))
    const page = await shown('sandnes-systemeier', `/ros/${id}`)
    expect(page).toContain('Endret etter godkjenning')
    expect(page).toContain(`/godkjenninger/risk/${id}/owner`)
    expect(await shown('sandnes-systemeier', `/historikk/risk/${id}`)).toContain('Hva kan skje?')
  })

  it('the matrix is two tables whose numbers lead to the scenarios behind them, before and after, for whom one chooses', async () => {
    const { id } = await whole()
    const risky = {
      name: 'Innbrudd',
      likelihood: '4',
      forSubjects: '5',
      forOrganisation: '2',
      likelihoodAfter: '2',
      forSubjectsAfter: '2',
    } as const
    await app.ctx('sandnes-administrator', (ctx) => makeScenario(ctx, id, risky))
    const page = await shown('sandnes-systemeier', `/ros/${id}`)
    expect(page).toContain(
      `href="/ros/${id}/celle/for/4-5" aria-label="1 Høy risiko. Sannsynlighet: Sannsynlig. Konsekvens: Svært alvorlig"`,
    )
    expect(page).toContain(`href="/ros/${id}/celle/etter/2-2"`)
    expect(page).toContain('1 høy, 0 middels, 1 lav')
    expect(page).toContain('«Innbrudd» er vurdert lavere etter tiltak, men ingen tiltak virker mot det')
    expect(page).toContain('Mangler tiltak · ')
    expect(await shown('sandnes-systemeier', `/ros/${id}?konsekvens=organisation`)).toContain(`/celle/for/4-2?konsekvens=organisation"`)
    expect(await shown('sandnes-systemeier', `/ros/${id}/celle/for/4-5`)).toContain('Innbrudd')
    expect(await shown('sandnes-systemeier', `/ros/${id}/celle/for/1-2`)).not.toContain('Innbrudd')
    for (const strange of ['for/6-1', 'for/1', 'naar/1-1'])
      expect((await (await app.as('sandnes-systemeier')).get(`/ros/${id}/celle/${strange}`)).status).toBe(404)
  })

  it('what is left is accepted by the risk owner alone, and asks again when it has changed', async () => {
    const { id } = await whole()
    await app.ctx('sandnes-administrator', (ctx) => makeScenario(ctx, id, { likelihood: '5', forSubjects: '5' }))
    const owner = await app.as('sandnes-systemeier')
    expect((await owner.get('/oppgaver')).text).toContain('Ta stilling til risikoen som er igjen')
    expect((await says(owner, id, 'owner')).status).toBe(422)
    expect((await (await app.as('sandnes-informasjonssikkerhetssjef')).get(`/ros/${id}/aksept`)).status).toBe(403)
    const form = (await owner.get(`/ros/${id}/aksept`)).text
    const version = /name="version" value="(\d+)"/.exec(form)?.[1] ?? ''
    expect((await owner.post(`/ros/${id}/aksept`, { version, until: '2028-01-01', reason: 'x' })).text).toContain('høyst ett år')
    expect((await owner.post(`/ros/${id}/aksept`, { version, until: '2026-12-31', reason: 'Tiltak kommer.' })).status).toBe(303)
    expect((await owner.get(`/ros/${id}`)).text).toMatch(/Godtatt av Systemeier[^<]* til 31. desember 2026\./)
    await approved(id)
    await app.ctx('sandnes-administrator', (ctx) => makeScenario(ctx, id, { name: 'Nytt' }))
    expect((await owner.get(`/ros/${id}`)).text).toContain('Ta stilling på nytt.')
  })

  it('S4-037 in Sandnes a system is taken into use when an analysis of it is approved, and not before', async () => {
    const { id, system } = await whole()
    const owner = await app.as('sandnes-systemeier')
    const form = async () => {
      const { text } = await owner.get(`/systemer/${system}/endring`)
      return {
        version: /name="version" value="(\d+)"/.exec(text)?.[1] ?? '',
        name: /name="name"[^>]*value="([^"]*)"/.exec(text)?.[1] ?? '',
      }
    }
    const people = { owner: await ids('sandnes-systemeier'), superUser: await ids('sandnes-superbruker') }
    const use = async () => owner.post(`/systemer/${system}/endring`, { ...(await form()), ...people, inUse: 'yes' })
    const refused = await use()
    expect([refused.status, refused.text.includes('før en ROS-analyse av det er godkjent')]).toEqual([422, true])
    expect((await owner.post('/systemer/nytt', { id: key('21'), name: 'Helt nytt', inUse: 'yes' })).status).toBe(422)
    expect((await owner.post('/systemer/nytt', { id: key('21'), name: 'Helt nytt', inUse: 'no' })).status).toBe(303)
    await approved(id)
    expect((await use()).status).toBe(303)
    expect(
      (await (await app.as('sauda-administrator')).post('/systemer/nytt', { id: key('22'), name: 'I Sauda', inUse: 'yes' })).status,
    ).toBe(303)
  })

  it('S4-119 S4-120 the review of a system is closed with those who must take part, when its analysis has been updated or confirmed, and not before', async () => {
    const { id, system } = await whole()
    await approved(id)
    const started = app.clock.now
    app.clock.now = new Date('2027-04-02T08:00:00Z')
    const owner = await app.as('sandnes-systemeier')
    expect((await owner.get(`/systemer/${system}`)).text).toContain('Skulle vært gjort')
    const personOf = async (slug: string) => (await app.person(slug)).personId
    const [mine, adviser, it] = [
      await personOf('sandnes-systemeier'),
      await personOf('sandnes-personvernradgiver'),
      await personOf('sandnes-it-sjef'),
    ]
    const at = `/gjennomganger/system/${system}/ny`
    expect((await owner.get(at)).text).toContain('Disse må ha deltatt: Informasjonssikkerhetsansvarlig')
    const held = { id: key('31'), heldOn: '2027-04-01', found: 'Gått gjennom.', checked: ['analysis', 'logs'] }
    const alone = await owner.post(at, { ...held, participants: [mine, it] })
    expect([alone.status, alone.text.includes('kan ikke registreres uten alle som skal delta')]).toEqual([422, true])
    const review = () => owner.post(at, { ...held, participants: [adviser, it] })
    const refused = await review()
    expect([refused.status, refused.text.includes('Oppdater eller bekreft ROS-analysen')]).toEqual([422, true])
    const page = (await owner.get(`/ros/${id}`)).text
    const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? ''
    expect((await owner.post(`/ros/${id}/bekreftelse`, { version })).status).toBe(303)
    expect((await review()).status).toBe(303)
    const kept = (await owner.get(`/systemer/${system}`)).text
    expect(kept).toContain('Deltok: ')
    // Its checklist says what was gone through, and what was not; a review of anything else has none.
    expect(kept).toContain('Gått gjennom: ROS-analysen er oppdatert eller bekreftet; Loggene er gått gjennom')
    expect(kept).toContain('Ikke gått gjennom: Det som er registrert om systemet, stemmer; ')
    expect((await owner.get(`/gjennomganger/risk/${id}/ny`)).text).not.toContain('name="checked"')
    app.clock.now = started
  })

  it('both who write the same scenario are heard, and one taken out is gone with its measures kept', async () => {
    const { id } = await whole()
    const [scenario, measure] = await app.ctx('sandnes-administrator', async (ctx) => {
      const one = await makeScenario(ctx, id, { name: 'Skal ut' })
      return [one, await makeMeasure(ctx, id, { scenarios: [one], name: 'Blir igjen' })]
    })
    const owner = await app.as('sandnes-systemeier')
    const at = `/ros/${id}/scenarioer/${scenario}`
    const form = (await owner.get(at)).text
    const opened = (/name="opened" value="([^"]*)"/.exec(form)?.[1] ?? '').replaceAll('&quot;', '"')
    const version = /name="version" value="(\d+)"/.exec(form)?.[1] ?? ''
    const answers = {
      version,
      opened,
      cause: 'humanCompetence',
      touches: 'confidentiality',
      likelihood: '1',
      forSubjects: '2',
      forOrganisation: '1',
    }
    expect((await owner.post(at, { ...answers, name: 'Mitt' })).status).toBe(303)
    expect((await (await app.as('sandnes-superbruker')).post(at, { ...answers, name: 'Ditt' })).status).toBe(409)
    const now = /name="version" value="(\d+)"/.exec((await owner.get(at)).text)?.[1] ?? ''
    expect((await owner.post(`${at}/fjerning`, { version: now })).status).toBe(303)
    expect((await owner.get(at)).status).toBe(404)
    const page = (await owner.get(`/ros/${id}`)).text
    expect([page.includes('Mitt'), page.includes('Blir igjen')]).toEqual([false, true])
    expect((await owner.get(`/ros/${id}/tiltak/${measure}`)).status).toBe(200)
  })

  it('S4-025 premises have their measures, the persons with access and what their analyses do; no employee reads the two last', async () => {
    const ciso = await app.as('sandnes-informasjonssikkerhetssjef')
    const zone = newId(app.clock.now)
    const measures = ['lock', 'alarm']
    const made = await ciso.post('/soner/nytt', { id: zone, name: 'Serverrom', protection: 'restricted', measures, inUse: 'yes' })
    expect([made.status, made.location]).toEqual([303, `/soner/${zone}`])
    expect(
      (await ciso.post('/soner/nytt', { id: newId(app.clock.now), name: 'Vakt', protection: 'staff', measures: 'moat', inUse: 'yes' }))
        .status,
    ).toBe(422)
    const guest = { personId: await employed(app, 'sandnes-leder', 'sandnes-ansatt') }
    const granted = {
      person: guest.personId,
      zone,
      reason: 'Drifter maskinene',
      accessNeed: 'enter',
      protectionNeed: 'special',
      fromDate: '2026-03-01',
    }
    expect((await (await app.as('sandnes-leder')).post('/tilganger/nytt', { id: newId(app.clock.now), ...granted })).status).toBe(303)
    await app.ctx('sandnes-informasjonssikkerhetssjef', async (ctx) => {
      const risk = await makeRisk(ctx, { name: 'Innbrudd i serverrommet', zones: [zone] })
      await makeMeasure(ctx, risk, { name: 'Gitter for vinduet', kind: 'physical', dueOn: '2026-02-01' })
      await makeMeasure(ctx, await makeRisk(ctx, { name: 'Noe annet' }), { name: 'Et tiltak et annet sted' })
    })
    const page = (await ciso.get(`/soner/${zone}`)).text
    for (const said of ['Låst dør', 'Innbruddsalarm', 'Drifter maskinene', 'Innbrudd i serverrommet', 'Fysisk'])
      expect(page).toContain(said)
    expect(page).toMatch(/Gitter for vinduet<\/a>.*?Over fristen/s)
    expect(page).not.toContain('Et tiltak et annet sted')
    const employee = (await (await app.as('sandnes-ansatt')).get(`/soner/${zone}`)).text
    expect(employee).toContain('Låst dør')
    for (const said of ['Drifter maskinene', 'Innbrudd i serverrommet', 'Gitter']) expect(employee).not.toContain(said)
  })
})
