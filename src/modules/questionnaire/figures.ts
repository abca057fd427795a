import { fallenIn, type Reading, readingOf } from './content.ts'
import type { Round } from './queries.ts'
import type { CampaignUnit } from './questionnaire.ts'
import { changeOf, countQuestions, coverageIn, mean, type QuestionCount, withBelow } from './score.ts'

// What a round comes to. Units alone: nobody's name is in a figure (S2-06).

export type UnitFigure = {
  readonly unit: CampaignUnit
  readonly of: number
  readonly sent: number
  readonly coverage: number | null
  readonly change: number | null
}
export type ActionFigure = {
  readonly unit: CampaignUnit
  readonly question: string
  readonly what: string
  readonly dueOn: string | null
  readonly state: 'open' | 'late' | 'done' | 'accepted'
}
export type Figures = {
  readonly of: number
  readonly sent: number
  readonly coverage: number | null
  readonly change: number | null
  readonly before: number | null
  readonly questions: readonly (QuestionCount & { readonly change: number | null })[]
  readonly units: readonly UnitFigure[]
  readonly missing: readonly CampaignUnit[]
  readonly actions: readonly ActionFigure[]
  /** Units that have sent, and whose answers are in none of these: they have few people. */
  readonly small: readonly CampaignUnit[]
}

/** `under`: only that unit and those below it; the whole round where it is null. Compared with what the same units covered before. */
export function figuresOf(round: Round, before: Round | null, under: string | null, today: string): Figures {
  const units = under === null ? round.units : withBelow(round.units, under)
  const sent = units.filter(({ sentAt, status }) => sentAt !== null && status === 'sent')
  const reading = readingOf(round.content)
  const answered = (unit: CampaignUnit) => round.answers.get(unit.id) ?? new Map()
  const coverages = new Map(sent.map((unit) => [unit.id, coverageIn(reading, answered(unit))]))
  const same = new Set(units.map(({ unitId }) => unitId))
  const past = before && { ...before, reading: readingOf(before.content) }
  const pastSent = past ? past.units.filter(({ status, unitId }) => status === 'sent' && same.has(unitId)) : []
  const pastAnswers = pastSent.map(({ unitId, id }) => ({ unitId, answers: past?.answers.get(id) ?? new Map() }))
  const pastCoverage = new Map(pastAnswers.map(({ unitId, answers }) => [unitId, past ? coverageIn(past.reading, answers) : null]))
  const pastCounts = past
    ? countQuestions(
        past.reading,
        pastAnswers.map(({ answers }) => answers),
      )
    : []
  const pastQuestions = new Map(pastCounts.map((one) => [one.question.key, one.coverage]))
  const coverage = mean([...coverages.values()])
  const level = levelOf(units, under)
  return {
    of: units.length,
    sent: sent.length,
    coverage,
    change: changeOf(coverage, mean([...pastCoverage.values()])),
    before: before?.campaign.values.year ?? null,
    questions: countQuestions(reading, sent.map(answered)).map((one) => ({
      ...one,
      change: changeOf(one.coverage, pastQuestions.get(one.question.key) ?? null),
    })),
    units: level.map((unit) => {
      const all = withBelow(units, unit.id)
      const now = mean(all.map(({ id }) => coverages.get(id) ?? null))
      return {
        unit,
        of: all.length,
        sent: all.filter(({ id }) => coverages.has(id)).length,
        coverage: now,
        change: changeOf(now, mean(all.map(({ unitId }) => pastCoverage.get(unitId) ?? null))),
      }
    }),
    missing: units.filter(({ status }) => status === 'open'),
    actions: actionsOf(round, reading, units, today),
    small: sent.filter(({ id }) => round.small.has(id)),
  }
}

/** The uppermost units that there are several of, so that there is something to compare; right below a unit where one is chosen. */
function levelOf(units: readonly CampaignUnit[], under: string | null): readonly CampaignUnit[] {
  if (under !== null) return units.filter(({ parentId }) => parentId === under)
  const tops = units.filter(({ parentId }) => parentId === null)
  const [only] = tops
  return tops.length === 1 && only ? units.filter(({ parentId }) => parentId === only.id) : tops
}

function actionsOf({ answers }: Round, reading: Reading, units: readonly CampaignUnit[], today: string): readonly ActionFigure[] {
  return units.flatMap((unit) => {
    const own = answers.get(unit.id)
    if (!own || unit.sentAt === null) return []
    const hasFallen = fallenIn(reading, own)
    return [...own].flatMap(([question, one]): readonly ActionFigure[] => {
      // What is done is told, whatever was answered afterwards.
      if (one.follow === null || (one.doneOn === null && hasFallen(question))) return []
      const late = one.dueOn !== null && one.dueOn < today
      const state = one.follow === 'acceptance' ? 'accepted' : one.doneOn !== null ? 'done' : late ? 'late' : 'open'
      return [{ unit, question, what: (one.follow === 'acceptance' ? one.reason : one.action) ?? '', dueOn: one.dueOn, state }]
    })
  })
}
