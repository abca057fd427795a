import { expect, it } from 'vitest'
import { deed, fill, inDays, pick, startJourney } from '../support/journey.ts'

const journey = startJourney()

type Seats = {
  readonly language: 'nb' | 'nn'
  readonly coordinator: string
  readonly director: string
  /** Whoever is to do something, as a list of people names them. */
  readonly doer: string
  readonly doerIs: string
  readonly nine: string
}
const seats: readonly Seats[] = [
  {
    ...{ language: 'nb', coordinator: 'sandnes-informasjonssikkerhetssjef', director: 'sandnes-kommunedirektor' },
    ...{ doer: 'sandnes-it-sjef', doerIs: 'Digitalisering- og IT-sjef, Sandnes', nine: '9. Bygningsmessige endringer' },
  },
  {
    ...{ language: 'nn', coordinator: 'sauda-personvernombud', director: 'sauda-kommunedirektor' },
    ...{ doer: 'sauda-leder', doerIs: 'Rektor, Sauda', nine: '9. Bygningsmessige endringar' },
  },
]
const save = /^Lagre/

it.each(seats)(
  'scenario 11 in $language: S4-173 S4-174 management’s review has ten items out of the registers, is shown on the wall, approved, and its decision is a task until it is closed',
  async ({ language, coordinator, director, doer, doerIs, nine }) => {
    const { open } = journey()
    const officer = await open({ language })
    await officer.as(coordinator)
    await officer.go('/ledelsens-gjennomgang/nytt')
    await fill(officer, { name: 'Vår', heldOn: inDays(0), periodFrom: inDays(-360), periodTo: inDays(0) })
    await officer.send(save)
    const at = officer.path()
    expect(await officer.page.locator('main summary').count()).toBeGreaterThanOrEqual(10)
    await deed(officer, `${at}/endring/merknader`, { buildingsNote: 'Nye lås.' }, save)
    await officer.go(`${at}/visning/9`)
    expect(await officer.heading()).toBe(nine)
    expect(await officer.text()).toContain('Nye lås.')

    await officer.go(`/ledelsesvedtak/nytt?gjennomgang=${at.split('/').at(-1)}`)
    await fill(officer, { name: 'Ny lås', dueOn: inDays(30) })
    await pick(officer, 'owner', doerIs)
    await officer.send(save)
    const minutes = { statusSummary: 'X', securityJudgement: 'X', furtherMeasures: 'X' }
    const kept = { goalsDecision: 'keep', strategyDecision: 'keep', organisationDecision: 'keep' }
    await deed(officer, `${at}/endring/referat`, { ...minutes, ...kept }, save)
    const controller = await open({ language })
    await controller.as(director)
    await controller.go(at)
    await controller.send(/^Godkjenn/)
    expect(await controller.text()).toMatch(/Godkjen[dt]/)

    // The decision is its owner's task, and comes back until it is closed.
    const owner = await open({ language })
    await owner.as(doer)
    await owner.go('/oppgaver')
    expect(await owner.text()).toContain('Ny lås')
    const decision = await owner.page.locator('main a[href^="/ledelsesvedtak/"]').first().getAttribute('href')
    await deed(owner, `${decision}/endring`, { closedOn: inDays(0), outcome: 'Bytt.' }, save)
    await owner.go('/oppgaver')
    expect(await owner.text()).not.toContain('Ny lås')
  },
  300_000,
)

it('S2-01 an audit in Sandnes: a finding is somebody’s to mend, and closed with what was done', async () => {
  const { open } = journey()
  const officer = await open({ language: 'nb' })
  await officer.as('sandnes-informasjonssikkerhetssjef')
  await deed(officer, '/revisjoner/nytt', { name: 'Revisjon av skolen', kind: 'internal', plannedOn: inDays(-3) }, save)
  const audit = officer.path()
  await officer.go(`/revisjonsfunn/nytt?revisjon=${audit.split('/').at(-1)}`)
  await fill(officer, { name: 'Mangler rutine', grade: 'minor', found: 'Ingen rutine.', action: 'Skriv den.', dueOn: inDays(20) })
  await pick(officer, 'owner', 'Virksomhetsleder, Sandnes')
  await officer.send(save)
  const head = await open({ language: 'nb' })
  await head.as('sandnes-virksomhetsleder')
  await head.go('/oppgaver')
  expect(await head.text()).toContain('Mangler rutine')
  const finding = await head.page.locator('main a[href^="/revisjonsfunn/"]').first().getAttribute('href')
  await deed(head, `${finding}/endring`, { closedOn: inDays(0), outcome: 'Skrevet.' }, save)
  await officer.go(audit)
  expect(await officer.text()).toContain('Mangler rutine')
  expect(await officer.text()).toMatch(/Mangler rutine[\s\S]*Lukket/)
}, 300_000)
