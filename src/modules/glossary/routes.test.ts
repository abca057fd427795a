import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { startTerms } from './start.ts'

describeExample('glossary: pages', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())
  const find = async (slug: string, ord: string) =>
    JSON.parse((await (await app.as(slug)).post('/sok/finn', { ord }, { accept: 'application/json' })).text) as {
      readonly groups: readonly {
        readonly hits: readonly { readonly href: string; readonly title: string; readonly beside: string | null }[]
      }[]
    }
  const hits = async (slug: string, ord: string) =>
    (await find(slug, ord)).groups.flatMap((group) => group.hits).filter(({ href }) => href.startsWith('/ordliste#'))

  it('S0-02 is empty until whoever keeps it fetches the terms, once; then everybody reads them in their own language, and an employee changes none', async () => {
    const employee = await app.as('sauda-ansatt')
    expect((await employee.get('/ordliste')).text).toContain('Ordlista er tom')
    for (const path of ['/ordliste/ferdige', '/begreper/nytt']) expect([path, (await employee.post(path)).status]).toEqual([path, 403])
    const dpo = await app.as('sauda-personvernombud')
    await dpo.post('/ordliste/ferdige')
    expect((await dpo.get('/ordliste')).text).toContain(`Omgrep henta: ${startTerms('municipality').length}`)
    await dpo.post('/ordliste/ferdige')
    expect((await dpo.get('/ordliste')).text).toContain('Omgrep henta: 0')
    const page = (await employee.get('/ordliste')).text
    expect(page).toContain('<dt>teknisk-administrativ saksbehandlar</dt>')
    expect(page).toMatch(/brot på personopplysningstryggleiken<\/dt>.*?GDPR artikkel 4 nr\. 12, lesen 30\. november 2026/s)
    expect(page).not.toContain('/ordliste/ferdige')
    expect((await employee.get('/begreper')).text).not.toContain('/begreper/nytt')
    expect((await (await app.as('sandnes-ansatt')).get('/ordliste')).text).toContain('Ordlisten er tom')
  })

  it('a term is found from anywhere, by what it is called in any language and by other words for it, and the hit says what it means', async () => {
    const [hit] = await hits('sauda-ansatt', 'personnummer')
    expect(hit).toMatchObject({ title: 'fødselsnummer', beside: expect.stringMatching(/^Dei elleve siffera/) })
    const page = (await (await app.as('sauda-ansatt')).get('/ordliste')).text
    expect(page).toContain(`id="${hit?.href.split('#')[1]}"`)
    expect((await hits('sauda-ansatt', 'personal data breach')).map(({ title }) => title)).toEqual(['brot på personopplysningstryggleiken'])
    expect((await hits('sauda-ansatt', 'databehandlarane')).map(({ title }) => title)).toContain('databehandlar')
    expect(await hits('sandnes-ansatt', 'personnummer')).toEqual([])
  })

  it('a term of one’s own is added with its source and date, and one that is taken out of use is shown and found no more', async () => {
    const dpo = await app.as('sauda-personvernombud')
    const id = '019a0000-0000-7000-8000-0000000000ab'
    const own = { id, name: 'kantineliste', meaningNb: 'Lista over kven som et i kantina.', inUse: 'yes' }
    const refused = await dpo.post('/begreper/nytt', { ...own, source: 'Reglementet § 3' })
    expect([refused.status, refused.text.includes('href="#readOn"')]).toEqual([422, true])
    expect((await dpo.post('/begreper/nytt', own)).location).toBe(`/begreper/${id}`)
    expect((await dpo.post('/begreper/nytt', own)).status).toBe(303)
    expect((await dpo.post('/begreper/nytt', { ...own, id: '019a0000-0000-7000-8000-0000000000ac' })).text).toContain(
      'står allereie i ordlista',
    )
    expect((await hits('sauda-ansatt', 'kantinelister')).length).toBe(1)
    expect((await dpo.post(`/begreper/${id}/endring`, { version: '1', ...own, inUse: 'no' })).status).toBe(303)
    expect(await hits('sauda-ansatt', 'kantinelister')).toEqual([])
    expect((await (await app.as('sauda-ansatt')).get('/ordliste')).text).not.toContain('kantineliste')
    expect((await (await app.as('uio-administrator')).get(`/begreper/${id}`)).status).toBe(404)
  })
})
