import { describe, expect, test } from 'vitest'
import { locales } from '../../kernel/texts.ts'
import { assessmentTexts } from '../deviation/assessment/texts.ts'
import { dataTypes } from '../deviation/fields-report.ts'
import { handlingTexts } from '../deviation/handling/texts.ts'
import { profiles } from '../deviation/presets.ts'
import { texts as reportTexts } from '../deviation/report/texts.ts'
import { noDetails } from '../organisation/details.ts'
import { draftMessageTexts, draftNoticeTexts } from './draft.ts'
import { fileOf } from './factory.ts'
import { texts } from './texts.ts'

/** Words that begin an example, and instructions to whoever fills in the form. */
const example = /for eksempel|f\.eks|til dømes|t\.d\.|for example|e\.g\.|such as|, som |, like |\((?!art|§)|:|\bforklar|\bexplain/i
const ofForm = (all: object): readonly (readonly [string, string])[] =>
  Object.entries(all).flatMap(([name, field]) =>
    Object.entries((field as { choices?: Record<string, string> }).choices ?? {}).map(([key, label]) => [`${name}.${key}`, label] as const),
  )

describe('what goes word for word into a notice, a letter or a memo', () => {
  test.each(locales)('no answer has an example, a list or an instruction in its name (%s)', (locale) => {
    const report = ofForm(reportTexts(locale).fields).filter(([name]) => !name.startsWith('caseType.'))
    const all = [
      ...report,
      ...ofForm(reportTexts(locale).measures),
      ...ofForm(assessmentTexts(locale).fields),
      ...ofForm(handlingTexts(locale).fields),
      ...Object.entries(assessmentTexts(locale).criteria),
      ...Object.entries(texts(locale).subjects.grounds).map(
        ([name, label]) => [name, label.replace(/ \((art\.|personoppl).*$/i, '')] as const,
      ),
      ...Object.entries(texts(locale).channels),
    ]
    expect(all.length).toBeGreaterThan(120)
    expect(all.filter(([, label]) => example.test(label))).toEqual([])
  })

  test('names and a timetable have kinds of their own, and say nothing of marks, absence or special teaching', () => {
    const { deviation } = fileOf('sandnes')
    const ofPupils = { ...deviation, report: { ...deviation.report, dataTypes: ['name', 'timetable'] as const } }
    const source = {
      deviation: ofPupils,
      organisation: 'Sandnes kommune',
      dpo: null,
      leader: null,
      controller: null,
      details: noDetails,
      ownWords: profiles.sandnes.ownWords,
      notices: [],
      messages: [],
    }
    expect(draftNoticeTexts(source, 'complete').dataTypes).toBe('Navn\nTimeplan')
    const letter = draftMessageTexts(source, 'nb').whatHappened ?? ''
    expect(letter).toContain('disse opplysningene: navn; timeplan.')
    expect(letter).not.toMatch(/karakter|fravær|spesial/)
  })

  test('every kind says something else than every other, in each language', () => {
    for (const locale of locales) {
      const names = dataTypes.map((one) => reportTexts(locale).fields.dataTypes.choices[one].toLowerCase())
      expect(new Set(names).size).toBe(dataTypes.length)
    }
  })
})
