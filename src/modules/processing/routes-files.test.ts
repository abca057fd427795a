import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { expandedOf } from '../../../test/support/json-ld.ts'
import { readPdf } from '../../../test/support/read-pdf.ts'
import { makeProcessing, wholeAnswers } from './factory.ts'

describeExample('processing: files of the record', (db) => {
  let app: TestApp
  const officer = 'sandnes-personvernombud'
  beforeAll(async () => {
    app = await testApp(db())
    await app.ctx(officer, (ctx) => makeProcessing(ctx, { ...wholeAnswers, name: 'Fil A' }))
    await app.ctx(officer, (ctx) => makeProcessing(ctx, { ...wholeAnswers, name: 'Fil B', kind: 'research' }))
  }, 60_000)
  afterAll(() => app.stop())

  it('S4-035 what the list shows is had as linked data too, of this organisation alone', async () => {
    const client = await app.as(officer)
    const page = await client.get('/behandlinger?type=research')
    expect(page.text).toContain('href="/behandlinger/utdrag/jsonld?type=research"')
    const file = await client.get('/behandlinger/utdrag/jsonld?type=research')
    expect(file.headers.get('content-type')).toBe('application/ld+json')
    const { triples } = expandedOf(file.text)
    const titles = triples.filter(({ predicate }) => predicate === 'http://purl.org/dc/terms/title').map(({ object }) => object)
    expect(titles).toContain('Fil B')
    expect(titles).not.toContain('Fil A')
    expect(file.text).toContain('access-right/NON_PUBLIC')
    expect(file.text).not.toContain('Sykefravær')
    expect((await app.stranger().get('/behandlinger/utdrag/jsonld')).status).toBe(303)
  })

  it('S4-035 G12 and as one document of the archive, an activity a section, with who answers and by which law', async () => {
    const file = await (await app.as(officer)).get('/behandlinger/utdrag/pdf')
    expect(file.headers.get('content-type')).toBe('application/pdf')
    const { xmp, roles, pages } = readPdf(file.bytes)
    expect(xmp).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>')
    expect([...roles]).toEqual(expect.arrayContaining(['H1', 'H2', 'P']))
    const text = pages.join('')
    for (const words of ['Fil A', 'Fil B', 'artikkel 30', 'Personvernombud', 'Ta opp studenter.']) expect(text).toContain(words)
  })
})
