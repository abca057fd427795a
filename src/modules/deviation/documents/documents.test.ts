import { describe, expect, test } from 'vitest'
import { bokmalIn } from '../../../../test/support/bokmal.ts'
import { readPdf } from '../../../../test/support/read-pdf.ts'
import type { Preset } from '../../../kernel/profile.ts'
import { type Document, renderPdf } from '../../documents/public.ts'
import { documentationDraft, memoDraft } from '../closing/draft.ts'
import { makeMaterial, makeReady, writtenClosing } from '../closing/factory.ts'
import { close, proposeClosing } from '../closing/rules.ts'
import type { Deviation } from '../deviation.ts'
import { ids, makeBy, makeDeviation, must, someMonday } from '../factory.ts'
import { allowedKinds, isFinal, kindOf, slugs } from './allowed.ts'
import { caseDocument } from './documents.ts'
import { caseDocuments, type Kept, type Material } from './material.ts'
import { plainText } from './plain.ts'

const sectionsOf = (document: Document) => document.sections.map((section) => section.heading)
const wordsOf = (document: Document) => JSON.stringify(document)
const factsOf = (document: Document, heading: string) =>
  document.sections
    .filter((section) => section.heading === heading)
    .flatMap((section) => section.blocks.flatMap((block) => (block.kind === 'facts' ? block.rows : [])))

const fullReport = {
  mainCause: 'Like navn i adresselisten.',
  periodFrom: new Date('2026-03-01T12:00:00Z'),
  periodTo: new Date('2026-03-01T13:00:00Z'),
  periodState: 'ended',
  relation: ['pupils'],
  dataTypes: ['health', 'education'],
  whereNow: 'Slettet hos mottakeren.',
  consequencesOrganisation: 'Tapt tillit.',
  consequencesSubjects: 'Ubehag for elevene.',
  informNeeded: 'no',
  informSent: 'no',
  reporterUnit: ids.unit,
  reporterLeader: ids.owner,
  processElement: 'Autoutfylling av mottaker.',
  effects: ['astray'],
} as const

const proposed = (preset: Preset): Deviation => {
  const ready = makeReady(preset, { report: fullReport })
  return must(proposeClosing(ready, 'Klar.', makeBy(ready, preset, ['dpo'])))
}
const materialOf = (preset: Preset, over: Partial<Material> = {}, deviation = makeReady(preset, { report: fullReport })) =>
  makeMaterial(deviation, preset, over)

const kept = (kind: string, number = 1): Kept => ({ id: ids.case, kind, number, title: kind, at: someMonday, sha256: 'ab'.repeat(32) })

