import { expect, it } from 'vitest'
import { texts as disclosureTexts } from '../../src/modules/disclosures/texts.ts'
import { texts as processingTexts } from '../../src/modules/processing/texts.ts'
import { fill, inDays, pick, startJourney } from '../support/journey.ts'

const journey = startJourney()
const someone = async (slug: string, language: 'nb' | 'nn', width = 1280) => {
  const person = await journey().open({ language, width })
  await person.as(slug)
  return person
}

it('S4-053 S4-007 S4-092 without script, on a telephone: an activity is registered, says what the law misses, is filled in part by part, approved and confirmed', async () => {
  const { open } = journey()
  const leader = await open({ language: 'nn', javaScript: false, width: 390 })
  await leader.as('sauda-leder')
  await leader.go('/behandlinger/nytt')
  await leader.write('Kva heiter behandlinga?', 'Fråvær i barneskulen')
  await leader.send('Lagre')
  const at = leader.path()
  expect(await leader.text()).toContain('Dette manglar før behandlinga kan godkjennast')
  expect(await leader.text()).toContain('Artikkel 30 (1) (b)')
  await leader.follow('Formål')
  expect(leader.path()).toBe(`${at}/endring/hva`)
  await leader.write('Formål', 'Føre fråvær etter opplæringslova.')
  await leader.send('Lagre')
  await leader.go(`${at}/endring/opplysninger`)
  await leader.choose('Kven handlar opplysningane om?', 'Elevar')
  await leader.choose('Kva slags personopplysningar?', 'Namn')
  await leader.send('Lagre')
  await leader.go(`${at}/endring/grunnlag`)
  await leader.choose('Behandlingsgrunnlag', /Lovheimel: rettsleg plikt/)
  await leader.send('Lagre')
  expect(await leader.text()).toContain('Artikkel 6 (3)')
  await leader.go(`${at}/endring/grunnlag`)
  await leader.write('Føresegna i lov eller forskrift', 'opplæringslova § 25-1')
  await leader.send('Lagre')
  await leader.go(`${at}/endring/mottakere`)
  await leader.write('Kven får opplysningane?', 'Ingen')
  await leader.choose('Blir opplysningar sende ut av EØS?', 'Nei')
  await leader.send('Lagre')
  await leader.go(`${at}/endring/sikkerhet`)
  await leader.choose('Er tryggleiken god nok?', 'Ja')
  await leader.write('Når vart det vurdert?', '2026-02-01')
  await leader.send('Lagre')
  expect(await leader.text()).toContain('Alt som lova krev, er på plass.')
  await leader.follow('Godkjenn')
  await leader.choose('Kva er avgjerda di?', 'Godkjenn')
  await leader.send('Send avgjerda')
  expect(leader.path()).toBe(at)
  expect(await leader.text()).toContain('Godkjend')
  await leader.send('Stadfest at ho stemmer', 422)
  expect(await leader.text()).toContain('Svar på dei fire spørsmåla om datakvalitet først.')
  for (const point of ['sufficient', 'relevant', 'correct', 'current']) {
    await leader.go(`${at}/kontroll/${point}`)
    await leader.choose('Svar', 'Ja')
    await leader.write('Når vart det vurdert?', '2026-02-01')
    await leader.send('Lagre')
  }
  await leader.send('Stadfest at ho stemmer')
  expect(await leader.text()).toContain('Godkjend')
}, 300_000)

it('S2-15 S2-22 S2-25 at the university: notified to the officer, permitted by the controller, approved by the head of the unit', async () => {
  const { open } = journey()
  const officer = await open({ language: 'nb', width: 1440 })
  await officer.as('uio-personvernombud')
  await officer.go('/behandlinger')
  await officer.follow('Tilrettelegging for studenter')
  const at = officer.path()
  await officer.go(`${at}/endring/start`)
  await officer.write('Når starter behandlingen?', '2099-01-01')
  await officer.send('Lagre')
  await officer.send('Meld til personvernombudet')
  expect(await officer.text()).toContain('Tillatelse er ikke gitt ennå.')
  const controller = await open({ language: 'nb', width: 1440 })
  await controller.as('uio-universitetsdirektor')
  await controller.go(at)
  expect(await controller.text()).toContain('behandlingsansvarlig har ikke gitt tillatelse')
  await controller.send('Gi tillatelse')
  await controller.follow('Godkjenn')
  await controller.choose('Hva er avgjørelsen din?', 'Godkjenn')
  await controller.send('Send avgjørelsen')
  expect(await controller.text()).toContain('Godkjent')
}, 300_000)

