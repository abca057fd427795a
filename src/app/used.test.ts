import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../test/support/app.ts'
import { describeExample } from '../../test/support/database.ts'
import { modules } from './modules.ts'

describeExample('parts that an organisation does not use', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  })
  afterAll(() => app.stop())

  it('are those whose rows say so, each by the name it has in the menu: a name that no module has leaves nothing out and is refused', async () => {
    const page = (await (await app.as('sandnes-administrator')).get('/innstillinger/deler')).text
    const offered = [...page.matchAll(/name="unused" value="([^"]+)"/g)].map(([, name]) => name)
    expect(offered).toEqual(modules.filter(({ mayBeLeftOut }) => mayBeLeftOut).map(({ name }) => name))
    expect(offered).toEqual(expect.arrayContaining(['cameras', 'questionnaire', 'subject-requests']))
    for (const kept of ['deviation', 'notices', 'tasks', 'people']) expect(offered).not.toContain(kept)
    // One direction: what is ticked is what is not used.
    expect(page).toContain('Kryss av for det dere ikke bruker')
    expect((await (await app.as('sandnes-administrator')).get('/innstillinger')).text).toContain('Ingen: dere bruker alle')
  })

  it('are in no menu and no way of the search, in that organisation alone; what is registered is still read', async () => {
    const admin = await app.as('sandnes-administrator')
    const setting = '/innstillinger/deler'
    const version = /name="version" value="(\d+)"/.exec((await admin.get(setting)).text)?.[1] ?? ''
    const officer = await app.as('sandnes-personvernombud')
    const other = await app.as('uio-administrator')
    const linked = async (browser: typeof officer, words: string) => {
      const sent = await browser.post('/sok', { ord: words })
      return (await browser.get(sent.location ?? '/')).text
    }
    expect((await officer.get('/systemer')).text).toContain('href="/kameraer"')
    expect((await admin.post(setting, { version, unused: ['cameras', 'questionnaire'], holdsFrom: '' })).status).toBe(303)
    expect((await admin.get('/innstillinger')).text).toContain('2 deler')
    for (const page of [(await officer.get('/systemer')).text, await linked(officer, 'kamera')])
      expect(page).not.toMatch(/href="\/kameraer(\/ny[a-z]*)?"/)
    expect((await other.get('/systemer')).text).toContain('href="/kameraer"')
    expect((await officer.get('/kameraer')).status).toBe(200)
    expect((await admin.post(setting, { version: String(Number(version) + 1), unused: ['payroll'], holdsFrom: '' })).status).toBe(422)
  })
})
