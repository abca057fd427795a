import { expect, it } from 'vitest'
import { caseNumber, casePath, deed, fill, finishAssessment, inHours, startJourney } from '../support/journey.ts'

const journey = startJourney()

it('without script: a report from start to receipt, handling, assessment, documentation and closing', async () => {
  const { open } = journey()
  const employee = await open({ language: 'nb', javaScript: false })
  await employee.go('/demo')
  await employee.page.locator('button[value="uio-ansatt"]').click()
  await employee.page.waitForURL((url) => url.pathname === '/')
  await employee.follow('Meld avvik')
  await employee.send('Send nå', 422)
  await fill(employee, {
    whatHappened: 'Et notat ble lagt i feil mappe.',
    discoveredAt: inHours(-2),
  })
  await employee.send('Fyll ut mer')
  await fill(employee, { personalData: 'yes' })
  await employee.send('Lagre og gå videre')
  await fill(employee, {
    categories: ['OTHER_UNSURE'],
    affectedKnown: 'exact',
    affectedCount: '1',
    relation: ['employees'],
    dataTypes: ['employment'],
    effects: ['astray'],
  })
  await employee.send('Lagre og gå videre')
  // A new row for a measure is a page away, and what is written stays.
  await fill(employee, { consequencesSubjects: 'Ingen vi kjenner til.' })
  await employee.send('Lagre og se over')
  expect(await employee.text()).toContain('Ingen vi kjenner til.')
  await employee.send('Send avviksmeldingen')
  expect(await caseNumber(employee)).toMatch(/^20\d\d-\d{4}$/)
  const path = casePath(employee)

  const assessor = await open({ language: 'nb', javaScript: false })
  await assessor.as('uio-cert')
  await assessor.go('/avvik')
  await assessor.go(path)
  await assessor.send(/^Ta saken/)
  await deed(assessor, `${path}/brudd`, { breach: 'yes', reason: 'Notatet kunne leses av andre.' }, /^Lagre/)
  await deed(assessor, `${path}/behandling`, { severity: 'minor' }, /^Lagre/)
  await deed(assessor, `${path}/sporsmal`, { to: 'reporter', question: 'Hvem kunne åpne mappen?', dueAt: inHours(24) }, 'Send spørsmålet')
  await employee.go(path)
  await employee.follow(/^Svar/)
  await fill(employee, { answer: 'Bare to kolleger.' })
  await employee.send('Send svaret')

  // What follows from the answers is shown on request, before anything is confirmed.
  await deed(assessor, `${path}/vurdering`, { newTechnology: 'no', level: 'unlikely' }, '[name=gjor][value=vis]')
  await fill(assessor, {
    effectAstray: 'no',
    effectChanged: 'no',
    effectLost: 'no',
    dataEncrypted: 'no',
    mayHarmRights: 'no',
    levelReason: 'Ingen utenfor har hatt tilgang.',
    certainty: 'certain',
    certaintyReasons: 'Loggen viser hvem som åpnet mappen.',
  })
  await assessor.send(finishAssessment)
  await deed(assessor, `${path}/varsling`, { outcome: 'notNotify', certainty: 'certain', reason: 'Ingen risiko.' }, /^Lagre/)
  await deed(assessor, `${path}/informering`, { outcome: 'notInform', ground: 'lowRisk', reason: 'Ingen er berørt.' }, /^Lagre/)
  await deed(
    assessor,
    `${path}/dokumentasjon`,
    {
      circumstances: 'Et notat lå i feil mappe.',
      volume: 'Én ansatt.',
      actualEffects: 'Ingen.',
      correction: 'Notatet er flyttet.',
      lessons: 'Mappenavn skal være tydelige.',
      routineChange: 'Ny mappestruktur.',
    },
    'Lagre',
  )
  await assessor.go(`${path}/lukking`)
  if ((await assessor.page.getByRole('button', { name: 'Lukk saken' }).count()) > 0) await assessor.send('Lukk saken')
  else {
    await assessor.send('Foreslå at saken lukkes')
    const director = await open({ language: 'nb', javaScript: false })
    await director.as('uio-universitetsdirektor')
    await director.go(`${path}/lukking`)
    await director.send('Ja, lukk saken')
  }
  await assessor.go(path)
  expect(await assessor.text()).toContain('Saken er lukket')
}, 300_000)
