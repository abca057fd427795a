import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Client, type TestApp, testApp } from '../../../test/support/app.ts'
import { reportBy } from '../../../test/support/cases.ts'
import { describeExample } from '../../../test/support/database.ts'
import { inAll } from '../../kernel/texts.ts'
import { reference } from '../deviation/deviation.ts'
import { reviewSweep } from '../reviews/jobs.ts'
import { makeSystem } from '../systems/factory.ts'
import { syncTasks } from '../tasks/public.ts'

describeExample('calendar', (db) => {
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

  it('the deadlines of a deviation stand on their day, as a month and as a list; the review of a system in its own month', async () => {
    for (const view of ['', '&vis=liste']) {
      const { text, status } = await dpo.get(`/kalender?maned=2026-03${view}`)
      expect(status).toBe(200)
      expect(text).toContain(number)
      expect((await dpo.get(`/kalender?maned=2027-03${view}`)).text).toContain('Kalendersystemet')
      expect((await dpo.get(`/kalender?maned=2026-09${view}`)).text).toContain('Ingenting har frist denne måna')
    }
    expect((await dpo.get('/kalender?maned=tull&hvem=verda&vis=x')).status).toBe(200)
  })

  it('a leader sees who in the unit has what to do, and of a case they may not open neither number nor words; an employee sees only their own', async () => {
    const { personId, organisationId } = await app.person('sauda-ansatt')
    const subject = await app.ctx('sauda-administrator', async (ctx) => {
      const id =
        (await ctx.tx.selectFrom('deviation').select('id').where('organisation_id', '=', organisationId).executeTakeFirst())?.id ?? ''
      const title = inAll(() => 'Prøveoppgåva')
      const about = inAll(() => 'KANARI-78 om nokon')
      await syncTasks(ctx, { type: 'hemmeleg', id, reference: '2026-9999', href: `/avvik/${id}` }, 'prove.', [
        { kind: 'prove.en', title, about, personId, roles: ['dpo'], dueAt: new Date('2026-03-05T10:00:00Z') },
      ])
      return id
    })
    const leader = await app.as('sauda-leder')
    const unit = (await leader.get('/kalender?maned=2026-03&hvem=enhet')).text
    expect(unit).toContain('Prøveoppgåva')
    for (const secret of ['KANARI-78', '2026-9999', subject]) expect(unit).not.toContain(secret)
    const mine = (await (await app.as('sauda-ansatt')).get('/kalender?maned=2026-03')).text
    expect(mine).toContain('KANARI-78')
    // Another's days are not chosen by writing an address.
    expect((await (await app.as('sauda-ansatt')).get('/kalender?maned=2026-03&hvem=alle')).text).not.toContain(number)
    expect((await (await app.as('sandnes-personvernombud')).get('/kalender?maned=2026-03&hvem=alle')).text).not.toContain('Prøveoppgåva')
  })
  it('one’s own month holds what is one’s own, its last Sunday too; a review that has become a task stands there once', async () => {
    const admin = await app.as('sauda-administrator')
    const { personId } = await app.person('sauda-ansatt')
    const other = await app.ctx('sauda-administrator', (ctx) => makeSystem(ctx, { name: 'Ein annan sitt', owner: personId }))
    const version = /name="version" value="(\d+)"/.exec((await admin.get(`/gjennomganger/system/${other}/plan`)).text)?.[1] ?? ''
    const plan = { version, every: '12', dueOn: '2027-02-28', owner: personId }
    expect((await admin.post(`/gjennomganger/system/${other}/plan`, plan)).status).toBe(303)
    const times = (text: string, name: string) => text.split(name).length - 1
    const month = async (who: Client, query: string) => (await who.get(`/kalender?vis=liste&maned=${query}`)).text
    expect(times(await month(dpo, '2027-02'), 'Ein annan sitt')).toBe(0)
    expect(times(await month(dpo, '2027-02&hvem=alle'), 'Ein annan sitt')).toBe(1)
    expect(times(await month(await app.as('sauda-ansatt'), '2027-02'), 'Ein annan sitt')).toBe(1)
    expect(times(await month(dpo, '2027-03'), 'Kalendersystemet')).toBe(1)
    app.clock.now = new Date('2027-02-10T08:00:00Z')
    await reviewSweep.run(await app.round('sauda-administrator'))
    expect(times(await month(await app.as('sauda-personvernombud'), '2027-03'), 'Kalendersystemet')).toBe(1)
  })
})
