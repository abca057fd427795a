import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { readDocx } from '../../../test/support/read-docx.ts'
import { makeDpia } from '../dpia/factory.ts'
import { profileOf } from '../organisation/public.ts'
import { changeProfile } from '../organisation/store.ts'
import { makeCamera } from './factory.ts'

describeExample('cameras: pages', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())
  const [head, controller] = ['sandnes-virksomhetsleder', 'sandnes-kommunedirektor']
  const key = (n: string) => `019a0000-0000-7000-8000-0000000019${n}`
  const shown = async (slug: string, path: string) => (await (await app.as(slug)).get(path)).text
  const versionIn = (html: string) => /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''
  const does = async (slug: string, at: string, path: string, form: Readonly<Record<string, string | readonly string[]>> = {}) => {
    const browser = await app.as(slug)
    const drawn = await browser.get(at)
    return browser.post(path, { version: versionIn(drawn.text), ...form })
  }

  it('S4-186 without a purpose the page says so and nothing is saved; all of them together are', async () => {
    const unit = await app.ctx(head, async ({ actor }) => actor.leads[0] ?? '')
    const browser = await app.as(head)
    const form = { id: key('01'), name: 'Sykkelboden', origin: 'ours', unit, kind: 'real' }
    const refused = await browser.post('/kameraer/nytt', form)
    expect([refused.status, refused.text.includes('href="#purposes"')]).toEqual([422, true])
    const purposes = ['accessPrevention', 'theft', 'breakIn', 'violence', 'vandalism', 'other']
    const made = await browser.post('/kameraer/nytt', { ...form, purposes, otherPurpose: 'Trafikk i gården' })
    expect([made.status, made.location]).toEqual([303, `/kameraer/${key('01')}`])
    const page = await shown('sandnes-ansatt', `/kameraer/${key('01')}`)
    for (const words of ['Forebygge vold', 'Forebygge hærverk', 'Trafikk i gården', 'Dette mangler før kameraet kan godkjennes'])
      expect(page).toContain(words)
  })

  it('S2-66 a head at UiO is told why, and may register what others have put up; the way to the report is on its page', async () => {
    const unit = await app.ctx('uio-enhetsleder', async ({ actor }) => actor.leads[0] ?? '')
    const browser = await app.as('uio-enhetsleder')
    const form = { id: key('02'), name: 'Gangen', origin: 'ours', unit, kind: 'real', purposes: 'theft' }
    const refused = await browser.post('/kameraer/nytt', form)
    expect([refused.status, refused.text.includes('Har du funnet et kamera')]).toEqual([422, true])
    expect((await browser.post('/kameraer/nytt', { ...form, origin: 'found' })).status).toBe(303)
    const page = await shown('uio-enhetsleder', `/kameraer/${key('02')}`)
    expect(page).toContain('Kameraet er ikke tillatt')
    const [, id = ''] = /action="\/kameraer\/[^"]*\/avvik"[\s\S]*?name="id" value="([^"]+)"/.exec(page) ?? []
    const report = await browser.post(`/kameraer/${key('02')}/avvik`, { version: versionIn(page), id })
    // Pressed twice without script: one draft.
    expect((await browser.post(`/kameraer/${key('02')}/avvik`, { version: versionIn(page), id })).location).toBe(report.location)
    expect(report.location).toMatch(/^\/avvik\/[0-9a-f-]{36}\/skjema$/)
    expect(await shown('uio-enhetsleder', report.location ?? '')).toContain('Fyll ut avviksmeldingen')
    expect((await (await app.as('uio-ansatt')).post(`/kameraer/${key('02')}/avvik`, { version: '2' })).status).toBe(403)
    // The Property Department is who puts up cameras there.
    expect((await (await app.as('uio-eiendom')).post('/kameraer/nytt', { ...form, id: key('03'), name: 'Aulaen' })).status).toBe(303)
  })

  it('S4-188 S4-189 the document stays a draft and the camera is not approved before all is answered; then it is', async () => {
    const id = await app.ctx(head, (ctx) => makeCamera(ctx, { justification: null, altLighting: null, name: 'Parkeringen' }))
    const at = `/kameraer/${id}`
    const refused = await does(controller, `${at}/godkjenning`, `${at}/godkjenning`, { decision: 'Ja' })
    expect([refused.status, refused.text.includes('Vurder minst ett alternativ')]).toEqual([422, true])
    const draft = await readDocx((await (await app.as(controller)).get(`${at}/kamera-nb.docx`)).bytes)
    expect([...draft.values()].join(' ')).toMatch(/UTKAST|Utkast/)
    const filled = { altLighting: 'notEnough', altStaff: 'unsuitable', alternativesWhy: 'Lys hjalp ikke.' }
    expect((await does(head, `${at}/endring/alternativer`, `${at}/endring/alternativer`, filled)).status).toBe(303)
    const reason = { justification: 'Fire skader i fjor.', basis: 'publicTask', lawReference: 'Opplæringslova § 12-2' }
    expect((await does(head, `${at}/endring/grunnlag`, `${at}/endring/grunnlag`, reason)).status).toBe(303)
    expect((await does(head, at, `${at}/godkjenning`, { decision: 'Ja' })).status).toBe(403)
    expect((await does(controller, `${at}/godkjenning`, `${at}/godkjenning`, { decision: 'Skadene må stoppe.' })).status).toBe(303)
    const ready = [...(await readDocx((await (await app.as(head)).get(`${at}/kamera-nb.docx`)).bytes)).values()].join(' ')
    expect(ready).not.toMatch(/UTKAST|Utkast/)
    for (const words of ['Skadene må stoppe.', 'Fire skader i fjor.', 'Lys hjalp ikke.']) expect(ready).toContain(words)
  }, 60_000)

  it('S4-187 yes to all three without a DPIA is not taken into use, and the page says why', async () => {
    const yes = { systematic: 'yes', largeScale: 'yes', publicPlace: 'yes', signOn: '2026-02-01' } as const
    const id = await app.ctx(head, (ctx) => makeCamera(ctx, yes))
    const at = `/kameraer/${id}`
    expect((await does(controller, `${at}/godkjenning`, `${at}/godkjenning`, { decision: 'Ja' })).status).toBe(303)
    const page = await shown(head, at)
    expect(page).toContain('Gjør en DPIA og velg den her')
    expect(page).toContain('DPIA kreves, høy risiko')
    const refused = await (await app.as(head)).post(`${at}/bruk`, { version: '2' })
    expect([refused.status, refused.text.includes('før en DPIA er godkjent')]).toEqual([422, true])
  })

  it('S4-190 who answers for it stands on its page, under the titles that the profile has now', async () => {
    const id = await app.ctx(head, (ctx) => makeCamera(ctx))
    const before = await shown('sandnes-ansatt', `/kameraer/${id}`)
    expect(before).toContain('Kommunedirektør')
    expect(before).toMatch(/Virksomhetsleder: /)
    const title = (nb: string) => ({ nb, nn: nb, en: nb })
    await app.ctx('sandnes-administrator', async (ctx) => {
      const profile = await profileOf(ctx)
      const titles = { ...profile.titles, controller: title('rådmann'), unitHead: title('driftsleder') }
      await changeProfile(ctx, null, () => ({ ...profile, titles }))
    })
    const after = await shown('sandnes-ansatt', `/kameraer/${id}`)
    expect(after).toContain('Rådmann')
    expect(after).toMatch(/Driftsleder: /)
    expect(after).not.toContain('Kommunedirektør')
  })

  it('the sign is made in three languages, and says who, why and whether there is sound', async () => {
    const id = await app.ctx(head, (ctx) => makeCamera(ctx, { signMore: 'sandnes.example/kamera' }))
    for (const language of ['nb', 'nn', 'en']) {
      const sign = await (await app.as('sandnes-ansatt')).get(`/kameraer/${id}/skilt-${language}.pdf`)
      expect([sign.status, sign.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    }
    const words = [...(await readDocx((await (await app.as('sandnes-ansatt')).get(`/kameraer/${id}/skilt-nb.docx`)).bytes)).values()].join(
      ' ',
    )
    for (const said of [
      'Området er kameraovervåket',
      'Sandnes kommune',
      'Forebygge hærverk',
      'Det tas ikke opp lyd',
      '7 dager',
      'sandnes.example/kamera',
    ])
      expect(words).toContain(said)
    expect((await (await app.as('sandnes-ansatt')).get(`/kameraer/${id}/skilt-xx.pdf`)).status).toBe(404)
  }, 60_000)

  it('which DPIA it has is told to those alone who read them: not on its page, in the list, its history or the files', async () => {
    const dpia = await app.ctx('sandnes-administrator', (ctx) => makeDpia(ctx, { name: 'Kanari Æresrunde' }))
    const id = await app.ctx(head, (ctx) => makeCamera(ctx, { dpia }))
    expect(await shown(head, `/kameraer/${id}`)).toContain('Kanari Æresrunde')
    for (const path of [`/kameraer/${id}`, '/kameraer?kolonner=dpia', `/historikk/camera/${id}`, '/kameraer/utdrag/csv?kolonner=dpia'])
      expect(await shown('sandnes-ansatt', path), path).not.toContain('Æresrunde')
    expect((await (await app.as('sandnes-ansatt')).get(`/kameraer/${id}/endring/vurdering`)).status).toBe(403)
  })

  it('the areas are a list with a picture; bad input, old pages and other organisations are answered', async () => {
    const id = await app.ctx(head, (ctx) => makeCamera(ctx, { name: 'Varemottaket', site: 'Kjelleren' }))
    const areas = await shown('sandnes-ansatt', '/kameraer/omrader')
    for (const words of ['Varemottaket', 'Kjelleren', 'Kameraer i hver enhet']) expect(areas).toContain(words)
    const browser = await app.as(head)
    expect((await browser.get(`/kameraer/${id}/endring/finnes-ikke`)).status).toBe(404)
    expect((await browser.post(`/kameraer/${id}/bruk`, { version: '99' })).status).toBe(409)
    const stranger = await app.as('sauda-kommunedirektor')
    for (const path of [`/kameraer/${id}`, `/kameraer/${id}/godkjenning`, `/kameraer/${id}/skilt-nb.pdf`])
      expect((await stranger.get(path)).status, path).toBe(404)
    expect((await stranger.post(`/kameraer/${id}/fjerning`, { version: '1' })).status).toBe(404)
    expect((await (await app.as('sandnes-ansatt')).post(`/kameraer/${id}/fjerning`, { version: '1' })).status).toBe(403)
    expect((await (await app.as('sandnes-ansatt')).get('/kameraer/nytt')).status).toBe(403)
  })
})