describe('the report (G1)', () => {
  test('S1-26 has the fifteen points in three parts and in their order', () => {
    const document = caseDocument('deviationReport', materialOf('oslomet'))
    expect(sectionsOf(document).slice(0, 3)).toEqual(['1. Kontaktinformasjon', '2. Beskrivelse av avviket', '3. Konsekvenser'])
    expect(factsOf(document, '1. Kontaktinformasjon').map((row) => row.label)).toEqual([
      'Berørt enhet',
      'Nærmeste leder i berørt enhet',
      'Melders enhet',
      'Melders nærmeste leder',
    ])
    expect(factsOf(document, '2. Beskrivelse av avviket')).toEqual([
      { label: 'Hovedårsak til avviket', value: 'Like navn i adresselisten.' },
      { label: 'Tidsrom da avviket oppstod', value: 'Fra søndag 1. mars 2026 kl. 13.00 til søndag 1. mars 2026 kl. 14.00' },
      { label: 'Tidspunkt da avviket ble oppdaget', value: 'søndag 1. mars 2026 kl. 23.00' },
      { label: 'Antall berørte personer', value: '24' },
      { label: 'Hva skjedde?', value: 'En liste ble sendt til feil mottaker.' },
      { label: 'Typer personopplysninger som er berørt', value: expect.stringMatching(/Helse.* og|og Helse/) },
      { label: 'Vår relasjon til de berørte', value: 'Elever' },
      { label: 'Hvor opplysningene er nå', value: 'Slettet hos mottakeren.' },
    ])
    expect(factsOf(document, '3. Konsekvenser').map((row) => row.label)).toEqual([
      'Mulige negative konsekvenser for virksomheten',
      'Mulige negative konsekvenser for de registrerte',
      'Må de berørte informeres?',
      'Er de informert?',
    ])
    const [table] = document.sections[2]?.blocks.filter((block) => block.kind === 'table') ?? []
    expect(table).toMatchObject({ rows: [['Slå av autoutfylling', expect.any(String), expect.any(String), 'IT', 'frist 1. april 2026']] })
    expect(document).toMatchObject({ reference: '2026-0001', draft: false, organisation: 'Sandnes kommune', language: 'nb' })
  })

  test('an unsent report is a draft; what nobody has answered is said', () => {
    const document = caseDocument('deviationReport', materialOf('oslomet', {}, makeDeviation('oslomet', { status: 'draft' })))
    expect(document).toMatchObject({ draft: true, reference: '–' })
    expect(factsOf(document, '2. Beskrivelse av avviket').filter((row) => row.value === 'Ikke besvart')).toHaveLength(6)
  })

  test('S1-43 S1-42 has no reporter and nobody to blame', () => {
    const words = wordsOf(caseDocument('deviationReport', materialOf('oslomet')))
    expect(words).not.toContain('Saksbehandler Nordmann')
    expect(words).not.toMatch(/skyld/i)
  })
})

describe('the assessment (G4)', () => {
  test('has criteria, level, ENISA, duties with their rules, sign-offs and decisions', () => {
    const document = caseDocument('riskAssessment', materialOf('sandnes'))
    expect(sectionsOf(document)).toEqual([
      'Kriterier',
      'Nivå',
      'Svar i vurderingen',
      'Alvorlighetsgrad etter ENISA',
      'Plikter, og reglene bak',
      'Felles vurdering',
      'Vurdering fra personvernombud',
      'Vurdering fra informasjonssikkerhetssjef',
      'Vurdering fra kommunedirektør',
      'Vurdering fra systemeier',
      'Avgjørelser',
    ])
    expect(wordsOf(document)).toContain('M1. Den registrerte har ikke selv kontroll over opplysningene (krysset av Saksbehandler Nordmann')
    expect(factsOf(document, 'Plikter, og reglene bak')[0]?.value).toBe(
      'Datatilsynet skal ha melding.\nRisikoen for de registrerte er middels. (personvernforordningen artikkel 33 nr. 1)',
    )
    expect(wordsOf(document)).toContain('Risikoen er ikke høy.')
  })

  test('the working of the score stands in it, and that it decides nothing', () => {
    const ready = makeReady('sauda')
    const scored = {
      ...ready,
      language: 'nb' as const,
      assessment: {
        ...ready.assessment,
        enisaSensitive: 3,
        enisaEase: 75,
        enisaConfidentiality: 25,
        enisaIntegrity: 0,
        enisaAvailability: 0,
        enisaMalicious: 'no' as const,
      },
    }
    const words = wordsOf(caseDocument('riskAssessment', makeMaterial(scored, 'sauda')))
    expect(words).toContain('opplysninger 3 × gjenkjenning 0,75 + omstendigheter 0,25 = 2,50')
    expect(words).toContain('Den avgjør ingenting.')
  })

  test('is a draft until the risk is assessed', () => {
    expect(caseDocument('riskAssessment', materialOf('sandnes', {}, makeDeviation('sandnes', { status: 'open' }))).draft).toBe(true)
    expect(caseDocument('riskAssessment', materialOf('sandnes')).draft).toBe(false)
  })
})

