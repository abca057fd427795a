import { expect, it } from 'vitest'
import type { Visitor } from '../support/browser.ts'
import { casePath, deed, fill, finishAssessment, inHours, startJourney } from '../support/journey.ts'

const journey = startJourney('postgres')

type Expected = {
  readonly reporter: string
  /** Who the report goes to, as the page for reporting says it. */
  readonly goesTo: RegExp
  /** Who has the case on their list; who has not. */
  readonly assessor: string
  readonly notTheirs: string
  /** The same answers: low, encrypted, lost, near certain. */
  readonly authority: RegExp
  readonly subjects: RegExp
  /** Who closes what is no breach; null where another journey shows it. */
  readonly closer: string | null
}

const lowButLost = {
  newTechnology: 'no',
  effectAstray: 'no',
  effectChanged: 'no',
  effectLost: 'yes',
  dataEncrypted: 'yes',
  mayHarmRights: 'no',
  level: 'low',
  levelReason: 'Disken er kryptert.',
  certainty: 'certain',
  certaintyReasons: 'Krypteringen er kontrollert.',
} as const

const organisations: readonly (readonly [string, Expected])[] = [
  [
    'OsloMet: to the security team, the leader told, no duty, closed by the assessor',
    {
      reporter: 'oslomet-ansatt',
      goesTo: /sikkerhetsteamet[\s\S]*Nærmeste leder/,
      assessor: 'oslomet-sikkerhet',
      notTheirs: 'oslomet-systemeier',
      authority: /Ikke avgjort/,
      subjects: /Ikke avgjort/,
      closer: 'oslomet-sikkerhet',
    },
  ],
  [
    'UiO: to UiO-CERT and the controller, no duty, closed by the university director',
    {
      reporter: 'uio-ansatt',
      goesTo: /UiO-CERT/,
      assessor: 'uio-cert',
      notTheirs: 'uio-systemeier',
      authority: /Ikke avgjort/,
      subjects: /Ikke avgjort/,
      closer: 'uio-universitetsdirektor',
    },
  ],
  [
    'Sauda: to the data protection officer, no duty, closed by the data protection officer or the leader',
    {
      reporter: 'sauda-ansatt',
      goesTo: /personvernombod/,
      assessor: 'sauda-personvernombud',
      notTheirs: 'sauda-systemeier',
      authority: /Ikkje avgjort/,
      subjects: /Ikkje avgjort/,
      closer: null,
    },
  ],
  [
    'Sandnes: to the unit Personvern GDPR and the data protection officer, both duties by the effect rule, closed by the controller',
    {
      reporter: 'sandnes-ansatt',
      goesTo: /Personvern GDPR|personvernombud/,
      assessor: 'sandnes-personvernombud',
      notTheirs: 'sandnes-servicedesk',
      authority: /Skal meldes/,
      subjects: /Skal informeres/,
      closer: 'sandnes-kommunedirektor',
    },
  ],
]

it.each(organisations)(
  'scenario 13: F1 F7 F8 F9 the same report at %s',
  async (_, expected) => {
    const { open } = journey()
    const reporter = await open()
    await reporter.as(expected.reporter)
    await reporter.go('/avvik/ny')
    expect(await reporter.text()).toMatch(expected.goesTo)
    await fill(reporter, { whatHappened: 'Ein kryptert minnepinne er borte.', discoveredAt: inHours(-1) })
    await reporter.send(/^Send (nå|no)$/)
    await fill(reporter, { personalData: 'yes', categories: ['LOST_ITEM'] })
    await reporter.send(/^Lagre (svarene|svara)$/)
    const path = casePath(reporter)

    const other = await open()
    await other.as(expected.notTheirs)
    await other.go(path, 404)

    const assessor = await open()
    await assessor.as(expected.assessor)
    await assessor.go(path)
    await assessor.send(/^Ta sak/)
    await deed(assessor, `${path}/brudd`, { breach: 'yes', reason: 'Minnepinnen er borte.' }, /^Lagre/)
    await deed(assessor, `${path}/vurdering`, lowButLost, finishAssessment)
    await assessor.go(path)
    const tracks = await tracksOf(assessor)
    expect(tracks.authority).toMatch(expected.authority)
    expect(tracks.subjects).toMatch(expected.subjects)

    // The same answer everywhere that it is no breach; then only the one whom the organisation names may close.
    if (expected.closer) {
      await deed(assessor, `${path}/brudd`, { breach: 'no', reason: 'Minnepinnen er funnet igjen, og ingen har hatt den.' }, /^Lagre/)
      await deed(
        assessor,
        `${path}/dokumentasjon`,
        { lessons: 'Minnepinner skal ha fast plass.', routineChange: 'Ny boks for minnepinner.' },
        'Lagre',
      )
      await assessor.go(`${path}/lukking`)
      const mayClose = await assessor.page.getByRole('button', { name: 'Lukk saken' }).count()
      expect(mayClose).toBe(expected.closer === expected.assessor ? 1 : 0)
      await other.as(expected.closer)
      await other.go(`${path}/lukking`)
      await other.send('Lukk saken')
      await other.go(path)
      expect(await other.text()).toContain('Lukket')
    }
    for (const one of [reporter, other, assessor]) await one.close()
  },
  120_000,
)

/** What the case page says of the two tracks. */
async function tracksOf(assessor: Visitor): Promise<{ readonly authority: string; readonly subjects: string }> {
  const text = await assessor.text()
  const [, authority = '', subjects = ''] = /\nDatatilsynet\n([\s\S]*?)\n(?:De berørte|Dei råka)\n([\s\S]{0,200})/.exec(text) ?? []
  if (!authority) throw new Error(`No tracks on ${assessor.path()}:\n${text.slice(0, 2000)}`)
  return { authority, subjects }
}
