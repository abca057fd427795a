import type { Locale } from '../../../kernel/texts.ts'
import { type Content, numbered, type Question } from '../content.ts'
import { texts } from '../texts.ts'

/** When a question is asked, in words: which question is to have which answer. Empty where it is asked of all. */
export function conditionWords(content: Content, { condition }: Question, locale: Locale): string {
  if (!condition) return ''
  const before = numbered(content).find(({ key }) => key === condition.question)
  if (!before) return ''
  const labels = content.scales[before.scale].filter(({ meaning }) => condition.says.includes(meaning)).map(({ label }) => label[locale])
  return texts(locale).answering.when(before.number, labels)
}
