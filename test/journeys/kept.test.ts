import { sql } from 'kysely'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { asOwner } from '../../src/db/transaction.ts'
import { type Visitor, visitor } from '../support/browser.ts'
import { openChromium } from '../support/chromium.ts'
import { makeDatabase, type TestDatabase } from '../support/database.ts'
import { type Installation, startInstallation } from '../support/installation.ts'

// A real server, a real browser, and a session that really ends in the middle of a text.

let database: TestDatabase
let installation: Installation
let browser: Browser
beforeAll(async () => {
  database = await makeDatabase('postgres')
  installation = await startInstallation(database.url ? { databaseUrl: database.url } : {})
  browser = await openChromium()
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await installation?.stop()
  await database?.remove()
}, 60_000)

const open = (): Promise<Visitor> => visitor(browser, installation.url)
const sessions = (set: string) => asOwner(database.db, (tx) => sql.raw(`update session set ${set}`).execute(tx))
const endAll = () => sessions(`seen_at = now() - interval '2 hours'`)
/** The copy that could not be kept was answered by 401, as it should: all else is looked at. */
const signedOut = (person: Visitor) =>
  person.look().catch((error: Error) => {
    if (
      error.message
        .split('\n')
        .slice(1)
        .some((line) => !/^ *401 .*\/beholdt$/.test(line))
    )
      throw error
  })
const status = (person: Visitor) => person.page.locator('[data-autosave-status]').first()

it('S0-22 the session ends in the middle of a text: it is kept, shown to its writer alone, and saved by one press', async () => {
  const person = await open()
  await person.as('sandnes-administrator')
  await person.go('/systemer/nytt')
  await person.write('[name=name]', 'Bokbasen')
  await person.write('[name=purpose]', 'Holder orden på hvem som har lånt hvilken bok.')
  await person.page.locator('[name=inUse][value=no]').check()
  await status(person).filter({ hasText: 'Kopi tatt vare på' }).waitFor({ timeout: 15_000 })
  await endAll()
  await person.write('[name=purpose]', 'Holder orden på hvem som har lånt hvilken bok, og når.')
  await status(person).filter({ hasText: 'Du er logget ut' }).waitFor({ timeout: 15_000 })
  await person.page.locator('main form button[type=submit]').last().click()
  await person.page.waitForURL('**/logg-inn?til=%2Fbeholdt')
  await signedOut(person)
  expect(await person.text()).toContain('Det du skrev, er tatt vare på')

  await person.as('sandnes-personvernombud')
  expect(await person.page.locator('a[href="/beholdt"]').count()).toBe(0)
  await person.page.goto(`${installation.url}/beholdt`)
  expect(person.path()).toBe('/')
  expect(await person.text()).not.toContain('lånt hvilken bok')

  await person.as('sandnes-administrator')
  await person.page.locator('a[href="/beholdt"]').click()
  await person.look()
  expect(await person.text()).toContain('lånt hvilken bok, og når.')
  await person.send('Lagre det jeg skrev')
  expect(await person.text()).toContain('lånt hvilken bok, og når.')
  await person.page.goto(`${installation.url}/beholdt`)
  expect(person.path()).toBe('/')
  await person.close()
}, 180_000)

it('a page that was closed in the middle of a text offers it when it is opened again', async () => {
  const person = await open()
  await person.as('sandnes-administrator')
  await person.go('/systemer/nytt')
  await person.write('[name=purpose]', 'Dette rakk jeg ikke å lagre.')
  await status(person).filter({ hasText: 'Kopi tatt vare på' }).waitFor({ timeout: 15_000 })
  await person.page.goto(`${installation.url}/`)
  await person.page.goto(`${installation.url}/systemer/nytt`)
  await person.page.getByRole('button', { name: 'Hent det du skrev' }).click()
  expect(await person.page.locator('[name=purpose]').inputValue()).toBe('Dette rakk jeg ikke å lagre.')
  await person.page.goto(`${installation.url}/systemer/nytt`)
  await person.page.getByRole('button', { name: 'Forkast' }).click()
  await person.page.waitForTimeout(500)
  await person.page.goto(`${installation.url}/systemer/nytt`)
  await person.page.waitForTimeout(500)
  expect(await person.page.getByRole('button', { name: 'Hent det du skrev' }).count()).toBe(0)
  await person.close()
}, 120_000)

