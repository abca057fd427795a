import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { makeProcessing } from '../processing/factory.ts'
import { makeDelegation } from './factory.ts'

describeExample('delegations: pages', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())
  const director = 'sandnes-kommunedirektor'
  const personOf = async (slug: string) => (await app.person(slug)).personId
  const unitOf = (slug: string) => app.ctx(slug, async ({ actor }) => actor.unitId ?? '')
  const form = async (over: Record<string, string> = {}) => ({
    ...{ name: 'Daglig ansvar, helse', authority: 'processing', delegatedBy: await personOf(director), unit: '', fromDate: '2026-01-01' },
    ...{ delegatedTo: await personOf('sandnes-leder-helse'), toDate: '', ground: 'Reglementet punkt 4.', documentedIn: 'Sak 26/114' },
    ...{ onward: 'no', inForce: 'yes' },
    ...over,
  })

  it('S4-091 the controller registers one, with the words that it covers the tasks and not the responsibility; everybody reads it, and what is missing is said', async () => {
    const id = '019a0000-0000-7000-8000-0000000000d1'
    const browser = await app.as(director)
    const gap = await browser.post('/delegeringer/nytt', await form({ id, ground: '' }))
    expect([gap.status, gap.text.includes('href="#ground"'), gap.text.includes('Daglig ansvar, helse')]).toEqual([422, true, true])
    expect((await browser.post('/delegeringer/nytt', await form({ id }))).location).toBe(`/delegeringer/${id}`)
    expect((await browser.post('/delegeringer/nytt', await form({ id }))).location).toBe(`/delegeringer/${id}`)
    const employee = await app.as('sandnes-ansatt')
    const shown = (await employee.get(`/delegeringer/${id}`)).text
    for (const words of [
      'Kommunedirektør, Sandnes',
      'Leder i hjemmetjenesten',
      '1. januar 2026',
      'Reglementet punkt 4.',
      'Sak 26/114',
      'Delegeringen gjelder oppgavene, ikke ansvaret',
    ])
      expect(shown).toContain(words)
    // What was never asked is left out, no last day is no end, and what nobody answered is one fold.
    expect([shown.includes('Hvilken annen oppgave?'), shown.includes('Ingen sluttdato')]).toEqual([false, true])
    expect(shown).toMatch(/<summary>Ikke besvart \(\d\)<\/summary>/)
    // A new one is in force: that it is withdrawn comes later.
    const blank = (await browser.get('/delegeringer/nytt')).text
    expect([blank.includes('name="inForce"'), blank.includes('name="onward"')]).toEqual([false, true])
    expect((await browser.get(`/delegeringer/${id}/endring`)).text).toContain('name="inForce"')
    expect((await employee.get('/delegeringer')).text).toContain('Delegeringen gjelder oppgavene, ikke ansvaret.')
    expect((await employee.get('/delegeringer/utdrag/csv')).text).toContain('Daglig ansvar, helse')
    expect((await employee.get('/delegeringer/nytt')).status).toBe(403)
    expect((await employee.post('/delegeringer/nytt', await form({ id: id.replace('d1', 'd2') }))).status).toBe(403)
    const leader = await app.as('sandnes-leder')
    const others = await leader.post('/delegeringer/nytt', await form({ id: id.replace('d1', 'd3') }))
    expect([others.status, others.text.includes('Du kan bare registrere det du selv har delegert.')]).toEqual([422, true])
    expect((await leader.get(`/delegeringer/${id}/endring`)).status).toBe(403)
    const odd = { fromDate: '2026-02-30', authority: 'alt', delegatedTo: '<b>meg</b>', name: 'x'.repeat(400), toDate: 'i går' }
    const nonsense = await browser.post('/delegeringer/nytt', await form({ ...odd, id: id.replace('d1', 'd4') }))
    expect([nonsense.status, nonsense.text.includes('<b>meg</b>')]).toEqual([422, false])
    for (const field of Object.keys(odd)) expect([field, nonsense.text.includes(`href="#${field}`)]).toEqual([field, true])
    const stranger = await app.as('sauda-administrator')
    expect((await stranger.get(`/delegeringer/${id}`)).status).toBe(404)
    const foreign = await stranger.post('/delegeringer/nytt', await form({ id: id.replace('d1', 'd5') }))
    expect([foreign.status, foreign.text.includes('Leder i hjemmetjenesten')]).toEqual([422, false])
  })

  it('S4-091 the page of an activity says by whom and since when its daily tasks are delegated: the controller stands as before', async () => {
    const [school, health] = [await unitOf('sandnes-leder'), await unitOf('sandnes-leder-helse')]
    const { one, another } = await app.ctx('sandnes-personvernombud', async (ctx) => ({
      one: await makeProcessing(ctx, { unit: school, responsible: null }),
      another: await makeProcessing(ctx, { unit: health, responsible: null }),
    }))
    await app.ctx(director, async (ctx) => makeDelegation(ctx, await personOf('sandnes-leder'), { name: 'Skolen', unit: school }))
    await app.ctx(director, async (ctx) =>
      makeDelegation(ctx, await personOf('sandnes-leder'), { name: 'Gjaldt før', unit: school, toDate: '2026-03-01' }),
    )
    await app.ctx(director, async (ctx) =>
      makeDelegation(ctx, await personOf('sandnes-leder'), { name: 'Nevner den', processings: [one], fromDate: '2026-03-02' }),
    )
    const employee = await app.as('sandnes-ansatt')
    const page = (await employee.get(`/behandlinger/${one}`)).text
    expect(page).toMatch(/Skolen<\/a>: fra Kommunedirektør, Sandnes til Rektor, Sandnes, fra 1\. januar 2026/)
    expect(page).toMatch(/Nevner den<\/a>: fra Kommunedirektør/)
    expect(page).not.toContain('Gjaldt før')
    expect(page).toContain('Kommunedirektør, Sandnes kommune: Kommunedirektør, Sandnes<')
    const beside = (await employee.get(`/behandlinger/${another}`)).text
    for (const name of ['Skolen</a>', 'Nevner den']) expect(beside).not.toContain(name)
  })
})
