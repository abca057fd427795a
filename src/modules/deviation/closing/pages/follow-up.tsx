import { formatDate } from '../../../../kernel/calendar/words.ts'
import { Actions, Button, LinkButton } from '../../../../ui/button.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Radios, TextInput } from '../../../../ui/field.tsx'
import { Form } from '../../../../ui/form.tsx'
import { PageHeading, Stack } from '../../../../ui/page.tsx'
import { errorAt } from '../../../../ui/refused.ts'
import { DeedPage, type DeedPageProps } from '../../deed/pages/deed.tsx'
import { type Measure, reference } from '../../deviation.ts'
import { measureFields } from '../../fields-report.ts'
import { whoDoes } from '../../report/pages/measures.tsx'
import { texts as reportTexts } from '../../report/texts.ts'
import { followUpPoints } from '../../responsible.ts'
import { texts as caseTexts } from '../../texts.ts'
import { texts } from '../texts.ts'

type Props = Pick<DeedPageProps, 'view' | 'locale' | 'now' | 'refused'> & {
  /** Those that its reader may say are done. */
  readonly points: readonly Measure[]
  /** Whether the reader has the case: whoever only has a measure to do sees that, and the case's number. */
  readonly whole: boolean
  readonly values: { readonly measure: string | null; readonly doneOn: string | null; readonly evidence: string | null }
}

/** What was left to do when the case was proposed closed, and that it is done (S4-154). */
export const FollowUpPage = ({ values, points: all, whole, ...page }: Props) => {
  const { view, locale, refused } = page
  const { deviation } = view
  const t = texts(locale).followUp
  const { dueOn } = reportTexts(locale).measures
  const points = followUpPoints({ measures: all })
  const errorOf = (name: string) => errorAt(refused, name)
  const back = (
    <LinkButton variant="tertiary" href={whole ? `/avvik/${deviation.id}` : '/oppgaver'}>
      {texts(locale).closing.cancel}
    </LinkButton>
  )
  const lead = points.length === 0 ? t.none : whole ? t.lead : t.yours
  const body =
    points.length === 0 ? (
      <Actions>{back}</Actions>
    ) : (
      <Form>
        <Radios
          name="measure"
          label={t.which}
          value={points.length === 1 ? points[0]?.id : (values.measure ?? undefined)}
          error={errorOf('measure')}
          options={points.map((point) => ({
            value: point.id,
            label: point.what ?? '',
            hint: [whoDoes(point, view.profile, locale, view.names), point.dueOn && `${dueOn.label}: ${formatDate(point.dueOn, locale)}`]
              .filter(Boolean)
              .join(' · '),
          }))}
        />
        <TextInput name="doneOn" type="date" label={t.doneOn} value={values.doneOn ?? ''} error={errorOf('doneOn')} />
        <TextInput
          name="evidence"
          rows={2}
          guard
          max={measureFields.evidence.max}
          label={t.evidence}
          hint={reportTexts(locale).measures.evidence.hint}
          value={values.evidence ?? ''}
          error={errorOf('evidence')}
        />
        <Actions>
          <Button>{t.button}</Button>
          {back}
        </Actions>
      </Form>
    )
  if (whole)
    return (
      <DeedPage {...page} title={t.title} lead={lead}>
        {body}
      </DeedPage>
    )
  return (
    <Stack gap="lg">
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading kicker={`${caseTexts(locale).kind} ${reference(deviation)}`} title={t.title} lead={lead} />
      {body}
    </Stack>
  )
}
