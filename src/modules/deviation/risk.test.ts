import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Assessment, criteria, levels } from './assessed.ts'
import { consequencesOf } from './assessment/consequences.ts'
import { answersFromReport, suggestFromReport } from './assessment/prefill.ts'
import { severity } from './enisa.ts'
import { blankAssessment, makeDeviation } from './factory.ts'
import { profiles } from './presets.ts'
import { assessmentGaps, meansH2, suggestLevel } from './risk.ts'

const rules = profiles.sauda.assessment
const gaps = (a: Partial<Assessment>, by = rules) => assessmentGaps({ ...blankAssessment, ...a }, by)

describe('the suggested level', () => {
  test.each([
    { row: 'S3-28', criterion: 'H1', level: 'high' },
    { row: 'S3-29', criterion: 'H2', level: 'high' },
    { row: 'S3-30', criterion: 'H3', level: 'high' },
    { row: 'S3-31', criterion: 'H4', level: 'high' },
    { row: 'S3-33', criterion: 'M1', level: 'medium' },
    { row: 'S3-34', criterion: 'M2', level: 'medium' },
    { row: 'S3-35', criterion: 'M3', level: 'medium' },
    { row: 'S3-36', criterion: 'M4', level: 'medium' },
    { row: 'S3-37', criterion: 'M5', level: 'medium' },
    { row: 'S3-38', criterion: 'M6', level: 'medium' },
    { row: 'S3-39', criterion: 'M7', level: 'medium' },
    { row: 'S3-40', criterion: 'M8', level: 'medium' },
    { row: 'S3-41', criterion: 'M9', level: 'medium' },
    { row: 'S3-42', criterion: 'M10', level: 'medium' },
    { row: 'S3-43', criterion: 'M11', level: 'medium' },
    { row: 'S3-44', criterion: 'M12', level: 'medium' },
  ] as const)('$row a tick in $criterion alone suggests $level', ({ criterion, level }) => {
    expect(suggestLevel({ ticked: [criterion], largeScale: null })).toEqual({ level, because: [criterion] })
  })

  test('S3-45 no tick suggests low', () => {
    expect(suggestLevel({ ticked: [], largeScale: null })).toEqual({ level: 'low', because: [] })
    expect(suggestLevel({ ticked: [], largeScale: true }).level).toBe('low')
  })

  test('S3-34 sensitive data on a large scale means H2 and suggests high, and only what was ticked is called ticked', () => {
    expect(suggestLevel({ ticked: ['M2'], largeScale: true })).toEqual({ level: 'high', because: ['M2'] })
    expect(suggestLevel({ ticked: ['M2', 'M7', 'H1'], largeScale: true }).because).toEqual(['H1', 'M2'])
    expect(meansH2({ ticked: ['M2'], largeScale: true })).toBe(true)
    expect(meansH2({ ticked: ['M2', 'H2'], largeScale: true })).toBe(false)
    expect(meansH2({ ticked: ['M2'], largeScale: null })).toBe(false)
    expect(suggestLevel({ ticked: ['M2'], largeScale: false }).level).toBe('medium')
    expect(suggestLevel({ ticked: ['M5'], largeScale: true }).level).toBe('medium')
  })

  test('rests on the high ticks when there are any, else on the medium ones, in the order of the list', () => {
    expect(suggestLevel({ ticked: ['M7', 'H3', 'M2', 'H1'], largeScale: null })).toEqual({ level: 'high', because: ['H1', 'H3'] })
    expect(suggestLevel({ ticked: ['M10', 'M9', 'M2'], largeScale: null }).because).toEqual(['M2', 'M9', 'M10'])
  })

  test('another tick never lowers it', () => {
    fc.assert(
      fc.property(fc.subarray([...criteria]), fc.constantFrom(...criteria), fc.boolean(), (ticked, one, largeScale) => {
        const before = levels.indexOf(suggestLevel({ ticked, largeScale }).level)
        return levels.indexOf(suggestLevel({ ticked: [...ticked, one], largeScale }).level) >= before
      }),
    )
  })
})

