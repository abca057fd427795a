import { expect, it } from 'vitest'
import { caseNumber, casePath, deed, fill, finishAssessment, inDays, inHours, startJourney } from '../support/journey.ts'

const journey = startJourney()

it('scenario 1: S1-50 a mis-sent e-mail at OsloMet, from the report to a closed case', async () => {
  const { open, mailbox } = journey()
  const employee = await open({ language: 'nb' })
  const leader = await open({ language: 'nb' })
  const assessor = await open({ language: 'nb' })

  // Found ten hours ago. The quick report first, then all of the form.
  await employee.as('oslomet-ansatt')
  await employee.follow('Meld avvik')
  await employee.write('Hva skjedde?', 'En liste over studenter ble sendt som vedlegg til feil e-postadresse.')
  await employee.write('Tidspunkt da avviket ble oppdaget', inHours(-10))
  await employee.send('Fyll ut mer')
  expect(await employee.heading()).toBe('Kontakt')
  await employee.choose('Gjelder det personopplysninger?', 'Ja')
  await employee.send('Lagre og gå videre')
  await employee.choose('Hva slags hendelse er det?', 'E-post eller vedlegg sendt til feil mottaker')
  await fill(employee, {
    causeCode: 'missentEmail',
    mainCause: 'Adressen ble fylt ut automatisk.',
    processElement: 'Autoutfylling av mottaker',
    deletionConfirmed: 'no',
    affectedKnown: 'exact',
    affectedCount: '24',
    relation: ['students'],
    dataTypes: ['contact', 'education'],
    whereNow: 'Hos feil mottaker.',
    breachKinds: ['spreading'],
    breachManner: 'accidental',
    effects: ['astray'],
    incidentKind: 'single',
  })
  await employee.send('Lagre og gå videre')
  await fill(employee, {
    consequencesOrganisation: 'Tapt tillit.',
    consequencesSubjects: 'Andre kan få vite hvem som har fått særskilt tilrettelegging.',
    informNeeded: 'unsure',
  })
  await employee.send('Lagre og se over')
  expect(await employee.heading()).toBe('Se over før du sender')
  await employee.send('Send avviksmeldingen')
  const number = await caseNumber(employee)
  const path = casePath(employee)
  expect(await employee.text()).toContain('Instituttleder, OsloMet, har fått beskjed')

  // The leader is told at once, in Varde and by mail, and nothing of the case is in the mail.
  await leader.as('oslomet-leder')
  await leader.go('/varsler')
  expect(await leader.text()).toContain(number)
  await expect.poll(() => mailbox.mails.flatMap((mail) => mail.to), { timeout: 30_000 }).toContain('leder@oslomet.example')
  expect(mailbox.mails.flatMap((mail) => mail.to)).toContain('sikkerhet@oslomet.example')
  for (const mail of mailbox.mails) expect(mail.source).not.toMatch(/liste over studenter|vedlegg/)

  // The central assessor: 62 hours are left of the 72.
  await assessor.as('oslomet-sikkerhet')
  expect(await assessor.text()).toMatch(/6[12] timer/)
  await assessor.go(path)
  expect(await assessor.text()).toMatch(/6[12] timer igjen/)
  await assessor.send(/^Ta saken/)
  await deed(assessor, `${path}/brudd`, { breach: 'yes', reason: 'Opplysninger om studenter er hos en utenforstående.' }, /^Lagre/)
  await deed(assessor, `${path}/behandling`, { shortName: 'Liste til feil adresse', severity: 'moderate' }, /^Lagre/)
  await deed(
    assessor,
    `${path}/vurdering`,
    {
      criteria: ['M1'],
      newTechnology: 'no',
      effectAstray: 'yes',
      effectChanged: 'no',
      effectLost: 'no',
      dataEncrypted: 'no',
      mayHarmRights: 'yes',
      level: 'medium',
      levelReason: 'Mottakeren er ukjent, og opplysningene er ikke slettet.',
    },
    finishAssessment,
  )
  await assessor.go(path)
  expect(await assessor.text()).toMatch(/Skal meldes|Datatilsynet skal ha melding/)
  await deed(assessor, `${path}/informering`, { outcome: 'notInform', ground: 'lowRisk', reason: 'Risikoen er middels.' }, /^Lagre/)

  // A preliminary notice: what is known now, and what will follow.
  await assessor.go(`${path}/datatilsynet`)
  await assessor.send('Lag foreløpig melding')
  expect(await assessor.heading()).toContain('Foreløpig melding')
  const first = assessor.path()
  await deed(
    assessor,
    `${first}?endre`,
    { contact: 'Sikkerhetsteamet, sikkerhet@oslomet.example', 'owed0.what': 'Hvor mange som har åpnet listen', 'owed0.dueOn': inDays(7) },
    'Lagre',
  )
  await deed(
    assessor,
    `${first}/sending`,
    { sentAt: inHours(0), reference: 'AR-1001', access: 'public' },
    'Registrer at meldingen er sendt',
  )
  expect(await assessor.text()).toContain('Fristen er holdt (foreløpig)')

  // The supplement gives what was promised.
  await assessor.send('Lag tilleggsmelding')
  const second = assessor.path()
  await deed(
    assessor,
    `${second}?endre`,
    {
      period: 'Samme dag som det ble oppdaget.',
      furtherContact: 'Sikkerhetsteamet',
      records: 'Omtrent 300.',
      specialCategories: 'Nei.',
      vulnerable: 'Nei.',
      crossBorder: 'Ikke kjent ennå.',
      processor: 'Nei.',
      measuresDone: 'Mottakeren har bekreftet sletting.',
      documentation: 'Bruddet er dokumentert.',
    },
    'Lagre',
  )
  await assessor.go(`${second}/sending`)
  await assessor.page.locator('[name=supplies]').first().check()
  await fill(assessor, { sentAt: inHours(0), reference: 'AR-1002', access: 'public' })
  await assessor.send('Registrer at meldingen er sendt')
  expect(await assessor.text()).toContain('Alt som var lovet, er sendt.')

  // Documentation in four parts, then closed by the one who assesses.
  await deed(
    assessor,
    `${path}/dokumentasjon`,
    {
      circumstances: 'Et vedlegg ble sendt til feil adresse.',
      volume: '24 studenter.',
      actualEffects: 'Ingen kjente.',
      correction: 'Mottakeren har slettet listen.',
      lessons: 'Mottakeren må ses over.',
      routineChange: 'Autoutfylling er slått av.',
    },
    'Lagre',
  )
  await assessor.go(`${path}/lukking`)
  await assessor.send('Lukk saken')
  await assessor.go(path)
  expect(await assessor.text()).toContain('Saken er lukket')
  await assessor.go(`${path}/dokumenter`)
  expect(await assessor.text()).toContain('Ferdige utgaver')

  // The reporter can follow the case to its end, and sees no more than that.
  await employee.go(path)
  expect(await employee.text()).toContain('Saken er ferdig behandlet.')
  await employee.go(`${path}/vurdering`, 403)
}, 300_000)
