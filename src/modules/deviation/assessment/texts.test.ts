import { describe, expect, test } from 'vitest'
import { locales } from '../../../kernel/texts.ts'
import { assessmentTexts } from './texts.ts'

const said = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(said) : []

describe('the words of the assessment', () => {
  test('nynorsk has no bokmål in it', () => {
    const bokmal =
      /\b(ikke|jeg|hva|hvor|hvem|hvorfor|hvordan|bare|fra|være|blitt|opplysninger|opplysningene|berørte|sikkerhet|noe|mulig|vurderingen|kriterier|melding(en|er)|dere|fordi at|også|høy|lav|trolig)\b/i
    expect(said(assessmentTexts('nn')).filter((text) => bokmal.test(text))).toEqual([])
    expect(said(assessmentTexts('nb')).some((text) => bokmal.test(text))).toBe(true)
  })

  test.each(locales)('%s: no text is empty or ends in a space', (locale) => {
    expect(said(assessmentTexts(locale)).filter((text) => text.trim() === '' || text !== text.trim())).toEqual([])
  })

  test('the sum is written as the language writes numbers', () => {
    const sum = (locale: 'nb' | 'nn' | 'en') => {
      const { score, working } = assessmentTexts(locale).enisa
      return working(3, score(100), score(25), score(325))
    }
    expect(sum('nb')).toBe('opplysninger 3 × gjenkjenning 1,00 + omstendigheter 0,25 = 3,25')
    expect(sum('nn')).toBe('opplysningar 3 × gjenkjenning 1,00 + omstende 0,25 = 3,25')
    expect(sum('en')).toBe('data 3 × identification 1.00 + circumstances 0.25 = 3.25')
  })

  test('the help at low says that there is always some risk', () => {
    expect(assessmentTexts('nb').levelHelp.low).toContain('alltid en viss risiko')
    expect(assessmentTexts('nn').levelHelp.low).toContain('alltid ein viss risiko')
  })
})
