import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { units } from '../people/public.ts'
import { syncMissing } from '../system-life/commands.ts'
import { editSystem } from './commands.ts'
import { systemsNamed } from './queries.ts'

describeExample('systems: begun with templates', (db) => {
  let app: TestApp
  let unit: string
  const admin = 'sauda-administrator'
  beforeAll(async () => {
    app = await testApp(db())
    unit = await app.ctx(admin, async (ctx) => (await units(ctx))[1]?.id ?? '')
  }, 60_000)
  afterAll(() => app.stop())
  const named = (slug: string, names: readonly string[]) => app.ctx(slug, (ctx) => systemsNamed(ctx, names))

  it('what is ticked, and a whole area, are in the register with their unit, once under two presses', async () => {
    const client = await app.as(admin)
    expect((await client.get('/systemer')).text).toContain('href="/systemer/maler"')
    const form = { enhet: unit, mal: ['learning'], omrade: ['technical'] }
    const both = await Promise.all([1, 2].map(() => client.post('/systemer/maler', form)))
    expect(both.map(({ status, location }) => [status, location])).toEqual([1, 2].map(() => [303, `/systemer?enhet=${unit}`]))
    const made = await named(admin, ['Læringsplattform', 'Byggjesakssystem', 'Kart og matrikkel', 'Kommunale gebyr og eigedomsskatt'])
    expect(made.map(({ values }) => [values.ownerUnit, values.inUse])).toEqual([1, 2, 3, 4].map(() => [unit, 'considered']))
    const page = await client.get('/systemer/maler')
    expect(page.text).not.toContain('value="maps"')
    expect(page.text).toContain('Plan, bygg og teknisk (alle finst allereie)')
  })
  it('S4-170 what a template wrote is planned: not in the overview, not reviewed, nobody’s duty, until somebody says that it is in use', async () => {
    const id = (await named(admin, ['Byggjesakssystem']))[0]?.id ?? ''
    const client = await app.as(admin)
    const inOverview = async () => (await client.get('/systemoversikt?sok=Byggjesak')).text.includes(`/systemer/${id}`)
    const owed = () =>
      app.ctx(admin, async ({ tx }) => ({
        tasks: (await tx.selectFrom('task').select('kind').where('subject_id', '=', id).where('status', '=', 'open').execute()).length,
        plans: (await tx.selectFrom('review_plan').select('id').where('subject_id', '=', id).execute()).length,
      }))
    await app.ctx(admin, syncMissing)
    expect([await inOverview(), await owed()]).toEqual([false, { tasks: 0, plans: 0 }])
    const before = (await client.get(`/systemer/${id}`)).text
    expect(before).toContain('Ingen har sagt at systemet er i bruk')
    expect(before).not.toContain('id="systemeier"')
    expect((await (await app.as('sauda-ansatt')).post(`/systemer/${id}/i-bruk`, {})).status).toBe(403)
    expect((await (await app.as('sandnes-administrator')).post(`/systemer/${id}/i-bruk`, {})).status).toBe(404)
    const pressed = await Promise.all([1, 2].map(() => client.post(`/systemer/${id}/i-bruk`, {})))
    expect(pressed.map(({ status, location }) => [status, location])).toEqual([1, 2].map(() => [303, `/systemer/${id}`]))
    expect([await inOverview(), (await owed()).plans]).toEqual([true, 1])
    expect((await client.get(`/systemer/${id}`)).text).toContain('id="systemeier"')
  })
  it('S4-170 its own form takes it in use as well, and it is reviewed from then', async () => {
    const [made] = await named(admin, ['Kart og matrikkel'])
    if (!made) throw new Error('not made')
    const plans = () =>
      app.ctx(admin, async ({ tx }) => (await tx.selectFrom('review_plan').select('id').where('subject_id', '=', made.id).execute()).length)
    expect(await plans()).toBe(0)
    await app.ctx(admin, (ctx) => editSystem(ctx, made.id, made.version, { ...made.values, inUse: 'yes' }))
    expect(await plans()).toBe(1)
  })
  it('S4-170 whoever says that all of them are in use today is believed', async () => {
    const client = await app.as(admin)
    expect((await client.post('/systemer/maler', { enhet: unit, mal: 'payroll', sier: 'ja' })).status).toBe(303)
    const made = await named(admin, ['Løns- og økonomisystem'])
    expect(made.map(({ values }) => values.inUse)).toEqual(['yes'])
  })
  it('its page says that it must be read through, until somebody has changed it', async () => {
    const [made] = await named(admin, ['Læringsplattform'])
    if (!made) throw new Error('not made')
    const client = await app.as(admin)
    expect((await client.get(`/systemer/${made.id}`)).text).toContain('Lagt inn frå ein mal')
    await app.ctx(admin, (ctx) => editSystem(ctx, made.id, made.version, { ...made.values, purpose: 'Vår eiga.' }))
    expect((await client.get(`/systemer/${made.id}`)).text).not.toContain('Lagt inn frå ein mal')
  })
  it('who may not add one gets neither the page nor the deed; another organisation sees nothing of it', async () => {
    const client = await app.as('sauda-ansatt')
    expect((await client.get('/systemer')).text).not.toContain('href="/systemer/maler"')
    expect((await client.get('/systemer/maler')).status).toBe(403)
    expect((await client.post('/systemer/maler', { enhet: unit, mal: 'hr' })).status).toBe(403)
    expect(await named(admin, ['HR-system'])).toEqual([])
    expect(await named('sandnes-administrator', ['Byggjesakssystem'])).toEqual([])
  })
  it('a unit of another organisation, and nonsense, are refused in words', async () => {
    const strange = await app.ctx('sandnes-administrator', async (ctx) => (await units(ctx))[0]?.id ?? '')
    const client = await app.as(admin)
    for (const form of [
      { enhet: strange, mal: 'hr' },
      { enhet: unit, mal: 'tull' },
      { enhet: unit, mal: 'students' },
    ])
      expect((await client.post('/systemer/maler', form)).status).toBe(422)
    expect(await named(admin, ['HR-system'])).toEqual([])
  })
})
