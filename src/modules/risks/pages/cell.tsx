import { type Asked, type Crumb, nothing, page } from '../../../kernel/http.ts'
import { PageHeading } from '../../../ui/page.tsx'
import { placeOf, type Scale, type Step, stepsOf, type Whose } from '../matrix.ts'
import type { Measure, Scenario } from '../risk.ts'
import { scaleWords } from '../scales.ts'
import { texts } from '../texts.ts'
import { ScenarioList } from './parts.tsx'

type Cell = {
  readonly at: string
  readonly scale: Scale
  readonly scenarios: readonly Scenario[]
  readonly measures: readonly Measure[]
  readonly of: Whose
  readonly mayWrite: boolean
  readonly crumbs: readonly Crumb[]
}

/** The scenarios behind one number of a matrix: `/celle/:naar/:celle`. */
export function cellPage({ locale, params }: Asked, { at, scale, scenarios, measures, of, mayWrite, crumbs }: Cell) {
  const t = texts(locale)
  const when = params.naar === 'for' ? 'before' : params.naar === 'etter' ? 'after' : null
  const [likelihood, consequence] = (params.celle ?? '').split('-').map((step) => stepsOf(scale).find((one) => one === step))
  if (when === null || !likelihood || !consequence) return nothing
  const stands = (place: { likelihood: Step; consequence: Step } | null) =>
    place?.likelihood === likelihood && place.consequence === consequence
  const words = scaleWords[scale]
  const title = t.matrix.cellTitle(words.likelihood[likelihood]?.[locale] ?? '', words.consequence[consequence]?.[locale] ?? '')
  return page(
    title,
    <>
      <PageHeading title={title} kicker={`${t.matrix[when]}: ${t.matrix.whose[of]}`} />
      <ScenarioList
        scenarios={scenarios.filter((one) => stands(placeOf(one, when, of)))}
        {...{ at, scale, measures, t, locale, mayWrite }}
      />
    </>,
    crumbs,
  )
}
