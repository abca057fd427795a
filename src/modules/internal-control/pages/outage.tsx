import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { each } from '../../../ui/each.ts'
import { Form } from '../../../ui/form.tsx'
import { FormFrame } from '../../../ui/form-frame.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { TextLink } from '../../../ui/page.tsx'
import { Place } from '../../../ui/places.tsx'
import { errorItems, RecordForm } from '../../../ui/record-form.tsx'
import { outageFields } from '../fields.ts'
import type { Outage } from '../internal-control.ts'
import { texts } from '../texts.ts'

type Props = {
  readonly deviation: string
  readonly outage: Outage | undefined
  readonly plan: { readonly id: string; readonly name: string } | null
  readonly maySay: boolean
  readonly locale: Locale
}

/** On a case: whether it is an outage that the central contingency plan is for, and the way to the plan (S4-099). */
/** Nothing was ticked: the same question once more, with what is missing and a way back to the case. */
export function OutageForm({ deviation, locale }: Pick<Props, 'deviation' | 'locale'>) {
  const { outage: t } = texts(locale)
  const problem = { field: 'criteria', text: t.noneTicked }
  return (
    <FormFrame
      title={t.title}
      lead={t.text}
      action={`/avvik/${deviation}/driftsavbrudd`}
      back={`/avvik/${deviation}`}
      save={t.say}
      locale={locale}
      refused={{ raw: {}, problems: [problem], errors: errorItems([problem], { criteria: { label: t.label } }, locale) }}
    >
      <RecordForm
        fields={outageFields}
        texts={{ criteria: { label: t.label, choices: t.criteria } }}
        values={{ criteria: [] }}
        problems={[problem]}
        locale={locale}
      />
    </FormFrame>
  )
}

export function OutagePanel({ deviation, outage, plan, maySay, locale }: Props) {
  const { outage: t } = texts(locale)
  if (outage)
    return (
      <Notice tone="danger" title={t.is} locale={locale}>
        <ul className="ds-list">
          {each(outage.criteria, (one) => (
            <li>{t.criteria[one]}</li>
          ))}
        </ul>
        <p>{plan ? <TextLink href={`/styringsdokumenter/${plan.id}`}>{`${t.plan}: ${plan.name}`}</TextLink> : t.noPlan}</p>
      </Notice>
    )
  if (!maySay) return null
  return (
    <Place id="driftsavbrudd" title={t.title} state={<span className="v-soft">{t.none}</span>}>
      <p>{t.text}</p>
      <Form action={`/avvik/${deviation}/driftsavbrudd`} unsaved={false}>
        <RecordForm
          fields={outageFields}
          texts={{ criteria: { label: t.label, choices: t.criteria } }}
          values={{ criteria: [] }}
          locale={locale}
        />
        <Actions>
          <Button variant="secondary">{t.say}</Button>
        </Actions>
      </Form>
    </Place>
  )
}
