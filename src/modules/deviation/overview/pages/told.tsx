import { LinkButton } from '../../../../ui/button.tsx'
import { NextStep, RecordPage } from '../../../../ui/record-page.tsx'
import { Section } from '../../../../ui/section.tsx'
import { SummaryList } from '../../../../ui/summary-list.tsx'
import { closingGaps } from '../../closing/rules.ts'
import { reporterWords } from '../../deed/pages/words.tsx'
import { overviewTexts } from '../texts.ts'
import { TimesSection } from './aside.tsx'
import { ReportSection } from './report.tsx'
import type { CaseProps } from './section.tsx'
import { caseHead, WhatHappened } from './show.tsx'

/** For the leader who was told: the report and where it stands. What the assessor thinks is not the leader's to read; nor who a protected reporter is (S4-131). */
export function ToldPage(props: Pick<CaseProps, 'view' | 'locale' | 'now'>) {
  const { view, locale } = props
  const t = overviewTexts(locale).page.told
  const isLeft = view.actions.includes('close')
  const ready = closingGaps(view.deviation, view.profile).length === 0
  return (
    <RecordPage
      {...caseHead(props)}
      lead={<WhatHappened view={view} locale={locale} />}
      next={
        isLeft ? (
          <NextStep locale={locale} title={ready ? t.close : t.left} text={ready ? t.closeText : t.leftText}>
            <LinkButton href={`/avvik/${view.deviation.id}/lukking`}>{ready ? t.closeButton : t.leftButton}</LinkButton>
          </NextStep>
        ) : (
          <p className="v-lead">{t.lead}</p>
        )
      }
      aside={
        <>
          {view.reporter.kind === 'protected' && (
            <Section title={overviewTexts(locale).page.people.title} id="hvem" level={3} locale={locale}>
              <SummaryList
                items={[{ label: overviewTexts(locale).page.people.reporter, value: reporterWords(view, locale) }]}
                locale={locale}
                narrow
              />
            </Section>
          )}
          <TimesSection {...props} />
        </>
      }
    >
      <ReportSection view={view} locale={locale} />
    </RecordPage>
  )
}
