import type { ReactNode } from 'react'
import { emptyValues } from '../../../kernel/fields.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Button } from '../../../ui/button.tsx'
import { Decision } from '../../../ui/decision.tsx'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { RecordForm } from '../../../ui/record-form.tsx'
import { RecordView } from '../../../ui/record-view.tsx'
import type { Refused } from '../../../ui/refused.ts'
import { Section } from '../../../ui/section.tsx'
import { breachFields } from '../casefile/fields.ts'
import { casefileTexts } from '../casefile/texts.ts'
import type { CaseView } from '../queries.ts'
import { reportFields } from '../report/fields.ts'
import { texts as reportTexts } from '../report/texts.ts'
import { decidedWords } from './decisions.tsx'
import { DeedPage } from './deed.tsx'

const facts = ['whatHappened', 'categories', 'breachKinds', 'breachManner', 'effects', 'dataTypes', 'whereNow'] as const

export type BreachPageProps = {
  readonly view: CaseView
  readonly locale: Locale
  readonly now: Date
  readonly refused?: Refused | undefined
  readonly conflict?: ReactNode
}

/** S1-44: whether a breach has happened, by those the organisation has named for it, with reasons. */
export function BreachPage({ view, locale, now, refused, conflict }: BreachPageProps) {
  const t = casefileTexts(locale).breach
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
