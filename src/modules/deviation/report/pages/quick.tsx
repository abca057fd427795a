import type { Form as Posted, Problem } from '../../../../kernel/fields.ts'
import type { Held } from '../../../../kernel/guard/stop.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { AutosaveStatus } from '../../../../ui/autosave-status.tsx'
import { Actions, Button } from '../../../../ui/button.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form } from '../../../../ui/form.tsx'
import { GuardTexts } from '../../../../ui/guard-notice.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHeading, Stack, TextLink } from '../../../../ui/page.tsx'
import { errorItems } from '../../../../ui/record-form.tsx'
import type { Report } from '../../fields-report.ts'
import type { ReportOffers } from '../../queries-references.ts'
import { quickQuestions } from '../layout.ts'
import type { ReportingView } from '../queries.ts'
import { texts } from '../texts.ts'
import { AskFirst, Audience, Background, Guides, OwnWords, Reminder } from './guidance.tsx'
import { Questions } from './questions.tsx'
import { HeldChoice, HeldSummary } from './stop.tsx'

export type QuickPageProps = {
  readonly view: ReportingView
  /** Made when the page was: posting it twice makes one case. */
  readonly id: string
  readonly values: Report
  readonly offers: ReportOffers
  readonly drafts: number
  /** The organisation's routine for deviations, where it has one. */
  readonly routine?: string | undefined
  readonly locale: Locale
  readonly raw?: Posted | undefined
  readonly problems?: readonly Problem[] | undefined
  /** Held back once, for what was found in these fields. */
  readonly held?: Held | undefined
}

const formId = 'avviksmelding'
const send = { name: 'knapp', value: 'send' }

/** The quick report: three answers, of which two are filled in, and one minute (S1-22). The rest is asked when it is sent. */
export const QuickPage = ({ view, id, drafts, routine, held, ...rest }: QuickPageProps) => {
  const { locale, problems = [] } = rest
  const words = texts(locale)
  const { profile } = view
  const ask = { ...rest, profile, findings: held, hideEach: false }
  return (
    <Stack gap="lg">
      <ErrorSummary errors={errorItems(problems, words.fields, locale)} locale={locale} />
      {held && <HeldSummary held={held} form={formId} locale={locale} />}
      <PageHeading title={words.quick.title} lead={words.quick.lead(profile.deviation.urgency[locale])} />
      <OwnWords view={view} locale={locale} />
      {drafts > 0 && (
        <Notice locale={locale}>
          <p>
            <TextLink href="/avvik/mine">{words.news.draftReminder}</TextLink>
          </p>
        </Notice>
      )}
      <GuardTexts locale={locale} />
      <div data-guard-new-rule={profile.deviation.newNationalIdRule}>
        <Form id={formId} action="/avvik/ny" hidden={{ id }} autosave={`/avvik/${id}/utkast`} enter={held ? undefined : send}>
          <Questions {...ask} questions={rest.values.categories.length > 0 ? [...quickQuestions, 'categories'] : quickQuestions} />
          <Stack gap="sm">
            {held && <HeldChoice locale={locale} />}
            <Actions>
              {!held && <Button {...send}>{words.quick.send}</Button>}
              <Button name="knapp" value="mer" variant="secondary">
                {words.quick.more}
              </Button>
            </Actions>
            <p className="v-soft">{words.quick.moreHint}</p>
            <AutosaveStatus locale={locale} />
          </Stack>
        </Form>
      </div>
      <Reminder locale={locale} />
      <Audience view={view} locale={locale} />
      <Background view={view} routine={routine} locale={locale} />
      <Guides guides={['email', 'received']} locale={locale} />
      <AskFirst view={view} locale={locale} />
      {view.mayRegister && (
        <p>
          <TextLink href="/avvik/pa-vegne">{words.quick.onBehalf}</TextLink>
        </p>
      )}
    </Stack>
  )
}
