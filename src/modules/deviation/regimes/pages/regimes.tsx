import { formatShort } from '../../../../kernel/calendar/words.ts'
import { emptyValues } from '../../../../kernel/fields.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../../ui/button.tsx'
import { Deadline } from '../../../../ui/deadline.tsx'
import { each } from '../../../../ui/each.ts'
import { Form } from '../../../../ui/form.tsx'
import { GuardTexts } from '../../../../ui/guard-notice.tsx'
import { TextLink } from '../../../../ui/page.tsx'
import { Opened, RecordField } from '../../../../ui/record-form.tsx'
import { Section } from '../../../../ui/section.tsx'
import { uiTexts } from '../../../../ui/texts.ts'
import { clockStart } from '../../clock.ts'
import { DeedPage, type DeedPageProps } from '../../deed/pages/deed.tsx'
import { type Regime, regimeFields, regimes } from '../../fields-regimes.ts'
import type { CaseView } from '../../queries.ts'
import { answersOf, type RegimeStep, regimeDeadlines, regimesOf, regimeWaits, rowOf, stepField, stepsOf } from '../../regime-clock.ts'
import { texts } from '../../texts.ts'
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
  const [first] = regimeWaits(view.deviation, view.profile)
  if (first?.due) return <Deadline due={first.due} of={texts(locale).regimeNames[first.regime]} now={now} locale={locale} />
  return <span className="v-soft">{first ? t.unanswered : t.done}</span>
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

/** Neither may be left out below the answer that asks for it: then it is not marked as one that may. */
const asked = {
  ...regimeFields,
  knownAt: { ...regimeFields.knownAt, required: true },
  reason: { ...regimeFields.reason, required: true },
} as const

type RegimePageProps = Pick<DeedPageProps, 'view' | 'locale' | 'now' | 'refused' | 'conflict'> & { readonly regime: Regime }
/** Whether it applies, from when, and what has been told; what follows from an answer stands below it. Its own clock, and not the 72 hours. */
export function RegimePage({ regime, ...props }: RegimePageProps) {
  const { view, locale, refused } = props
  const { deviation } = view
  const t = regimeTexts(locale)
  const row = rowOf(deviation.regimes, regime)
  const values = row ? answersOf(row) : { ...emptyValues(regimeFields), knownAt: clockStart(deviation) }
  const first = regimeWaits(deviation, view.profile).find((one) => one.regime === regime)
  const clock = first?.due ? <Deadline due={first.due} of={texts(locale).regimeNames[regime]} now={props.now} locale={locale} chip /> : null
  const ask = { fields: asked, texts: t.fields, values, raw: refused?.raw, problems: refused?.problems, locale }
  const one = (name: keyof typeof regimeFields) => <RecordField key={name} {...ask} name={name} />
  const told = stepsOf(regime).map((step) => stepField[step])
  return (
    <DeedPage {...props} title={t.names[regime]} lead={t.leads[regime]} clock={clock}>
      <Form version={deviation.version}>
        <Opened fields={regimeFields} values={values} raw={refused?.raw} shown={['applies', 'knownAt', 'reason', ...told]} />
        <RecordField {...ask} name="applies" below={{ yes: ['knownAt' as const, ...told].map(one), no: one('reason') }} />
        <GuardTexts locale={locale} />
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
