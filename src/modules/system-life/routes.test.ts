import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { newId } from '../../kernel/ids.ts'
import { makeSystem } from '../systems/factory.ts'
import { findLife } from './queries.ts'

describeExample('system life: pages', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())
  const need = { kind: 'itSystem', obtained: 'procure', need: 'Timeplan', conditionsOfUse: 'Alle', conditionsOfManagement: '' }
  const version = (html: string) => /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''

  it('S0-32 the form of a need is kept without its management, and says what is missing when it is to go on', async () => {
    const browser = await app.as('sauda-ansatt')
    const form = await browser.get('/systembehov/ny')
    expect(form.status).toBe(200)
    const id = /name="id" value="([^"]*)"/.exec(form.text)?.[1] ?? ''
    expect((await browser.post('/systembehov/ny', { id, name: '', ...need })).status).toBe(422)
    const both = await Promise.all([1, 2].map(() => browser.post('/systembehov/ny', { id, name: 'Timeplan', ...need })))
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    const stopped = await browser.post(`/systemer/${id}/anskaffelse/start`, { version: '2' })
    expect(stopped.status).toBe(422)
    expect(stopped.text).toContain('Kven skal forvalte det, og korleis?')
    const edit = await browser.get(`/systemer/${id}/behov`)
    const saved = { version: version(edit.text), ...need, conditionsOfManagement: 'IT' }
    expect((await browser.post(`/systemer/${id}/behov`, saved)).status).toBe(303)
    expect((await browser.post(`/systemer/${id}/anskaffelse/start`, { version: '3' })).status).toBe(303)
    expect((await browser.get(`/systemer/${id}`)).text).toContain('Systemeigar er peikt ut')
  })

  it('S4-114 the requirements that are chosen are handed out as a file, and only those', async () => {
    const browser = await app.as('sauda-ansatt')
    const id = newId(app.clock.now)
    await browser.post('/systembehov/ny', { id, name: 'Krav', ...need, conditionsOfManagement: 'IT' })
    await browser.post(`/systemer/${id}/anskaffelse/start`, { version: '2' })
    expect((await browser.get(`/systemer/${id}/anskaffelse/krav`)).status).toBe(404)
    const form = await browser.get(`/systemer/${id}/anskaffelse`)
    await browser.post(`/systemer/${id}/anskaffelse`, { version: version(form.text), requirements: ['logging', 'erasure'] })
    const life = await app.ctx('sauda-administrator', (ctx) => findLife(ctx, id))
    expect(life?.values.requirements).toEqual(['logging', 'erasure'])
    const file = await browser.get(`/systemer/${id}/anskaffelse/krav`)
    expect(file.status).toBe(200)
    expect(file.headers.get('content-type')).toContain('wordprocessingml')
  })

  it('S4-056 the step of the rules for purchasing leads to the organisation’s own: by name from the start, by address once it is set', async () => {
    const browser = await app.as('sandnes-leder')
    const id = newId(app.clock.now)
    await browser.post('/systembehov/ny', { id, name: 'Innkjøp', ...need, conditionsOfManagement: 'IT' })
    await browser.post(`/systemer/${id}/anskaffelse/start`, { version: '2' })
    const step = async () => (await browser.get(`/systemer/${id}`)).text
    expect(await step()).toMatch(/Reglementet for innkjøp er fulgt[\s\S]{0,300}Pulsen: reglement for innkjøp/)
    const admin = await app.as('sandnes-administrator')
    const set = async (purchasingText: string, purchasingAddress: string) =>
      admin.post('/innstillinger/systemer', {
        version: version((await admin.get('/innstillinger/systemer')).text),
        ...{ reviewedTogether: 'yes', purchasingText, purchasingAddress },
      })
    expect((await set('Reglementet', 'javascript:alert(1)')).status).toBe(422)
    expect((await set('', 'https://pulsen.example/innkjop')).status).toBe(422)
    expect((await set('Reglementet', 'https://pulsen.example/innkjop')).status).toBe(303)
    expect(await step()).toMatch(/href="https:\/\/pulsen\.example\/innkjop"[^>]*>Reglementet/)
  })

  it('S4-101 S0-32 the page of a system says first what is to be done with it, and on whom it waits; then where its parts are', async () => {
    const owner = (await app.person('sauda-ansatt')).personId
    const id = await app.ctx('sauda-administrator', (ctx) => makeSystem(ctx, { name: 'Neste steg', owner, inUse: 'yes' }))
    const page = async (slug: string) => (await (await app.as(slug)).get(`/systemer/${id}`)).text
    const next = (html: string) => /<section class="v-next"[\s\S]*?<\/section>/.exec(html)?.[0] ?? ''
    const own = await page('sauda-ansatt')
    expect(next(own)).toContain('Få systemet vurdert i ein ROS-analyse')
    // One step, before all that the record says; whoever is not to do it has no button.
    expect(own.match(/class="v-next"/g)).toHaveLength(1)
    expect(own.indexOf('class="v-next"')).toBeLessThan(own.indexOf('class="v-summary"'))
    const other = next(await page('sauda-revisor'))
    expect(other).toMatch(/data-tone="quiet"[\s\S]*Ventar på/)
    expect(other).not.toContain('ds-button')
    // The jumps lead to parts that are there, each once.
    const jumps = /<nav class="v-jumps"[\s\S]*?<\/nav>/.exec(own)?.[0] ?? ''
    const names = [...jumps.matchAll(/href="#([^"]*)"/g)].map(([, name = '']) => name)
    expect(names).toContain('livslop')
    for (const name of names) expect(own.split(`id="${name}"`)).toHaveLength(2)
    // A need goes step by step.
    const asker = await app.as('sauda-ansatt')
    const needed = newId(app.clock.now)
    await asker.post('/systembehov/ny', { id: needed, name: 'Nytt behov', ...need })
    expect(next((await asker.get(`/systemer/${needed}`)).text)).toContain(`href="/systemer/${needed}/behov"`)
    const form = await asker.get(`/systemer/${needed}/behov`)
    await asker.post(`/systemer/${needed}/behov`, { version: version(form.text), ...need, conditionsOfManagement: 'IT' })
    expect(next((await asker.get(`/systemer/${needed}`)).text)).toContain(`action="/systemer/${needed}/anskaffelse/start"`)
  })

  it("another organisation's system has no life here, and an employee does nothing with one that is not theirs", async () => {
    const id = await app.ctx('sauda-administrator', (ctx) => makeSystem(ctx, { name: 'Arkivet' }))
    const [stranger, employee] = [await app.as('sandnes-administrator'), await app.as('sauda-ansatt')]
    for (const address of ['avhending', 'superbruker', 'radforing/ny']) {
      expect((await stranger.get(`/systemer/${id}/${address}`)).status).toBe(404)
      expect((await employee.get(`/systemer/${id}/${address}`)).status).toBe(403)
    }
    expect((await employee.post(`/systemer/${id}/avhending/start`, {})).status).toBe(403)
  })

  it('S4-170 S4-172 the owner edits, and history shows it; a review that is held shows in the overview, and what is not up to date is marked', async () => {
    const owner = (await app.person('sauda-ansatt')).personId
    const id = await app.ctx('sauda-administrator', (ctx) => makeSystem(ctx, { name: 'Oversikten', owner }))
    let browser = await app.as('sauda-ansatt')
    const form = await browser.get(`/systemer/${id}/endring`)
    expect(
      (
        await browser.post(`/systemer/${id}/endring`, {
          version: version(form.text),
          name: 'Oversikten',
          purpose: 'Ny tekst',
          inUse: 'yes',
          owner,
        })
      ).status,
    ).toBe(303)
    expect((await browser.get(`/historikk/system/${id}`)).text).toContain('Ny tekst')
    const row = async () => /Oversikten[\s\S]*?<\/tr>/.exec((await browser.get('/systemoversikt')).text)?.[0] ?? ''
    expect(await row()).toContain('Aldri')
    expect(await row()).toContain('Ny tekst')
    const heads = (await browser.get('/systemoversikt')).text
    for (const head of ['Siste ROS-analyse', 'Databehandlaravtale', 'Anna oversikt', 'Personopplysningar']) expect(heads).toContain(head)
    expect((await browser.get(`/systemer/${id}`)).text).toContain('Det systemeigaren har ansvaret for')
    app.clock.now = new Date('2027-06-01T08:00:00Z')
    browser = await app.as('sauda-ansatt')
    expect(await row()).toContain('gjennomgang: ikkje oppdatert')
    const held = await browser.get(`/gjennomganger/system/${id}/ny`)
    const key = /name="id" value="([^"]*)"/.exec(held.text)?.[1] ?? ''
    expect((await browser.post(`/gjennomganger/system/${id}/ny`, { id: key, heldOn: '2027-06-01', found: 'Alt stemmer.' })).status).toBe(
      303,
    )
    expect(await row()).toContain('1. juni 2027')
    expect(await row()).not.toContain('ikkje oppdatert')
    // The file has what the page has.
    const csv = (await browser.get('/systemoversikt/utdrag/csv')).text
    expect(/Oversikten.*/.exec(csv)?.[0]).toContain('1. juni 2027')
  })
})
