import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../../test/support/app.ts'
import { bokmalIn } from '../../../../test/support/bokmal.ts'
import { openCase, stored } from '../../../../test/support/cases.ts'
import { describeExample } from '../../../../test/support/database.ts'

describeExample('Case meetings', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())

  test('S3-20 from the invitation to the minutes on the case; whoever is called sees the meeting and not the case', async () => {
    const id = await openCase(app, 'uio')
    const [cert, leader] = [await app.as('uio-cert'), await app.as('uio-leder')]
    const path = `/avvik/${id}/mote`
    expect((await cert.get(`/avvik/${id}`)).text).toContain(`href="${path}"`)
    const page = await cert.get(path)
    expect(page.text).toContain('(leder)')
    const meeting = /name="meeting" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
    const leaderId = (await app.person('uio-leder')).personId
    const form = {
      meeting,
      at: '2026-03-03T09:00',
      place: 'Rom 12',
      participants: [leaderId],
      another: '',
      others: 'leverandøren',
      agenda: 'Veien videre.',
    }

    const empty = await cert.post(path, { ...form, at: '', participants: [], others: '' })
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('href="#at"')
    const nobody = await cert.post(path, { ...form, participants: [], others: '' })
    expect(nobody.text).toContain('href="#participants"')
    expect(nobody.text).toContain('Veien videre.')
    for (let press = 0; press < 2; press++) expect((await cert.post(path, form)).location).toBe(path)

    const told = await app.ctx('uio-leder', (ctx) =>
      ctx.tx
        .selectFrom('message')
        .select(['href', 'reference'])
        .where('person_id', '=', leaderId)
        .where('kind', '=', 'deviation.meeting')
        .execute(),
    )
    const href = `${path}/${meeting}`
    expect(told).toEqual([{ href, reference: null }])
    const invitation = await leader.get(href)
    expect(invitation.status).toBe(200)
    for (const words of ['3. mars 2026', 'Rom 12', 'leverandøren', 'Veien videre.', 'Saken er fortrolig'])
      expect(invitation.text).toContain(words)
    expect(invitation.text).not.toContain('En liste ble sendt')
    expect((await leader.get(`/avvik/${id}`)).status).toBe(404)
    expect((await leader.get(path)).status).toBe(404)
    expect((await leader.post(href, { minutes: 'Mitt referat.' })).status).toBe(404)
    for (const slug of ['uio-ansatt', 'uio-administrator', 'sauda-personvernombud'])
      expect([403, 404], slug).toContain((await (await app.as(slug)).get(href)).status)

    const minutes = { minutes: 'Vi gikk gjennom saken.', decisions: 'Slå av autoutfylling.', 'measure0.what': 'Slå av autoutfylling' }
    const aimless = await cert.post(href, minutes)
    expect(aimless.status).toBe(422)
    expect(aimless.text).toContain('href="#measure0.purpose"')
    expect(aimless.text).toContain('Vi gikk gjennom saken.')
    const kept = { ...minutes, 'measure0.purpose': 'prevent', 'measure0.responsibleRole': 'itHead', 'measure0.dueOn': '2026-04-01' }
    expect((await cert.post(href, kept)).location).toBe(href)
    expect((await stored(app, 'uio', id)).measures).toMatchObject([
      { what: 'Slå av autoutfylling', purpose: 'prevent', state: 'planned', responsibleRole: 'itHead', dueOn: '2026-04-01' },
    ])
    expect((await cert.get(href)).text).toContain('Vi gikk gjennom saken.')
    expect((await cert.get(href)).text).not.toContain('name="minutes"')
    expect((await leader.get(href)).text).not.toContain('Vi gikk gjennom saken.')
    expect((await cert.get(`/avvik/${id}/dokumenter/hele-saken.txt`)).text).toContain('Vi gikk gjennom saken.')
    const rewrite = app.ctx('uio-cert', (ctx) =>
      ctx.tx.updateTable('deviation_meeting').set({ minutes: 'x' }).where('id', '=', meeting).execute(),
    )
    await expect(rewrite).rejects.toMatchObject({ code: '23001' })
  })

  test('a nynorsk reader meets no bokmål there', async () => {
    const id = await openCase(app, 'sauda', { whatHappened: 'Ei liste.' })
    const text = (await (await app.as('sauda-personvernombud')).get(`/avvik/${id}/mote`)).text
    expect(bokmalIn(text.replace(/<script[\s\S]*?<\/script>|<[^>]+>/g, ' '))).toEqual([])
  })
})
