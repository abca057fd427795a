import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Client, type TestApp, testApp } from '../../../test/support/app.ts'
import { reportBy } from '../../../test/support/cases.ts'
import { describeExample } from '../../../test/support/database.ts'
import { reference } from '../deviation/deviation.ts'
import { setActive } from '../people/public.ts'
import { makeSystem } from '../systems/factory.ts'
import { mostReads } from './rules.ts'

describeExample('calendar: the secret address', (db) => {
  let app: TestApp
  let dpo: Client
  let number: string
  beforeAll(async () => {
    app = await testApp(db())
    number = reference(await reportBy(app, 'sauda-ansatt', { whatHappened: 'KANARI-77 kom på avvege.' })) ?? ''
    const { personId } = await app.person('sauda-personvernombud')
    await app.ctx('sauda-administrator', (ctx) => makeSystem(ctx, { name: 'Kalendersystemet', owner: personId }))
    dpo = await app.as('sauda-personvernombud')
  }, 180_000)
  afterAll(() => app.stop())

  const own = (client: Client) => client.get('/kalender/abonnement')
  const addressIn = (html: string) => /\/kalender\/ical\/[\w-]+\.ics/.exec(html)?.[0] ?? ''

  it('the secret address says kind and number, and nothing of people or what a case says; to whoever has not got it, nothing', async () => {
    expect(addressIn((await own(dpo)).text)).toBe('')
    await dpo.post('/kalender/abonnement')
    const address = addressIn((await own(dpo)).text)
    const answer = await app.stranger().get(address)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8'])
    const text = answer.text.replaceAll('\r\n ', '')
    expect(text).toContain(number)
    for (const secret of ['KANARI', 'Kalendersystemet', 'Prøve']) expect(text).not.toContain(secret)
    for (const wrong of [
      address.replace('.ics', 'A.ics'),
      `${address.slice(0, -9)}AAAAA.ics`,
      '/kalender/ical/x.ics',
      '/kalender/ical/..ics',
    ])
      expect((await app.stranger().get(wrong)).status, wrong).toBe(404)
    expect((await own(await app.as('sauda-ansatt'))).text).not.toContain(address)
  })

  it('the feed holds one’s own alone: from what is a month late to a year ahead', async () => {
    const feedOf = async (slug: string) => {
      const client = await app.as(slug)
      if (addressIn((await own(client)).text) === '') await client.post('/kalender/abonnement')
      return (await app.stranger().get(addressIn((await own(client)).text))).text.replaceAll('\r\n ', '')
    }
    expect(await feedOf('sauda-personvernombud')).toContain('DTSTART;VALUE=DATE:20270302')
    expect(await feedOf('sauda-ansatt')).not.toContain('BEGIN:VEVENT')
    app.clock.now = new Date('2026-03-25T08:00:00Z')
    expect(await feedOf('sauda-personvernombud')).toContain(number)
    app.clock.now = new Date('2026-06-25T08:00:00Z')
    expect(await feedOf('sauda-personvernombud')).not.toContain(number)
    app.clock.now = new Date('2026-03-02T08:00:00Z')
  })

  it('made anew the old one is gone; deleted none is left; both are in the log', async () => {
    const old = addressIn((await own(dpo)).text)
    await dpo.post('/kalender/abonnement')
    const made = addressIn((await own(dpo)).text)
    expect(made).not.toBe(old)
    expect((await app.stranger().get(old)).status).toBe(404)
    expect((await app.stranger().get(made)).status).toBe(200)
    await dpo.post('/kalender/abonnement/sletting')
    expect((await app.stranger().get(made)).status).toBe(404)
    const log = await app.ctx('sauda-administrator', (ctx) =>
      ctx.tx.selectFrom('audit_event').select('type').where('type', 'like', 'calendar.%').orderBy('id').execute(),
    )
    expect(log.map(({ type }) => type).sort()).toEqual([...Array(3).fill('calendar.feedMade'), 'calendar.feedRevoked'])
  })

  it('read too often it waits for the next hour; whoever has left has none', async () => {
    await dpo.post('/kalender/abonnement')
    const address = addressIn((await own(dpo)).text)
    const { personId } = await app.person('sauda-personvernombud')
    expect((await app.stranger().get(address)).status).toBe(200)
    await app.ctx('sauda-administrator', (ctx) =>
      ctx.tx.updateTable('calendar_feed').set({ hour_reads: mostReads }).where('person_id', '=', personId).execute(),
    )
    expect((await app.stranger().get(address)).status).toBe(429)
    app.clock.now = new Date('2026-03-02T09:01:00Z')
    expect((await app.stranger().get(address)).status).toBe(200)
    await app.ctx('sauda-administrator', (ctx) => ctx.tx.updateTable('person').set({ active: false }).where('id', '=', personId).execute())
    expect((await app.stranger().get(address)).status).toBe(404)
  })

  it('whoever comes back after they have left has neither their address nor their session again', async () => {
    app.clock.now = new Date('2026-03-02T08:00:00Z')
    const client = await app.as('sauda-ansatt')
    if (addressIn((await own(client)).text) === '') await client.post('/kalender/abonnement')
    const address = addressIn((await own(client)).text)
    expect((await app.stranger().get(address)).status).toBe(200)
    const { personId } = await app.person('sauda-ansatt')
    for (const active of [false, true])
      expect(await app.ctx('sauda-administrator', (ctx) => setActive(ctx, personId, null, active))).toMatchObject({ ok: true })
    expect((await app.stranger().get(address)).status).toBe(404)
    const back = await client.get('/oppgaver')
    expect([back.status, back.location]).toEqual([303, expect.stringContaining('/logg-inn')])
  })
})
