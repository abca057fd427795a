import { expect, it } from 'vitest'
import { startJourney } from '../support/journey.ts'

const journey = startJourney()

it('S4-080 a DPIA in Sandnes: advised on a telephone without script, answered, decided, and checked afterwards', async () => {
  const { open } = journey()
  const officer = await open({ language: 'nb', javaScript: false, width: 390 })
  await officer.as('sandnes-personvernombud')
  await officer.go('/dpia')
  await officer.follow(/^DPIA for/)
  const at = officer.path()
  expect(await officer.text()).toContain('Nå har personvernombudet saken')
  await officer.follow('Gi råd')
  await officer.choose('Kan behandlingen gå videre?', 'Ja, når rådet er fulgt')
  await officer.write('Rådet ditt', 'Loggen må gjennomgås hvert kvartal.')
  await officer.choose('Bør Datatilsynet spørres på forhånd?', 'Nei')
  await officer.send('Lagre')
  expect(await officer.text()).toContain('Personvernombudet har gitt råd.')

  const owner = await open({ language: 'nb', width: 1440 })
  await owner.as('sandnes-systemeier')
  await owner.go(at)
  await owner.follow('Svar på rådet')
  await owner.write('Hva har dere gjort med rådet, eller hvorfor følger dere det ikke?', 'Lederen går gjennom loggen hvert kvartal.')
  await owner.send('Lagre')
  await owner.follow(/^Godkjenn( |$)/)
  await owner.choose('Hva er avgjørelsen din?', 'Godkjenn')
  await owner.send('Send avgjørelsen')
  expect(await owner.text()).toContain('Vurderingen er godkjent')

  await officer.go(`${at}/kontroll`)
  await officer.choose('Er det gjort slik vurderingen sier?', 'Nei, noe er annerledes')
  await officer.write('Hva fant du?', 'Ingen har gått gjennom loggen.')
  await officer.send('Lagre')
  expect(await officer.text()).toContain('Under ny vurdering')
}, 300_000)
