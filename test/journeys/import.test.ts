import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { localDate } from '../../src/kernel/calendar/dates.ts'
import { startJourney } from '../support/journey.ts'

const journey = startJourney()

const rows = (many: number) => Array.from({ length: many }, (_, n) => `Reisesystem ${n};ja`).join('\n')

it('without script, on a telephone: a file is read, looked over, brought in by the worker while the page shows how far, and undone', async () => {
  const { open } = journey()
  const reader = await open({ language: 'nb', javaScript: false, width: 390 })
  const { page } = reader
  await reader.go('/demo')
  await page.locator('button[value="sandnes-administrator"]').click()
  await page.waitForURL((url) => url.pathname === '/')
  await reader.go('/systemer')
  await page.getByRole('link', { name: 'Importer fra fil' }).click()
  const file = `Fagsystem;Er systemet i bruk?\n${rows(600)}\nFeil;kanskje\n`
  await page.locator('#filer').setInputFiles({ name: 'systemer.csv', mimeType: 'text/csv', buffer: Buffer.from(file) })
  await page.getByRole('button', { name: 'Les filen' }).click()
  await page.getByLabel('Fagsystem').selectOption('name')
  await page.getByRole('button', { name: 'Se hva som skjer' }).click()
  await page.getByRole('heading', { level: 1, name: 'Dette kommer til å skje' }).waitFor({ timeout: 90_000 })
  expect(await reader.text()).toContain('«kanskje» er ikke et av svarene')
  await page.getByRole('button', { name: 'Importer 600' }).click()
  await page.getByRole('heading', { level: 1, name: 'Importen er ferdig' }).waitFor({ timeout: 90_000 })
  const [refused] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /avviste radene \(CSV\)/ }).click()])
  expect(await readFile(await refused.path(), 'utf8')).toContain('Feil;kanskje')
  await page.getByText('Angre hele importen …').click()
  await page.getByRole('button', { name: 'Angre hele importen' }).click()
  await page.getByRole('heading', { level: 1, name: 'Importen er angret' }).waitFor({ timeout: 90_000 })
  await reader.go('/systemer')
  expect(await reader.text()).not.toContain('Reisesystem')
}, 300_000)

it('with script: a review is planned and held, and stands in the calendar by keyboard', async () => {
  const { open } = journey()
  const reader = await open({ language: 'nn', width: 1440 })
  const { page } = reader
  await reader.as('sauda-administrator')
  await reader.go('/systemer')
  await page.locator('tbody th a').first().click()
  await page.getByRole('link', { name: /Endre planen|Planlegg gjennomgang/ }).click()
  const today = localDate(new Date())
  await page.getByLabel('Neste gjennomgang seinast').fill(today)
  await page.getByRole('button', { name: 'Lagre' }).click()
  await page.getByText('Planen er lagra.').waitFor()
  await reader.go('/kalender?hvem=alle')
  const link = page.locator('.v-month a', { hasText: /Gå gjennom|Gjennomgang/ }).first()
  await link.focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/systemer\//)
  await page.getByRole('link', { name: 'Registrer gjennomgang' }).click()
  await page.getByLabel('Kva fann de?').fill('Alt er i orden.')
  await page.getByRole('button', { name: 'Lagre' }).click()
  await page.getByText('Gjennomgangen er registrert.').waitFor()
  expect(await reader.text()).toContain('Alt er i orden.')
}, 300_000)
