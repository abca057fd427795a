import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, type TestApp, testApp } from '../../../../test/support/app.ts'
import { reportBy } from '../../../../test/support/cases.ts'
import { describeDatabase } from '../../../../test/support/database.ts'
import { localInput } from '../../../kernel/calendar/calendar.ts'
import { hoursFrom, someMonday } from '../factory.ts'
import { type Report, reportFields } from '../fields-report.ts'

type Figure = { readonly count: number; readonly href: string; readonly more: readonly string[] }

const plain = (html: string) =>
  html
    .replace(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&#x27;', '’')
    .replaceAll('\u00a0', ' ')
    .trim()

/** The lines of one table of the page, by their words; a line below another follows it, so the same words may stand twice. */
function tableOf(page: string, id: string): readonly (readonly [string, Figure])[] {
  const section = new RegExp(`<section class="v-section" id="${id}".*?</section>`, 's').exec(page)?.[0] ?? ''
  return [...section.matchAll(/<tr><th scope="row"[^>]*>(.*?)<\/th>(.*?)<\/tr>/gs)].map(([, label = '', cells = '']) => {
    const [first = '', ...more] = [...cells.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) => cell)
    const href = /href="([^"]+)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? ''
    return [plain(label), { count: Number(plain(first).replace(/\D/g, '')), href, more: more.map(plain) }]
  })
}
const figureOf = (page: string, id: string, label: string): Figure | undefined => new Map(tableOf(page, id)).get(label)
const idsIn = (page: string): readonly string[] =>
  [...page.matchAll(/<a class="ds-link" href="\/avvik\/([0-9a-f-]{36})"/g)].map(([, id = '']) => id)

