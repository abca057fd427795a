import { afterAll, beforeAll, expect, it } from 'vitest'
import { rightPassword } from '../../src/modules/identity/factory.ts'
import { type Visitor, visitor } from '../support/browser.ts'
import { openChromium } from '../support/chromium.ts'
import { exampleFolder } from '../support/database.ts'
import { type Installation, startInstallation } from '../support/installation.ts'

// A browser with a passkey in it: made on one's own page, used at the door, and refused by a person who says no.

let installation: Installation
let browser: Awaited<ReturnType<typeof openChromium>>
let url: string
beforeAll(async () => {
  installation = await startInstallation({ dataDir: await exampleFolder(), byName: true })
  url = installation.url
  browser = await openChromium()
}, 180_000)
afterAll(async () => {
  await browser.close()
  await installation.stop()
})

/** A telephone or machine with a finger on it, as Chromium plays it. `willing`: whether its person says yes. */
async function withAuthenticator(person: Visitor) {
  const client = await person.context.newCDPSession(person.page)
  await client.send('WebAuthn.enable')
  const { authenticatorId } = await client.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
  })
  const says = (willing: boolean) => client.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: willing })
  const has = async () => (await client.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length
  return { says, has }
}

it('a passkey is made on one’s own page and signs in by one press, in nynorsk at 390 pixels; who says no is told what to do', async () => {
  const admin = await visitor(browser, url)
  await admin.as('sauda-administrator')
  await admin.go('/personer/ny')
  await admin.write('[name=name]', 'Nøkkel, Ny')
  await admin.write('[name=email]', 'nokkel@sauda.example')
  await admin.send(/^Legg til$|^Lagre$/)
  const at = admin.path()
  await admin.go(`${at}/innlogging`)
  await admin.send(/^Lag lenkj?e$/)
  const link = /\/velg-passord\/[\w.-]+/.exec((await admin.page.content()) ?? '')?.[0] ?? ''
  expect(link).not.toBe('')
  await admin.close()

  const person = await visitor(browser, url, { language: 'nn', width: 390 })
  const { says, has } = await withAuthenticator(person)
  await person.go(link)
  await person.write('[name=next]', rightPassword)
  await person.write('[name=again]', rightPassword)
  await person.send(/passord/i)
  await person.write('[name=password]', rightPassword)
  await person.send(/^Logg inn$/)
  await person.go('/min-side/passnokler')
  await person.write('[name=name]', 'Telefonen')
  await person.write('[name=password]', rightPassword)
  await person.send('Gå vidare')
  await says(false)
  await person.page.getByRole('button', { name: 'Lag passnøkkel' }).click()
  await expect.poll(() => person.text()).toContain('Passnøkkelen vart ikkje laga')
  await person.look()
  await says(true)
  await person.send('Lag passnøkkel')
  expect(await person.text()).toContain('Telefonen')
  await person.page
    .locator('form[action="/logg-ut"] button')
    .first()
    .evaluate((button: HTMLButtonElement) => button.form?.requestSubmit())
  await person.page.waitForURL('**/logg-inn')
  await person.look()
  await person.send('Logg inn med passnøkkel')
  expect(person.path()).toBe('/')
  await person.go('/min-side/passnokler')
  expect(await person.text()).not.toContain('Ikkje brukt enno')
  // Looked at, it is still there; removed, the machine is told, and offers it no more.
  expect(await has()).toBe(1)
  await person.page.getByRole('link', { name: 'Telefonen' }).click()
  await person.write('[name=password]', rightPassword)
  await person.send(/^Fjern/)
  await expect.poll(has).toBe(0)
  await person.close()
}, 120_000)

it('without script the password is what there is, and the page of passkeys says why', async () => {
  const person = await visitor(browser, url, { javaScript: false })
  await person.go('/logg-inn')
  expect(await person.page.getByRole('button', { name: 'Logg inn med passnøkkel' }).isVisible()).toBe(false)
  await person.close()
}, 60_000)
