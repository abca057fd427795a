import { formatShort } from '../../../../kernel/calendar/words.ts'
import { emptyValues } from '../../../../kernel/fields.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../../ui/button.tsx'
import { Deadline } from '../../../../ui/deadline.tsx'
import { each } from '../../../../ui/each.ts'
import { Form } from '../../../../ui/form.tsx'
import { TextLink } from '../../../../ui/page.tsx'
import { RecordForm } from '../../../../ui/record-form.tsx'
import { Section } from '../../../../ui/section.tsx'
import { uiTexts } from '../../../../ui/texts.ts'
import { clockStart } from '../../clock.ts'
import { DeedPage, type DeedPageProps } from '../../deed/pages/deed.tsx'
import { type Regime, regimeFields, regimes } from '../../fields-regimes.ts'
import type { CaseView } from '../../queries.ts'
import { answersOf, nextOf, type RegimeStep, regimeDeadlines, regimesOf, rowOf, stepField, stepsOf } from '../../regime-clock.ts'
import { regimeTexts } from '../texts.ts'

type Read = { readonly view: CaseView; readonly now: Date; readonly locale: Locale }

export const stepWords = (regime: Regime, step: RegimeStep, locale: Locale): string =>
  regime === 'processor' ? regimeTexts(locale).controllerStep : regimeTexts(locale).steps[step]

/** Those that a case has: what the organisation is under, and what was answered before it no longer was. */
export const regimesIn = ({ deviation, profile }: Pick<CaseView, 'deviation' | 'profile'>): readonly Regime[] =>
  regimes.filter((one) => regimesOf(profile).includes(one) || rowOf(deviation.regimes, one))

/** The next deadline of each, or where it stands. */
export const RegimesState = ({ view, now, locale }: Read) => {
  const t = regimeTexts(locale)
  const open = view.deviation.regimes.flatMap((row) => nextOf(regimeDeadlines(row, view.profile)) ?? [])
  const [first] = open.toSorted((a, b) => a.due.getTime() - b.due.getTime())
  if (first) return <Deadline due={first.due} now={now} locale={locale} />
  const waits = regimesIn(view).some((one) => !rowOf(view.deviation.regimes, one))
  return <span className="v-soft">{waits ? t.unanswered : t.done}</span>
}

/** Each with its own clock, beside the 72 hours. */
export function RegimesRead({ view, now, locale }: Read) {
  const t = regimeTexts(locale)
  const { deviation, profile, actions } = view
  return each(regimesIn(view), (regime) => {
    const row = rowOf(deviation.regimes, regime)
    const deadlines = row ? regimeDeadlines(row, profile) : []
    return (
      <Section title={t.names[regime]} level={3} locale={locale} plain>
        <p className="v-soft">{t.leads[regime]}</p>
        {!row && <p>{t.unanswered}</p>}
        {row?.applies === 'no' && <p>{t.doesNot}</p>}
        {row?.reason && <p data-text="">{row.reason}</p>}
        {row?.knownAt && <p>{`${t.known}: ${formatShort(row.knownAt, locale)}`}</p>}
        <ul>
          {each(deadlines, ({ step, due, done }) => (
            <li>
              {stepWords(regime, step, locale)}: <Deadline due={due} now={now} met={done} locale={locale} />
            </li>
          ))}
        </ul>
        {actions.includes('answerRegime') && (
          <p>
            <TextLink href={`/avvik/${deviation.id}/regelverk/${regime}`}>{t.edit}</TextLink>
          </p>
        )}
      </Section>
    )
  })
}

type RegimePageProps = Pick<DeedPageProps, 'view' | 'locale' | 'now' | 'refused' | 'conflict'> & { readonly regime: Regime }
/** Whether it applies, from when, and what has been told. */
export function RegimePage({ regime, ...props }: RegimePageProps) {
  const { view, locale, refused } = props
  const { deviation } = view
  const t = regimeTexts(locale)
  const row = rowOf(deviation.regimes, regime)
  const values = row ? answersOf(row) : { ...emptyValues(regimeFields), knownAt: clockStart(deviation) }
  return (
    <DeedPage {...props} title={t.names[regime]} lead={t.leads[regime]}>
      <Form version={deviation.version}>
        <RecordForm
          fields={regimeFields}
          texts={t.fields}
          values={values}
          shown={['applies', 'knownAt', 'reason', ...stepsOf(regime).map((step) => stepField[step])]}
          raw={refused?.raw}
          problems={refused?.problems}
          locale={locale}
        />
        <Actions>
          <Button>{t.save}</Button>
          <LinkButton variant="tertiary" href={`/avvik/${deviation.id}`}>
            {uiTexts(locale).cancel}
          </LinkButton>
        </Actions>
      </Form>
    </DeedPage>
  )
}