it.each([
  { language: 'nb', preset: 'uio', permits: 'universitetsdirektor', research: 'NSD (nå Sikt)', asked: true },
  { language: 'nn', preset: 'sauda', permits: 'kommunedirektor', research: 'Sikt, personverntenester', asked: false },
] as const)(
  'scenario 6 in $language: S2-15 S2-22 S2-25 S2-28 a sensitive activity that starts in 20 days is notified late with why, and waits for permission; research goes elsewhere',
  async ({ language, preset, permits, research, asked }) => {
    const t = processingTexts(language)
    const [name, purpose] = ['Sosialt stipend', 'Tildele stipend etter helse og økonomi.']
    if (!asked) {
      // What one organisation asks is a switch for all.
      const admin = await someone(`${preset}-administrator`, language)
      await admin.go('/innstillinger/behandlinger')
      await fill(admin, { notifies: 'yes', permits: 'yes' })
      await admin.send('[type=submit]')
      await admin.go('/innstillinger/forskningsombud')
      await fill(admin, { researchOfficer: research })
      await admin.send('[type=submit]')
    }
    const leader = await someone(`${preset}-leder`, language, 390)
    await leader.go('/behandlinger/nytt')
    await fill(leader, { name, purpose, kind: 'administrative' })
    await leader.send('[type=submit]')
    const at = leader.path()
    const part = async (page: string, answers: Readonly<Record<string, string | readonly string[]>>) => {
      await leader.go(`${at}/endring/${page}`)
      await fill(leader, answers)
      await leader.send('[type=submit]')
    }
    await part('opplysninger', { dataSubjects: ['residents'], dataKinds: ['name', 'health'] })
    await part('grunnlag', {
      basis: ['publicTask'],
      lawReference: 'forvaltningsloven § 11',
      specialBasis: ['g'],
      specialReference: 'lov § 1',
    })
    await part('mottakere', { recipients: 'Ingen', transfers: 'no', deletionRoutine: 'Etter fem år.' })
    await part('sikkerhet', { securityJudged: 'satisfactory', securityJudgedOn: inDays(-10) })
    await part('start', { startsOn: inDays(20) })
    expect(await leader.text()).toContain(t.show.late(10))
    expect(await leader.text()).toContain(t.show.permissionWaits)
    await leader.send(t.show.notify, 422)
    expect(await leader.text()).toContain(t.refusals.lateReasonMissing)
    await leader.write('[name=lateReason]', 'Bestemt for sent.')
    await leader.send(t.show.notify)
    expect(await leader.text()).toContain('Bestemt for sent.')
    const controller = await someone(`${preset}-${permits}`, language)
    await controller.go(at)
    expect(await controller.text()).toContain(t.refusals.permissionMissing)
    await controller.send(t.show.permit)
    expect(await controller.text()).not.toContain(t.refusals.permissionMissing)
    const officer = await someone(`${preset}-personvernombud`, language)
    await officer.go('/oppgaver')
    expect(await officer.text()).toContain(name)
    await leader.go('/behandlinger/nytt')
    await fill(leader, { name: 'Forsøk om søvn', purpose: 'Forske på søvn.', kind: 'research' })
    await leader.send('[type=submit]')
    expect(await leader.text()).toContain(t.show.research)
    expect(await leader.text()).toContain(research)
    expect(await leader.page.getByRole('button', { name: t.show.notify }).count()).toBe(0)
  },
  300_000,
)

it.each([
  { language: 'nb', preset: 'uio', system: 'FS', decides: 'saksbehandler', doubted: 'universitetsdirektor' },
  { language: 'nn', preset: 'sauda', system: 'Compilo', decides: 'systemeier', doubted: 'kommunedirektor' },
] as const)(
  'scenario 7 in $language: S2-34 S2-37 data asked out of a system are decided by its owner alone, in doubt after the representative',
  async ({ language, preset, system, decides, doubted }) => {
    const t = disclosureTexts(language)
    const asker = await someone(`${preset}-ansatt`, language, 390)
    await asker.go('/utlevering/nytt')
    await asker.follow(t.choose.other)
    await pick(asker, 'system', system)
    const asked = { name: 'Adresser', recipientKind: 'company', recipient: 'Forsikring AS', purposeKind: 'service' }
    await fill(asker, { ...asked, dataKinds: ['contact'], purpose: 'Gruppeforsikring', until: inDays(200) })
    await asker.send(t.send)
    const at = asker.path()
    expect(await asker.text()).toContain(t.fields.status.choices.asked)
    await asker.go(`${at}/avgjorelse`, 403)
    const owner = await someone(`${preset}-${decides}`, language)
    await owner.go(at)
    await owner.follow(t.titles.consult)
    await owner.write('[name=doubt]', 'Er dette ei teneste?')
    await owner.send('[type=submit]')
    expect(await owner.text()).toContain(t.fields.status.choices.consulting)
    const representative = await someone(`${preset}-${doubted}`, language)
    await representative.go(at)
    await representative.follow(t.titles.state)
    await representative.write('[name=statement]', 'Berre adresser.')
    await representative.send('[type=submit]')
    await owner.go(at)
    await owner.follow(t.titles.decide)
    await fill(owner, { decision: 'approved', reason: 'Etter avtalen.' })
    await owner.send('[type=submit]')
    await asker.go('/varsler')
    await asker.follow(t.messages.decided)
    expect(await asker.text()).toContain(t.fields.status.choices.approved)
  },
  300_000,
)