describe('what the assessment lacks', () => {
  test('S3-15 everything, when nothing is assessed: at least the level', () => {
    expect(gaps({})).toEqual([{ code: 'levelMissing', field: 'level' }])
  })

  test('S3-31 H4 without an explanation is refused', () => {
    const a: Partial<Assessment> = { ticked: ['H4'], level: 'high' }
    expect(gaps(a)).toEqual([{ code: 'h4ExplanationMissing', field: 'h4Explanation' }])
    expect(gaps({ ...a, h4Explanation: '  ' })).toHaveLength(1)
    expect(gaps({ ...a, h4Explanation: 'Kart over alle adresser' })).toEqual([])
  })

  test('S3-32 new technology without a comment is refused, and does not change the level', () => {
    const a: Partial<Assessment> = { newTechnology: true, level: 'medium' }
    expect(gaps(a)).toEqual([{ code: 'newTechnologyCommentMissing', field: 'newTechnologyComment' }])
    expect(gaps({ ...a, newTechnologyComment: 'Første gang vi bruker talegjenkjenning' })).toEqual([])
    expect(gaps({ ...a, newTechnology: false })).toEqual([])
    const withTechnology = { ...blankAssessment, newTechnology: true }
    expect(suggestLevel(withTechnology).level).toBe('low')
  })

  test('S3-45 with M7 ticked, low demands a reason', () => {
    const certain = { certain: 'certain', reasons: 'Slettet ulest' } as const
    const a: Partial<Assessment> = { ticked: ['M7'], level: 'low', exception: certain }
    expect(gaps(a)).toEqual([{ code: 'belowSuggestion', field: 'levelReason' }])
    expect(gaps({ ...a, levelReason: 'Mottakeren har slettet' })).toEqual([])
  })

  test('S3-45 low demands a short reason also when nothing is ticked', () => {
    const exception = { certain: 'certain', reasons: 'Slettet ulest' } as const
    expect(gaps({ level: 'low', exception })).toEqual([{ code: 'lowReasonMissing', field: 'levelReason' }])
    expect(gaps({ level: 'low', exception, levelReason: 'Bare navn på kurs' })).toEqual([])
  })

  test.each(levels.flatMap((level) => (['low', 'medium', 'high'] as const).map((suggested) => ({ level, suggested }))))(
    'S3-45 $level where $suggested is suggested: a reason is asked below it, never above it',
    ({ level, suggested }) => {
      const ticked = { low: [], medium: ['M1'], high: ['H1'] } as const
      const codes = gaps({ ticked: ticked[suggested], level }).map((g) => g.code)
      expect(codes.includes('belowSuggestion')).toBe(levels.indexOf(level) < levels.indexOf(suggested))
    },
  )

  test('a level below the severity score demands a reason, one above it does not', () => {
    const score = severity({
      dpc: { sensitive: 4 },
      ei: 100,
      confidentiality: 0,
      integrity: 0,
      availability: 0,
      malicious: false,
      affectedCount: null,
      unintelligible: null,
    })
    const at = (level: Assessment['level']) =>
      assessmentGaps({ ...blankAssessment, ticked: ['M2'], largeScale: false, level }, rules, score).map((g) => g.code)
    expect(at('medium')).toEqual(['belowScore'])
    expect(at('high')).toEqual([])
    expect(
      assessmentGaps({ ...blankAssessment, ticked: ['M2'], largeScale: false, level: 'medium', levelReason: 'Funnet igjen' }, rules, score),
    ).toEqual([])
  })

  test('S1-47 the question of near certainty, and its reasons, where the duty table asks it', () => {
    const a: Partial<Assessment> = { level: 'low', levelReason: 'Ingen har lest' }
    expect(gaps(a)).toEqual([{ code: 'certaintyUnanswered', field: 'certainty' }])
    expect(gaps({ ...a, exception: { certain: 'certain', reasons: null } })).toEqual([
      { code: 'reasonsMissing', field: 'certaintyReasons' },
    ])
    expect(gaps({ ...a, exception: { certain: 'unsure', reasons: null } })).toEqual([])
    expect(gaps({ level: 'medium' })).toEqual([])
  })

  test('S4-140 each of astray, changed and lost must be answered where the effect rule is on', () => {
    const sandnes = profiles.sandnes.assessment
    expect(gaps({ level: 'medium' }, sandnes).map((g) => g.field)).toEqual(['effectAstray', 'effectChanged', 'effectLost'])
    expect(gaps({ level: 'medium', effects: { astray: 'unknown', changed: 'no', lost: null } }, sandnes)).toEqual([
      { code: 'effectUnanswered', field: 'effectLost' },
    ])
    expect(gaps({ level: 'medium' })).toEqual([])
  })
})

