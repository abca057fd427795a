import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyValues } from '../../kernel/fields.ts'
import { bandOf, compareWithLevel, contextScores, dataCategories, type SeverityInput, severity, severityInput } from './enisa.ts'
import { assessmentFields } from './fields-assessment.ts'

const none: SeverityInput = {
  dpc: {},
  ei: 25,
  confidentiality: 0,
  integrity: 0,
  availability: 0,
  malicious: false,
  affectedCount: null,
  unintelligible: null,
}

describe('the severity score', () => {
  test.each([
    { what: 'simple data, negligible identification', input: { dpc: { simple: 1 } }, score: 25, band: 'low' },
    {
      what: 'financial data to known recipients',
      input: { dpc: { financial: 3 }, ei: 100, confidentiality: 25 },
      score: 325,
      band: 'high',
    },
    {
      what: 'sensitive data to unknown recipients with intent',
      input: { dpc: { sensitive: 4 }, ei: 100, confidentiality: 50, malicious: true },
      score: 500,
      band: 'veryHigh',
    },
    { what: 'the boundary to medium', input: { dpc: { sensitive: 4 }, ei: 50 }, score: 200, band: 'medium' },
    { what: 'the boundary to high', input: { dpc: { sensitive: 4 }, ei: 75 }, score: 300, band: 'high' },
    { what: 'the boundary to very high', input: { dpc: { sensitive: 4 }, ei: 100 }, score: 400, band: 'veryHigh' },
    {
      what: 'the most there is',
      input: { dpc: { sensitive: 4 }, ei: 100, confidentiality: 50, integrity: 50, availability: 50, malicious: true },
      score: 600,
      band: 'veryHigh',
    },
  ] as const)('$what: $score $band', ({ input, score, band }) => {
    expect(severity({ ...none, ...input })).toMatchObject({ score, band })
  })

  test('takes the highest of several kinds of data, and shows its sum', () => {
    const result = severity({ ...none, dpc: { simple: 4, behavioural: 2, financial: 4 }, ei: 75, integrity: 25, malicious: true })
    expect(result).toEqual({
      score: 375,
      band: 'high',
      working: {
        category: 'financial',
        dpc: 4,
        ei: 75,
        product: 300,
        confidentiality: 0,
        integrity: 25,
        availability: 0,
        malicious: 50,
        circumstances: 75,
      },
      flags: [],
    })
  })

  test('is not given before any kind of data is scored', () => expect(severity(none)).toBeNull())

  test('is a multiple of a quarter between 0.25 and 6, and its working adds up', () => {
    const circumstance = fc.constantFrom(0 as const, 25 as const, 50 as const)
    const inputs = fc.record({
      dpc: fc.dictionary(fc.constantFrom(...dataCategories), fc.constantFrom(...contextScores), { minKeys: 1, noNullPrototype: true }),
      ei: fc.constantFrom(25 as const, 50 as const, 75 as const, 100 as const),
      confidentiality: circumstance,
      integrity: circumstance,
      availability: circumstance,
      malicious: fc.boolean(),
      affectedCount: fc.constant(null),
      unintelligible: fc.constant(null),
    })
    fc.assert(
      fc.property(inputs, (input) => {
        const found = severity(input)
        if (!found) return false
        const { working: w, score } = found
        return (
          score % 25 === 0 &&
          score >= 25 &&
          score <= 600 &&
          score === w.dpc * w.ei + w.circumstances &&
          w.dpc === Math.max(...Object.values(input.dpc))
        )
      }),
      { numRuns: 5_000 },
    )
  })

  test('has more than 100 people and sound encryption beside it, not in it', () => {
    const plain = severity({ ...none, dpc: { simple: 1 }, affectedCount: 100, unintelligible: false })
    const flagged = severity({ ...none, dpc: { simple: 1 }, affectedCount: 101, unintelligible: true })
    expect(plain?.flags).toEqual([])
    expect(flagged).toMatchObject({ score: plain?.score, flags: ['moreThan100', 'unintelligible'] })
  })
})

describe('the score beside the human level', () => {
  test.each([
    ['low', 'unlikely', 'agrees'],
    ['low', 'low', 'agrees'],
    ['low', 'medium', 'scoreLower'],
    ['low', 'high', 'scoreLower'],
    ['medium', 'unlikely', 'scoreHigher'],
    ['medium', 'low', 'scoreHigher'],
    ['medium', 'medium', 'agrees'],
    ['medium', 'high', 'scoreLower'],
    ['high', 'medium', 'scoreHigher'],
    ['high', 'high', 'agrees'],
    ['veryHigh', 'medium', 'scoreHigher'],
    ['veryHigh', 'high', 'agrees'],
  ] as const)('%s beside %s: %s', (band, level, verdict) => expect(compareWithLevel(band, level)).toBe(verdict))

  test('each lower bound belongs to its band', () => {
    expect([175, 200, 275, 300, 375, 400].map(bandOf)).toEqual(['low', 'medium', 'medium', 'high', 'high', 'veryHigh'])
  })
})

describe('the score from the answers', () => {
  const answers = {
    ...emptyValues(assessmentFields),
    enisaFinancial: 3,
    enisaEase: 100,
    enisaConfidentiality: 25,
    enisaIntegrity: 0,
    enisaAvailability: 0,
    enisaMalicious: 'no',
    dataEncrypted: 'partly',
  } as const
  const report = { affectedCount: 20, affectedMax: 140 }
  const scored = (a: Parameters<typeof severityInput>[0]) => {
    const input = severityInput(a, report)
    return input && severity(input)
  }

  test('is the same score', () => expect(scored(answers)).toMatchObject({ score: 325, band: 'high', flags: ['moreThan100'] }))

  test.each(['enisaEase', 'enisaConfidentiality', 'enisaIntegrity', 'enisaAvailability', 'enisaMalicious', 'enisaFinancial'])(
    'waits for %s: unanswered is not zero',
    (name) => expect(scored({ ...answers, [name]: null })).toBeNull(),
  )

  test('does not take a figure between the steps', () => expect(scored({ ...answers, enisaEase: 60 })).toBeNull())
})
