import type { Round } from './queries.ts'
import type { CampaignUnit } from './questionnaire.ts'
import { changeOf, countQuestions, coverageOf, mean, type QuestionCount, withBelow } from './score.ts'

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
}

/** `under`: only that unit and those below it; the whole round where it is null. Compared with what the same units covered before. */
export function figuresOf(round: Round, before: Round | null, under: string | null, today: string): Figures {
  const units = under === null ? round.units : withBelow(round.units, under)
  const sent = units.filter(({ sentAt, status }) => sentAt !== null && status === 'sent')
  const coverages = new Map(sent.map(({ id }) => [id, coverageOf(round.content, round.answers.get(id) ?? new Map())]))
  const same = new Set(units.map(({ unitId }) => unitId))
  const past = (before?.units ?? []).filter((unit) => unit.status === 'sent' && same.has(unit.unitId))
  const pastCoverage = new Map(
    past.map((unit) => [unit.unitId, before ? coverageOf(before.content, before.answers.get(unit.id) ?? new Map()) : null]),
  )
  const pastQuestions = new Map(
    (before
      ? countQuestions(
          before.content,
          past.map(({ id }) => before.answers.get(id) ?? new Map()),
        )
      : []
    ).map((one) => [one.question.key, one.coverage]),
  )
  const coverage = mean([...coverages.values()])
  const level = levelOf(units, under)
  return {
    of: units.length,
    sent: sent.length,
    coverage,
    change: changeOf(coverage, mean([...pastCoverage.values()])),
    before: before?.campaign.values.year ?? null,
    questions: countQuestions(
      round.content,
      sent.map(({ id }) => round.answers.get(id) ?? new Map()),
    ).map((one) => ({ ...one, change: changeOf(one.coverage, pastQuestions.get(one.question.key) ?? null) })),
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
    actions: actionsOf(round, units, today),
  }
}

/** The uppermost units that there are several of, so that there is something to compare; right below a unit where one is chosen. */
function levelOf(units: readonly CampaignUnit[], under: string | null): readonly CampaignUnit[] {
  if (under !== null) return units.filter(({ parentId }) => parentId === under)
  const tops = units.filter(({ parentId }) => parentId === null)
  const [only] = tops
  return tops.length === 1 && only ? units.filter(({ parentId }) => parentId === only.id) : tops
}

function actionsOf({ answers }: Round, units: readonly CampaignUnit[], today: string): readonly ActionFigure[] {
  return units.flatMap((unit) =>
    [...(answers.get(unit.id) ?? [])].flatMap(([question, one]): readonly ActionFigure[] => {
      if (unit.sentAt === null || one.follow === null) return []
      const late = one.dueOn !== null && one.dueOn < today
      const state = one.follow === 'acceptance' ? 'accepted' : one.doneOn !== null ? 'done' : late ? 'late' : 'open'
      return [{ unit, question, what: (one.follow === 'acceptance' ? one.reason : one.action) ?? '', dueOn: one.dueOn, state }]
    }),
  )
}
