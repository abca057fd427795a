import type { Locale } from '../../../kernel/texts.ts'
import { Heading, TextLink } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { levelsOf, matrixOf, type Scale, stepsOf, type When, type Whose, whose } from '../matrix.ts'
import { criteria } from '../profile.ts'
import type { Scenario } from '../risk.ts'
import { scaleWords } from '../scales.ts'
import { texts } from '../texts.ts'

type MatrixProps = {
  readonly at: string
  readonly scale: Scale
  readonly scenarios: readonly Scenario[]
  readonly of: Whose
  /** No other consequence is asked about: none is chosen. */
  readonly alone?: true
  readonly locale: Locale
}

/** All risks of an analysis at a glance, before and after the measures: two tables that are read as tables, each number the way to its scenarios. */
export function RiskPicture({ at, scale, scenarios, of, alone, locale }: MatrixProps) {
  const t = texts(locale).matrix
  const { acceptable, unacceptable } = criteria[scale]
  return (
    <Section title={t.title} id="risikobilde" locale={locale}>
      <p className="v-soft">{t.lead}</p>
      {!alone && (
        <ul className="v-matrix-choice" aria-label={t.by}>
          <li aria-hidden="true">{t.by}:</li>
          {whose.map((one) => (
            <li key={one}>
              {one === of ? (
                <b aria-current="true">{t.whose[one]}</b>
              ) : (
                <TextLink href={`${at}?konsekvens=${one}#risikobilde`}>{t.whose[one]}</TextLink>
              )}
            </li>
          ))}
        </ul>
      )}
      <div className="v-matrices">
        {(['before', 'after'] as const).map((when) => (
          <Matrix key={when} {...{ at, scale, scenarios, of, locale, when }} {...(alone && { alone })} />
        ))}
      </div>
      <p className="v-soft">{t.scale(acceptable, unacceptable)}</p>
    </Section>
  )
}

function Matrix({ at, scale, scenarios, of, alone, locale, when }: MatrixProps & { readonly when: When }) {
  const t = texts(locale)
  const words = scaleWords[scale]
  const { low, medium, high } = levelsOf(scale, scenarios, when)
  return (
    <div>
      <Heading level={3}>{t.matrix[when]}</Heading>
      <p className="v-soft">{t.matrix.counts(low, medium, high)}</p>
      <table className="v-matrix">
        <caption className="ds-sr-only">
          {t.matrix.title}: {t.matrix[when].toLowerCase()}, {t.matrix.whose[of].toLowerCase()}
        </caption>
        <thead>
          <tr>
            <td className="v-matrix__corner">
              {t.matrix.likelihood} / {t.matrix.consequence.toLowerCase()}
            </td>
            {stepsOf(scale).map((step) => (
              <th key={step} scope="col">
                <span className="v-matrix__step">{step}</span> <span className="v-matrix__word">{words.consequence[step]?.[locale]}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrixOf(scale, scenarios, when, of).map(({ likelihood, cells }) => (
            <tr key={likelihood}>
              <th scope="row">
                <span className="v-matrix__step">{likelihood}</span>{' '}
                <span className="v-matrix__word">{words.likelihood[likelihood]?.[locale]}</span>
              </th>
              {cells.map(({ consequence, level, ids }) => (
                <td key={consequence} data-level={level} data-count={ids.length > 0 ? '' : undefined}>
                  {ids.length > 0 ? (
                    <a
                      href={`${at}/celle/${when === 'before' ? 'for' : 'etter'}/${likelihood}-${consequence}${of === 'worst' || alone ? '' : `?konsekvens=${of}`}`}
                      aria-label={t.matrix.cell(
                        ids.length,
                        t.levels[level],
                        words.likelihood[likelihood]?.[locale] ?? likelihood,
                        words.consequence[consequence]?.[locale] ?? consequence,
                      )}
                    >
                      <b>{ids.length}</b> <span>{t.levels[level]}</span>
                    </a>
                  ) : (
                    <span>{t.levels[level]}</span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
