import type { Locale } from '../../../kernel/texts.ts'
import { assessmentTexts } from '../assessment/texts.ts'
import { texts as reportTexts } from '../report/texts.ts'
import { texts } from '../texts.ts'
import { type Facet, shapeOf, unsaid } from './facets.ts'
import { overviewTexts } from './texts.ts'

/** What an answer is called, where cases are counted and where they are listed. */
export function answerWords(facet: Facet, value: string, locale: Locale): string {
  const own = overviewTexts(locale).facets
  if (value === unsaid) return facet === 'level' ? own.notAssessed : own.unsaid
  return wordsOf(facet, locale)[value] ?? value
}

export const answerOptions = (facet: Facet, locale: Locale) =>
  [...shapeOf(facet).of, ...(neverUnsaid.includes(facet) ? [] : [unsaid])].map((value) => ({
    value,
    label: answerWords(facet, value, locale),
  }))

/** Always answered, by Varde itself. */
const neverUnsaid: readonly Facet[] = ['channel', 'notified']

function wordsOf(facet: Facet, locale: Locale): Readonly<Record<string, string>> {
  switch (facet) {
    case 'channel':
      return texts(locale).channels
    case 'level':
      return assessmentTexts(locale).fields.level.choices
    case 'attribute':
    case 'notified':
      return overviewTexts(locale).facets[facet]
    default: {
      const { question } = shapeOf(facet)
      const said = question && reportTexts(locale).fields[question]
      return said && 'choices' in said ? (said.choices as Readonly<Record<string, string>>) : {}
    }
  }
}
