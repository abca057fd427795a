import { LinkButton } from '../../../ui/button.tsx'
import { NextStep, RecordPage } from '../../../ui/record-page.tsx'
import { casefileTexts } from '../casefile/texts.ts'
import { TimesSection } from './aside.tsx'
import { ReportSection } from './report.tsx'
import { caseHead, WhatHappened } from './show.tsx'
import type { CaseProps } from './words.tsx'

/** For the leader who was told: the report and where it stands. What the assessor thinks is not the leader's to read. */
export function ToldPage(props: Pick<CaseProps, 'view' | 'locale' | 'now'>) {
  const { view, locale } = props
  const t = casefileTexts(locale).page.told
  const mayClose = view.actions.includes('close')
  return (
    <RecordPage
      {...caseHead(props)}
      lead={<WhatHappened view={view} locale={locale} />}
      next={
        mayClose ? (
          <NextStep locale={locale} title={t.close} text={t.closeText}>
            <LinkButton href={`/avvik/${view.deviation.id}/lukking`}>{t.closeButton}</LinkButton>
          </NextStep>
        ) : (
          <p className="v-lead">{t.lead}</p>
        )
      }
      aside={<TimesSection {...props} />}
    >
      <ReportSection view={view} locale={locale} />
    </RecordPage>
  )
}
