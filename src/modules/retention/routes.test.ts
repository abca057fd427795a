import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { readPdf } from '../../../test/support/read-pdf.ts'
import { makeProcessing } from '../processing/factory.ts'
import { makeRecording } from '../recordings/factory.ts'

describeExample('retention: pages', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())
  const [keeper, owner, head, officer] = ['sandnes-administrator', 'sandnes-systemeier', 'sandnes-leder', 'sandnes-personvernombud']
  const shown = async (slug: string, path: string) => (await (await app.as(slug)).get(path)).text
  const versionIn = (html: string) => /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''
  const does = async (slug: string, path: string, form: Readonly<Record<string, string>> = {}) => {
    const browser = await app.as(slug)
    const drawn = await browser.get(path)
    return drawn.status === 200 ? browser.post(path, { version: versionIn(drawn.text), ...form }) : drawn
  }
  const proof = {
    ...{ doneOn: '2026-03-02', what: 'Om lag 200 søknader fra 2024.', method: 'Slettet i systemet og i kopien.' },
    ...{ archive: 'no', archiveBasis: 'Kassasjonsplanen punkt 4', outcome: 'deleted' },
  }
  const ended = async (name: string, over: Parameters<typeof makeProcessing>[1] = {}) => {
    const responsible = (await app.person(owner)).personId
    return app.ctx(keeper, (ctx) => makeProcessing(ctx, { name, responsible, purposeEndsOn: '2026-02-28', ...over }))
  }
  const deletionOn = async (slug: string, path: string) => /href="(\/sletting\/[0-9a-f-]{36})"/.exec(await shown(slug, path))?.[1] ?? ''

  it('S2-58 the task is on the owner’s list, the proof on the page, and both in the report', async () => {
    const id = await ended('Søknader om plass')
    const late = await ended('Venteliste')
    expect(await shown(owner, '/oppgaver')).toContain('Slett opplysninger')
    const at = await deletionOn(owner, `/behandlinger/${id}`)
    expect(await shown(owner, at)).toContain('Formålet har tatt slutt')
    const empty = await does(owner, `${at}/utfort`, { ...proof, method: '' })
    expect([empty.status, empty.text.includes('href="#method"')]).toEqual([422, true])
    const telling = await does(owner, `${at}/utfort`, { ...proof, what: 'Saken til ola@example.org' })
    expect([telling.status, telling.text.includes('Skriv uten navn')]).toEqual([422, true])
    expect((await does(owner, `${at}/utfort`, proof)).status).toBe(303)
    const page = await shown(officer, at)
    for (const words of [
      'Om lag 200 søknader fra 2024.',
      'Slettet i systemet og i kopien.',
      'Kassasjonsplanen punkt 4',
      'Systemeier, Sandnes',
    ])
      expect(page).toContain(words)
    const report = readPdf((await (await app.as(officer)).get('/sletting/rapport-nb.pdf')).bytes).pages.join(' ')
    for (const words of ['Søknader om plass', 'Om lag 200', 'Venteliste']) expect(report).toContain(words)
    expect(await deletionOn(owner, `/behandlinger/${late}`)).not.toBe('')
  }, 60_000)

  it('S4-198 a deletion that is overdue is shown as late on the recording, in the list and to those who oversee', async () => {
    const id = await app.ctx(head, (ctx) => makeRecording(ctx, { eraseOn: '2026-02-25' }))
    const page = await shown(head, `/opptak/${id}`)
    expect(page).toContain('Over fristen')
    const at = await deletionOn(head, `/opptak/${id}`)
    expect(await shown(officer, at)).toContain('Over fristen')
    // Whoever has the recording sees that it is late, and opens no proof that is not theirs.
    const maker = await app.ctx('sandnes-ansatt', (ctx) => makeRecording(ctx, { eraseOn: '2026-02-25' }))
    expect(await shown('sandnes-ansatt', `/opptak/${maker}`)).toContain('Over fristen')
    expect(await deletionOn('sandnes-ansatt', `/opptak/${maker}`)).toBe('')
    // In both lists with its clock, as everything else that is due, and found among what is overdue.
    for (const list of ['/sletting', '/opptak']) {
      const overdue = await shown(head, `${list}?frist=over`)
      expect([list, overdue.includes('Lydopptak'), overdue.includes('data-state="overdue"')]).toEqual([list, true, true])
      expect([list, (await shown(head, `${list}?frist=soon`)).includes('data-state="overdue"')]).toEqual([list, false])
    }
    expect((await does(head, `${at}/utfort`, proof)).status).toBe(303)
    const after = await shown(head, `/opptak/${id}`)
    expect(after).not.toContain('Over fristen')
    expect(after).toContain('Slettet')
  })

  it('S4-199 held for the police: the page says that the deletion is stopped, and when released it is due again', async () => {
    const id = await app.ctx(head, (ctx) => makeRecording(ctx, { eraseOn: '2026-03-01' }))
    const holdReviewer = (await app.person(head)).personId
    expect((await does(head, `/opptak/${id}/hold`, { holdReason: 'accident', holdReviewOn: '2026-04-01', holdReviewer })).status).toBe(303)
    const held = await shown(head, `/opptak/${id}`)
    expect(held).toContain('Slettingen er stoppet fordi opptaket holdes for politiet')
    expect((await (await app.as(head)).post(`/opptak/${id}/slutt-hold`, { version: versionIn(held) })).status).toBe(303)
    expect(await shown(head, `/opptak/${id}`)).toContain('Over fristen')
  })

  it('what the archive must keep is shown and not destroyed', async () => {
    const id = await ended('Elevmapper', { archive: 'yes' })
    const at = await deletionOn(owner, `/behandlinger/${id}`)
    const form = await shown(owner, `${at}/utfort`)
    expect(form).toContain('arkivlova § 13')
    const refused = await does(owner, `${at}/utfort`, { ...proof, archive: 'yes', archiveBasis: '' })
    expect([refused.status, refused.text.includes('Velg «Slettet i produksjon, bevart i arkiv».')]).toEqual([422, true])
    const kept = { ...proof, archive: 'yes', archiveBasis: '', archivePlace: 'Sak og arkiv, 26/12', outcome: 'archived' }
    expect((await does(owner, `${at}/utfort`, kept)).status).toBe(303)
    expect(await shown(owner, at)).toContain('Slettet i produksjon, bevart i arkiv')
  })

  it('the rules are there for all; a deletion for those alone whom it is for; bad input and others are answered', async () => {
    expect(await shown('sandnes-ansatt', '/sletting/regler')).toContain('Skjema som ikke ble sendt')
    const id = await app.ctx(head, (ctx) => makeRecording(ctx, { eraseOn: '2026-03-05' }))
    const at = await deletionOn(head, `/opptak/${id}`)
    const stranger = await app.as('sandnes-helsefagarbeider')
    for (const path of [at, `${at}/utfort`]) expect((await stranger.get(path)).status, path).toBe(404)
    expect((await stranger.post(`${at}/bekreftelse`, { version: '1' })).status).toBe(404)
    expect((await stranger.get('/sletting')).text).not.toContain(at)
    expect((await (await app.as(officer)).get(`${at}/utfort`)).status).toBe(403)
    expect((await (await app.as('sauda-personvernombud')).get(at)).status).toBe(404)
    expect((await (await app.as(head)).post(`${at}/utfort`, { ...proof, version: '99' })).status).toBe(409)
    expect((await (await app.as(officer)).get('/sletting/rapport-xx.pdf')).status).toBe(404)
  })
})