it.each(['/systemer/nytt', '/avvik/ny'])(
  'changing the language keeps what is written in view: %s',
  async (path) => {
    const person = await open()
    await person.as('sandnes-administrator')
    await person.go(path)
    const field = path === '/avvik/ny' ? '[name=whatHappened]' : '[name=purpose]'
    await person.write(field, 'Midt i en setning')
    await person.page.locator('[popovertarget=meg]').click()
    await person.page.locator('[name=sprak][value=nn]').click()
    await person.page.waitForFunction(() => document.documentElement.lang === 'nn')
    await expect.poll(() => person.page.locator(field).inputValue(), { timeout: 10_000 }).toBe('Midt i en setning')
    expect(person.path()).toBe(path)
    await person.close()
  },
  120_000,
)

it('and on the page that says what is wrong with it: the form is there again, in its own place, with all of it', async () => {
  const person = await open()
  await person.as('sandnes-administrator')
  await person.go('/personer/ny')
  await person.write('[name=name]', 'Sendt, Uten adresse')
  await person.write('[name=email]', 'tull')
  await person.page.locator('[name=email]').press('Enter')
  await person.page.locator('[data-error-summary]').waitFor()
  expect(person.path()).toBe('/personer')
  await person.page.locator('[popovertarget=meg]').click()
  await person.page.locator('[name=sprak][value=nn]').click()
  await person.page.waitForFunction(() => document.documentElement.lang === 'nn')
  await expect.poll(() => person.page.locator('[name=name]').inputValue(), { timeout: 10_000 }).toBe('Sendt, Uten adresse')
  expect(person.path()).toBe('/personer/ny')
  await person.close()
}, 120_000)

it('a line below a draft says only what is so: busy, one bad answer, thrown away in another tab', async () => {
  const person = await open()
  await person.as('sandnes-ansatt')
  await person.go('/avvik/ny')
  let busy = true
  await person.page.route('**/utkast', (route) => (busy ? route.fulfill({ status: 503, json: { error: 'busy' } }) : route.continue()))
  await person.write('[name=whatHappened]', 'Et brev ble sendt feil.')
  await status(person).filter({ hasText: 'Vi prøver igjen' }).waitFor({ timeout: 15_000 })
  busy = false
  await status(person)
    .filter({ hasText: /^Lagret kl/ })
    .waitFor({ timeout: 15_000 })
  await person.write('[name=whatHappened]', 'x'.repeat(8001))
  await status(person)
    .filter({ hasText: /^Lagret kl.*, men ikke «/ })
    .waitFor({ timeout: 15_000 })
  const other = await person.context.newPage()
  await other.goto(`${installation.url}/avvik/mine`)
  const id = (await person.page.locator('form[data-autosave]').getAttribute('data-autosave'))?.split('/')[2]
  await other.evaluate((draft) => fetch(`/avvik/${draft}/forkast`, { method: 'POST' }), id)
  await person.write('[name=whatHappened]', 'Kommer denne tilbake?')
  await status(person).filter({ hasText: 'endret eller slettet' }).waitFor({ timeout: 15_000 })
  await other.goto(`${installation.url}/avvik/mine`)
  expect(await other.locator('main').textContent()).not.toContain('Kommer denne')
  await person.close()
}, 120_000)

it('S0-22 five minutes before the end a dialog says so, and one press lets the session go on', async () => {
  const person = await open()
  await person.as('sandnes-ansatt')
  await sessions(`expires_at = now() + interval '4 minutes'`)
  await person.page.goto(`${installation.url}/min-side`)
  const dialog = person.page.locator('dialog[data-session]')
  await dialog.waitFor({ timeout: 10_000 })
  expect(await dialog.textContent()).toContain('Du blir logget ut om 4 minutter hvis du ikke fortsetter.')
  expect(await person.page.evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true)
  await person.look()
  await sessions(`expires_at = now() + interval '12 hours'`)
  await person.page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'hidden', timeout: 10_000 })
  // As long as a session may last: the dialog says so, and promises nothing.
  await sessions(`expires_at = now() + interval '3 minutes'`)
  await person.page.goto(`${installation.url}/min-side`)
  await person.page.getByRole('button', { name: 'Fortsett' }).click()
  await dialog.filter({ hasText: 'så lenge det går an' }).waitFor({ timeout: 10_000 })
  await person.close()
}, 120_000)
