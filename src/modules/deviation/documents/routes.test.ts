import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../../test/support/app.ts'
import { done, stored } from '../../../../test/support/cases.ts'
import { readyCase } from '../../../../test/support/closing.ts'
import { describeExample } from '../../../../test/support/database.ts'
import { newId } from '../../../kernel/ids.ts'
import { timelineOf } from '../../audit/public.ts'
import { storedDocuments } from '../../documents/public.ts'
import { closeDeviation, proposeToClose } from '../closing/commands.ts'
import { makeReport } from '../factory.ts'
import { sendReport } from '../report/commands.ts'

describeExample('The documents of a case', (db) => {
  let app: TestApp
  let id: string
  beforeAll(async () => {
    app = await testApp(db())
    id = await readyCase(app, 'sandnes')
  }, 120_000)
  afterAll(() => app.stop())

  const as = (slug: string) => app.as(slug)
  const base = (of = id) => `/avvik/${of}/dokumenter`
  const noted = async () =>
    (await app.ctx('sandnes-personvernombud', (ctx) => timelineOf(ctx, id))).filter(({ type }) => type === 'deviation.documentMade').length

  test('the list has what can be made now, with drafts as drafts', async () => {
    const page = await (await as('sandnes-personvernombud')).get(base())
    expect(page.status).toBe(200)
    for (const slug of ['avviksmelding', 'risikovurdering', 'dokumentasjon', 'notat', 'hele-saken'])
      expect(page.text).toContain(`${base()}/${slug}"`)
    expect(page.text).toContain('Utkast')
    expect(page.text).toContain('Ingen dokumenter er ferdige ennå.')
  })

  test('S1-26 a document is shown page by page and downloaded as PDF and as text, and each is noted', async () => {
    const who = await as('sandnes-personvernombud')
    const before = await noted()
    const page = await who.get(`${base()}/avviksmelding`)
    expect(page.status).toBe(200)
    expect(page.text).toContain(`src="${base()}/avviksmelding/1.svg"`)
    expect(page.text).toContain('1. Kontaktinformasjon')
    const picture = await who.get(`${base()}/avviksmelding/1.svg`)
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/svg+xml; charset=utf-8'])
    expect(picture.text).toMatch(/^<svg /)
    expect(await noted()).toBe(before + 1)
    const pdf = await who.get(`${base()}/avviksmelding.pdf`)
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect(pdf.headers.get('content-disposition')).toMatch(
      /^attachment; filename="2026-\d{4}-avviksmelding\.pdf"; filename\*=UTF-8''2026-\d{4}-avviksmelding\.pdf$/,
    )
    expect(pdf.text.slice(0, 5)).toBe('%PDF-')
    const text = await who.get(`${base()}/avviksmelding.txt`)
    expect(text.text).toContain('2. Beskrivelse av avviket')
    expect(await noted()).toBe(before + 3)
  })

  test('an address without a document is no page', async () => {
    const who = await as('sandnes-personvernombud')
    for (const path of [
      'tull',
      'tull.pdf',
      'notat/99.svg',
      'notat/0.svg',
      'notat?utgave=7',
      'notat.pdf?utgave=x',
      'datatilsynet',
      'berorte.pdf',
    ])
      expect((await who.get(`${base()}/${path}`)).status, path).toBe(404)
  })

  test('S1-26 the reporter has the own report and nothing else; others nothing at all', async () => {
    const reporter = await as('sandnes-ansatt')
    const own = await reporter.get(`${base()}/avviksmelding`)
    expect(own.status).toBe(200)
    // The way back is to the own reports, not to the list of cases.
    expect(own.text).toMatch(/<nav[^>]*>(?:(?!<\/nav>).)*href="\/avvik\/mine"(?:(?!<\/nav>).)*href="\/avvik\/[0-9a-f-]{36}"/s)
    expect(own.text).not.toContain('href="/avvik"')
    expect((await reporter.get(`${base()}/avviksmelding.pdf`)).status).toBe(200)
    for (const slug of ['risikovurdering', 'notat', 'hele-saken.pdf', 'dokumentasjon/1.svg'])
      expect((await reporter.get(`${base()}/${slug}`)).status, slug).toBe(403)
    for (const slug of ['sauda-personvernombud', 'sandnes-it-sjef'])
      for (const path of ['', '/avviksmelding', '/avviksmelding.pdf', '/hele-saken/1.svg'])
        expect((await (await as(slug)).get(`${base()}${path}`)).status, slug + path).toBe(404)
    expect((await app.stranger().get(`${base()}/avviksmelding.pdf`)).status).toBe(303)
  })

  test('S4-131 a protected reporter stands in no document and leaves no name in the log for having taken out the own report', async () => {
    const own = newId(app.clock.now)
    await app.ctx('sandnes-helsefagarbeider', async (ctx) => {
      const report = { ...makeReport(), affectedUnit: ctx.actor.unitId, affectedLeader: null }
      done(await sendReport(ctx, own, 'form', report))
    })
    const { personId } = await app.person('sandnes-helsefagarbeider')
    const reporter = await as('sandnes-helsefagarbeider')
    expect((await reporter.get(`${base(own)}/avviksmelding.pdf`)).status).toBe(200)
    const events = await app.ctx('sandnes-personvernombud', (ctx) => timelineOf(ctx, own))
    expect(events.find(({ type }) => type === 'deviation.documentMade')).toMatchObject({ actorId: null, actorKind: 'protected' })
    const officer = await as('sandnes-personvernombud')
    for (const slug of ['avviksmelding', 'risikovurdering', 'dokumentasjon', 'notat', 'hele-saken']) {
      const text = (await officer.get(`${base(own)}/${slug}.txt`)).text
      expect(text, slug).not.toContain('Helsefagarbeider')
      expect(text, slug).not.toContain(personId)
    }
    expect((await officer.get(`${base(own)}/hele-saken.txt`)).text).toContain('Beskyttet melder')
  })

  test('S1-42 what a reporter did as a reporter stands in the whole case without the name', async () => {
    const open = await readyCase(app, 'oslomet')
    const text = (await (await as('oslomet-sikkerhet')).get(`${base(open)}/hele-saken.txt`)).text
    expect(text).toMatch(/Hva skjedde: Avviket meldt; Hvem: Melderen/)
    expect(text).not.toContain('Underviser')
    expect(text).toContain('Sikkerhetsteamet, OsloMet')
  })

  test('S4-147 a memo that was sent is kept: the same bytes each time, whatever is written afterwards', async () => {
    done(await app.ctx('sandnes-personvernombud', (ctx) => proposeToClose(ctx, id, null, null)))
    const who = await as('sandnes-kommunedirektor')
    const page = await who.get(`${base()}/notat`)
    expect(page.text).toContain('Notat, utgave 1')
    const [memo] = await app.ctx('sandnes-personvernombud', (ctx) => storedDocuments(ctx, id))
    expect(page.text).toContain(memo?.sha256)
    const first = await who.get(`${base()}/notat.pdf`)
    app.clock.now = new Date(app.clock.now.getTime() + 60_000)
    expect((await who.get(`${base()}/notat.pdf?utgave=1`)).text).toBe(first.text)
    expect(first.headers.get('content-disposition')).toContain('-notat-utgave-1.pdf')
    done(await app.ctx('sandnes-kommunedirektor', (ctx) => closeDeviation(ctx, id, null, null)))
    const list = await who.get(base())
    for (const slug of ['notat', 'dokumentasjon', 'hele-saken']) expect(list.text).toContain(`${base()}/${slug}?utgave=1`)
    expect((await stored(app, 'sandnes', id)).status).toBe('closed')
  })

  test('S3-14 the leader who closes has the report and the documentation, and neither assessment nor the whole case', async () => {
    const internal = await readyCase(app, 'sauda', { level: 'low', internal: true })
    const leader = await as('sauda-leder')
    expect((await leader.get(`${base(internal)}/dokumentasjon`)).status).toBe(200)
    for (const slug of ['risikovurdering', 'notat', 'hele-saken'])
      expect((await leader.get(`${base(internal)}/${slug}`)).status, slug).toBe(403)
  })

  test('a document speaks the language of the case, the page that of its reader', async () => {
    const nynorsk = await readyCase(app, 'sauda')
    const who = await as('sauda-personvernombud')
    const page = await who.get(`${base(nynorsk)}/dokumentasjon`)
    expect(page.text).toMatch(/<div lang="nn">/)
    expect((await who.get(`${base(nynorsk)}/dokumentasjon.txt`)).text).toContain('Kva vi har gjort for å rette opp')
  })
})
