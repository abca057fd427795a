import { describe, expect, it } from 'vitest'
import { hoursFrom, someMonday } from '../deviation/factory.ts'
import { profiles } from '../deviation/presets.ts'
import type { Deviation } from '../deviation/public.ts'
import { noDetails } from '../organisation/details.ts'
import { type DraftSource, draftMessageTexts, draftNoticeTexts, informedState, refilled } from './draft.ts'
import { fileOf, promise, sentIn, wholeNotice } from './factory.ts'
import type { Message, NoticeTexts } from './notice.ts'

const full = (): Deviation => {
  const { deviation } = fileOf('sauda')
  return {
    ...deviation,
    language: 'nb',
    awareAt: someMonday,
    report: {
      ...deviation.report,
      causeCode: 'missentEmail',
      breachKinds: ['spreading'],
      breachManner: 'accidental',
      periodFrom: someMonday,
      periodState: 'ended',
      affectedKnown: 'interval',
      affectedCount: 1200,
      affectedMax: 1500,
      mainCause: 'Autoutfylling av mottaker.',
      dataTypes: ['name', 'contact', 'health'],
      dataTypesOther: 'Kjæledyr',
      relation: ['pupils', 'guardians'],
      whereNow: 'Hos mottakeren.',
      deletionConfirmed: 'yes',
      consequencesSubjects: 'Tap av kontroll.',
    },
    measures: [
      {
        id: 'a',
        purpose: 'limit',
        what: 'Ba mottakeren slette',
        state: 'done',
        responsibleRole: null,
        responsiblePerson: null,
        responsible: 'IT',
        dueOn: null,
        doneOn: '2026-03-02',
        evidence: null,
      },
      {
        id: 'b',
        purpose: 'prevent',
        what: 'Ny rutine',
        state: 'planned',
        responsibleRole: null,
        responsiblePerson: null,
        responsible: 'IT',
        dueOn: '2026-04-01',
        doneOn: null,
        evidence: null,
      },
      {
        id: 'c',
        purpose: 'sideEffect',
        what: 'Varsle brukerne',
        state: 'planned',
        responsibleRole: null,
        responsiblePerson: null,
        responsible: null,
        dueOn: null,
        doneOn: null,
        evidence: null,
      },
    ],
  }
}
const source = (over: Partial<DraftSource> = {}): DraftSource => ({
  ownWords: profiles.sauda.ownWords,
  deviation: full(),
  organisation: 'Sauda kommune',
  dpo: { name: 'Personvernombud, Sauda', email: 'personvern@sauda.example' },
  leader: { name: 'Rektor, Sauda', email: null },
  controller: { name: 'Kommunedirektør, Sauda', email: null },
  details: noDetails,
  notices: [],
  messages: [],
  ...over,
})

