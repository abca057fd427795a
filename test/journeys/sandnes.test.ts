import { expect, it } from 'vitest'
import type { Visitor } from '../support/browser.ts'
import { casePath, deed, fill, finishAssessment, inHours, startJourney } from '../support/journey.ts'

const journey = startJourney()

it('S4-026 scenario 4: S4-127 an encrypted laptop lost in Sandnes, told to the data protection officer by word of mouth', async () => {
  const { open } = journey()
  const dpo = await open({ language: 'nb' })
  const other = await open({ language: 'nb' })
  const controller = await open({ language: 'nb' })
  const gdprUnit = await open({ language: 'nb' })

  // Told by word of mouth; the data protection officer writes it down, and the reporter is protected.
  await dpo.as('sandnes-personvernombud')
  await dpo.go('/avvik/pa-vegne')
  await fill(dpo, { channel: 'oral', receivedAt: inHours(-2), who: 'person', person: await personOption(dpo, 'Lærer') })
  await fill(dpo, {
    personalData: 'yes',
    affectedUnit: await optionOf(dpo, 'affectedUnit', 'Barneskolen i sentrum'),
    whatHappened: 'En bærbar datamaskin ble gjenglemt på bussen. Disken er kryptert.',
    categories: ['LOST_ITEM'],
    discoveredAt: inHours(-3),
    serious: 'no',
  })
  await dpo.page.locator('main details summary').last().click()
  await fill(dpo, {
    causeCode: 'deviceLost',
    mainCause: 'Maskinen ble lagt i bagasjehyllen.',
    affectedKnown: 'exact',
    affectedCount: '40',
    relation: ['pupils'],
    dataTypes: ['contact', 'education'],
    whereNow: 'Ukjent.',
    breachKinds: ['loss'],
    breachManner: 'accidental',
    effects: ['lost'],
    incidentKind: 'single',
    system: await systemOption(dpo, 'Skoleadministrativt system'),
    periodFrom: inHours(-4),
    consequencesSubjects: 'Andre kan få vite hvem som går i klassen.',
  })
  await dpo.send('Registrer avviksmeldingen')
  const path = casePath(dpo)
  await dpo.go(path)
  expect(await dpo.text()).toContain('beskyttet')

  // The name is nowhere on the page, not even for the DPO, until it is opened with a reason; and that is logged.
  await other.as('sandnes-informasjonssikkerhetssjef')
  await other.go(path)
  expect(await other.text()).not.toContain('Lærer, Sandnes')
  await other.go(`${path}/melder`, 403)
  await deed(dpo, `${path}/melder`, { why: 'contact' }, /^Vis melderen/)
  expect(await dpo.text()).toContain('Lærer, Sandnes')
  await dpo.go(path)
  expect(await dpo.text()).not.toContain('Lærer, Sandnes')

  await dpo.send(/^Ta saken/)
  await deed(dpo, `${path}/brudd`, { breach: 'yes', reason: 'Maskinen er borte.' }, /^Lagre/)
  await deed(
    dpo,
    `${path}/behandling`,
    {
      shortName: 'Tapt bærbar PC',
      severity: 'moderate',
      reality: 'Maskinen er borte.',
      extent: 'Én maskin, 40 elever.',
      proposedMeasures: 'Fjernsletting.',
      approach: 'IT sletter, skolen varsler.',
    },
    /^Lagre/,
  )
  await deed(
    dpo,
    `${path}/vurdering`,
    {
      newTechnology: 'no',
      effectAstray: 'danger',
      effectChanged: 'no',
      effectLost: 'yes',
      dataEncrypted: 'yes',
      mayHarmRights: 'no',
      level: 'low',
      levelReason: 'Disken er kryptert, og passordet er ikke kjent.',
      certainty: 'certain',
      certaintyReasons: 'Krypteringen er kontrollert.',
    },
    finishAssessment,
  )
  // The level is low and the disk is encrypted, and Datatilsynet is told all the same: that is Sandnes' own rule.
  await dpo.go(path)
  expect(await dpo.text()).toContain('Skal meldes')

  // Four sign the joint assessment.
  for (const [slug, role] of [
    ['sandnes-personvernombud', 'dpo'],
    ['sandnes-informasjonssikkerhetssjef', 'ciso'],
    ['sandnes-kommunedirektor', 'controller'],
    ['sandnes-systemeier', 'systemOwner'],
  ] as const) {
    await other.as(slug)
    await other.go(`${path}/signering`)
    if ((await other.page.locator('main [name=role]').count()) > 0) await fill(other, { role })
    await fill(other, {
      extent: 'Én maskin, 40 elever.',
      severity: 'Lav, disken er kryptert.',
      measures: 'Maskinen er fjernslettet.',
      notify: 'yes',
      notifyReason: 'Opplysninger er tapt.',
      enough: 'yes',
      enoughReason: 'Tiltakene er gode nok.',
    })
    await other.send(/^Signer/)
  }
  await deed(dpo, `${path}/informering`, { outcome: 'inform', reason: 'Opplysningene er tapt.' }, /^Lagre/)

  // The unit Personvern GDPR tells Datatilsynet. The notice may not be kept from the public.
  await gdprUnit.as('sandnes-personvern-gdpr')
  await gdprUnit.go(`${path}/datatilsynet`)
  await gdprUnit.send('Lag fullstendig melding')
  const notice = gdprUnit.path()
  await deed(
    gdprUnit,
    `${notice}?endre`,
    {
      contact: 'Personvernombudet i Sandnes kommune',
      furtherContact: 'Personvernombudet',
      records: 'Ikke kjent ennå.',
      specialCategories: 'Nei.',
      vulnerable: 'Ja, elever.',
      crossBorder: 'Nei.',
      processor: 'Nei.',
      measuresDone: 'Maskinen er fjernslettet.',
      documentation: 'Bruddet er dokumentert.',
    },
    'Lagre',
  )
  await gdprUnit.go(`${notice}/sending`)
  await fill(gdprUnit, { sentAt: inHours(0), reference: 'AR-4004' })
  if ((await gdprUnit.page.locator('main [name=access][type=radio]').count()) > 0) await fill(gdprUnit, { access: 'public' })
  await gdprUnit.send('Registrer at meldingen er sendt')

  // The message to those affected: written by the DPO, signed by the controller.
  await dpo.go(`${path}/berorte`)
  await dpo.send(/^Lag brev/)
  const message = dpo.path()
  await deed(
    dpo,
    `${message}?endre`,
    {
      whatHappened: 'En bærbar datamaskin ble gjenglemt på bussen.',
      consequences: 'Det er lite trolig at noen får lest det som lå der.',
      measures: 'Vi har slettet innholdet.',
      contacts: 'Personvernombudet i Sandnes kommune',
    },
    'Lagre',
  )
  await controller.as('sandnes-kommunedirektor')
  await controller.go(message)
  await controller.send('Signer brevet')
  await dpo.go(`${message}/sending`)
  await fill(dpo, { channels: ['letter'], reach: 'Brev til alle foresatte.', told: 'count', toldCount: '40', sentAt: inHours(0) })
  await dpo.send('Registrer at brevet er sendt')

  // Documentation and memo; the controller decides on the memo.
  await deed(
    dpo,
    `${path}/dokumentasjon`,
    {
      circumstances: 'En bærbar datamaskin ble gjenglemt.',
      volume: '40 elever.',
      actualEffects: 'Ingen kjente.',
      correction: 'Maskinen er fjernslettet.',
      lessons: 'Utstyr skal ikke legges fra seg.',
      routineChange: 'Påminnelse til alle.',
    },
    'Lagre',
  )
  await deed(
    dpo,
    `${path}/notat`,
    {
      memoBriefing: 'Notat om tapt datamaskin.',
      memoIncident: 'Maskinen ble gjenglemt på bussen.',
      memoRules: 'Personvernforordningen artikkel 33 og 34.',
      memoDiscussion: 'Disken er kryptert.',
      memoAssessment: 'Risikoen er lav.',
      memoConclusion: 'Saken kan lukkes.',
    },
    'Lagre',
  )
  await dpo.go(`${path}/lukking`)
  await dpo.send('Foreslå at saken lukkes')
  await controller.go('/oppgaver')
  await controller.go(path)
  await controller.go(`${path}/lukking`)
  await controller.send('Ja, lukk saken')
  await controller.go(path)
  expect(await controller.text()).toContain('Lukket')
  await dpo.go(`${path}/dokumenter`)
  expect(await dpo.text()).toContain('Ferdige utgaver')
}, 300_000)

const personOption = (dpo: Visitor, name: string) => optionOf(dpo, 'person', name)
const systemOption = (dpo: Visitor, name: string) => optionOf(dpo, 'system', name)

async function optionOf(visitor: Visitor, field: string, words: string): Promise<string> {
  const value = await visitor.page.locator(`main [name=${field}] option`, { hasText: words }).first().getAttribute('value')
  return value ?? ''
}
