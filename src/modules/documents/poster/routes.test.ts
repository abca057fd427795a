import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../../test/support/app.ts'
import { describeExample } from '../../../../test/support/database.ts'
import { readPdf } from '../../../../test/support/read-pdf.ts'
import { caseProfile } from '../../deviation/presets.ts'
import { saveProfile } from '../../organisation/factory.ts'
import { profileOf } from '../../organisation/public.ts'
import { own } from '../../subject-requests/profile.ts'

const posters = [
  { at: '/avvik/plakat', leads: '/meld/sandnes', titles: { nb: 'Har du sett noe', nn: 'Har du sett noko', en: 'Have you seen something' } },
  {
    at: '/egne-opplysninger/plakat',
    leads: '/personvern/sandnes',
    titles: { nb: 'Lurer du på hva', nn: 'Lurer du på kva', en: 'Do you want to know' },
  },
]

describeExample('posters', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())

  it('are not there until the page they lead to is, and then in three languages with its address, for whoever works here', async () => {
    const employee = await app.as('sandnes-ansatt')
    for (const { at } of posters)
      expect([at, (await employee.get(at)).status, (await employee.get(`${at}/nb.pdf`)).status]).toEqual([at, 404, 404])
    await app.ctx('sandnes-administrator', async (ctx) => {
      const profile = { ...caseProfile(await profileOf(ctx)), ...own(await profileOf(ctx)) }
      const { deviation, subjectRequests } = profile as typeof profile & ReturnType<typeof caseProfile>
      const opened = { ...profile, deviation: { ...deviation, openReport: true }, subjectRequests: { ...subjectRequests, openForm: true } }
      const outcome = await saveProfile(ctx, opened as typeof profile)
      if (!outcome.ok) throw new Error(outcome.why)
    })
    for (const { at, leads, titles } of posters) {
      const address = `${app.house.baseUrl}${leads}`
      const page = (await employee.get(at)).text
      expect([at, page.includes(address)]).toEqual([at, true])
      for (const [language, title] of Object.entries(titles)) {
        expect(page).toContain(`href="${at}/${language}.pdf"`)
        const sheet = await employee.get(`${at}/${language}.pdf`)
        expect([sheet.status, sheet.headers.get('content-type')]).toEqual([200, 'application/pdf'])
        const { pages, xmp } = readPdf(sheet.bytes)
        expect([language, pages.length, pages.join('').includes(address), pages.join('').includes(title)]).toEqual([
          language,
          1,
          true,
          true,
        ])
        expect(xmp).toContain('<pdfaid:conformance>A')
      }
      expect((await employee.get(`${at}/se.pdf`)).status).toBe(404)
      expect((await (await app.as('sauda-ansatt')).get(at)).status).toBe(404)
      expect((await app.stranger().get(at)).status).toBe(303)
    }
  })
})