describe('the notice from the case', () => {
  it('S3-17 S4-155 S4-156 S4-157 S4-158 S4-160 every part is filled from what the case holds', () => {
    const texts = draftNoticeTexts(source(), 'complete')
    expect(texts).toMatchObject({
      mainCause: 'E-post til feil mottaker. Type brudd: spredning (utilsiktet).',
      period: 'Fra mandag 2. mars 2026 kl. 09.00. Bruddet er over.',
      affected: 'Mellom 1\u00a0200 og 1\u00a0500 personer.',
      whatHappened: 'En liste ble sendt til feil mottaker.',
      howItArose: 'Autoutfylling av mottaker.',
      relation: 'Elever\nForesatte',
      consequences: 'Tap av kontroll.',
      measuresDone: '– Ba mottakeren slette (gjort 2. mars 2026)',
      measuresPlanned: '– Ny rutine (innen 1. april 2026)',
      measuresSideEffects: '– Varsle brukerne',
      contact: 'Personvernombud: Personvernombud, Sauda, personvern@sauda.example',
      furtherContact: 'Personvernombud: Personvernombud, Sauda, personvern@sauda.example',
    })
    expect(texts.discovered).toContain('Oppdaget søndag 1. mars 2026 kl. 23.00.')
    expect(texts.discovered).toContain('ble kjent med bruddet mandag 2. mars 2026 kl. 09.00')
    expect(texts.dataTypes).toBe('Navn\nKontaktopplysninger\nHelseopplysninger\nKjæledyr')
    expect(texts.whereNow).toMatch(/^Hos mottakeren\.\n\n.*bekreftet/)
  })
  it('S1-34 the number affected goes into the notice: exact, an interval, or not known', () => {
    const affected = (report: Partial<Deviation['report']>) =>
      draftNoticeTexts(source({ deviation: { ...full(), report: { ...full().report, affectedMax: null, ...report } } }), 'complete')
        .affected
    expect(affected({ affectedKnown: 'exact', affectedCount: 17 })).toBe('Omtrent 17 personer.')
    expect(affected({ affectedKnown: 'interval', affectedCount: 50, affectedMax: 100 })).toBe('Mellom 50 og 100 personer.')
    expect(affected({ affectedKnown: 'unknown', affectedCount: null })).toBe('Antallet er ikke kjent ennå.')
    expect(affected({ affectedKnown: null, affectedCount: null })).toBeNull()
    expect(affected({ affectedKnown: 'exact', affectedCount: 0 })).toBe('Omtrent 0 personer.')
  })
  it.each([
    ['nb', 'Tap av kontroll.\n\nFor virksomheten: Tap av tillit.'],
    ['nn', 'Tap av kontroll.\n\nFor verksemda: Tap av tillit.'],
  ] as const)('S1-39 both kinds of consequences go into the notice (%s); those for the organisation never alone', (language, said) => {
    const consequences = (report: Partial<Deviation['report']>) =>
      draftNoticeTexts(source({ deviation: { ...full(), language, report: { ...full().report, ...report } } }), 'complete').consequences
    expect(consequences({ consequencesOrganisation: 'Tap av tillit.' })).toBe(said)
    expect(consequences({ consequencesOrganisation: null })).toBe('Tap av kontroll.')
    expect(consequences({ consequencesOrganisation: 'Tap av tillit.', consequencesSubjects: null })).toBeNull()
  })
  it('S3-17 what the case does not say is empty, and unknown is said to be unknown', () => {
    const bare = source({ deviation: { ...fileOf('sauda').deviation, language: 'nb' }, dpo: null, leader: null })
    const texts = draftNoticeTexts(bare, 'complete')
    for (const name of ['mainCause', 'period', 'affected', 'whereNow', 'consequences', 'measuresDone', 'documentation'] as const)
      expect([name, texts[name]]).toEqual([name, null])
    const { report } = bare.deviation
    const unknown = { ...bare.deviation, report: { ...report, affectedKnown: 'unknown' as const, periodState: 'unknown' as const } }
    expect(draftNoticeTexts(source({ deviation: unknown }), 'complete')).toMatchObject({
      affected: 'Antallet er ikke kjent ennå.',
      period: 'Tidsrommet er ikke kjent.',
    })
  })
  it('is in the language of the case', () => {
    const texts = draftNoticeTexts(source({ deviation: { ...full(), language: 'nn' } }), 'preliminary')
    expect(texts.stepwise).toBe('Dette er ei førebels melding. Fleire opplysningar blir sende når dei er klare.')
    expect(texts.mainCause).toContain('Type brot')
  })
  it('S1-50 a preliminary one says that more follows; a supplement says to what', () => {
    expect(draftNoticeTexts(source(), 'preliminary').stepwise).toContain('foreløpig melding')
    const told = sentIn(fileOf('sauda'), 'sauda', 'preliminary', { promised: [promise(1, '2026-03-20')] })
    expect(draftNoticeTexts(source({ notices: told.notices }), 'supplementary').stepwise).toMatch(/melding 1, sendt .*AR123456/)
  })
  it('a supplement carries on what the case does not say', () => {
    const told = sentIn(fileOf('sauda'), 'sauda', 'complete', { texts: { ...wholeNotice, whereNow: 'Slettet.', contact: 'En annen' } })
    const silent = { ...full(), report: { ...full().report, whereNow: null, deletionConfirmed: null } }
    const texts = draftNoticeTexts(source({ deviation: silent, notices: told.notices }), 'supplementary')
    expect(texts).toMatchObject({ whereNow: 'Slettet.', contact: 'En annen', consequences: 'Tap av kontroll.' })
  })
  it('S4-159 says that the breach is documented when the four parts are there, and not before', () => {
    const closing = { ...full().closing, circumstances: 'a', volume: 'b', actualEffects: 'c' }
    expect(draftNoticeTexts(source({ deviation: { ...full(), closing } }), 'complete').documentation).toBeNull()
    const done = { ...full(), closing: { ...closing, correction: 'd' } }
    expect(draftNoticeTexts(source({ deviation: done }), 'complete').documentation).toContain('artikkel 33 nr. 5')
  })
  it('fetching anew fills what is empty and leaves what is written', () => {
    const written: NoticeTexts = { ...wholeNotice, consequences: null, affected: 'Førti.' }
    expect(refilled(written, draftNoticeTexts(source(), 'complete'))).toMatchObject({
      consequences: 'Tap av kontroll.',
      affected: 'Førti.',
    })
  })
})

