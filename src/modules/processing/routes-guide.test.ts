import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { newId } from '../../kernel/ids.ts'
import { units } from '../people/public.ts'
import { makeSystem } from '../systems/factory.ts'
import { makeProcessing } from './factory.ts'
import { findProcessing } from './queries.ts'
import { gapsOf } from './rules.ts'

describeExample('processing: the assistant', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())
  const officer = 'uio-personvernombud'
  const opened = (html: string) => ({
    version: /name="version" value="(\d+)"/.exec(html)?.[1] ?? '',
    opened: /name="opened" value="([^"]*)"/.exec(html)?.[1] ?? '',
  })

  it('leads a head of unit from a name to the record, one question a page, saved after each answer, with what is known filled in', async () => {
    const unit = await app.ctx(
      officer,
      async (ctx) => (await units(ctx)).find(({ name }) => name === 'Institutt for informatikk')?.id ?? '',
    )
    const system = await app.ctx('uio-administrator', (ctx) => makeSystem(ctx, { name: 'Eksamenssystemet', ownerUnit: unit }))
    await app.ctx(officer, (ctx) =>
      makeProcessing(ctx, {
        ...{ name: 'Sensur av eksamen', basis: ['publicTask'], lawReference: 'Universitets- og høyskoleloven § 11-1' },
        dataSubjects: ['students'],
      }),
    )
    const leader = await app.as('uio-leder')
    const start = (await leader.get('/behandlinger/veiviser')).text
    expect(start).toContain('Hva bruker dere personopplysninger til?')
    expect((await leader.post('/behandlinger/veiviser', { id: newId(app.clock.now), name: '' })).status).toBe(422)
    const id = newId(app.clock.now)
    const begun = [
      await leader.post('/behandlinger/veiviser', { id, name: 'Klage på eksamen' }),
      await leader.post('/behandlinger/veiviser', { id, name: 'Klage på eksamen' }),
    ]
    expect(begun.map(({ location }) => location)).toEqual(Array(2).fill(`/behandlinger/${id}/veiviser/formal`))
    const values = async () => (await app.ctx(officer, (ctx) => findProcessing(ctx, id)))?.values
    expect(await values()).toMatchObject({ status: 'draft', name: 'Klage på eksamen', ourRole: 'controller' })

    const at = (key: string) => `/behandlinger/${id}/veiviser/${key}`
    const answer = async (key: string, form: Readonly<Record<string, string | readonly string[]>>) => {
      const { text } = await leader.get(at(key))
      return (await leader.post(at(key), { ...opened(text), ...form })).location
    }
    expect((await leader.get(at('formal'))).text).toMatch(/<h1[^>]*>Hva skal opplysningene brukes til\?.*artikkel 30 nr. 1 bokstav b/s)
    expect(await answer('formal', { purpose: 'Behandle klager på karakter' })).toBe(at('enhet'))
    expect(await answer('enhet', { unit })).toBe(at('systemer'))
    // Leaves, and comes back to where it was.
    expect((await leader.get(`/behandlinger/${id}`)).text).toContain(`href="/behandlinger/${id}/veiviser"`)
    expect((await leader.get(`/behandlinger/${id}/veiviser`)).location).toBe(at('systemer'))
    const systems = (await leader.get(at('systemer'))).text
    expect(systems).toContain('Fylt ut med systemene enheten eier')
    expect(systems).toMatch(new RegExp(`value="${system}"[^>]*(checked|selected)|(checked|selected)[^>]*value="${system}"`))
    // What is filled in is an answer first when it is sent.
    expect((await values())?.systems).toEqual([])
    expect(await answer('systemer', { systems: system })).toBe(at('hvem'))
    expect((await values())?.systems).toEqual([system])
    expect(await answer('hvem', { dataSubjects: 'students' })).toBe(at('opplysninger'))
    expect(await answer('opplysninger', { dataKinds: 'health' })).toBe(at('saerlige'))
    expect(await answer('saerlige', { specialBasis: 'g' })).toBe(at('grunnlag'))
    expect((await leader.get(at('grunnlag'))).text).toContain('Fylt ut etter «Sensur av eksamen»')
    expect(await answer('grunnlag', { basis: 'publicTask' })).toBe(at('lov'))
    const law = (await leader.get(at('lov'))).text
    expect(law).toContain('Universitets- og høyskoleloven § 11-1')
    expect(await answer('lov', { lawReference: 'Universitets- og høyskoleloven § 11-1' })).toBe(at('mottakere'))
    expect((await values())?.lawReference).toBe('Universitets- og høyskoleloven § 11-1')
    expect(await answer('mottakere', { recipients: 'ingen' })).toBe(at('overforing'))
    expect(await answer('overforing', { transfers: 'no' })).toBe(at('lagring'))
    expect(await answer('lagring', { storageTime: 'x'.repeat(2000) })).toBeNull()
    expect(await answer('lagring', { storageTime: '' })).toBe(at('sletting'))
    expect(await answer('sletting', { deletionRoutine: 'Slettes hver høst' })).toBe(at('sikkerhet'))
    expect(await answer('sikkerhet', { securityMeasures: 'Tilgang bare for klagenemnda' })).toBe(at('vurdering'))
    expect(await answer('vurdering', { securityJudged: 'satisfactory' })).toBe(at('vurdert'))
    expect(await answer('vurdert', { securityJudgedOn: '2026-02-20' })).toBe(`/behandlinger/${id}`)
    const page = (await leader.get(`/behandlinger/${id}`)).text
    for (const said of ['Behandle klager på karakter', 'Eksamenssystemet', 'Slettes hver høst']) expect(page).toContain(said)
    const { values: written } = (await app.ctx(officer, (ctx) => findProcessing(ctx, id))) ?? { values: null }
    expect(written && gapsOf(written).filter(({ blocks }) => blocks)).toEqual([])
    expect((await leader.get(`/behandlinger/${id}/veiviser`)).location).toBe(at('lagring'))
  })

  it('is nobody’s who may not write in the record; two who answer at once lose nothing; an unknown step is not there', async () => {
    const id = await app.ctx(officer, (ctx) => makeProcessing(ctx, { name: 'Utlån av utstyr' }))
    const at = `/behandlinger/${id}/veiviser/formal`
    const employee = await app.as('uio-ansatt')
    expect([(await employee.get(at)).status, (await employee.post(at, { purpose: 'x' })).status]).toEqual([403, 403])
    expect((await employee.get('/behandlinger/veiviser')).status).toBe(403)
    expect((await (await app.as('sauda-personvernombud')).get(at)).status).toBe(404)
    const first = await app.as(officer)
    expect((await first.get(`/behandlinger/${id}/veiviser/tull`)).status).toBe(404)
    const [one, two] = [opened((await first.get(at)).text), opened((await first.get(at)).text)]
    expect((await first.post(at, { ...one, purpose: 'Låne ut' })).status).toBe(303)
    const both = await first.post(at, { ...two, purpose: 'Noe annet' })
    expect([both.status, both.text.includes('Låne ut'), both.text.includes('Noe annet')]).toEqual([409, true, true])
    expect((await app.ctx(officer, (ctx) => findProcessing(ctx, id)))?.values.purpose).toBe('Låne ut')
  })
})
