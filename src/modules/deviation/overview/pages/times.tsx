import type { ComponentChildren } from 'preact'
import { emptyValues } from '../../../../kernel/fields.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { Button } from '../../../../ui/button.tsx'
import { Form } from '../../../../ui/form.tsx'
import { RecordForm } from '../../../../ui/record-form.tsx'
import type { Refused } from '../../../../ui/refused.ts'
import { Section } from '../../../../ui/section.tsx'
import { SummaryList } from '../../../../ui/summary-list.tsx'
import { DeedPage } from '../../deed/pages/deed.tsx'
import { awareFields, extentFields } from '../../fields-times.ts'
import type { CaseView } from '../../queries.ts'
import { overviewTexts } from '../texts.ts'
import { timeItems } from './aside.tsx'

export type TimesPageProps = {
  readonly view: CaseView
  readonly locale: Locale
  readonly now: Date
  /** Which of the two forms was refused. */
  readonly refused?: { readonly deed: 'aware' | 'extent'; readonly refused: Refused } | undefined
  readonly conflict?: ComponentChildren
}

/** When the organisation became aware, and when the extent was clear; the other times come from the report. */
export function TimesPage({ view, locale, now, refused, conflict }: TimesPageProps) {
  const t = overviewTexts(locale).times
  const { deviation, actions } = view
  const of = (deed: 'aware' | 'extent') => (refused?.deed === deed ? refused.refused : undefined)
  const form = (deed: 'aware' | 'extent') => ({ raw: of(deed)?.raw, problems: of(deed)?.problems })
  return (
    <DeedPage view={view} locale={locale} now={now} title={t.title} lead={t.lead} refused={refused?.refused} conflict={conflict}>
      <SummaryList items={timeItems(view, locale, now)} locale={locale} />
      {actions.includes('setAware') && (
        <Section title={t.awareTitle} locale={locale}>
          <Form version={deviation.version} hidden={{ deed: 'aware' }}>
            <RecordForm
              fields={awareFields}
              texts={t.aware}
              values={{
                ...emptyValues(awareFields),
                awareAt: deviation.awareAt ?? deviation.report.discoveredAt,
                reason: deviation.awareReason,
              }}
              locale={locale}
              {...form('aware')}
            />
            <p className="v-soft">{t.whoSets}</p>
            <Button>{t.saveAware}</Button>
          </Form>
        </Section>
      )}
      {actions.includes('edit') && (
        <Section title={t.extentTitle} locale={locale}>
          <Form version={deviation.version} hidden={{ deed: 'extent' }}>
            <RecordForm
              fields={extentFields}
              texts={t.extent}
              values={{ extentConfirmedAt: deviation.extentConfirmedAt }}
              locale={locale}
              {...form('extent')}
            />
            <Button variant="secondary">{t.saveExtent}</Button>
          </Form>
        </Section>
      )}
    </DeedPage>
  )
}
