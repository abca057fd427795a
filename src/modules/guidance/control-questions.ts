import type { Locale } from '../../kernel/texts.ts'
import type { Answers } from './guidance.ts'
import { languageOf } from './in-language.ts'

/** What a reader answers before they confirm. `right`: which of the answers, counted from 0. */
export type ControlQuestion = { readonly asked: string; readonly answers: readonly string[]; readonly right: number }

const most = { questions: 10, answers: 6 }

/**
 * The questions as an editor writes them, with the text and in no other tool: the question on a line, the answers below it, `+` before the
 * right one and `-` before the others, and an empty line between two questions. Null: it cannot be read so.
 */
export function controlQuestions(written: string | null): readonly ControlQuestion[] | null {
  const blocks = (written ?? '')
    .split(/\n\s*\n/)
    .map((block) =>
      block
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    )
    .filter((lines) => lines.length > 0)
  if (blocks.length > most.questions) return null
  const questions = blocks.map(questionIn)
  return questions.every((question) => question !== null) ? questions : null
}

function questionIn([asked = '', ...lines]: readonly string[]): ControlQuestion | null {
  const isAnswer = (line: string) => /^[+\-–]/.test(line)
  if (isAnswer(asked) || lines.length < 2 || lines.length > most.answers || !lines.every(isAnswer)) return null
  const answers = lines.map((line) => line.slice(1).trim())
  if (answers.some((answer) => answer === '') || new Set(answers).size < answers.length) return null
  const right = lines.findIndex((line) => line.startsWith('+'))
  const onlyOne = lines.filter((line) => line.startsWith('+')).length === 1
  return onlyOne ? { asked, answers, right } : null
}

type Written = Pick<Answers, 'bodyNb' | 'bodyNn' | 'bodyEn' | 'checkNb' | 'checkNn' | 'checkEn'>
const checkIn = ({ checkNb, checkNn, checkEn }: Written, language: Locale) => ({ nb: checkNb, nn: checkNn, en: checkEn })[language]

/** Those that go with the text a reader is given: in its language, and none where that has none. */
export function askedOf(values: Written, locale: Locale): readonly ControlQuestion[] {
  const language = languageOf(values, locale)
  return (language && controlQuestions(checkIn(values, language))) || []
}

/** Where the answer to a question stands in the form. */
export const answerName = (at: number): string => `svar${at + 1}`

/** What was answered: which answer of each question; null where there is none. */
export type Given = readonly (number | null)[]
export const questionsWrong = (asked: readonly ControlQuestion[], given: Given): readonly string[] =>
  asked.flatMap(({ right }, at) => (given[at] === right ? [] : [answerName(at)]))
