import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { readDocx } from '../../../test/support/read-docx.ts'
import { makeRecording } from './factory.ts'

describeExample('recordings: pages', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())
  const maker = 'sandnes-ansatt'
  const key = (n: string) => `019a0000-0000-7000-8000-0000000020${n}`
  const shown = async (slug: string, path: string) => (await (await app.as(slug)).get(path)).text
  const versionIn = (html: string) => /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''
  const does = async (slug: string, path: string, form: Readonly<Record<string, string>> = {}) => {
    const browser = await app.as(slug)
    const drawn = await browser.get(path)
    return drawn.status === 200 ? browser.post(path, { version: versionIn(drawn.text), ...form }) : drawn
  }
  const form = async () => {
    const { personId } = await app.person(maker)
    const unit = await app.ctx(maker, async ({ actor }) => actor.unitId ?? '')
    return {
      ...{ name: 'Samtale på sentralbordet', kind: 'audio', unit, startedAt: '2026-02-20T10:00', minutes: '4', recordedBy: personId },
      ...{
        purposes: 'claims',
        situation: 'threat',
        told: 'yes',
        storagePlace: 'Låst skap',
        access: personId,
        eraseOn: '2026-03-20',
        erase: 'delete',
      },
    }
  }
  const posts = async (n: string, over: Readonly<Record<string, string>>) =>
    (await app.as(maker)).post('/opptak/nytt', { ...(await form()), id: key(n), ...over })

  it('S4-192 S4-193 S4-197 the page refuses what has no purpose, no reason, no place and no access list, at its question', async () => {
    for (const [over, at] of [
      [{ purposes: '' }, 'purposes'],
      [{ purposes: 'other' }, 'otherWhy'],
      [{ told: 'no' }, 'notToldWhy'],
      [{ storagePlace: '' }, 'storagePlace'],
      [{ access: '' }, 'access'],
    ] as const) {
      const refused = await posts('01', over)
      expect([at, refused.status, refused.text.includes(`href="#${at}"`)]).toEqual([at, 422, true])
    }
    const made = await posts('01', { told: 'no', notToldWhy: 'Innringeren truet.' })
    expect([made.status, made.location]).toEqual([303, `/opptak/${key('01')}`])
  })

  it('S4-194 S4-195 each situation and each reason for a complaint is kept, shown again, and in the export', async () => {
    const cases = [
      ['10', { situation: 'threat' }, 'truende'],
      ['11', { situation: 'complaint', complaint: 'wontSpeak', caseReference: '26/10' }, 'Ville ikke snakke med saksbehandleren'],
      ['12', { situation: 'complaint', complaint: 'notAvailable', caseReference: '26/11' }, 'Saksbehandleren var ikke tilgjengelig'],
    ] as const
    const file = '/opptak/utdrag/csv?kolonner=situation.complaint.caseReference'
    for (const [n, over, words] of cases) {
      expect((await posts(n, over)).status, n).toBe(303)
      expect(await shown(maker, `/opptak/${key(n)}`)).toContain(words)
      const edit = await shown(maker, `/opptak/${key(n)}/endring`)
      expect(edit).toMatch(
        new RegExp(
          `value="${'complaint' in over ? over.complaint : over.situation}"[^>]*checked|checked[^>]*value="${'complaint' in over ? over.complaint : over.situation}"`,
        ),
      )
      const csv = Buffer.from((await (await app.as(maker)).get(file)).bytes).toString('utf8')
      expect(csv).toContain(words)
      if ('caseReference' in over) expect(csv).toContain(over.caseReference)
    }
  })

  it('S4-196 a complaint without a note is saved with a warning; the note is a document, and the caseworker’s task', async () => {
    const [caseworker, slug] = [(await app.person('sandnes-systemeier')).personId, 'sandnes-systemeier']
    expect((await posts('21', { situation: 'complaint', complaint: 'wontSpeak', caseReference: '26/55' })).status).toBe(303)
    const at = `/opptak/${key('21')}`
    expect(await shown(maker, at)).toContain('Skriv et notat til saksbehandleren')
    expect((await (await app.as(slug)).get(at)).status).toBe(404)
    const browser = await app.as(maker)
    const version = versionIn((await browser.get(`${at}/endring`)).text)
    const whole = {
      ...(await form()),
      situation: 'complaint',
      complaint: 'wontSpeak',
      caseReference: '26/55',
      caseworker,
      note: 'Vil ha svar innen fredag.',
    }
    expect((await browser.post(`${at}/endring`, { ...whole, version })).status).toBe(303)
    expect(await shown(maker, at)).not.toContain('Skriv et notat til saksbehandleren')
    expect(await shown(slug, '/oppgaver')).toContain('Legg et notat om en klage i saken')
    const note = [...(await readDocx((await (await app.as(slug)).get(`${at}/notat-nb.docx`)).bytes)).values()].join(' ')
    for (const words of ['Vil ha svar innen fredag.', '26/55']) expect(note).toContain(words)
    expect((await does(slug, `${at}/arkiv`, { archiveReference: '26/55-2' })).status).toBe(303)
    expect(await shown(slug, at)).toContain('26/55-2')
    expect(await shown(slug, '/oppgaver')).not.toContain('Legg et notat om en klage i saken')
  }, 60_000)

  it('S4-197 each opening is in the log and on the page; those whom it is not for see nothing of it anywhere', async () => {
    const id = await app.ctx(maker, (ctx) => makeRecording(ctx, { name: 'Kanari 9120' }))
    expect(await shown('sandnes-personvernombud', `/opptak/${id}`)).toContain('Kanari 9120')
    const again = await shown(maker, `/opptak/${id}`)
    expect(again).toMatch(/Åpnet av[\s\S]*Personvernombud, Sandnes/)
    expect(await shown('sandnes-administrator', '/logg')).toContain('Opptak åpnet')
    const stranger = await app.as('sandnes-systemeier')
    for (const path of [
      `/opptak/${id}`,
      `/opptak/${id}/endring`,
      `/opptak/${id}/hold`,
      `/opptak/${id}/notat-nb.pdf`,
      `/historikk/recording/${id}`,
    ])
      expect([403, 404], path).toContain((await stranger.get(path)).status)
    for (const path of ['/opptak', '/opptak/utdrag/csv', '/sok?q=Kanari'])
      expect(Buffer.from((await stranger.get(path)).bytes).toString('utf8'), path).not.toContain('9120')
    expect((await stranger.post(`/opptak/${id}/slutt-hold`, { version: '1' })).status).toBe(404)
    expect((await (await app.as('sauda-personvernombud')).get(`/opptak/${id}`)).status).toBe(404)
    expect(await shown('sandnes-personvernombud', '/opptak')).toContain('Kanari 9120')
  })

  it('S4-199 held for the police, released, held again and handed over: its page says so each time', async () => {
    const id = await app.ctx(maker, (ctx) => makeRecording(ctx))
    const at = `/opptak/${id}`
    const holdReviewer = (await app.person('sandnes-personvernombud')).personId
    const hold = { holdReason: 'crime', holdReviewOn: '2026-04-01', holdReviewer }
    expect((await does(maker, `${at}/hold`, { ...hold, holdReason: '' })).status).toBe(422)
    expect((await does(maker, `${at}/hold`, hold)).status).toBe(303)
    const held = await shown(maker, at)
    expect(held).toContain('Holdes for politiet')
    expect((await (await app.as(maker)).post(`${at}/slutt-hold`, { version: versionIn(held) })).status).toBe(303)
    expect(await shown(maker, at)).not.toContain('Slutt å holde')
    expect((await does(maker, `${at}/hold`, { ...hold, holdReason: 'accident' })).status).toBe(303)
    expect(
      (await does(maker, `${at}/utlevering`, { handedOn: '2026-03-02', handedTo: 'Politidistriktet', handedReference: '12/26' })).status,
    ).toBe(303)
    expect(await shown(maker, at)).toContain('Gitt til politiet')
    expect((await (await app.as(maker)).post(`${at}/slutt-hold`, { version: '99' })).status).toBe(409)
  })

  it('S4-199 whoever looks at a hold gives it a new day on its page, and others find no such form', async () => {
    const id = await app.ctx(maker, (ctx) => makeRecording(ctx))
    const at = `/opptak/${id}`
    const reviewer = 'sandnes-systemeier'
    const hold = { holdReason: 'crime', holdReviewOn: '2026-04-01', holdReviewer: (await app.person(reviewer)).personId }
    expect((await does(maker, `${at}/hold`, hold)).status).toBe(303)
    const href = new RegExp(`${at}/hold/[0-9a-f-]{36}`).exec(await shown(reviewer, at))?.[0] ?? ''
    expect(await shown(reviewer, href)).toContain('value="2026-04-01"')
    const past = await does(reviewer, href, { ...hold, holdReviewOn: '2026-01-01' })
    expect([past.status, past.text.includes('Datoen må være fram i tid.')]).toEqual([422, true])
    expect((await does(reviewer, href, { ...hold, holdReviewOn: '2026-07-01' })).status).toBe(303)
    expect((await does(reviewer, `${at}/hold`, { ...hold, holdReason: 'accident', holdReviewOn: '2026-08-01' })).status).toBe(303)
    const page = await shown(reviewer, at)
    for (const words of ['En straffbar handling', 'En ulykke', '1. juli 2026', '1. august 2026', 'Avslutt denne grunnen'])
      expect(page).toContain(words)
    const both = await (await app.as(reviewer)).post(`${at}/slutt-hold`, { version: versionIn(page) })
    expect([both.status, both.text.includes('Velg hvilken som er over.')]).toEqual([422, true])
    expect((await (await app.as('sandnes-personvernombud')).get(href)).status).toBe(403)
    expect((await (await app.as('sandnes-helsefagarbeider')).get(href)).status).toBe(404)
  })
})
