import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { units } from '../people/public.ts'
import { makeProcessing } from './factory.ts'

describeExample('processing: drafts out of templates', (db) => {
  let app: TestApp
  let unit: string
  let uioUnit: string
  const officer = 'sauda-personvernombud'
  beforeAll(async () => {
    app = await testApp(db())
    unit = await app.ctx(officer, async (ctx) => (await units(ctx))[1]?.id ?? '')
    uioUnit = await app.ctx('uio-personvernombud', async (ctx) => (await units(ctx))[1]?.id ?? '')
  }, 60_000)
  afterAll(() => app.stop())

  const named = (slug: string, names: readonly string[]) =>
    app.ctx(
      slug,
      async (ctx) =>
        (
          await sql<{ name: string; status: string; unit_id: string; id: string }>`
          select id, name, status, unit_id from processing
          where organisation_id = ${ctx.actor.organisationId} and name = any(${[...names]}::text[]) order by sort_key`.execute(ctx.tx)
        ).rows,
    )
  const count = (slug: string) =>
    app.ctx(slug, async (ctx) =>
      Number(
        (await sql<{ n: string }>`select count(*) as n from processing where organisation_id = ${ctx.actor.organisationId}`.execute(ctx.tx))
          .rows[0]?.n,
      ),
    )

  it('the empty list and the list lead to it, for those who may add', async () => {
    expect((await (await app.as(officer)).get('/behandlinger')).text).toContain('href="/behandlinger/maler"')
    expect((await (await app.as('sauda-ansatt')).get('/behandlinger')).text).not.toContain('href="/behandlinger/maler"')
  })
  it('the page is by area, in the language of the organisation, with its laws and when they were read', async () => {
    const { status, text } = await (await app.as(officer)).get('/behandlinger/maler')
    expect(status).toBe(200)
    expect(text).toContain('Skule og SFO')
    expect(text).toContain('Skulemiljøsaker')
    expect(text).toContain('https://lovdata.no/lov/2023-06-09-30')
    expect(text).toContain('29. november 2026')
    const university = await (await app.as('uio-personvernombud')).get('/behandlinger/maler')
    expect(university.text).toContain('Gjennomføring av eksamen')
    expect(university.text).not.toContain('Barnevern')
  })
  it('what is ticked, and a whole area, become drafts in the unit, and lead to the list of them', async () => {
    const client = await app.as(officer)
    const done = await client.post('/behandlinger/maler', { enhet: unit, mal: ['childWelfare', 'schoolEnvironment'], omrade: ['economy'] })
    expect([done.status, done.location]).toEqual([303, `/behandlinger?enhet=${unit}&status=draft&sorter=-touchedAt`])
    const made = await named(officer, ['Barnevern', 'Skulemiljøsaker', 'Rekneskap, faktura og innkrevjing', 'Innkjøp og avtalar'])
    expect(made.map(({ status, unit_id }) => [status, unit_id])).toEqual(made.map(() => ['draft', unit]))
    expect(made.length).toBe(4)
    const list = await client.get(done.location ?? '')
    for (const { name } of made) expect(list.text).toContain(name)
    expect(list.text).toContain('Lagt til frå mal: 4.')
    // It began with a template, and its page says so until it is written anew.
    const page = await client.get(`/behandlinger/${made.find(({ name }) => name === 'Barnevern')?.id}`)
    expect(page.text).toContain('Utkastet starta med ein mal')
    expect(page.text).toContain('barnevernslova')
  })
  it('those that are there are shown as there, and offered no more', async () => {
    const { text } = await (await app.as(officer)).get('/behandlinger/maler')
    expect(text).not.toContain('value="childWelfare"')
    expect(text).toContain('value="childHealth"')
    expect(text).toMatch(/Finst allereie<\/p><ul><li><a[^>]*>Barnevern</)
  })
  it('two presses at once make each draft once', async () => {
    const client = await app.as(officer)
    const before = await count(officer)
    const both = await Promise.all([1, 2].map(() => client.post('/behandlinger/maler', { enhet: unit, omrade: ['technical', 'it'] })))
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    expect((await count(officer)) - before).toBe(6)
    const again = await client.post('/behandlinger/maler', { enhet: unit, omrade: ['technical', 'it'] })
    expect([again.status, (await count(officer)) - before]).toEqual([303, 6])
  })
  it('without a unit, without a choice, with nonsense: said in words, what was ticked kept, and nothing made', async () => {
    const client = await app.as(officer)
    const before = await count(officer)
    for (const form of [
      { mal: 'socialCrisis' },
      { enhet: 'tull', mal: 'socialCrisis' },
      { enhet: uioUnit, mal: 'socialCrisis' },
      { enhet: unit },
      { enhet: unit, mal: ['libraryTheses', 'x', '\u0000'], omrade: 'doctorate' },
    ]) {
      const answer = await client.post('/behandlinger/maler', form)
      expect(answer.status).toBe(422)
      expect(answer.text).toMatch(/href="#(enhet|mal)"/)
      if (form.mal === 'socialCrisis') expect(answer.text).toMatch(/value="socialCrisis"[^>]*checked|checked[^>]*value="socialCrisis"/)
    }
    expect(await count(officer)).toBe(before)
  })
  it('who may not add one gets neither the page nor the deed; another organisation sees nothing of it', async () => {
    for (const slug of ['sauda-ansatt', 'sauda-revisor']) {
      const client = await app.as(slug)
      expect((await client.get('/behandlinger/maler')).status).toBe(403)
      expect((await client.post('/behandlinger/maler', { enhet: unit, mal: 'socialCrisis' })).status).toBe(403)
    }
    expect(await named(officer, ['Krisesenter'])).toEqual([])
    expect(await named('sandnes-personvernombud', ['Barnevern', 'Skulemiljøsaker'])).toEqual([])
  })
  it('a name that somebody made in other letters is passed over, and the rest is made', async () => {
    await app.ctx(officer, (ctx) => makeProcessing(ctx, { name: 'KULTURSKULE' }))
    const before = await count(officer)
    await (await app.as(officer)).post('/behandlinger/maler', { enhet: unit, omrade: 'culture' })
    expect((await count(officer)) - before).toBe(3)
    expect(await named(officer, ['Kulturskule'])).toEqual([])
  })
})
