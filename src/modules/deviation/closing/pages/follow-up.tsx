import { formatDate } from '../../../../kernel/calendar/words.ts'
import { Actions, Button, LinkButton } from '../../../../ui/button.tsx'
import { Radios, TextInput } from '../../../../ui/field.tsx'
import { Form } from '../../../../ui/form.tsx'
import { errorAt } from '../../../../ui/refused.ts'
import { DeedPage, type DeedPageProps } from '../../pages/deed.tsx'
import { texts as reportTexts } from '../../report/texts.ts'
import { followUpPoints } from '../rules.ts'
import { texts } from '../texts.ts'

type Props = Pick<DeedPageProps, 'view' | 'locale' | 'now' | 'refused'> & {
  readonly values: { readonly measure: string | null; readonly doneOn: string | null }
}

/** What was left to do when the case was proposed closed, and that it is done (S4-154). */
export const FollowUpPage = ({ values, ...page }: Props) => {
  const { view, locale, refused } = page
  const { deviation } = view
  const t = texts(locale).followUp
  const { dueOn } = reportTexts(locale).measures
  const points = followUpPoints(deviation)
  const errorOf = (name: string) => errorAt(refused, name)
  const back = (
    <LinkButton variant="tertiary" href={`/avvik/${deviation.id}`}>
      {texts(locale).closing.cancel}
    </LinkButton>
  )
  return (
    <DeedPage {...page} title={t.title} lead={points.length > 0 ? t.lead : t.none}>
      {points.length === 0 ? (
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
              hint: [point.responsible, point.dueOn && `${dueOn.label}: ${formatDate(point.dueOn, locale)}`].filter(Boolean).join(' · '),
            }))}
          />
          <TextInput name="doneOn" type="date" label={t.doneOn} value={values.doneOn ?? ''} error={errorOf('doneOn')} />
          <Actions>
            <Button>{t.button}</Button>
            {back}
          </Actions>
        </Form>
      )}
    </DeedPage>
  )
}