describe('the documentation of a breach (G3)', () => {
  test('S3-06 S4-159 has the four parts, the facts, the consequences and the measures', () => {
    const document = caseDocument(
      'breachDocumentation',
      materialOf('sauda', {}, { ...makeReady('sauda', { report: fullReport }), language: 'nb' }),
    )
    expect(sectionsOf(document)).toEqual([
      'Omstendighetene rundt hendelsen',
      'Omfang (volum)',
      'Virkninger',
      'Hva vi har gjort for å rette opp',
      'Fakta om bruddet',
      'Hva vi har lært',
      'Endringer i rutiner',
    ])
    expect(wordsOf(document)).toContain('Ubehag for elevene.')
    expect(wordsOf(document)).toContain('Slå av autoutfylling')
  })

  test('a part nobody has written, or that still says "fill in", is marked as missing', () => {
    const ready = makeReady('sandnes', { closing: { ...writtenClosing, volume: null, correction: 'Slettet.\n\nHvem: [fyll ut]' } })
    const document = caseDocument('breachDocumentation', materialOf('sandnes', {}, ready))
    expect(document.sections[1]?.blocks).toEqual([{ kind: 'missing', text: 'Denne delen er ikke skrevet ennå.' }])
    expect(document.sections[3]?.blocks).toEqual([
      { kind: 'text', text: 'Slettet.' },
      { kind: 'missing', text: 'Hvem: [fyll ut]' },
    ])
    expect(document.draft).toBe(true)
  })
})

describe('the memo (G7)', () => {
  test('S4-147 S4-150 S4-151 S4-152 S4-153 has all six sections with what was written in each, and its attachments', () => {
    const document = caseDocument(
      'memo',
      materialOf('sandnes', { kept: [kept('authorityNotice'), kept('subjectMessage', 2), kept('memo')] }, proposed('sandnes')),
    )
    expect(document.sections.map(({ heading, blocks }) => [heading, blocks])).toEqual([
      ['1. Orientering om saken', [{ kind: 'text', text: writtenClosing.memoBriefing }]],
      ['2. Hendelsen: hva, når oppdaget, når skjedd, hvem, annet', [{ kind: 'text', text: writtenClosing.memoIncident }]],
      ['3. Regler og retningslinjer', [{ kind: 'text', text: writtenClosing.memoRules }]],
      ['4. Drøfting', [{ kind: 'text', text: writtenClosing.memoDiscussion }]],
      ['5. Vurdering, forslag til tiltak, vurdering av tiltakene', [{ kind: 'text', text: writtenClosing.memoAssessment }]],
      ['6. Konklusjon og oppfølging', [{ kind: 'text', text: writtenClosing.memoConclusion }]],
      [
        'Vedlegg',
        [
          {
            kind: 'list',
            items: ['Melding til Datatilsynet, utgave 1, 2. mars 2026', 'Brev til de berørte, utgave 2, 2. mars 2026'],
          },
        ],
      ],
    ])
    expect(document).toMatchObject({ draft: false, accessCode: 'Unntatt offentlighet, offl. § 13, jf. personopplysningsloven § 18' })
  })

  test('S4-142 what was asked of Datatilsynet stands in it, after the six parts and before the attachments', () => {
    const contact = { heading: 'Kontakt med Datatilsynet', items: ['2. mars 2026\nSpørsmål: Er det et brudd?\nSvar: Ja.'] }
    const { sections } = caseDocument('memo', materialOf('sandnes', { addenda: [contact] }))
    expect(sections.map(({ heading }) => heading).slice(-2)).toEqual(['Kontakt med Datatilsynet', 'Vedlegg'])
    expect(sections.at(-2)?.blocks).toEqual([{ kind: 'text', text: contact.items[0] }])
  })

  test('S4-142 the whole case says it once, whether a memo is written or not', () => {
    const contact = { heading: 'Kontakt med Datatilsynet', items: ['2. mars 2026\nSpørsmål: Er det et brudd?\nSvar: Ja.'] }
    const told = (deviation?: Parameters<typeof materialOf>[2]) =>
      caseDocument('caseFile', materialOf('sandnes', { addenda: [contact] }, deviation)).sections.filter(({ heading }) =>
        heading.includes(contact.heading),
      )
    for (const sections of [told(), told(proposed('sandnes'))])
      expect(sections.map(({ blocks }) => blocks)).toEqual([[{ kind: 'text', text: contact.items[0] }]])
  })

  test('is a draft until it is sent to whoever decides', () => {
    expect(caseDocument('memo', materialOf('sandnes')).draft).toBe(true)
    expect(isFinal('memo', { status: 'open' })).toBe(false)
    expect(isFinal('memo', { status: 'proposed' })).toBe(true)
  })
})

