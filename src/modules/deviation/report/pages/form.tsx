import type { Form as Posted, Problem } from '../../../../kernel/fields.ts'
import type { Finding } from '../../../../kernel/guard/guard.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { AutosaveStatus } from '../../../../ui/autosave-status.tsx'
import { Actions, Button, LinkButton } from '../../../../ui/button.tsx'
import { CertainButton } from '../../../../ui/certain.tsx'
import { Conflict } from '../../../../ui/conflict.tsx'
import { Form } from '../../../../ui/form.tsx'
import { GuardTexts } from '../../../../ui/guard-notice.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHeading, Stack } from '../../../../ui/page.tsx'
import { Steps } from '../../../../ui/steps.tsx'
import { type Report, reportFields } from '../../fields-report.ts'
import type { CaseView } from '../../queries.ts'
import type { ReportOffers } from '../../queries-references.ts'
import { type FormPart, formParts, guidesFor, type Question, questionsOf } from '../layout.ts'
import type { MetRows } from '../measures-merge.ts'
import { formQuestions } from '../rules.ts'
import { texts } from '../texts.ts'
import { ReportErrors } from './errors.tsx'
import { Guides, Reminder } from './guidance.tsx'
import { BothRows, MeasureRows } from './measures.tsx'
import { QuestionGroups } from './questions.tsx'

export type FormPageProps = {
  readonly view: CaseView
  readonly part: FormPart
  readonly offers: ReportOffers
  readonly findings: ReadonlyMap<Question, readonly Finding[]>
  /** How many rows of measures are shown at least. */
  readonly rows: number
  readonly locale: Locale
  readonly raw?: Posted | undefined
  readonly problems?: readonly Problem[] | undefined
  /** What was written here, where another has saved meanwhile. */
  readonly yours?: Partial<Report>
  /** The measures that two have changed, each in another way. */
  readonly bothRows?: MetRows['both'] | undefined
}

/** One part of the full form (S1-26), saved as one goes. */
export const FormPage = ({ view, part, rows, yours, bothRows = [], ...rest }: FormPageProps) => {
  const { locale, raw, problems } = rest
  const { deviation, profile } = view
  const words = texts(locale)
  const at = formParts.indexOf(part)
  const before = formParts[at - 1]
  const last = at === formParts.length - 1
  const next = { name: 'videre', value: last ? 'kontroll' : 'neste' }
  const shown = questionsOf(part, formQuestions(deviation.report, profile))
  const action = `/avvik/${deviation.id}/skjema`
  const measures = <MeasureRows measures={deviation.measures} rows={rows} profile={profile} locale={locale} raw={raw} problems={problems} />
  return (
    <Stack gap="lg">
      <ReportErrors problems={problems ?? []} locale={locale} />
      <PageHeading
        title={words.parts[part]}
        kicker={`${words.form.title} · ${words.form.part(at + 1, formParts.length)}`}
        lead={words.form.sendAnyway}
      />
      <Steps
        locale={locale}
        steps={formParts.map((one, index) => ({
          label: words.parts[one],
          state: index < at ? 'done' : index === at ? 'current' : 'ahead',
        }))}
      />
      {yours && (
        <Conflict fields={reportFields} texts={words.fields} now={deviation.report} yours={yours} offers={rest.offers} locale={locale} />
      )}
      {bothRows.length > 0 && raw && <BothRows both={bothRows} form={raw} profile={profile} locale={locale} />}
      {part === 'kontakt' && profile.deviation.reporterProtection === 'dpoOnly' && (
        <Notice locale={locale}>{words.form.protectedUnit}</Notice>
      )}
      {part !== 'kontakt' && <Reminder locale={locale} />}
      <GuardTexts locale={locale} />
      <div data-guard-new-rule={profile.deviation.newNationalIdRule}>
        <Form action={action} version={deviation.version} hidden={{ del: part }} autosave={`/avvik/${deviation.id}/utkast`} enter={next}>
          <QuestionGroups
            {...rest}
            profile={profile}
            values={deviation.report}
            shown={shown}
            after={part === 'konsekvenser' ? { measures } : {}}
          />
          <Stack gap="sm">
            <Actions>
              {before && (
                <LinkButton href={`${action}?del=${before}`} variant="tertiary" icon="arrowLeft">
                  {words.form.back}
                </LinkButton>
              )}
              <Button {...next}>{last ? words.form.saveCheck : words.form.saveNext}</Button>
              {!last && (
                <Button name="videre" value="kontroll" variant="secondary">
                  {words.form.saveCheck}
                </Button>
              )}
              <Button name="videre" value="senere" variant="tertiary">
                {words.form.saveLater}
              </Button>
            </Actions>
            <AutosaveStatus locale={locale} />
          </Stack>
        </Form>
      </div>
      <Guides guides={guidesFor(deviation.report)} locale={locale} />
      <div>
        <CertainButton action={`/avvik/${deviation.id}/forkast`} hidden={{ version: deviation.version }} locale={locale}>
          {words.form.discard}
        </CertainButton>
      </div>
    </Stack>
  )
}
