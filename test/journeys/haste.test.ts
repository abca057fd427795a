import { expect, it } from 'vitest'
import type { Visitor } from '../support/browser.ts'
import { caseNumber, casePath, fill, inHours, reportQuickly, startJourney } from '../support/journey.ts'

const journey = startJourney()

it.each([true, false])(
  'S1-22 the quick report on a telephone: at most six things to fill in or press, on a screen and a half, in a minute; with script: %s',
  async (javaScript) => {
    const person = await journey().open({ javaScript, width: 390 })
    await person.as('oslomet-leder')
    const began = performance.now()
    await person.go('/avvik/ny')
    const inputs = person.page
      .locator('form[action="/avvik/ny"]')
      .locator('input:visible, select:visible, textarea:visible, button:visible')
    expect(await inputs.count()).toBeLessThanOrEqual(6)
    const last = await inputs.last().boundingBox()
    expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(844 * 1.5)
    await person.page.locator('[name=whatHappened]').pressSequentially('Et brev ble sendt til feil adresse.', { delay: 30 })
    await person.send('Send nå')
    expect(await caseNumber(person)).toMatch(/^20\d\d-\d{4}$/)
    expect(performance.now() - began).toBeLessThan(60_000)
    await fill(person, { personalData: 'yes', serious: 'no' })
    await person.send('Lagre svarene')
    expect(await person.text()).toContain('Svarene er lagt til')
    expect(await person.page.locator('[name=personalData]').count()).toBe(0)
    await person.close()
  },
  120_000,
)

it('a double click sends once, and so does the back button, and so does a reload of the receipt', async () => {
  const person = await journey().open()
  await person.as('oslomet-saksbehandler')
  const before = await ownReports(person)
  await person.go('/avvik/ny')
  await person.write('[name=whatHappened]', 'Et vedlegg ble sendt to ganger.')
  await person.page.getByRole('button', { name: 'Send nå' }).dblclick()
  await person.page.waitForURL('**/kvittering')
  await person.look()
  const number = await caseNumber(person)

  await person.page.reload()
  expect(await caseNumber(person)).toBe(number)

  await person.page.goBack()
  await person.page.getByRole('button', { name: 'Send nå' }).click()
  await person.page.waitForURL('**/kvittering')
  expect(await caseNumber(person)).toBe(number)
  expect(await ownReports(person)).toBe(before + 1)
  await person.close()
}, 60_000)

it('two windows write on one draft: the second is shown both answers, and loses neither', async () => {
  const person = await journey().open()
  await person.as('oslomet-ansatt')
  await person.go('/avvik/ny')
  await person.write('[name=whatHappened]', 'Begynt i det første vinduet.')
  await person.send('Fyll ut mer')
  await person.go(`${casePath(person)}/skjema?del=beskrivelse`)

  const other = await person.context.newPage()
  await other.goto(`${casePath(person)}/skjema?del=beskrivelse`)
  await other.locator('[name=whereNow]').fill('Hos feil mottaker.')
  await other.getByRole('button', { name: 'Lagre og gå videre' }).click()
  await other.waitForURL('**del=konsekvenser')

  await person.page.locator('[name=whereNow]').evaluate((field: HTMLTextAreaElement) => {
    field.value = 'Slettet av mottakeren.'
  })
  await person.send('Lagre og gå videre', 409)
  const said = await person.text()
  expect(said).toContain('Noen andre har lagret i mellomtiden')
  expect(said).toContain('Hos feil mottaker.')
  expect(said).toContain('Slettet av mottakeren.')
  expect(await person.page.locator('[name=whereNow]').inputValue()).toBe('Slettet av mottakeren.')
  await person.send('Lagre og gå videre')
  await person.go(`${casePath(person)}/kontroll`)
  expect(await person.text()).toContain('Slettet av mottakeren.')
  await person.close()
}, 60_000)

