import type { Locale } from '../../../kernel/texts.ts'
import { taskOfRegime } from '../tasks.ts'
import type { Step } from './next-step.ts'
import { overviewTexts } from './texts.ts'

/** What a step is called, why, and its button; one by other rules says which, in the words of its task. */
export function wordsOf({ kind, other }: Step, locale: Locale) {
  const words = overviewTexts(locale).page.steps[kind]
  return other ? { ...words, title: taskOfRegime(other, locale) } : words
}