describe('the whole case', () => {
  test('has every part, what happened in order, and becomes final with the case', () => {
    const ready = proposed('sandnes')
    const closed = must(close(ready, 'Godt.', makeBy(ready, 'sandnes', ['controller'])))
    const happened = [
      { at: someMonday, what: 'Avviket meldt', who: null, byProtected: true },
      { at: someMonday, what: 'Saken lukket', who: 'Leder Nordmann', byProtected: false },
    ]
    const document = caseDocument('caseFile', materialOf('sandnes', { happened, kept: [kept('memo')] }, closed))
    const headings = sectionsOf(document)
    for (const heading of ['Behandling av saken', 'Avgjørelser', 'Ferdige dokumenter', 'Hendelser i saken'])
      expect(headings).toContain(heading)
    for (const part of ['Avviksmelding', 'Risikovurdering', 'Dokumentasjon', 'Notat'])
      expect(
        headings.some((heading) => heading.startsWith(`${part} – `)),
        part,
      ).toBe(true)
    expect(document.draft).toBe(false)
    const table = document.sections.at(-1)?.blocks[0]
    expect(table).toMatchObject({
      rows: [
        [expect.any(String), 'Avviket meldt', 'Beskyttet melder'],
        [expect.any(String), 'Saken lukket', 'Leder Nordmann'],
      ],
    })
  })

  test('those involved are in it only where the organisation allows names', () => {
    const withInvolved = (preset: Preset) => {
      const ready = makeReady(preset)
      return wordsOf(
        caseDocument('caseFile', materialOf(preset, {}, { ...ready, handling: { ...ready.handling, involved: 'Rektor ved skolen.' } })),
      )
    }
    expect(withInvolved('sandnes')).toContain('Rektor ved skolen.')
    expect(withInvolved('oslomet')).not.toContain('Rektor ved skolen.')
  })
})

