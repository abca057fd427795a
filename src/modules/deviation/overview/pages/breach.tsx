import type { ComponentChildren } from 'preact'
import { emptyValues } from '../../../../kernel/fields.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { Button } from '../../../../ui/button.tsx'
import { Decision } from '../../../../ui/decision.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { RecordForm } from '../../../../ui/record-form.tsx'
import { RecordView } from '../../../../ui/record-view.tsx'
import type { Refused } from '../../../../ui/refused.ts'
import { Section } from '../../../../ui/section.tsx'
import { DeedPage } from '../../deed/pages/deed.tsx'
import { reportFields } from '../../fields-report.ts'
import type { CaseView } from '../../queries.ts'
import { texts as reportTexts } from '../../report/texts.ts'
import { breachFields } from '../fields.ts'
import { overviewTexts } from '../texts.ts'
import { decidedWords } from './decisions.tsx'

const facts = ['whatHappened', 'categories', 'breachKinds', 'breachManner', 'effects', 'dataTypes', 'whereNow'] as const

export type BreachPageProps = {
  readonly view: CaseView
  readonly locale: Locale
  readonly now: Date
  readonly refused?: Refused | undefined
  readonly conflict?: ComponentChildren
}

/** S1-44: whether a breach has happened, by those the organisation has named for it, with reasons. */
export function BreachPage({ view, locale, now, refused, conflict }: BreachPageProps) {
  const t = overviewTexts(locale).breach
  const before = decidedWords(view, 'breach', locale)
  return (
    <DeedPage view={view} locale={locale} now={now} title={t.title} refused={refused} conflict={conflict}>
      <Form wide version={view.deviation.version}>
        <Decision
          locale={locale}
          facts={
            <>
              {before && (
                <Notice locale={locale} title={t.before}>
                  {before}
                </Notice>
              )}
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
              <RecordForm
                fields={breachFields}
                texts={t.fields}
                values={emptyValues(breachFields)}
                locale={locale}
                raw={refused?.raw}
                problems={refused?.problems}
              />
            </>
          }
          consequences={[
            { text: t.follows.yes, rule: t.follows.yesRule },
            { text: t.follows.no, rule: t.follows.noRule },
            { text: t.follows.document, rule: t.follows.documentRule },
          ]}
        >
          <Button>{t.save}</Button>
        </Decision>
      </Form>
    </DeedPage>
  )
}