describe('whether those affected are told', () => {
  const state = (over: Partial<Deviation>, ...letters: readonly Message['status'][]) =>
    informedState(
      { ...full(), ...over },
      letters.map((status) => ({ status, channels: ['email'] }) as unknown as Message),
      'nb',
    )
  const decision = {
    id: 'x',
    kind: 'subjects',
    outcome: 'notInform',
    reason: 'r',
    ground: 'secrecy',
    by: 'x',
    at: someMonday,
    restsOn: null,
  } as const
  it('S4-161 follows the state of the message', () => {
    expect(state({ subjectsTrack: 'undecided' })).toContain('ikke avgjort')
    expect(state({ subjectsTrack: 'owed' })).toBe('De berørte skal informeres. Brevet er ikke begynt på ennå.')
    expect(state({ subjectsTrack: 'owed' }, 'draft')).toBe('De berørte skal informeres. Brevet er under arbeid.')
    expect(state({ subjectsTrack: 'owed' }, 'signed')).toBe('De berørte skal informeres. Brevet er signert og sendes nå.')
    expect(state({ subjectsTrack: 'informed', subjectsInformedAt: someMonday }, 'sent')).toContain('e-post')
    // A day after the report came in, and not the hour of that.
    expect(state({ subjectsTrack: 'informed', receivedAt: someMonday, subjectsInformedAt: hoursFrom(someMonday, 30) })).toBe(
      'De berørte er informert tirsdag 3. mars 2026 kl. 15.00.',
    )
    expect(state({ subjectsTrack: 'notOwed', decisions: [decision] })).toContain('personopplysningsloven § 16')
  })
})

describe('the message from the case', () => {
  it('S4-143 S4-162 S4-163 S4-164 S4-166 begins with what the case holds', () => {
    const texts = draftMessageTexts(source(), 'nb')
    expect(texts.whatHappened).toContain('Mandag 2. mars 2026 oppdaget Sauda kommune')
    expect(texts.whatHappened).toContain('En liste ble sendt til feil mottaker.')
    expect(texts.consequences).toBe('Tap av kontroll.')
    expect(texts.measures).toMatch(/Ba mottakeren slette[\s\S]*Ny rutine/)
    expect(texts.contacts).toBe('Personvernombud: Personvernombud, Sauda, personvern@sauda.example\nLeder: Rektor, Sauda')
    expect(texts.advice).toBeNull()
  })
  it.each([
    ['nn', 'oppdaga Sauda kommune eit brot'],
    ['en', 'Sauda kommune discovered a personal data breach'],
  ] as const)('in %s says what is known as codes, and leaves the rest to be written', (locale, said) => {
    const texts = draftMessageTexts(source(), locale)
    expect(texts.whatHappened).toContain(said)
    expect(texts.whatHappened).not.toContain('En liste ble sendt')
    expect(texts).toMatchObject({ consequences: null, measures: null })
  })
})

