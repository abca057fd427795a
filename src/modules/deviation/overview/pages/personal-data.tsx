import type { ComponentChildren } from 'preact'
import type { Locale } from '../../../../kernel/texts.ts'
import { Button } from '../../../../ui/button.tsx'
import { Form } from '../../../../ui/form.tsx'
import { RecordForm } from '../../../../ui/record-form.tsx'
import { RecordView } from '../../../../ui/record-view.tsx'
import type { Refused } from '../../../../ui/refused.ts'
import { Section } from '../../../../ui/section.tsx'
import { clockBasis } from '../../clock.ts'
import { DeedPage } from '../../deed/pages/deed.tsx'
import { reportFields } from '../../fields-report.ts'
import type { CaseView } from '../../queries.ts'
import { texts as reportTexts } from '../../report/texts.ts'
import { personalDataFields } from '../fields.ts'
import { overviewTexts } from '../texts.ts'

const facts = ['personalData', 'whatHappened', 'categories', 'dataTypes', 'system'] as const

export type PersonalDataPageProps = {
  readonly view: CaseView
  readonly locale: Locale
  readonly now: Date
  readonly refused?: Refused | undefined
  readonly conflict?: ComponentChildren
}

/** The one question that settles an assumed clock: are personal data affected? What the report says stands beside it. */
export function PersonalDataPage({ view, locale, now, refused, conflict }: PersonalDataPageProps) {
  const t = overviewTexts(locale).personalData
  return (
    <DeedPage
      view={view}
      locale={locale}
      now={now}
      title={t.title}
      lead={clockBasis(view.deviation) === 'assumed' ? t.lead : t.answered}
      refused={refused}
      conflict={conflict}
    >
      <Section title={t.facts} locale={locale} plain>
        <RecordView
          fields={reportFields}
          texts={reportTexts(locale).fields}
          values={view.deviation.report}
          offers={view.called}
          locale={locale}
          shown={[...facts]}
        />
      </Section>
      <Form version={view.deviation.version}>
        <RecordForm
          fields={personalDataFields}
          texts={t.fields}
          values={{ personalData: personalDataFields.personalData.of.find((one) => one === view.deviation.report.personalData) ?? null }}
          locale={locale}
          raw={refused?.raw}
          problems={refused?.problems}
        />
        <Button>{t.save}</Button>
      </Form>
    </DeedPage>
  )
}
