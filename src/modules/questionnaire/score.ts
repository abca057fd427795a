import { type Meaning, meanings, type Numbered, type Question, type Reading } from './content.ts'
import type { Answers } from './questionnaire.ts'

/** What one answer counts: a whole, a half, or nothing. Null: it counts neither for nor against. */
export function pointOf({ scoring }: Pick<Question, 'scoring'>, meaning: Meaning | undefined): number | null {
  if (meaning === undefined || scoring === 'neutral') return null
  if (meaning === 'partly') return 0.5
  if (meaning === 'unknown') return 0
  return (meaning === 'yes') === (scoring === 'straight') ? 1 : 0
}

/** How much of what is counted is covered, from 0 to 1; null where nothing is counted. What a unit is not asked counts for nothing. */
export const coverageIn = ({ asked, meaningOf }: Reading, answers: Answers): number | null =>
  mean(asked(answers).map((question) => pointOf(question, meaningOf(question, answers.get(question.key)?.option))))

/** The mean of those units that have something to count. */
export const mean = (of: readonly (number | null)[]): number | null => {
  const known = of.filter((one) => one !== null)
  return known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0) / known.length
}

export type QuestionCount = {
  readonly question: Numbered
  readonly counts: Readonly<Record<Meaning, number>>
  readonly answered: number
  readonly coverage: number | null
}

/** Each question with how many units answered what. */
export function countQuestions({ all, asked, meaningOf }: Reading, units: readonly Answers[]): readonly QuestionCount[] {
  const each = units.map((answers) => ({ answers, put: new Set(asked(answers)) }))
  return all.map((question) => {
    const counts: Record<Meaning, number> = { yes: 0, partly: 0, no: 0, unknown: 0 }
    const points: (number | null)[] = []
    for (const { answers, put } of each) {
      const meaning = put.has(question) ? meaningOf(question, answers.get(question.key)?.option) : undefined
      if (meaning === undefined) continue
      counts[meaning] += 1
      points.push(pointOf(question, meaning))
    }
    return { question, counts, answered: meanings.reduce((sum, one) => sum + counts[one], 0), coverage: mean(points) }
  })
}

/** How far it has come since before, in points of the hundred; null where one of the two is not known. */
export const changeOf = (now: number | null, before: number | null): number | null =>
  now === null || before === null ? null : Math.round(now * 100) - Math.round(before * 100)

/** A line of the round: a unit that answers, with those below it. `under`: how many of them have sent, itself among them. */
export type Line = { readonly id: string; readonly parentId: string | null; readonly coverage: number | null; readonly sent: boolean }

/** A unit and all below it, in the tree as it stood. */
export function withBelow<L extends Pick<Line, 'id' | 'parentId'>>(lines: readonly L[], id: string): readonly L[] {
  const children = Map.groupBy(lines, ({ parentId }) => parentId)
  const walk = (at: string): readonly L[] => (children.get(at) ?? []).flatMap((one) => [one, ...walk(one.id)])
  return [...lines.filter((one) => one.id === id), ...walk(id)]
}

/** More units than this are shown a level at a time: a page of hundreds of lines is read by nobody. */
export const mostListed = 60

/** The units that a list shows: all, where they are few; else the uppermost, or one unit and those right below it. */
export function listed<L extends Pick<Line, 'id' | 'parentId'>>(lines: readonly L[], under: string | null): readonly L[] {
  if (under !== null) return lines.filter(({ id, parentId }) => id === under || parentId === under)
  if (lines.length <= mostListed) return lines
  const tops = lines.filter(({ parentId }) => parentId === null)
  const [only] = tops
  return tops.length === 1 && only ? lines.filter(({ id, parentId }) => id === only.id || parentId === only.id) : tops
}
