import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Client, type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { newId } from '../../kernel/ids.ts'
import { editSystem } from '../systems/commands.ts'
import { makeSystem } from '../systems/factory.ts'
import { findSystem } from '../systems/queries.ts'

const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const host = 'sandnes-administrator'
const member = 'sauda-administrator'

describeExample('sharing: pages', (db) => {
  let app: TestApp
  let theirs: Client
  let ours: Client
  beforeAll(async () => {
    app = await testApp(db())
    ;[theirs, ours] = [await app.as(host), await app.as(member)]
  }, 60_000)
  afterAll(() => app.stop())
  const circle = newId(new Date('2026-03-02T08:00:00Z'))
  const made = (name: string) =>
    app.ctx(host, (ctx) => makeSystem(ctx, { name, inUse: 'yes', purpose: 'Journal.', logKept: 'Ring 412 34 567' }))
  const shared = async (id: string, version = '1', more: Readonly<Record<string, string>> = {}) =>
    theirs.post(`/delt/system/${id}/deling`, { version, audience: 'circle', circle, read: 'noNames', ...more })
  const from = async (id: string) => `/delt/fra/${(await app.person(host)).organisationId}/system/${id}`
  const editedBy = (slug: string, id: string, over: object) =>
    app.ctx(slug, async (ctx) => {
      const values = (await findSystem(ctx, id))?.values
      expect(values && (await editSystem(ctx, id, null, { ...values, ...over }))).toMatchObject({ ok: true })
    })

  it('a circle is made and named on pages; wrong, double and foreign input has a clear answer', async () => {
    expect(words((await theirs.get('/delt/samarbeid')).text)).toContain('Dere har ikke navngitt noen ennå')
    const form = { id: circle, version: '0', name: 'IKT-samarbeidet' }
    for (const _ of [1, 2]) expect((await theirs.post('/delt/samarbeid', form)).location).toBe(`/delt/samarbeid/${circle}`)
    expect(words((await ours.get('/delt')).text)).toContain('Kortnamnet vårt er sauda')
    const wrong = await theirs.post(`/delt/samarbeid/${circle}/medlemmer`, { shortName: 'sauda kommune' })
    expect(wrong.status).toBe(422)
    expect(words(wrong.text)).toContain('Vi finner ingen virksomhet med dette kortnavnet')
    expect(wrong.text).toContain('href="#shortName"')
    expect((await theirs.post(`/delt/samarbeid/${circle}/medlemmer`, { shortName: 'sauda' })).status).toBe(303)
    expect(words((await theirs.get(`/delt/samarbeid/${circle}`)).text)).toContain('Sauda kommune')
    expect((await ours.get(`/delt/samarbeid/${circle}`)).status).toBe(404)
    expect((await (await app.as('sandnes-leder')).get('/delt/samarbeid')).status).toBe(403)
    const stale = await theirs.post(`/delt/samarbeid/${circle}`, { version: '9', name: 'Annet' })
    expect(stale.status).toBe(409)
  })

  it('what goes along is shown before it is shared, and it is read whole before it is taken', async () => {
    const id = await made('Delt journal')
    const sheet = words((await theirs.get(`/delt/system/${id}/deling`)).text)
    expect(sheet).toMatch(/Dette følger med.*Journal\..*Dette følger ikke med.*Systemeier/)
    expect(sheet).not.toContain('412 34 567')
    const unread = await theirs.post(`/delt/system/${id}/deling`, { version: '1', audience: 'circle', circle })
    expect(unread.status).toBe(422)
    expect(unread.text).toContain('href="#read"')
    const nobody = await theirs.post(`/delt/system/${id}/deling`, { version: '1', audience: 'circle', read: 'noNames' })
    expect([nobody.status, words(nobody.text).includes('Velg hvilket samarbeid')]).toEqual([422, true])
    expect((await shared(id, '7')).status).toBe(409)
    expect((await shared(id)).location).toBe(`/systemer/${id}`)
    expect(words((await theirs.get(`/systemer/${id}`)).text)).toContain('Delt med: IKT-samarbeidet. Utgave 1')
    expect(words((await theirs.get('/delt/fra-oss')).text)).toMatch(/Delt journal System IKT-samarbeidet 1/)

    expect(words((await ours.get('/delt')).text)).toMatch(/Delt journal System Sandnes kommune 1/)
    const page = await ours.get(await from(id))
    expect(words(page.text)).toMatch(/Frå Sandnes kommune\. Utgåve 1.*Journal\./)
    const own = newId(app.clock.now)
    const { personId } = await app.person(member)
    const form = { id: own, version: '1', name: 'Journalen vår', unit: '', owner: personId }
    const without = await ours.post(await from(id), { ...form, owner: '' })
    expect([without.status, without.text.includes('href="#owner"')]).toEqual([422, true])
    const foreign = await ours.post(await from(id), { ...form, owner: (await app.person(host)).personId })
    expect(foreign.status).toBe(422)
    for (const _ of [1, 2]) expect((await ours.post(await from(id), form)).location).toBe(`/systemer/${own}`)
    expect(words((await ours.get(`/systemer/${own}`)).text)).toContain('Teke i bruk frå Sandnes kommune, utgåve 1')

    // The host sees nothing of it, and those who are not named see nothing at all.
    expect(words((await theirs.get('/delt/fra-oss')).text)).not.toContain('Sauda')
    expect((await theirs.get(`/systemer/${own}`)).status).toBe(404)
    const stranger = await app.as('oslomet-administrator')
    expect((await stranger.get(await from(id))).status).toBe(404)
    expect(words((await stranger.get('/delt')).text)).toContain('Ingen har delt noe med dere ennå')
  })

  it('what changed is shown with three sides, each to accept or keep; and what is shared no more is told', async () => {
    const id = await made('Endres')
    await shared(id)
    const own = newId(app.clock.now)
    const { personId } = await app.person(member)
    await ours.post(await from(id), { id: own, version: '1', name: 'Endres', unit: '', owner: personId })
    const at = `/delt/system/${own}/endringer`
    expect(words((await ours.get(at)).text)).toContain('Kjelda er ikkje endra')
    await editedBy(member, own, { purpose: 'Vårt formål.' })
    await editedBy(host, id, { purpose: 'Nytt formål.', dataKinds: ['health'] })
    expect(words((await theirs.get(`/systemer/${id}`)).text)).toContain('Dette er endret siden det ble delt')
    await shared(id, '2', { note: 'Ny lov.' })
    expect(words((await ours.get(`/systemer/${own}`)).text)).toContain('Kjelda er endra')
    const page = await ours.get(at)
    expect(words(page.text)).toMatch(
      /Ny lov\..*Kjelda før Journal\. Kjelda no Nytt formål\. Hos oss Vårt formål\..*De har skrive noko anna/,
    )
    const choices = { utgave: '2', version: '2', 'valg.system.dataKinds': 'accept' }
    const unanswered = await ours.post(at, choices)
    expect([unanswered.status, unanswered.text.includes('href="#valg.system.purpose"')]).toEqual([422, true])
    const stale = await ours.post(at, { ...choices, version: '1', 'valg.system.purpose': 'keep' })
    expect(stale.status).toBe(409)
    for (const _ of [1, 2]) expect((await ours.post(at, { ...choices, 'valg.system.purpose': 'keep' })).location).toBe(`/systemer/${own}`)
    expect(await app.ctx(member, async (ctx) => (await findSystem(ctx, own))?.values)).toMatchObject({
      purpose: 'Vårt formål.',
      dataKinds: ['health'],
    })
    const reader = await app.as('sauda-ansatt')
    expect((await reader.post(at, choices)).status).toBe(403)

    expect((await theirs.post(`/delt/system/${id}/tilbaketrekking`)).status).toBe(303)
    expect(words((await ours.get(at)).text)).toContain('Sandnes kommune deler ikkje dette lenger')
    expect((await ours.post(`/delt/system/${own}/frikobling`)).location).toBe(`/systemer/${own}`)
    expect((await ours.get(at)).status).toBe(404)
  })

  it('kinds that are not shared, and addresses that are nonsense, are not there', async () => {
    const id = newId(app.clock.now)
    for (const path of [
      `/delt/supplier/${id}/deling`,
      `/delt/constructor/${id}/deling`,
      `/delt/system/x/endringer`,
      `/delt/fra/x/system/${id}`,
    ])
      expect([path, (await theirs.get(path)).status]).toEqual([path, 404])
    expect((await app.stranger().get('/delt')).status).not.toBe(200)
  })
})
