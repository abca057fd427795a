import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, LinkButton } from '../../../ui/button.tsx'
import { Section } from '../../../ui/section.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { TaskList } from '../../../ui/task-list.tsx'
import { type Level, riskOf, type Scale, unexplained } from '../matrix.ts'
import { decisionOf } from '../measure-words.ts'
import type { Measure, Scenario } from '../risk.ts'
import type { Texts } from '../texts.nb.ts'

type PartsProps = { readonly at: string; readonly t: Texts; readonly locale: Locale; readonly mayWrite: boolean }

export const levelTones = { low: 'success', medium: 'warning', high: 'danger' } as const satisfies Record<Level, string>

export const LevelTag = ({ level, t }: { readonly level: Level; readonly t: Texts }) => (
  <StatusTag tone={levelTones[level]}>{t.levels[level]}</StatusTag>
)

type ScenarioProps = PartsProps & {
  readonly scenarios: readonly Scenario[]
  readonly measures: readonly Measure[]
  readonly scale: Scale
}

/** What can happen, with its risk before and after the measures. */
export const Scenarios = ({ scenarios, measures, scale, mayWrite, at, t, locale }: ScenarioProps) => (
  <Section title={t.show.scenarios} id="scenarier" locale={locale}>
    <p className="v-soft">{t.show.scenariosText}</p>
    {scenarios.length > 0 && <ScenarioList {...{ scenarios, measures, scale, mayWrite, at, t, locale }} />}
    {mayWrite && (
      <Actions>
        <LinkButton href={`${at}/scenarioer/ny`} variant="secondary" icon="plus">
          {t.show.addScenario}
        </LinkButton>
      </Actions>
    )}
  </Section>
)

export const ScenarioList = ({ scenarios, measures, scale, mayWrite, at, t }: ScenarioProps) => {
  const open = unexplained(scenarios, measures)
  return (
    <TaskList
      tasks={scenarios.map((scenario) => {
        const [before, after] = [riskOf(scale, scenario, 'before'), riskOf(scale, scenario, 'after')]
        const judged = scenario.likelihoodAfter ?? scenario.forSubjectsAfter ?? scenario.forOrganisationAfter
        const cause = scenario.cause === null ? [] : [t.scenario.cause.choices[scenario.cause]]
        const lacks = open.includes(scenario) ? [t.show.noMeasure] : []
        return {
          name: scenario.name ?? '',
          href: mayWrite ? `${at}/scenarioer/${scenario.id}` : undefined,
          hint: [...lacks, ...cause, scenario.touches.map((side) => t.scenario.touches.choices[side]).join(', ')]
            .filter((words) => words !== '')
            .join(' · '),
          status: after && <LevelTag level={after} t={t} />,
          deadline: before && after && (judged === null ? t.show.notJudged : t.show.change(t.levels[before], t.levels[after])),
        }
      })}
    />
  )
}

/** What is done about it: kind, whose, and when; who decided it, and what shows that it is in place (S4-005). */
export function Measures({
  measures,
  names,
  today,
  reader,
  mayWrite,
  at,
  t,
  locale,
}: PartsProps & {
  readonly measures: readonly Measure[]
  readonly names: ReadonlyMap<string, string>
  readonly today: string
  readonly reader: string
}) {
  return (
    <Section title={t.show.measures} id="tiltak" locale={locale}>
      {measures.length === 0 ? (
        <p className="v-soft">{t.show.noMeasures}</p>
      ) : (
        <TaskList
          tasks={measures.map((measure) => {
            const kind = measure.kind === null ? [] : [t.measure.kind.choices[measure.kind]]
            const who = measure.owner === null ? [] : [names.get(measure.owner) ?? '']
            const isLate = measure.doneOn === null && measure.dueOn !== null && measure.dueOn < today
            return {
              name: measure.name ?? '',
              // Whoever carries a measure out writes in it, and in nothing else.
              href: mayWrite || measure.owner === reader ? `${at}/tiltak/${measure.id}` : undefined,
              hint: (
                <>
                  {[...kind, ...measure.effect.map((one) => t.measure.effect.choices[one]), ...who].join(' · ')}
                  <div>{decisionOf(measure, names, t, locale)}</div>
                  {measure.evidence !== null && <div data-text="">{t.show.shownBy(measure.evidence)}</div>}
                </>
              ),
              status:
                measure.doneOn === null ? (
                  measure.dueOn && (
                    <StatusTag tone={isLate ? 'danger' : 'neutral'}>{t.show.due(formatDate(measure.dueOn, locale))}</StatusTag>
                  )
                ) : (
                  <StatusTag tone="success">{t.show.done(formatDate(measure.doneOn, locale))}</StatusTag>
                ),
            }
          })}
        />
      )}
      {mayWrite && (
        <Actions>
          <LinkButton href={`${at}/tiltak/ny`} variant="secondary" icon="plus">
            {t.show.addMeasure}
          </LinkButton>
        </Actions>
      )}
    </Section>
  )
}