describeDatabase('statistics of deviations', (db) => {
  let app: TestApp
  let dpo: Client
  beforeAll(async () => {
    app = await testApp(db(), someMonday)
    dpo = await app.as('sauda-personvernombud')
  }, 60_000)
  afterAll(() => app.stop())

  /** Another day, on which the officer signs in anew. */
  const later = async (at: string): Promise<Date> => {
    app.clock.now = new Date(at)
    dpo = await app.as('sauda-personvernombud')
    return app.clock.now
  }
  const report = async (over: Partial<Report> = {}, by = 'sauda-ansatt', receivedAt = someMonday): Promise<string> =>
    (await reportBy(app, by, { whatHappened: 'Noko gjekk gale med den gule permen.', ...over }, receivedAt)).id
  const page = async (query = '', by = dpo) => (await by.get(`/avvik/statistikk?${query}`)).text
  const opened = async (figure: Figure | undefined) => idsIn((await dpo.get(figure?.href ?? '/')).text)

  /** How many more there are of it after some reports, and that the figure opens a list where they are. */
  async function counts(table: string, label: string, ids: readonly string[], before: string): Promise<void> {
    const after = figureOf(await page(), table, label)
    expect(after?.count, label).toBe((figureOf(before, table, label)?.count ?? 0) + ids.length)
    const list = await opened(after)
    expect(list.length, label).toBe(after?.count)
    for (const id of ids) expect(list).toContain(id)
  }

  describe('what is reported', () => {
    it.each([
      { row: 'S1-07', category: 'UNENCRYPTED_SENSITIVE_EMAIL', label: 'Sensitive opplysningar sende i ukryptert e-post' },
      { row: 'S1-17', category: 'WRONG_DISCLOSURE_PUBLICATION', label: 'Feil utlevering eller publisering' },
    ] as const)('$row the category $category is counted, and its figure opens its cases', async ({ category, label }) => {
      const before = await page()
      const id = await report({ categories: [category] })
      await report({ categories: ['LOST_ITEM'] })
      await counts('category', label, [id], before)
    })

    it('S1-08 the national identity number by e-mail, on the web, and both, is counted below its category', async () => {
      const before = await page()
      const email = await report({ categories: ['NATIONAL_ID_EXPOSED'], exposedBy: ['email'] })
      const web = await report({ categories: ['NATIONAL_ID_EXPOSED'], exposedBy: ['web'] })
      const both = await report({ categories: ['NATIONAL_ID_EXPOSED'], exposedBy: ['email', 'web'] })
      // An answer that is left from before the category was taken away says nothing.
      await report({ categories: ['LOST_ITEM'], exposedBy: ['email'] })
      await counts('category', 'Fødselsnummeret kom ut: I e-post', [email, both], before)
      await counts('category', 'Fødselsnummeret kom ut: På nett', [web, both], before)
    })

    it('S1-14 cases are counted by confidentiality, integrity and availability, whichever question told it', async () => {
      const before = await page()
      const open = await report({ categories: ['OPEN_DATA'], openDataAffects: ['confidentiality'] })
      const both = await report({ categories: ['OPEN_DATA'], openDataAffects: ['confidentiality', 'integrity'] })
      const astray = await report({ effects: ['astray'] })
      const gone = await report({ breachKinds: ['destruction'] })
      await report({ categories: ['LOST_ITEM'], openDataAffects: ['integrity'] })
      await counts('attribute', 'Konfidensialitet: uvedkomande fekk sjå', [open, both, astray], before)
      await counts('attribute', 'Integritet: endra eller ikkje lenger rett', [both], before)
      await counts('attribute', 'Tilgjenge: tapt eller utilgjengeleg', [gone], before)
      await counts('category', 'Truga i opne data: Konfidensialitet', [], await page())
      expect(figureOf(await page(), 'category', 'Truga i opne data: Integritet')?.count).toBe(1)
    })

    it('S1-16 published without a basis, and not anonymised enough, are counted each', async () => {
      const before = await page()
      const noBasis = await report({ categories: ['PUBLISHED_WITHOUT_BASIS'], publishedFault: 'noBasis' })
      const notAnonymised = await report({ categories: ['PUBLISHED_WITHOUT_BASIS', 'LOST_ITEM'], publishedFault: 'notAnonymised' })
      const labels = tableOf(await page(), 'category').map(([label]) => label)
      const of = (words: RegExp) => labels.find((label) => /^Gale med publiseringa/.test(label) && words.test(label)) ?? ''
      await counts('category', of(/grunnlag/), [noBasis], before)
      await counts('category', of(/anonymisert/), [notAnonymised], before)
    })

    it('S1-31 cases are counted by cause code, those without one too', async () => {
      const before = await page()
      const missent = await report({ causeCode: 'missentEmail', mainCause: 'Autofullfør' })
      const silent = await report({ mainCause: 'Veit ikkje' })
      await counts('cause', 'E-post til feil mottakar', [missent], before)
      await counts('cause', 'Ikkje oppgitt', [silent], before)
    })

    it('S4-126 every kind of incident and every effect is counted', async () => {
      const before = await page()
      const kinds = new Map<string, string>()
      for (const incidentKind of reportFields.incidentKind.of) kinds.set(incidentKind, await report({ incidentKind }))
      const effects = new Map<string, string>()
      for (const effect of reportFields.effects.of) effects.set(effect, await report({ effects: [effect] }))
      const after = await page()
      for (const [table, ids] of [
        ['incidentKind', kinds],
        ['effect', effects],
      ] as const) {
        const lines = tableOf(after, table).filter(([label]) => label !== 'Ikkje oppgitt')
        expect(lines).toHaveLength(ids.size)
        const lists = await Promise.all(lines.map(async ([label, figure]) => [label, await opened(figure), figure.count] as const))
        for (const id of ids.values()) expect(lists.filter(([, list]) => list.includes(id))).toHaveLength(1)
        for (const [label, list, count] of lists) {
          expect(list.length, label).toBe(count)
          expect(count - (figureOf(before, table, label)?.count ?? 0), label).toBe(1)
        }
      }
    })
  })

  it('S1-34 the number of persons is added up: exact, between two numbers, and not known', async () => {
    const unit = await app.ctx('sauda-sykepleier', async (ctx) => ctx.actor.unitId)
    const facts = async () => plain(/<dl class="v-keyfacts">(.*?)<\/dl>/s.exec(await page(`enhet=${unit}`))?.[1] ?? '')
    await report({ affectedKnown: 'exact', affectedCount: 24 }, 'sauda-sykepleier')
    expect(await facts()).toMatch(/råka24(?!\d|–)/)
    await report({ affectedKnown: 'interval', affectedCount: 100, affectedMax: 150 }, 'sauda-sykepleier')
    await report({ affectedKnown: 'unknown' }, 'sauda-sykepleier')
    expect(await facts()).toContain('råka124–174, ikkje kjent i 1 sak')
    expect(tableOf(await page(`enhet=${unit}`), 'units')[0]?.[1].more[1]).toBe('124–174')
  })

  it('S4-066 discovered at 08.00 and reported at 11.30: the case shows 3.5 hours, and the median of the unit includes it', async () => {
    const at = await later('2026-03-03T10:30:00Z')
    const unit = await app.ctx('sauda-leder-helse', async (ctx) => ctx.actor.unitId)
    const by = (hours: number) => report({ discoveredAt: hoursFrom(at, -hours), affectedUnit: unit }, 'sauda-ansatt', at)
    const [id] = [await by(3.5), await by(1)]
    const hours = async () => tableOf(await page(`enhet=${unit}&fra=2026-03-03&til=2026-03-03`), 'units')[0]?.[1].more[0]
    expect((await dpo.get(`/avvik/${id}`)).text).toContain('3 timar og 30 minutt')
    expect(await hours()).toBe('2,3')
    await by(9)
    expect(await hours()).toBe('3,5')
  })

  it('S3-09 the page says the median of hours from discovery to report, for all cases of the time', async () => {
    const at = await later('2026-03-05T10:00:00Z')
    for (const hours of [1, 30, 4]) await report({ discoveredAt: hoursFrom(at, -hours) }, 'sauda-ansatt', at)
    const facts = plain(/<dl class="v-keyfacts">(.*?)<\/dl>/s.exec(await page('fra=2026-03-05&til=2026-03-05'))?.[1] ?? '')
    expect(facts).toContain('4 timar (median)')
    const list = await dpo.get('/avvik?fra=2026-03-05&til=2026-03-05')
    expect(idsIn(list.text)).toHaveLength(3)
    expect(list.text).toMatch(/time[rn]?|dag/)
  })

  it('every figure opens a list of just as many, for the whole of it, one unit, one kind and one time', async () => {
    const unit = await app.ctx('sauda-sykepleier', async (ctx) => ctx.actor.unitId)
    let tried = 0
    for (const query of [
      '',
      'fra=',
      `enhet=${unit}`,
      'kategori=NATIONAL_ID_EXPOSED',
      'type=privacyDeviation&fra=2026-03-02&til=2026-03-02',
    ]) {
      const text = await page(query)
      const tables = [...text.matchAll(/<section class="v-section" id="(\w+)"/g)].map(([, id = '']) => id)
      for (const [label, { count, href }] of tables.flatMap((id) => tableOf(text, id))) {
        if (count === 0) continue
        const list = (await dpo.get(href)).text
        expect(Number(/v-title__count"> (\d+)/.exec(list)?.[1]), `${query} ${label} ${href}`).toBe(count)
        tried++
      }
    }
    expect(tried).toBeGreaterThan(60)
  }, 120_000)

  describe('who counts', () => {
    it('S3-11 nobody counts a case they may not see: neither the leader who is only asked, nor another organisation, nor an employee', async () => {
      const at = await later('2026-03-10T10:00:00Z')
      const id = await report({ categories: ['THEFT_HACKING'] }, 'sauda-ansatt', at)
      const time = 'fra=2026-03-10&til=2026-03-10'
      const asked = await app.as('sauda-leder-helse')
      const form = (await dpo.get(`/avvik/${id}/sporsmal`)).text
      await dpo.post(`/avvik/${id}/sporsmal`, {
        version: /name="version" value="(\d+)"/.exec(form)?.[1] ?? '',
        to: 'person',
        person: (await app.person('sauda-leder-helse')).personId,
        role: 'leader',
        question: 'Kva veit du?',
        dueAt: localInput(hoursFrom(at, 5)),
      })
      expect((await asked.get('/avvik')).text).toContain(`/avvik/${id}`)
      expect(figureOf(await page(time), 'category', 'Tjuveri eller hacking av utstyr eller informasjon')?.count).toBe(1)
      for (const query of [time, 'fra=']) expect(await page(query, asked), query).toContain('Ingen avvik å telje')
      expect(await page(time, await app.as('sandnes-personvernombud'))).toContain('Ingen avvik å telle')
      for (const slug of ['sauda-ansatt', 'sauda-revisor', 'sauda-administrator']) {
        const client = await app.as(slug)
        for (const path of ['/avvik/statistikk', '/avvik/statistikk/csv', '/avvik/statistikk/xlsx/deling'])
          expect((await client.get(path)).status, `${slug} ${path}`).toBe(403)
        expect((await client.get('/avvik')).text).not.toContain('/avvik/statistikk')
      }
      expect((await dpo.get('/avvik')).text).toContain('/avvik/statistikk')
    })
  })

  describe('its files', () => {
    const csv = async (path: string) => (await dpo.get(path)).text.replace('\ufeff', '').trim().split('\r\n')

    it('S3-11 hold figures and fixed answers and nothing that somebody wrote, and leave an event without what was found', async () => {
      const written = { whatHappened: 'Raud perm', mainCause: 'Grøn årsak', processElement: 'Blått ledd', whereNow: 'Gult skap' }
      await report({ ...written, relationOther: 'Kvit gruppe', externalReference: 'C-9911' })
      const content = (await csv('/avvik/statistikk/csv')).join('\n')
      for (const text of [...Object.values(written), 'Kvit gruppe', 'C-9911']) expect(content).not.toContain(text)
      expect(content).toContain('Kategoriar;;Ikkje oppgitt;')
      const workbook = await readXlsx((await dpo.get('/avvik/statistikk/xlsx')).bytes)
      const cells = JSON.stringify(workbook.sheets.map(({ rows }) => rows))
      for (const text of [...Object.values(written), 'Kvit gruppe', 'C-9911']) expect(cells).not.toContain(text)
      const rows = workbook.sheets[0]?.rows ?? []
      const total = Number(/v-title__count"> (\d+)/.exec((await dpo.get('/avvik?status=alle&fra=2026-01-01&til=2026-12-31')).text)?.[1])
      expect([rows[1]?.[0], rows[1]?.[3]]).toEqual(['Alle', total])
      const events = await app.ctx('sauda-personvernombud', (ctx) =>
        ctx.tx.selectFrom('audit_event').select('data').where('type', '=', 'deviation.figuresTaken').execute(),
      )
      expect(events.map(({ data }) => data)).toContainEqual({ form: 'csv', filters: ['status', 'from', 'to'], forOthers: false })
    })

    it('hide one to four in what others are to read, and what would tell it', async () => {
      const at = await later('2026-03-20T10:00:00Z')
      const causes = [...Array(6).fill('phishing'), ...Array(7).fill('malware'), 'snooping'] as const
      for (const causeCode of causes) await report({ causeCode }, 'sauda-ansatt', at)
      const time = 'fra=2026-03-20&til=2026-03-20'
      const said = (lines: readonly string[], label: string) => lines.find((line) => line.startsWith(`Årsaker;;${label}`))?.split(';')[3]
      const own = await csv(`/avvik/statistikk/csv?${time}`)
      const forOthers = await csv(`/avvik/statistikk/csv/deling?${time}`)
      expect(['Nettfiske', 'Løysepenge', 'Nokon har'].map((label) => said(own, label))).toEqual(['6', '7', '1'])
      expect(['Nettfiske', 'Løysepenge', 'Nokon har'].map((label) => said(forOthers, label))).toEqual(['skjult', '7', 'skjult'])
      expect(forOthers[1]?.split(';')[3]).toBe('14')
    })
  })
})