describe('what the report already says', () => {
  const report = { categories: [], dataTypes: [], affectedCount: null, affectedMax: null } as const

  test('S1-04 the category of sensitive data astray ticks the criterion on sensitive data', () => {
    expect(suggestFromReport({ ...report, categories: ['LOST_ITEM', 'SENSITIVE_ASTRAY'] }, 500).ticked).toEqual([
      { criterion: 'M2', because: 'category' },
    ])
    expect(suggestFromReport({ ...report, categories: ['LOST_ITEM'] }, 500).ticked).toEqual([])
  })

  test('S1-36 a special category of data ticks the criterion on sensitive data', () => {
    expect(suggestFromReport({ ...report, dataTypes: ['contact', 'health'] }, 500).ticked).toEqual([
      { criterion: 'M2', because: 'dataTypes' },
    ])
    expect(suggestFromReport({ ...report, dataTypes: ['name', 'contact'] }, 500)).toEqual({ ticked: [], hints: [] })
  })

  test('S3-37 very many people is hinted at above the figure of the organisation, and ticks nothing', () => {
    const hinted = (affectedCount: number | null, affectedMax: number | null = null) =>
      suggestFromReport({ ...report, affectedCount, affectedMax }, 500)
    expect(hinted(501)).toEqual({ ticked: [], hints: [{ criterion: 'M5', because: 'affectedCount' }] })
    expect(hinted(500).hints).toEqual([])
    expect(hinted(null).hints).toEqual([])
    expect(hinted(100, 900).hints).toHaveLength(1)
  })

  const criteriaOf = (told: Partial<Parameters<typeof suggestFromReport>[0]>) => {
    const { ticked, hints } = suggestFromReport({ ...report, ...told }, 500)
    return { ticks: ticked.map((one) => one.criterion), asks: hints.map((one) => one.criterion) }
  }

  test.each([
    ['pupils', { relation: ['pupils'] as const }, ['M4'], []],
    ['kindergarten children', { relation: ['kindergartenChildren'] as const }, ['M4'], []],
    ['guardians', { relation: ['guardians'] as const }, [], ['M4']],
    ['child welfare', { dataTypes: ['childWelfare'] as const }, ['M4', 'M10'], ['M2']],
    ['a confidential address', { dataTypes: ['protectedAddress'] as const }, ['M4', 'M10'], ['H4']],
    ['identity numbers', { dataTypes: ['nationalId'] as const }, ['M7'], []],
    ['an identity number in the open', { categories: ['NATIONAL_ID_EXPOSED'] as const }, ['M7'], []],
    ['special teaching', { dataTypes: ['specialTeaching'] as const }, ['M4', 'M10'], ['M2']],
  ])('%s raises the level, or is asked about', (_, told, ticks, asks) => {
    expect(criteriaOf(told)).toEqual({ ticks, asks })
  })

  test.each([
    ['Liste over elevar låg open.', ['M4']],
    ['Vedtaket gjaldt barnevernet.', ['M4', 'M10', 'M2']],
    ['Brevet viste en adresse med kode 6.', ['M4', 'M10', 'H4']],
    ['Strengt fortrolig adresse ble vist.', ['M4', 'M10', 'H4']],
    ['Fødselsnummeret stod i emnefeltet.', ['M7']],
    ['Barnelegen fikk feil e-post om møterom 6.', []],
  ])('what the text alone names is asked about: %s', (whatHappened, asks) => {
    expect(criteriaOf({ whatHappened })).toEqual({ ticks: [], asks })
  })

  test('a criterion that is ticked already is not asked about too', () => {
    expect(criteriaOf({ relation: ['pupils', 'guardians'], whatHappened: 'Elever' })).toEqual({ ticks: ['M4'], asks: [] })
  })
})

describe('the scale', () => {
  test('is asked once sensitive data are ticked, and "not known" is an answer', () => {
    const scale = { code: 'largeScaleUnanswered', field: 'largeScale' }
    expect(gaps({ level: 'high', ticked: ['M2'], largeScale: null })).toEqual([scale])
    expect(gaps({ level: 'high', ticked: ['M2'], largeScale: 'unknown' })).toEqual([])
    expect(gaps({ level: 'high', ticked: ['M2'], largeScale: false })).toEqual([])
    expect(gaps({ level: 'high', ticked: ['M4'], largeScale: null })).toEqual([])
  })
})

describe('before anybody has answered', () => {
  const untouched = makeDeviation('sauda', {})

  test('there is no level, and encryption that the report answered is no judgement', () => {
    expect(consequencesOf(untouched, profiles.sauda).suggestion.level).toBeNull()
    const encrypted = { ...untouched, assessment: { ...untouched.assessment, dataEncrypted: 'no' as const } }
    expect(consequencesOf(encrypted, profiles.sauda).suggestion.level).toBeNull()
    const answered = { ...untouched, assessment: { ...untouched.assessment, newTechnology: 'no' as const } }
    expect(consequencesOf(answered, profiles.sauda).suggestion.level).toBe('low')
  })

  test("S1-18 encryption begins with the answer of the report, and the assessor's own answer stands", () => {
    const { assessment } = untouched
    expect(answersFromReport(assessment, { encrypted: 'partly' }).dataEncrypted).toBe('partly')
    expect(answersFromReport({ ...assessment, dataEncrypted: 'yes' }, { encrypted: 'no' }).dataEncrypted).toBe('yes')
    expect(answersFromReport(assessment, { encrypted: null }).dataEncrypted).toBeNull()
  })

  test('a score above what the criteria lead to is said before a level is chosen', () => {
    const scored = {
      ...untouched,
      ticks: [{ criterion: 'M2' as const, by: 'x', at: new Date() }],
      assessment: {
        ...untouched.assessment,
        enisaSensitive: 4,
        enisaEase: 100,
        enisaConfidentiality: 0,
        enisaIntegrity: 0,
        enisaAvailability: 0,
        enisaMalicious: 'no' as const,
      },
    }
    const { suggestion, scoreAboveCriteria } = consequencesOf(scored, profiles.sauda)
    expect([suggestion.level, scoreAboveCriteria]).toEqual(['medium', true])
    const raised = { ...scored, ticks: [{ criterion: 'H2' as const, by: 'x', at: new Date() }] }
    expect(consequencesOf(raised, profiles.sauda).scoreAboveCriteria).toBe(false)
  })
})
