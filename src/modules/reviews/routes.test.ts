import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { makeSystem } from '../systems/factory.ts'
import { tasksOf } from '../tasks/public.ts'
import { endPlan } from './commands.ts'
import { reviewSweep } from './jobs.ts'
import { yearly } from './public.tsx'

describeExample('reviews', (db) => {
  let app: TestApp
  let system: string
  let owner: string
  beforeAll(async () => {
    app = await testApp(db())
    owner = (await app.person('sauda-ansatt')).personId
    system = await app.ctx('sauda-administrator', (ctx) => makeSystem(ctx, { name: 'Gjennomgått', owner }))
  }, 180_000)
  afterAll(() => app.stop())

  const tasks = () =>
    app.ctx('sauda-administrator', async (ctx) => (await tasksOf(ctx, system)).filter(({ kind }) => kind.startsWith('review.')))
  it('a review that is held ends the task, keeps what was found, and plans the next; pressed twice it is one', async () => {
    app.clock.now = new Date('2027-04-02T08:00:00Z')
    await reviewSweep.run(await app.round('sauda-administrator'))
    const browser = await app.as('sauda-ansatt')
    const at = `/gjennomganger/system/${system}/ny`
    const form = await browser.get(at)
    const id = /name="id" value="([^"]*)"/.exec(form.text)?.[1] ?? ''
    expect((await browser.post(at, { id, heldOn: '2027-05-01', found: 'x' })).status).toBe(422)
    expect((await browser.post(at, { id, heldOn: '2027-04-01', found: '' })).status).toBe(422)
    const [one, two] = await Promise.all([
      browser.post(at, { id, heldOn: '2027-04-01', found: 'Tilgangar er ryddige.' }),
      browser.post(at, { id, heldOn: '2027-04-01', found: 'Tilgangar er ryddige.' }),
    ])
    expect([one.status, two.status]).toEqual([303, 303])
    const page = (await browser.get(`/systemer/${system}`)).text
    expect(page.match(/Tilgangar er ryddige\./g)).toHaveLength(1)
    expect(page).toContain('1. april 2028')
    expect((await tasks()).map(({ status }) => status)).toEqual(['done'])
  })

  it('a review that was sent before and is sent again undoes no plan made meanwhile; a record that is added twice keeps its plan', async () => {
    const admin = await app.as('sauda-administrator')
    const again = await app.ctx('sauda-administrator', (ctx) => makeSystem(ctx, { name: 'Sendt to gonger' }))
    const at = `/gjennomganger/system/${again}`
    const id = /name="id" value="([^"]*)"/.exec((await admin.get(`${at}/ny`)).text)?.[1] ?? ''
    const held = { id, heldOn: '2027-04-01', found: 'Alt vel.' }
    expect((await admin.post(`${at}/ny`, held)).status).toBe(303)
    const { text } = await admin.get(`${at}/plan`)
    const version = /name="version" value="(\d+)"/.exec(text)?.[1] ?? ''
    expect((await admin.post(`${at}/plan`, { version, every: '6', dueOn: '2027-10-31', owner: '' })).status).toBe(303)
    expect((await admin.post(`${at}/ny`, held)).status).toBe(303)
    await app.ctx('sauda-administrator', (ctx) => yearly('system')['system.added']?.[0]?.(ctx, again) ?? Promise.resolve())
    expect((await admin.get(`/systemer/${again}`)).text).toContain('31. oktober 2027')
  })

  it('two who plan at once: the second is told, and nothing is lost', async () => {
    const admin = await app.as('sauda-administrator')
    const at = `/gjennomganger/system/${system}/plan`
    const version = /name="version" value="(\d+)"/.exec((await admin.get(at)).text)?.[1] ?? ''
    expect((await admin.post(at, { version, every: '6', dueOn: '2027-09-30', owner: '' })).status).toBe(303)
    expect((await admin.post(at, { version, every: '3', dueOn: '2027-08-31', owner: '' })).status).toBe(409)
    expect((await admin.get(`/systemer/${system}`)).text).toContain('30. september 2027')
    expect((await admin.post(at, { version: String(Number(version) + 1), every: '5', dueOn: 'snart', owner: '' })).status).toBe(422)
  })

  it('a record without a plan is planned for the first time, and two who do it at once make one', async () => {
    const admin = await app.as('sauda-administrator')
    const once = await app.ctx('sauda-administrator', (ctx) => makeSystem(ctx, { name: 'Berre ein gong' }))
    const at = `/gjennomganger/system/${once}`
    const seen = async () => /name="version" value="(\d+)"/.exec((await admin.get(`${at}/plan`)).text)?.[1] ?? ''
    expect((await admin.post(`${at}/plan`, { version: await seen(), every: 'once', dueOn: '2027-05-01', owner: '' })).status).toBe(303)
    const id = /name="id" value="([^"]*)"/.exec((await admin.get(`${at}/ny`)).text)?.[1] ?? ''
    expect((await admin.post(`${at}/ny`, { id, heldOn: '2027-04-01', found: 'Alt vel.' })).status).toBe(303)
    expect((await admin.get(`/systemer/${once}`)).text).toContain('Ingen gjennomgang er planlagd.')
    const none = await seen()
    const plans = ['2027-06-01', '2027-07-01'].map((dueOn) => admin.post(`${at}/plan`, { version: none, every: '12', dueOn, owner: '' }))
    expect((await Promise.all(plans)).map(({ status }) => status).sort()).toEqual([303, 409])
    expect((await admin.get(`/systemer/${once}`)).text).toMatch(/1\. (juni|juli) 2027/)
  })

  it('a plan that names nobody is the owner’s of the record, from a month before; taken back with its record it asks nobody', async () => {
    const admin = await app.as('sauda-administrator')
    const made = await app.ctx('sauda-administrator', (ctx) => makeSystem(ctx, { name: 'Utan namn i planen', owner }))
    const at = `/gjennomganger/system/${made}/plan`
    const version = /name="version" value="(\d+)"/.exec((await admin.get(at)).text)?.[1] ?? ''
    app.clock.now = new Date('2027-04-02T08:00:00Z')
    expect((await admin.post(at, { version, every: '12', dueOn: '2027-05-03', owner: '' })).status).toBe(303)
    const due = () =>
      app.ctx('sauda-administrator', async (ctx) => (await tasksOf(ctx, made)).filter(({ kind }) => kind.startsWith('review.')))
    await reviewSweep.run(await app.round('sauda-administrator'))
    expect(await due()).toEqual([])
    app.clock.now = new Date('2027-04-03T08:00:00Z')
    await reviewSweep.run(await app.round('sauda-administrator'))
    expect(await due()).toMatchObject([{ kind: 'review.due', personId: owner, status: 'open' }])
    await app.ctx('sauda-administrator', (ctx) => endPlan(ctx, { type: 'system', id: made }))
    expect((await due()).map(({ status }) => status)).not.toContain('open')
    expect((await (await app.as('sauda-administrator')).get(`/systemer/${made}`)).text).toContain('Ingen gjennomgang er planlagd.')
  })

  it('only those who keep the system plan and review; another organisation sees none of it', async () => {
    const auditor = await app.as('sauda-revisor')
    const stranger = await app.as('sandnes-administrator')
    for (const page of ['plan', 'ny']) {
      expect((await auditor.get(`/gjennomganger/system/${system}/${page}`)).status).toBe(403)
      expect((await stranger.get(`/gjennomganger/system/${system}/${page}`)).status).toBe(404)
      expect((await stranger.get(`/gjennomganger/tull/${system}/${page}`)).status).toBe(404)
    }
    expect((await auditor.get(`/systemer/${system}`)).text).not.toContain('/gjennomganger/')
  })
})