it('two handlers write on one case: the second is shown what stands and what was written, and saves when both are read', async () => {
  const reporter = await journey().open()
  await reporter.as('oslomet-ansatt')
  const path = await reportQuickly(reporter, 'Et skap sto ulåst.')
  const first = await journey().open()
  const second = await journey().open()
  for (const one of [first, second]) {
    await one.as('oslomet-sikkerhet')
    await one.go(`${path}/behandling`)
  }
  await first.write('main [name=extent]', 'Tre permer.')
  await first.send(/^Lagre/)
  await second.write('main [name=extent]', 'Fire permer.')
  await second.send(/^Lagre/, 409)
  const said = await second.text()
  expect(said).toContain('Noen andre har lagret i mellomtiden')
  expect(said).toContain('Tre permer.')
  expect(said).toContain('Fire permer.')
  await second.send(/^Lagre/)
  await first.go(`${path}/behandling`)
  expect(await first.page.locator('main [name=extent]').inputValue()).toBe('Fire permer.')
  for (const one of [reporter, first, second]) await one.close()
}, 60_000)

it('a lost connection keeps what is written, says so, and saves it when it is back', async () => {
  const person = await journey().open()
  await person.as('oslomet-leder')
  await person.go('/avvik/ny')
  const id = await person.page.locator('input[name=id]').inputValue()
  await person.context.setOffline(true)
  await person.write('[name=whatHappened]', 'Skrevet uten nett.')
  const status = person.page.locator('[data-autosave-status]')
  await expect.poll(() => status.getAttribute('data-state'), { timeout: 10_000 }).toBe('failed')
  expect(await status.textContent()).not.toBe('')
  expect(await person.page.locator('[name=whatHappened]').inputValue()).toBe('Skrevet uten nett.')

  await person.context.setOffline(false)
  await expect.poll(() => status.getAttribute('data-state'), { timeout: 15_000 }).toBe('saved')
  await person.go(`/avvik/${id}/kontroll`)
  expect(await person.text()).toContain('Skrevet uten nett.')
  await person.close()
}, 60_000)

it('leaving with text that is not saved asks first', async () => {
  const person = await journey().open()
  await person.as('oslomet-rektor')
  await person.go('/avvik/ny')
  const asked: string[] = []
  person.page.on('dialog', (dialog) => asked.push(dialog.type()))
  await person.context.setOffline(true)
  await person.page.locator('[name=whatHappened]').pressSequentially('Ikke lagret')
  // The moment the connection is back the draft is saved, and then there is nothing to ask.
  await person.page.getByRole('link', { name: 'Oppgaver' }).click({ noWaitAfter: true })
  await expect.poll(() => asked).toEqual(['beforeunload'])
  await person.context.setOffline(false)
  await person.close()
}, 60_000)

it('what is wrong is said at the top and at the field, and what was written is kept', async () => {
  const person = await journey().open()
  await person.as('oslomet-ansatt')
  await person.go('/avvik/ny')
  await person.write('[name=discoveredAt]', inHours(48))
  const written = await person.page.locator('[name=discoveredAt]').inputValue()
  await person.send('Send nå', 422)
  const summary = person.page.locator('[data-error-summary]')
  expect(await summary.evaluate((element) => element.contains(document.activeElement) || element === document.activeElement)).toBe(true)
  for (const link of await summary.getByRole('link').all()) {
    await link.click()
    const name = await person.page.evaluate(() => (document.activeElement as HTMLInputElement).name)
    expect(['whatHappened', 'discoveredAt']).toContain(name)
  }
  expect(await person.page.locator('[name=discoveredAt]').inputValue()).toBe(written)
  await person.close()
}, 60_000)

it('the back button after a report shows the form as it was, and a case opened twice is one case', async () => {
  const person = await journey().open()
  await person.as('oslomet-ansatt')
  const path = await reportQuickly(person, 'En liste lå åpent.')
  await person.go(path)
  await person.go(path)
  await person.page.goBack()
  await person.page.goForward()
  await person.look()
  expect(person.path()).toBe(path)
  await person.close()
}, 60_000)

async function ownReports(person: Visitor): Promise<number> {
  await person.go('/avvik/mine')
  return person.page.locator('main tbody tr, main li a[href^="/avvik/"]').count()
}
