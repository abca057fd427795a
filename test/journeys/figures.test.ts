import { expect, it } from 'vitest'
import { fill, startJourney } from '../support/journey.ts'

const journey = startJourney()

it('without script: a figure of the statistics opens a list of just as many cases, and its file says the same', async () => {
  const { open } = journey()
  const officer = await open({ language: 'nn', javaScript: false, width: 390 })
  await officer.as('sauda-personvernombud')
  await officer.go('/avvik')
  await officer.follow('Statistikk')
  expect(await officer.heading()).toContain('Statistikk over avvik')
  await fill(officer, { fra: '2020-01-01', til: '' })
  await officer.send('Vis')
  const figures = officer.page.locator('#category tbody tr')
  const label = (await figures.first().locator('th').textContent()) ?? ''
  const count = Number(await figures.first().locator('td').textContent())
  expect(count).toBeGreaterThan(0)
  const href = await officer.page.getByRole('link', { name: /^CSV.*Med alle tal/ }).getAttribute('href')
  const file = await officer.page.request.get(new URL(href ?? '', officer.page.url()).href)
  expect(await file.text()).toContain(`Kategoriar;;${label};${count};`)
  await officer.follow(`${label}: ${count}`)
  expect(await officer.page.locator('.v-list tbody tr').count()).toBe(count)
  expect(await officer.page.locator('select[name=kategori] option:checked').textContent()).toBe(label)
})

it('an employee is offered no figures, and comes to none by the address', async () => {
  const { open } = journey()
  const employee = await open({ language: 'nn' })
  await employee.as('sauda-ansatt')
  await employee.go('/avvik/mine')
  expect(await employee.page.getByRole('link', { name: 'Statistikk' }).count()).toBe(0)
  await employee.go('/avvik/statistikk', 403)
})
