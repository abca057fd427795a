import { expect, it } from 'vitest'
import { fill, startJourney } from '../support/journey.ts'

const journey = startJourney()

it('without script: a list is narrowed, put in order and shown with other columns, and its file holds just that', async () => {
  const { open } = journey()
  const reader = await open({ language: 'nb', javaScript: false, width: 390 })
  await reader.go('/demo')
  await reader.page.locator('button[value="sandnes-administrator"]').click()
  await reader.page.waitForURL((url) => url.pathname === '/')
  await reader.go('/systemer')
  await reader.page.locator('summary', { hasText: 'Kolonner og rekkefølge' }).click()
  for (const column of ['ownerUnit', 'owner', 'superUser']) await reader.page.locator(`[name="kolonner"][value="${column}"]`).uncheck()
  await fill(reader, { 'i-bruk': 'yes', sorter: '-name', kolonner: ['inUse'] })
  await reader.send('Vis')
  const { searchParams } = new URL(reader.page.url())
  expect(Object.fromEntries(searchParams)).toEqual({ 'i-bruk': 'yes', sorter: '-name', kolonner: 'inUse' })
  const names = await reader.page.locator('tbody th').allInnerTexts()
  expect(names.length).toBeGreaterThan(1)
  const href = await reader.page.getByRole('link', { name: 'CSV' }).getAttribute('href')
  const file = await reader.page.request.get(new URL(href ?? '', reader.page.url()).href)
  const lines = (await file.text()).replace('\ufeff', '').trim().split('\r\n')
  expect(lines).toEqual(['Navn;I bruk', ...names.map((name) => `${name};Ja`)])
})
