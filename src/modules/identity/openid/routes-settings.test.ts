import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Client, type TestApp, testApp } from '../../../../test/support/app.ts'
import { describeExample } from '../../../../test/support/database.ts'
import { inOrganisations } from '../../../db/transaction.ts'
import { makeAccount, rightPassword } from '../factory.ts'
import { rescue } from '../invitation/commands.ts'

describeExample('passwords beside other ways in', (db) => {
  let app: TestApp
  let admin: Client
  beforeAll(async () => {
    app = await testApp(db())
    admin = await app.as('sandnes-administrator')
  })
  afterAll(() => app.stop())

  const versionAt = async (path: string) => /name="version" value="(\d+)"/.exec((await admin.get(path)).text)?.[1] ?? ''
  const save = async (passwords: string, emergency = '') =>
    admin.post('/innloggingsmater/passord', { version: await versionAt('/innloggingsmater/passord'), passwords, emergency })
  const provider = {
    kind: 'feide',
    name: 'Feide',
    issuer: 'https://auth.dataporten.no',
    clientId: 'x',
    linking: 'invitation',
    active: 'yes',
  }
  const signIn = (browser: Client, email: string, password = rightPassword) => browser.post('/logg-inn', { email, password })

  it('are turned off for all but one administrator, and come back by rescue', async () => {
    const now = app.clock.now
    const boss = await app.person('sandnes-administrator')
    const teacher = await app.person('sandnes-ansatt')
    const shared = [await app.person('sandnes-personvernombud'), await app.person('sauda-ansatt')]
    await makeAccount(db(), 'laerer@prove.example', now, teacher)
    await makeAccount(db(), 'begge@prove.example', now, ...shared)

    // Nobody may be locked out: there must be another way in, and somebody who can mend it.
    expect((await save('emergency', boss.personId)).text).toContain('Ta i bruk en innlogging')
    const added = await admin.post('/innloggingsmater', { id: crypto.randomUUID(), ...provider })
    expect(added.status).toBe(303)
    expect((await save('emergency')).text).toContain('Velg en administrator som beholder passordet')
    expect((await save('emergency', teacher.personId)).text).toContain('ikke administrator med passord')
    expect((await save('emergency', boss.personId)).text).toContain('ikke administrator med passord')
    await makeAccount(db(), 'sjef@prove.example', now, boss)
    for (const foreign of [shared[1]?.personId ?? '', '00000000-0000-7000-8000-000000000001', 'tull'])
      expect((await save('emergency', foreign)).status).toBe(422)
    expect((await save('ja')).status).toBe(422)
    expect((await save('emergency', boss.personId)).location).toBe('/innloggingsmater')
    expect((await admin.get('/innloggingsmater')).text).toContain('Bare én administrator, i nødstilfeller')
    expect((await admin.get('/innstillinger')).text).toContain('Passord er bare for nødinnlogging')

    // Only the right password is told so: whoever guesses learns nothing.
    const refused = await signIn(app.stranger(), 'laerer@prove.example')
    expect([refused.status, refused.text.includes('har slått av innlogging med passord')]).toEqual([422, true])
    expect(refused.headers.getSetCookie().join()).not.toContain('varde=')
    expect((await signIn(app.stranger(), 'laerer@prove.example', 'feil passord er dette')).text).toContain(
      'E-posten eller passordet er feil',
    )
    expect((await signIn(app.stranger(), 'sjef@prove.example')).status).toBe(303)
    // Whoever works elsewhere too comes in there, and not on from there.
    const both = app.stranger()
    expect((await signIn(both, 'begge@prove.example')).status).toBe(303)
    expect((await both.get('/min-side')).text).toContain('Sauda')
    expect((await both.post('/organisasjon', { organisation: boss.organisationId })).location).toBe('/min-side')
    expect((await both.get('/min-side')).text).toContain('har slått av innlogging med passord')
    expect((await both.get('/min-side')).status).toBe(200)
    const place = await app.stranger().get('/logg-inn/sandnes')
    expect([place.status, place.text.includes('Nødinnlogging med passord')]).toEqual([200, true])

    // The only way in stays in use.
    const at = added.location ?? ''
    const { kind: _, issuer: __, ...own } = provider
    const closed = await admin.post(at, { ...own, version: await versionAt(at), active: 'no', scopes: '', levels: '', claim: '' })
    expect([closed.status, closed.text.includes('eneste innloggingen')]).toEqual([422, true])

    // Two who decide at once: the second is shown what stands.
    const version = await versionAt('/innloggingsmater/passord')
    await admin.post('/innloggingsmater/passord', { version, passwords: 'everyone', emergency: '' })
    expect((await admin.post('/innloggingsmater/passord', { version, passwords: 'emergency', emergency: boss.personId })).status).toBe(409)
    expect((await signIn(app.stranger(), 'laerer@prove.example')).status).toBe(303)

    await save('emergency', boss.personId)
    const link = await inOrganisations(db(), [], (tx) => rescue({ tx, now, house: app.house }, 'sjef@prove.example'))
    expect(link).toMatch(/^\/velg-passord\//)
    expect((await signIn(app.stranger(), 'laerer@prove.example')).status).toBe(303)
    const log = (await (await app.as('sandnes-revisor')).get('/logg?type=oppsett')).text
    expect(log).toContain('Passord er bare for nødinnlogging')
  })

  it('whoever is for emergencies and has left is named, and must be another', async () => {
    const saudaAdmin = await app.as('sauda-administrator')
    const at = '/innloggingsmater/passord'
    const version = async () => /name="version" value="(\d+)"/.exec((await saudaAdmin.get(at)).text)?.[1] ?? ''
    await saudaAdmin.post('/innloggingsmater', { id: crypto.randomUUID(), ...provider })
    const made = await saudaAdmin.post('/personer', { name: 'Gjekk, Sauda', email: 'gjekk@sauda.example' })
    const personId = made.location?.split('/').at(-1) ?? ''
    const { organisationId } = await app.person('sauda-administrator')
    await makeAccount(db(), 'gjekk@sauda.example', app.clock.now, { organisationId, personId })
    await saudaAdmin.post(`/personer/${personId}/roller`, {
      ...{ role: 'admin', unit: '', from: '2026-01-01', to: '', version: '1' },
      reason: 'Drift',
    })
    const choose = async (emergency: string) => saudaAdmin.post(at, { version: await version(), passwords: 'emergency', emergency })
    expect((await choose(personId)).status).toBe(303)
    await inOrganisations(db(), [organisationId], (tx) =>
      tx.updateTable('person').set({ active: false }).where('id', '=', personId).execute(),
    )
    expect((await saudaAdmin.get(at)).text).toContain('Gjekk, Sauda')
    const boss = await app.person('sauda-administrator')
    await makeAccount(db(), 'sjef@sauda.example', app.clock.now, boss)
    expect((await choose(boss.personId)).status).toBe(303)
    expect((await choose(personId)).status).toBe(422)
  })

  it('a provider is added once by two presses, and nonsense is said at its question', async () => {
    const id = crypto.randomUUID()
    const own = { ...provider, id, issuer: 'https://idporten.no', name: 'ID-porten', active: 'no' }
    expect((await admin.post('/innloggingsmater', own)).location).toBe(`/innloggingsmater/${id}`)
    expect((await admin.post('/innloggingsmater', own)).location).toBe(`/innloggingsmater/${id}`)
    const again = await admin.post('/innloggingsmater', { ...own, id: crypto.randomUUID() })
    expect([again.status, again.text.includes('allerede en innlogging med denne utstederen')]).toEqual([422, true])
    for (const [name, value] of [
      ['kind', 'google'],
      ['name', ''],
      ['name', 'x'.repeat(61)],
      ['issuer', ''],
      ['clientId', ''],
      ['linking', 'alle'],
      ['active', 'kanskje'],
      ['scopes', 'a'.repeat(201)],
      ['levels', 'a;b'],
    ] as const) {
      const answer = await admin.post('/innloggingsmater', {
        ...own,
        id: crypto.randomUUID(),
        issuer: 'https://ansattporten.no',
        [name]: value,
      })
      expect([name, answer.status, answer.text.includes(`href="#${name}"`)]).toEqual([name, 422, true])
    }
  })
})