describe('every document', () => {
  test.each(caseDocuments)('S4-131 %s names neither a protected reporter nor what points at one', (kind) => {
    const names = new Map([[ids.owner, 'Hemmelig Leder']])
    const units = new Map([
      [ids.unit, 'Hemmelig enhet'],
      [ids.system, 'Berørt enhet'],
    ])
    const ready = makeReady('oslomet', { report: { ...fullReport, affectedUnit: ids.system } })
    const words = wordsOf(caseDocument(kind, makeMaterial(ready, 'oslomet', { reporter: 'protected', names, units })))
    expect(words).not.toContain('Hemmelig')
    const open = wordsOf(caseDocument('deviationReport', makeMaterial(ready, 'oslomet', { reporter: 'person', names, units })))
    expect(open).toContain('Hemmelig enhet')
  })

  // An announcement is in three languages at once.
  test.each(caseDocuments.filter((kind) => kind !== 'announcement'))('%s of a nynorsk case has no bokmål in it', (kind) => {
    const written = {
      circumstances: 'Ei liste.',
      volume: 'Ein klasse.',
      actualEffects: 'Ingen.',
      correction: 'Sletta.',
      lessons: 'Lenkjer.',
      routineChange: 'Ingen.',
      memoBriefing: 'Sauda fekk melding.',
      memoIncident: 'Ei liste.',
      memoRules: 'Artikkel 33.',
      memoDiscussion: 'Kjend mottakar.',
      memoAssessment: 'Middels.',
      memoConclusion: 'Kan lukkast.',
    }
    for (const level of ['medium', 'low'] as const) {
      const ready = makeReady('sauda', {
        level,
        closing: written,
        report: {
          ...fullReport,
          mainCause: null,
          processElement: null,
          consequencesOrganisation: null,
          consequencesSubjects: null,
          whereNow: null,
          whatHappened: 'Ei liste.',
        },
      })
      const deviation = {
        ...ready,
        measures: [],
        handling: { ...ready.handling, reality: 'Stadfesta.', proposedMeasures: 'Lenkjer.' },
        assessment: { ...ready.assessment, levelReason: 'Kjend mottakar.', certaintyReasons: 'Sletta.' },
        decisions: ready.decisions.map((decision) => ({ ...decision, reason: 'Låg risiko.' })),
      }
      const names = new Map([
        [ids.person, 'Personvernombod'],
        [ids.leader, 'Leiar'],
        [ids.owner, 'Leiar'],
      ])
      const material = makeMaterial(deviation, 'sauda', {
        organisation: 'Sauda kommune',
        names,
        units: new Map([[ids.unit, 'Barneskulen']]),
      })
      expect(bokmalIn(wordsOf(caseDocument(kind, material)))).toEqual([])
    }
  })

  test('the suggestions of a nynorsk case have no bokmål in them', () => {
    const ready = makeReady('sauda', {
      report: {
        relation: ['pupils'],
        dataTypes: ['health'],
        affectedKnown: 'unknown',
        affectedCount: null,
        whatHappened: 'Ei liste.',
        deletionConfirmed: 'yes',
        periodState: 'ongoing',
      },
    })
    const deviation = {
      ...ready,
      measures: [],
      handling: { ...ready.handling, reality: 'Ja.', proposedMeasures: 'Lenkjer.' },
      assessment: { ...ready.assessment, levelReason: 'Kjend.' },
    }
    const material = makeMaterial(deviation, 'sauda', { organisation: 'Sauda kommune', units: new Map([[ids.unit, 'Barneskulen']]) })
    expect(bokmalIn(JSON.stringify([memoDraft(material), documentationDraft(material)]))).toEqual([])
    expect(memoDraft(material).memoIncident).toContain('Kva som skjedde')
  })

  test.each(caseDocuments)('%s is made as PDF/A-2a with its title and no stranger font', (kind) => {
    const pdf = readPdf(renderPdf(caseDocument(kind, materialOf('sandnes', {}, proposed('sandnes'))), someMonday))
    expect(pdf.xmp).toMatch(/pdfaid:part>2</)
    expect(pdf.xmp).toMatch(/pdfaid:conformance>A</)
    expect(pdf.embedded.every(Boolean)).toBe(true)
    // What is for the public has no number of ours.
    expect(pdf.pages.join('').replace(/\s+/g, ' ').includes('2026-0001')).toBe(kind !== 'announcement')
  })

  test('S1-26 can be had as text', () => {
    const text = plainText(caseDocument('deviationReport', materialOf('oslomet')))
    expect(text).toContain('2. Beskrivelse av avviket\r\n-------------------------\r\nHovedårsak til avviket: Like navn i adresselisten.')
    expect(text).toContain('- Tiltak: Slå av autoutfylling; ')
    expect(plainText(caseDocument('memo', materialOf('sandnes')))).toContain(
      '\r\nUTKAST\r\nUnntatt offentlighet, offl. § 13, jf. personopplysningsloven § 18\r\n',
    )
  })

  test('every kind has an address of its own', () => {
    for (const [kind, slug] of Object.entries(slugs)) expect(kindOf(slug)).toBe(kind)
    expect(kindOf('noe-annet')).toBeUndefined()
  })
})