describe("what Datatilsynet's form asks besides", () => {
  const handled = (handling: Partial<Deviation['handling']>, report: Partial<Deviation['report']> = {}) => {
    const { deviation } = fileOf('sauda')
    const given = {
      ...deviation,
      language: 'nb' as const,
      handling: { ...deviation.handling, ...handling },
      report: { ...deviation.report, ...report },
    }
    return draftNoticeTexts(source({ deviation: given }), 'complete')
  }

  it('the number of records, vulnerable people, other countries and processors come from the case, and unknown is said', () => {
    const answered = handled({
      recordsKnown: 'approximate',
      recordsCount: 12_000,
      specialData: 'no',
      vulnerable: 'unknown',
      crossBorder: 'no',
    })
    expect(answered).toMatchObject({
      records: 'Omtrent 12\u00a0000 registreringer.',
      specialCategories: 'Nei.',
      vulnerable: 'Ikke kjent ennå.',
      crossBorder: 'Nei.',
      processor: null,
    })
    expect(handled({ recordsKnown: 'unknown' }).records).toBe('Antallet registreringer er ikke kjent ennå.')
  })

  it('unanswered, only what the report says outright is said: never a no', () => {
    const none = { records: null, specialCategories: null, vulnerable: null, crossBorder: null, processor: null }
    expect(handled({})).toMatchObject(none)
    expect(handled({}, { dataTypes: ['health'], relation: ['pupils'] })).toMatchObject({ specialCategories: 'Ja.', vulnerable: 'Ja.' })
    expect(handled({}, { dataTypes: ['criminal', 'name'], relation: ['guardians'] })).toMatchObject(none)
  })

  it('the letter begins, names whom to ask and ends as the organisation writes itself, in the languages that it wrote', () => {
    const own = { nb: 'Hei.', nn: null, en: null }
    const ownWords = {
      ...profiles.sauda.ownWords,
      letterStart: own,
      letterContact: { ...own, nb: 'Ring oss.' },
      letterEnd: { ...own, nb: 'Hilsen oss.' },
    }
    const letter = draftMessageTexts(source({ ownWords }), 'nb')
    expect(letter.whatHappened).toMatch(/^Hei\./)
    expect(letter.whatHappened).not.toMatch(/beklager/i)
    expect(letter.contacts).toBe('Ring oss.\n\nHilsen oss.')
    expect(draftMessageTexts(source({ ownWords }), 'nn')).toEqual(draftMessageTexts(source(), 'nn'))
  })

  it('temporary unavailability is part of the kind of breach, and a leader is the contact where there is no officer', () => {
    expect(handled({}, { effects: ['unavailable'] }).mainCause).toBe('Type brudd: midlertidig tap av tilgang.')
    expect(draftNoticeTexts(source({ dpo: null }), 'complete').contact).toBe('Leder: Rektor, Sauda')
  })

  it('whichever office stands empty, the notice has a contact: the controller, and at last the organisation itself', () => {
    const contacts = (over: Partial<DraftSource>) => {
      const { contact, furtherContact } = draftNoticeTexts(source({ dpo: null, leader: null, ...over }), 'complete')
      expect(furtherContact).toBe(contact)
      return contact
    }
    expect(contacts({})).toBe('Behandlingsansvarlig: Kommunedirektør, Sauda')
    const reached = { ...noDetails, telephone: '00 00 00 00', email: 'post@sauda.example' }
    expect(contacts({ controller: null, details: reached })).toBe('Sauda kommune, 00 00 00 00, post@sauda.example')
    expect(contacts({ controller: null })).toBe('Sauda kommune')
    expect(draftNoticeTexts(source({ dpo: null, leader: null }), 'withdrawn').contact).toBe('Behandlingsansvarlig: Kommunedirektør, Sauda')
  })
})
