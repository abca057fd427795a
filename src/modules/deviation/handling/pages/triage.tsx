import type { ComponentChildren } from 'preact'
import { Button } from '../../../../ui/button.tsx'
import { Decision } from '../../../../ui/decision.tsx'
import { Form } from '../../../../ui/form.tsx'
import { RecordForm } from '../../../../ui/record-form.tsx'
import { Section } from '../../../../ui/section.tsx'
import { type SummaryItem, SummaryList } from '../../../../ui/summary-list.tsx'
import { assessmentTexts } from '../../assessment/texts.ts'
import { DeedPage } from '../../deed/pages/deed.tsx'
import { affectedWords } from '../../deed/pages/words.tsx'
import { triageFields } from '../../fields-handling.ts'
import { handlingTexts } from '../texts.ts'
import type { EditProps } from './edit.tsx'

/** S3-14: internal, and the leader closes it; or to Datatilsynet. What it rests on stands beside it (S3-15, S3-19). */
export function TriagePage({ view, locale, now, refused, conflict }: EditProps) {
  const { deviation } = view
  const t = handlingTexts(locale)
  const p = t.triagePage
  const at = (path: string) => `/avvik/${deviation.id}/${path}`
  const { level } = deviation.assessment
  const { severity } = deviation.handling
  const leader = deviation.report.affectedLeader && view.names.get(deviation.report.affectedLeader)
  const fact = (label: string, value: ComponentChildren, path: string): SummaryItem => ({
    label,
    value,
    missing: !value,
    change: { href: at(path) },
  })
  const facts = [
    fact(p.level, deviation.assessedAt && level && assessmentTexts(locale).fields.level.choices[level], 'vurdering'),
    fact(p.severity, severity && t.fields.severity.choices[severity], 'behandling'),
    fact(p.affected, affectedWords(deviation.report, locale), 'melding'),
    fact(p.leader, leader, 'melding'),
  ]
  return (
    <DeedPage view={view} locale={locale} now={now} title={p.title} refused={refused} conflict={conflict}>
      <Form wide version={deviation.version}>
        <Decision
          locale={locale}
          facts={
            <>
              <Section title={p.facts} locale={locale} plain>
                <SummaryList items={facts} locale={locale} />
              </Section>
              <RecordForm
                fields={triageFields}
                texts={t.triage}
                values={{ triage: deviation.triage }}
                locale={locale}
                raw={refused?.raw}
                problems={refused?.problems}
              />
            </>
          }
          consequences={[
            { text: p.internal, rule: p.internalRule },
            { text: p.authority, rule: p.authorityRule },
          ]}
        >
          <Button>{p.save}</Button>
        </Decision>
      </Form>
    </DeedPage>
  )
}