describe('the announcement', () => {
  test('says what article 34 asks for in three languages, that of the case first, and nothing that somebody wrote', () => {
    const document = caseDocument('announcement', materialOf('sandnes'))
    const words = wordsOf(document)
    const headings = sectionsOf(document)
    expect(headings).toHaveLength(15)
    expect(headings[0]).toBe('Personopplysninger hos Sandnes kommune kan være på avveie')
    expect(headings.filter((heading) => ['Spør oss', 'Ask us'].includes(heading))).toEqual(['Spør oss', 'Spør oss', 'Ask us'])
    for (const part of ['34 nr. 3 bokstav c', '34(3)(c)', 'Datatilsynet']) expect(words).toContain(part)
    // Neither the case's number nor when we read the law is for the public.
    expect([document.reference, words.includes('29. november 2026'), words.includes('lest ')]).toEqual(['', false, false])
    for (const written of ['En liste ble sendt', 'Like navn i adresselisten', 'Slettet hos mottakeren'])
      expect(words).not.toContain(written)
    expect(document).toMatchObject({ draft: true, accessCode: null })
    expect(document.sections.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'missing'))).toHaveLength(12)
  })

  test('S1-49 what is written for the public stands in it, and nothing is left to fill in', () => {
    const material = materialOf('sandnes')
    const written = { announceHappened: 'En liste lå åpent.', announceConsequences: 'Noen kan ringe.', announceMeasures: 'Den er lukket.' }
    const handling = {
      ...material.deviation.handling,
      ...written,
      announceContact: 'post@sandnes.example',
      announceEnglish: 'A list was open.',
    }
    const document = caseDocument('announcement', { ...material, deviation: { ...material.deviation, handling } })
    for (const words of [...Object.values(written), 'A list was open.']) expect(wordsOf(document)).toContain(words)
    expect(document.sections.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'missing'))).toEqual([])
  })
})

describe('who may have which', () => {
  test('S1-26 the reporter has the own report and no more; whoever is asked has none', () => {
    const ready = makeReady('sandnes')
    const seen = (role: 'dpo' | 'leader', deviation = ready) => {
      const { profile, parts } = makeBy(deviation, 'sandnes', [role])
      return { deviation, profile, parts }
    }
    expect(allowedKinds(seen('leader'), 'reporter')).toEqual(['deviationReport'])
    expect(allowedKinds(seen('leader'), 'asked')).toEqual([])
    expect(allowedKinds(seen('leader'), 'told')).toEqual(['deviationReport'])
    const usual = caseDocuments.filter((kind) => kind !== 'announcement')
    expect(allowedKinds(seen('dpo'), 'full')).toEqual([...usual, 'authorityNotice', 'subjectMessage'])
    const alone = { kind: 'subjects', outcome: 'no', ground: 'disproportionate' } as const
    const announced = {
      ...ready,
      decisions: [...ready.decisions, { ...alone, id: ids.unit, reason: 'Mange', by: ids.person, at: someMonday, restsOn: null }],
    }
    expect(allowedKinds(seen('dpo', announced), 'full')).toContain('announcement')
    expect(allowedKinds(seen('leader', announced), 'told')).not.toContain('announcement')
  })

  test('S3-14 the leader who closes has the documentation too; what is no breach has no assessment', () => {
    const internal = makeReady('sauda', { level: 'low', triage: 'internal' })
    const { profile, parts } = makeBy(internal, 'sauda', ['leader'], { personId: ids.leader, leads: [ids.unit] })
    expect(allowedKinds({ deviation: internal, profile, parts }, 'told')).toEqual(['deviationReport', 'breachDocumentation'])
    const noBreach = { ...internal, breach: 'no' as const }
    expect(allowedKinds({ deviation: noBreach, profile, parts }, 'full')).not.toContain('riskAssessment')
  })
})
