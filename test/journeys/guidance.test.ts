import { expect, it } from 'vitest'
import { texts as equipmentTexts } from '../../src/modules/equipment/texts.ts'
import { texts as guideTexts } from '../../src/modules/storage-guide/texts.ts'
import { fill, inHours, startJourney } from '../support/journey.ts'

const journey = startJourney()
const someone = async (slug: string, width: number, language: 'nb' | 'nn' = 'nb') => {
  const person = await journey().open({ language, width })
  await person.as(slug)
  return person
}

it('S4-018 S0-20 S0-27 without script, on a telephone: an employee reads, confirms, finds where to store, and reports what came by e-mail', async () => {
  const { open } = journey()
  const employee = await open({ language: 'nn', javaScript: false, width: 390 })
  await employee.as('sauda-ansatt')
  await employee.go('/veiledning')
  expect(await employee.text()).toContain('Les og stadfest')
  await employee.follow('Handbok i informasjonstryggleik')
  const handbook = employee.path()
  expect(await employee.text()).toContain('Informasjonstryggleik for alle tilsette')
  await employee.send('Eg har lese og vil følgje dette')
  expect(employee.path()).toBe(handbook)
  expect(await employee.text()).toContain('Du stadfesta utgåve 1')
  await employee.go('/lagringsguide')
  await employee.choose('Kva skal du lagre?', 'Personopplysningar')
  await employee.choose('Kvar har du tenkt å lagre det?', 'Heimeområde')
  await employee.send('Finn svaret')
  expect(await employee.text()).toContain('Ja, du kan lagre personopplysningar på Heimeområde.')
  await employee.go('/lagringsguide/mottatt-e-post?trengs=nei')
  await employee.send('Eg er ferdig', 422)
  expect(await employee.text()).toContain('Kryss av når du har sletta e-posten begge stader.')
}, 300_000)

it('S0-08 with script: an editor sees the text before it is saved; a routine that is not found becomes the leader’s task', async () => {
  const { open } = journey()
  const employee = await open({ language: 'nb', width: 1440 })
  await employee.as('sandnes-ansatt')
  await employee.go('/rutiner')
  await employee.write('Finn en rutine', 'nøkkelkort')
  await employee.send('Søk etter navn eller tekst')
  await employee.follow('Jeg finner ikke rutinen')
  await employee.send('Send spørsmålet')
  const leader = await open({ language: 'nb', width: 1440 })
  await leader.as('sandnes-leder')
  await leader.go('/oppgaver')
  expect(await leader.text()).toContain('Finn eller skriv en rutine som noen mangler')
}, 300_000)

it.each([
  { language: 'nb', slug: 'sandnes-ansatt', stick: 'Minnepinne uten kryptering' },
  { language: 'nn', slug: 'sauda-ansatt', stick: 'Minnepinne utan kryptering' },
] as const)(
  'in $language: S0-20 S0-26 S0-27 where to store has one answer; what came by e-mail is deleted, and becomes a report that is filled in',
  async ({ language, slug, stick }) => {
    const { guide, classes, what, answer, received: t } = guideTexts(language)
    const employee = await someone(slug, 390, language)
    await employee.go('/lagringsguide')
    await employee.choose(guide.what, classes.personal)
    await employee.choose(guide.place, stick)
    await employee.send(guide.ask)
    expect(await employee.text()).toContain(answer.notAllowed.replace('{what}', what.personal).replace('{place}', stick))
    await employee.go('/lagringsguide/mottatt-e-post?trengs=nei')
    expect(await employee.text()).toContain(t.reply)
    await employee.page.locator('[name=slettet]').check()
    await employee.send(t.finish)
    expect(await employee.text()).toContain(t.done)
    await employee.send(t.reportButton)
    expect(employee.path()).toMatch(/^\/avvik\/[0-9a-f-]{36}\/skjema/)
    await employee.go(`${employee.path()}?del=beskrivelse`)
    expect(await employee.page.locator('[name=whatHappened]').inputValue()).toContain(t.whatHappened)
  },
  300_000,
)

it('scenario 10: S4-209 S4-210 what the person holds is named, handed in at an agreed time, and not reused before it is deleted', async () => {
  const t = equipmentTexts('nb')
  const leader = await someone('sandnes-leder-helse', 390)
  await leader.go('/ansettelser')
  await leader.follow(/^Helsefagarbeider/)
  expect(await leader.text()).toContain('Nettbrett, NB-3120')
  await leader.follow(/^Lever\s+NB-3120$/)
  await fill(leader, { storesData: 'yes', proposedAt: inHours(48) })
  await leader.send(t.deliveries.ask)
  const at = leader.path()
  expect(await leader.text()).toContain(t.next.askedText)
  const desk = await someone('sandnes-servicedesk', 1280)
  await desk.go(at)
  await desk.send(t.deeds.plan)
  await desk.send(t.deeds.receive)
  expect(await desk.text()).toContain(t.next.eraseIt)
  await fill(desk, { method: 'keyErased', tool: 'Rapport 3' })
  await desk.send(t.deeds.erase)
  await desk.send(t.deeds.reuse)
  expect(await desk.text()).toContain(t.next.reused)
  expect((await desk.context.request.get(`${at}/bevis-nb.pdf`)).status()).toBe(200)
  await leader.go('/ansettelser')
  await leader.follow(/^Helsefagarbeider/)
  expect(await leader.text()).not.toContain('NB-3120')
}, 300_000)
