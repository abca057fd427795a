import { expect, it } from 'vitest'
import { caseNumber, inHours, startJourney } from '../support/journey.ts'

const journey = startJourney()

/** Somebody has reported; the number of the case. */
async function reported(what: string): Promise<string> {
  const employee = await journey().open({ javaScript: false })
  await employee.as('oslomet-ansatt')
  await employee.go('/avvik/ny')
  await employee.write('[name=whatHappened]', what)
  await employee.write('[name=discoveredAt]', inHours(-1))
  await employee.send('Send nå')
  const number = await caseNumber(employee)
  await employee.close()
  return number
}

it('by keyboard from any page: /, two words, Enter, and the case is open; a page is reached the same way', async () => {
  const number = await reported('En vaktliste for kantinen ble sendt til feil klasse.')
  for (const width of [1440, 390]) {
    const handler = await journey().open({ width })
    await handler.as('oslomet-sikkerhet')
    await handler.go('/systemer')
    const { page } = handler
    const asked: string[] = []
    page.on('request', (request) => void asked.push(request.url()))
    await page.keyboard.press('/')
    const input = page.getByRole('combobox', { name: 'Søk' })
    await input.waitFor()
    // Nothing written yet: every page that one may come to.
    await expect.poll(() => page.getByRole('option').count()).toBeGreaterThan(5)
    await page.keyboard.type('vaktlister kantine')
    const hit = page.getByRole('option', { name: number })
    await hit.waitFor()
    expect(await hit.getAttribute('aria-selected')).toBe('true')
    await handler.look()
    // It covers no more than the page, and nothing of it is cut.
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/avvik\/[0-9a-f-]{36}$/)
    expect(await handler.text()).toContain(number)
    expect(asked.filter((url) => /vaktliste|kantine/.test(url))).toEqual([])

    await page.keyboard.press('/')
    await input.waitFor()
    await page.keyboard.type('roll')
    await page.locator('[role=option]', { hasText: /^Roller$/ }).waitFor()
    await page.keyboard.press('Escape')
    await input.waitFor({ state: 'hidden' })
    // The name of the organisation has the room of a narrow header: the way to the search is in its menu.
    if (width === 390) await page.getByRole('button', { name: 'Meny' }).click()
    await page.getByRole('link', { name: 'Søk', exact: true }).click()
    await input.waitFor()
    await page.keyboard.type('roller')
    await page.locator('[role=option][aria-selected=true]', { hasText: /^Roller$/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/roller')
    await handler.close()
  }
}, 120_000)

it('without script: the link of the header, the words, and the hits by kind with a link of their own', async () => {
  const number = await reported('En vaktliste for biblioteket ble sendt til feil klasse.')
  const handler = await journey().open({ javaScript: false, width: 390 })
  await handler.as('oslomet-sikkerhet')
  await handler.page.getByRole('button', { name: 'Meny' }).click()
  await handler.follow('Søk')
  expect(handler.path()).toBe('/sok')
  await handler.write('[name=ord]', 'bibliotek')
  await handler.send('Søk')
  expect(handler.page.url()).not.toContain('bibliotek')
  expect(await handler.text()).toContain(number)
  await handler.page.locator(`main li:has-text("${number}") a`).click()
  await handler.page.waitForURL(/\/avvik\/[0-9a-f-]{36}$/)
  await handler.go('/sok')
  await handler.write('[name=ord]', 'finnesikke')
  await handler.send('Søk')
  expect(await handler.text()).toContain('Ingen treff')
  await handler.close()
}, 60_000)

it('what is typed before the search has come is not lost, and nothing on the page takes it', async () => {
  const handler = await journey().open()
  await handler.as('oslomet-sikkerhet')
  const { page } = handler
  await page.route(/palette[^/]*\.js$/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 500))
    await route.continue()
  })
  await page.keyboard.type('/rollx')
  await page.keyboard.press('Backspace')
  await page.keyboard.type('er')
  await page.locator('[role=option][aria-selected=true]', { hasText: /^Roller$/ }).waitFor()
  expect(await page.getByRole('combobox', { name: 'Søk' }).inputValue()).toBe('roller')
  await handler.close()
}, 60_000)

it('where the server does not answer, Enter sends the words to the page', async () => {
  const handler = await journey().open()
  await handler.as('oslomet-sikkerhet')
  await handler.page.route('**/sok/finn', (route) => route.abort())
  await handler.page.keyboard.press('/')
  await handler.page.getByRole('combobox', { name: 'Søk' }).fill('kantine')
  await handler.page.keyboard.press('Enter')
  await handler.page.waitForURL(/\/sok\?ord=/)
  await handler.page.close()
}, 60_000)
