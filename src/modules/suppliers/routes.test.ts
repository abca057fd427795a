import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { makeProcessing } from '../processing/factory.ts'
import { tasksOf } from '../tasks/public.ts'
import { editSupplier } from './commands.ts'
import { makeSupplier } from './factory.ts'
import { sweepSuppliers } from './jobs.ts'
import { findSupplier } from './queries.ts'
import type { SupplierValues } from './supplier.ts'

describeExample('suppliers: pages', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())

  it('everybody reads; an employee adds and changes nothing; another organisation’s is not there', async () => {
    const id = await app.ctx('sauda-personvernombud', (ctx) => makeSupplier(ctx, { name: 'Skuleskya' }))
    const employee = await app.as('sauda-ansatt')
    expect((await employee.get('/leverandorer')).text).toContain('Skuleskya')
    expect((await employee.get('/leverandorer/nytt')).status).toBe(403)
    expect((await employee.post('/leverandorer/nytt/begynt', { name: 'Mi' })).status).toBe(403)
    expect((await employee.post(`/leverandorer/${id}/endring`, { version: '1', name: 'Mi' })).status).toBe(403)
    const stranger = await app.as('sandnes-personvernombud')
    for (const page of ['', '/endring']) expect((await stranger.get(`/leverandorer/${id}${page}`)).status).toBe(404)
    expect((await stranger.get('/leverandorer')).text).not.toContain('Skuleskya')
  })

  it('a double press adds one, and a wrong number is answered in words', async () => {
    const officer = await app.as('sauda-personvernombud')
    const key = '019a0000-0000-7000-8000-0000000000c1'
    const whole = { id: key, name: 'Dobbel', processesData: 'yes', inUse: 'yes' }
    const both = await Promise.all([1, 2].map(() => officer.post('/leverandorer/nytt', whole)))
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    expect((await officer.get('/leverandorer')).text.split('>Dobbel<').length - 1).toBe(1)
    // Written by hand with other letters and spaces, it is the same one as a file would know it by: it is said, and the way to it is there.
    const twin = await officer.post('/leverandorer/nytt', { ...whole, id: key.replace('c1', 'c3'), name: ' dobbel ' })
    expect([twin.status, twin.text.includes(`href="/leverandorer/${key}"`)]).toEqual([422, true])
    const spaced = { ...whole, id: key.replace('c1', 'c4'), name: 'Fjordskyen  AS' }
    expect((await officer.post('/leverandorer/nytt', spaced)).status).toBe(303)
    const again = await officer.post('/leverandorer/nytt', { ...whole, id: key.replace('c1', 'c5'), name: 'fjordskyen\u00a0 as' })
    expect([again.status, again.text.includes('>Sjå den som finst: Fjordskyen AS</a>')]).toEqual([422, true])
    const odd = await officer.post('/leverandorer/nytt', {
      ...whole,
      id: key.replace('c1', 'c2'),
      name: 'Rar',
      organisationNumber: '123456789',
    })
    expect([odd.status, odd.text.includes('href="#organisationNumber"'), odd.text.includes('stemmer ikkje')]).toEqual([422, true, true])
  })

  it('a contract that has run out, or soon does, is told of by the clock, marked, and found in the list, and not where the supplier is out of use', async () => {
    const officer = 'sandnes-personvernombud'
    const make = (name: string, over: Partial<SupplierValues>) => app.ctx(officer, (ctx) => makeSupplier(ctx, { name, ...over }))
    const [over, soon, late, gone] = [
      await make('Utgått AS', { contractUntil: '2026-02-09' }),
      await make('Snart AS', { contractUntil: '2026-03-13' }),
      await make('Siden AS', { contractUntil: '2026-08-01' }),
      await make('Borte AS', { contractUntil: '2026-02-09', inUse: 'no' }),
    ]
    const open = (id: string) =>
      app.ctx('sandnes-anskaffelser', async (ctx) =>
        (await tasksOf(ctx, id)).filter(({ status }) => status === 'open').map(({ kind }) => kind),
      )
    const all = async () => [await open(over), await open(soon), await open(late), await open(gone)]
    expect(await all()).toEqual([['supplier.ends'], ['supplier.ends'], [], []])
    const buyer = await app.as('sandnes-anskaffelser')
    const [ended, ending] = [(await buyer.get('/leverandorer?utlop=over')).text, (await buyer.get('/leverandorer?utlop=soon')).text]
    expect(ended).toMatch(/Utgått AS.*Har gått ut/s)
    expect(ending).toMatch(/Snart AS.*Går ut snart/s)
    for (const name of ['Snart AS', 'Siden AS', 'Borte AS']) expect(ended).not.toContain(name)
    for (const name of ['Utgått AS', 'Siden AS', 'Borte AS']) expect(ending).not.toContain(name)

    const before = app.clock.now
    app.clock.now = new Date('2026-05-05T08:00:00Z')
    try {
      await sweepSuppliers(await app.round(officer))
      expect((await all())[2]).toEqual(['supplier.ends'])
    } finally {
      app.clock.now = before
    }
    await app.ctx(officer, async (ctx) => {
      const stands = await findSupplier(ctx, over)
      if (stands) expect(await editSupplier(ctx, over, null, { ...stands.values, contractUntil: '2028-02-09' })).toMatchObject({ ok: true })
    })
    expect((await all())[0]).toEqual([])
  })

  it('what stands as text in an activity is offered as a new supplier, and is still read there afterwards', async () => {
    const id = await app.ctx('sandnes-personvernombud', async (ctx) =>
      makeProcessing(ctx, { name: 'Utsendinger', processors: 'Trykkeriet AS, Ingen andre' }),
    )
    const officer = await app.as('sandnes-personvernombud')
    const before = (await officer.get(`/behandlinger/${id}`)).text
    expect(before).toContain('Legg til «Trykkeriet AS»')
    expect(before).not.toContain('Legg til «Ingen andre»')
    expect((await (await app.as('sandnes-ansatt')).get(`/behandlinger/${id}`)).text).not.toContain('Legg til «Trykkeriet AS»')
    const begun = await officer.post('/leverandorer/nytt/begynt', { name: 'Trykkeriet AS' })
    expect(begun.status).toBe(200)
    expect(begun.text).toContain('value="Trykkeriet AS"')
    expect(begun.text).toContain('action="/leverandorer/nytt"')
    const key = /name="id" value="([^"]+)"/.exec(begun.text)?.[1] ?? ''
    const added = await officer.post('/leverandorer/nytt', { id: key, name: 'Trykkeriet AS', processesData: 'yes', inUse: 'yes' })
    expect(added.status).toBe(303)
    const answers = { version: '1', processors: 'Trykkeriet AS, Ingen andre', processedBy: key }
    expect((await officer.post(`/behandlinger/${id}/endring/ansvar`, answers)).status).toBe(303)
    const after = (await officer.get(`/behandlinger/${id}`)).text
    expect(after).not.toContain('Legg til «Trykkeriet AS»')
    expect(after).toContain('Trykkeriet AS, Ingen andre')
  })
})
