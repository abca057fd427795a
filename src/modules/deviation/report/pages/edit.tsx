import type { Form as Posted, Problem } from '../../../../kernel/fields.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../../ui/button.tsx'
import { Conflict } from '../../../../ui/conflict.tsx'
import { Deadline } from '../../../../ui/deadline.tsx'
import { Form } from '../../../../ui/form.tsx'
import { GuardTexts } from '../../../../ui/guard-notice.tsx'
import { PageHeading, Stack, TextLink } from '../../../../ui/page.tsx'
import { uiTexts } from '../../../../ui/texts.ts'
import { metWords } from '../../deed/pages/words.tsx'
import { type Report, reportFields } from '../../fields-report.ts'
import type { CaseView } from '../../queries.ts'
import type { ReportOffers } from '../../queries-references.ts'
import { formQuestions } from '../rules.ts'
import { texts } from '../texts.ts'
import { ReportErrors } from './errors.tsx'
import { Reminder } from './guidance.tsx'
import { QuestionGroups } from './questions.tsx'

export type EditPageProps = {
  readonly view: CaseView
  readonly offers: ReportOffers
  readonly now: Date
  readonly locale: Locale
  readonly raw?: Posted | undefined
  readonly problems?: readonly Problem[] | undefined
  /** What was written here, where another has saved meanwhile. */
  readonly yours?: Partial<Report>
}

/** A sent report is put right by those who handle it. The measures have their own page. */
export const EditPage = ({ view, now, yours, ...rest }: EditPageProps) => {
  const { locale, problems = [] } = rest
  const { deviation, profile, actions } = view
  const words = texts(locale)
  const { notifyBy, authorityNotifiedAt } = deviation
  return (
    <Stack gap="lg">
      <ReportErrors problems={problems} locale={locale} />
      <PageHeading title={words.edit.title} lead={words.edit.lead} />
      {notifyBy && (
        <Deadline
          due={notifyBy}
          met={authorityNotifiedAt}
          metWords={metWords(deviation, locale)}
          assumed={deviation.notifyByAssumed}
          now={now}
          locale={locale}
        />
      )}
      {yours && (
        <Conflict fields={reportFields} texts={words.fields} now={deviation.report} yours={yours} offers={rest.offers} locale={locale} />
      )}
      {actions.includes('redact') && (
        <p>
          <TextLink href={`/avvik/${deviation.id}/sladding`}>{words.edit.redact}</TextLink>
        </p>
      )}
      <Reminder locale={locale} />
      <GuardTexts locale={locale} />
      <div data-guard-new-rule={profile.deviation.newNationalIdRule}>
        <Form action={`/avvik/${deviation.id}/melding`} version={deviation.version}>
          <QuestionGroups {...rest} profile={profile} values={deviation.report} shown={formQuestions(deviation.report, profile)} />
          <Actions>
            <Button>{words.edit.save}</Button>
            <LinkButton href={`/avvik/${deviation.id}`} variant="tertiary">
              {uiTexts(locale).close}
            </LinkButton>
          </Actions>
        </Form>
      </div>
    </Stack>
  )
}
