import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type Answer, type Client, type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { asOwner } from '../../db/transaction.ts'
import { forgetKeys } from '../../kernel/keys.ts'
import { forgetIn } from '../../kernel/lasting.ts'
import { longestIdle } from '../identity/rules.ts'
import { keptSweep } from './jobs.ts'
import { keptDays } from './rules.ts'

const minute = 60_000

describeExample('what was written and not saved', (db) => {
  let app: TestApp
  let start: Date
  beforeAll(async () => {
    app = await testApp(db())
    start = app.clock.now
  }, 60_000)
  afterAll(() => app.stop())
  beforeEach(async () => {
    app.clock.now = start
    for (const slug of ['sauda-administrator', 'sandnes-administrator'])
      await app.ctx(slug, ({ tx, actor }) => tx.deleteFrom('kept_form').where('organisation_id', '=', actor.organisationId).execute())
  })

  const sleep = (minutes: number) => {
    app.clock.now = new Date(app.clock.now.getTime() + minutes * minute)
  }
  const hidden = (answer: Answer, name: string): string =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(answer.text)?.[1] ?? `no ${name}`
  const form = (answer: Answer, name: string) => ({
    writer: hidden(answer, 'writer'),
    id: hidden(answer, 'id'),
    version: hidden(answer, 'version').replace('no version', ''),
    name,
    purpose: 'Lagrer hvem som har\nlånt hvilken bok.',
    inUse: 'yes',
  })
  const signInAgain = async (browser: Client, slug: string) => {
    await browser.post('/demo/logg-inn', { person: slug })
    return browser
  }
  const rows = () =>
    app.ctx('sauda-administrator', ({ tx, actor }) =>
      tx.selectFrom('kept_form').selectAll().where('organisation_id', '=', actor.organisationId).execute(),
    )
  const systems = async (name: string) =>
    (
      await app.ctx('sauda-administrator', ({ tx, actor }) =>
        tx.selectFrom('system').select('name').where('organisation_id', '=', actor.organisationId).where('name', '=', name).execute(),
      )
    ).length

  it('S0-22 a form that comes after the session has ended is kept, shown after signing in again, and saved by one press', async () => {
    const admin = await app.as('sauda-administrator')
    const opened = await admin.get('/systemer/nytt')
    sleep(longestIdle + 5)
    const late = await admin.post('/systemer/nytt', form(opened, 'Bokbasen'))
    expect([late.status, late.location]).toEqual([303, '/logg-inn?til=%2Fbeholdt'])
    expect((await admin.get('/logg-inn?til=%2Fbeholdt')).text).toContain('Det du skrev, er tatt vare på')
    await signInAgain(admin, 'sauda-administrator')
    expect((await admin.get('/')).text).toContain('href="/beholdt"')
    const kept = await admin.get('/beholdt')
    expect(kept.text).toContain('Lagrer hvem som har\nlånt hvilken bok.')
    expect(kept.text).toContain('action="/systemer/nytt"')
    expect(await systems('Bokbasen')).toBe(0)
    const saved = await admin.post('/systemer/nytt', { ...form(opened, 'Bokbasen'), writer: hidden(kept, 'writer') })
    expect(saved.status).toBe(303)
    expect(await systems('Bokbasen')).toBe(1)
    expect((await admin.get('/beholdt')).location).toBe('/')
    expect(await rows()).toEqual([])
  })
  it('S0-22 what was written beside files is kept too, the files are asked for again, and sent from there it is taken', async () => {
    const browser = await app.as('sandnes-ansatt')
    const opened = await browser.get('/id-kort/ny')
    const written = { id: hidden(opened, 'id'), uses: 'access', zones: 'Arkivet i andre etasje', delivery: 'mail' }
    const photo = { name: 'bilde.png', content: Buffer.from('KANARI-bilde') }
    sleep(longestIdle + 5)
    const late = await browser.send('/id-kort/ny', [photo], { ...written, writer: hidden(opened, 'writer') })
    expect([late.status, late.location]).toEqual([303, '/logg-inn?til=%2Fbeholdt'])
    expect((await browser.get('/logg-inn?til=%2Fbeholdt')).text).toContain('velg filene på nytt')
    // A page with nothing but files leads back to itself.
    const alone = await browser.send('/filer/system/x/nye', [photo], { writer: hidden(opened, 'writer') })
    expect(alone.location).toBe('/logg-inn?til=%2Ffiler%2Fsystem%2Fx%2Fnye')
    await signInAgain(browser, 'sandnes-ansatt')
    const kept = await browser.get('/beholdt')
    expect([kept.text.includes('Arkivet i andre etasje'), kept.text.includes('action="/id-kort/ny"')]).toEqual([true, true])
    expect(kept.text.match(/\/forkast"/g)).toHaveLength(1)
    // Sent again as an ordinary form: read, and the photo is asked for.
    const again = await browser.post('/id-kort/ny', { ...written, writer: hidden(kept, 'writer') })
    expect([again.status, again.text.includes('Arkivet i andre etasje'), again.text.includes('href="#photo"')]).toEqual([422, true, true])
  })
  it('nothing in the row tells who wrote it, or where', async () => {
    const admin = await app.as('sauda-administrator')
    const opened = await admin.get('/systemer/nytt')
    sleep(longestIdle + 5)
    await admin.post('/systemer/nytt', form(opened, 'KANARI-8812'))
    const { personId } = await app.person('sauda-administrator')
    const [row] = await rows()
    const said = Object.values(row ?? {})
      .map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value)))
      .join('|')
    for (const secret of ['KANARI', 'systemer', personId, personId.replaceAll('-', ''), '09:05', '08:05'])
      expect(said).not.toContain(secret)
    expect(row?.posted).toBe(true)
  })
  it('another who signs in with the same browser sees none of it, and cannot throw it away', async () => {
    const browser = await app.as('sauda-administrator')
    const opened = await browser.get('/systemer/nytt')
    sleep(longestIdle + 5)
    await browser.post('/systemer/nytt', form(opened, 'KANARI-8813'))
    const [row] = await rows()
    await signInAgain(browser, 'sauda-personvernombud')
    expect((await browser.get('/beholdt')).location).toBe('/')
    expect((await browser.get('/')).text).not.toContain('/beholdt')
    expect((await browser.post(`/beholdt/${row?.id}/forkast`)).status).toBe(404)
    expect(await rows()).toHaveLength(1)
  })
  it('a page left open by one is never saved as another: it is kept for whoever opened it', async () => {
    const browser = await app.as('sauda-administrator')
    const opened = await browser.get('/systemer/nytt')
    await browser.post('/logg-ut')
    await signInAgain(browser, 'sandnes-administrator')
    const stranger = await browser.post('/systemer/nytt', form(opened, 'KANARI-8814'))
    expect(stranger.status).toBe(409)
    expect(stranger.text).not.toContain('KANARI-8814')
    expect(await systems('KANARI-8814')).toBe(0)
    const admin = await app.as('sauda-administrator')
    expect((await admin.get('/beholdt')).text).toContain('lånt hvilken bok')
  })
  it('who has signed out, or has no session at all, leaves nothing to keep', async () => {
    const browser = await app.as('sauda-administrator')
    const opened = await browser.get('/systemer/nytt')
    await browser.post('/logg-ut')
    expect((await browser.post('/systemer/nytt', form(opened, 'X'))).location).toBe('/logg-inn')
    expect((await app.stranger().post('/systemer/nytt', form(opened, 'X'))).location).toBe('/logg-inn')
    expect(await rows()).toEqual([])
  })
  it('a mark that is made up says nothing about anybody', async () => {
    const admin = await app.as('sauda-administrator')
    sleep(longestIdle + 5)
    for (const writer of ['x'.repeat(120), '', Buffer.alloc(102).toString('base64url')])
      expect((await admin.post('/systemer/nytt', { writer, name: 'X' })).location).toBe('/logg-inn')
    expect(await rows()).toEqual([])
  })
  it('it is gone after two weeks', async () => {
    const admin = await app.as('sauda-administrator')
    const opened = await admin.get('/systemer/nytt')
    sleep(longestIdle + 5)
    await admin.post('/systemer/nytt', form(opened, 'Bokbasen 3'))
    const { organisationId } = await app.person('sauda-administrator')
    const sweep = () =>
      keptSweep.run({
        organisationIds: [organisationId],
        inOrganisation: (_, work) => app.ctx('sauda-administrator', work),
        now: app.clock.now,
      })
    sleep(keptDays * 24 * 60)
    await sweep()
    expect(await rows()).toHaveLength(1)
    sleep(24 * 60)
    await sweep()
    expect(await rows()).toEqual([])
  })
  it('a copy of what is being written is its writer’s alone, and gone when the form is saved or they sign out', async () => {
    const admin = await app.as('sauda-administrator')
    const opened = await admin.get('/systemer/nytt')
    const copy = { adresse: '/systemer/nytt', innhold: 'name=Kopi&description=Noe+langt&x=1&x=2' }
    const fetched = async (client: Client) => JSON.parse((await client.post('/beholdt/hent', { adresse: '/systemer/nytt' })).text).content
    expect((await admin.post('/beholdt', copy)).status).toBe(200)
    expect(await fetched(admin)).toBe(copy.innhold)
    expect(await fetched(await app.as('sauda-personvernombud'))).toBeNull()
    expect((await admin.get('/beholdt')).location).toBe('/')
    expect((await admin.post('/systemer/nytt', form(opened, 'Kopibasen'))).status).toBe(303)
    expect(await fetched(admin)).toBeNull()
    await admin.post('/beholdt', copy)
    await admin.post('/logg-ut')
    expect(await fetched(await app.as('sauda-administrator'))).toBeNull()
  })
  it('nothing is kept of the pages for signing in and for passwords, or of an address that is not ours', async () => {
    const admin = await app.as('sauda-administrator')
    for (const adresse of ['/passord', '/logg-inn', '/velg-passord/abc', '//evil.example/x', 'https://evil.example', ''])
      expect((await admin.post('/beholdt', { adresse, innhold: 'a=hemmelig ord her' })).status, adresse).toBe(422)
    expect(await rows()).toEqual([])
    expect((await admin.get('/passord')).text).not.toContain('name="writer"')
  })

  it('a copy may have answers of any name, and nothing of a password page is kept', async () => {
    const admin = await app.as('sauda-administrator')
    const innhold = 'constructor=a&__proto__=b&__proto__=c&toString=d&name=Bok'
    expect((await admin.post('/beholdt', { adresse: '/systemer/nytt', innhold })).status).toBe(200)
    expect((await admin.post('/beholdt/hent', { adresse: '/systemer/nytt' })).text).toContain('name=Bok')
    for (const adresse of ['/passord', '/passord?x=1', '/PASSORD', '/velg-passord/x', '/logg-inn?til=/'])
      expect((await admin.post('/beholdt', { adresse, innhold: 'current=hemmelig' })).status, adresse).toBe(422)
  })

  it('what nobody can open any more, since its key was deleted, is not there, and stands in the way of nothing', async () => {
    const admin = await app.as('sandnes-administrator')
    const { organisationId } = await app.person('sandnes-administrator')
    await admin.post('/beholdt', { adresse: '/systemer/nytt', innhold: 'name=Bok' })
    const deleted = asOwner(db(), async (tx) => {
      await sql`select set_config('varde.organisations', ${organisationId}, true)`.execute(tx)
      return forgetKeys({ tx, actor: { organisationId } })
    })
    expect((await deleted).length).toBeGreaterThan(0)
    // The pages remember what they have read for a minute; the owner of the tables is in the same database here.
    await app.ctx('sandnes-administrator', async ({ tx }) => forgetIn(tx, 'keys', organisationId))
    expect(JSON.parse((await admin.post('/beholdt/hent', { adresse: '/systemer/nytt' })).text)).toEqual({ content: null })
    expect((await admin.post('/beholdt', { adresse: '/systemer/nytt', innhold: 'name=Ny' })).status).toBe(200)
    expect((await admin.post('/beholdt/hent', { adresse: '/systemer/nytt' })).text).toContain('name=Ny')
  })
})
