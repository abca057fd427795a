import { isEmpty, type Form as Posted, type Problem } from '../../../../kernel/fields.ts'
import type { Held } from '../../../../kernel/guard/stop.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { Actions, Button } from '../../../../ui/button.tsx'
import { Form } from '../../../../ui/form.tsx'
import { GuardTexts } from '../../../../ui/guard-notice.tsx'
import { Section } from '../../../../ui/section.tsx'
import type { CaseView } from '../../queries.ts'
import type { ReportOffers } from '../../queries-references.ts'
import { fieldsOf, firstAnswers, type Question } from '../layout.ts'
import { suggestedCategories } from '../suggest.ts'
import { texts } from '../texts.ts'
import { Questions } from './questions.tsx'
import { HeldChoice } from './stop.tsx'

export type FirstAnswersProps = {
  readonly view: CaseView
  readonly offers: ReportOffers
  readonly locale: Locale
  readonly raw?: Posted | undefined
  readonly problems?: readonly Problem[] | undefined
  /** Held back once, for what was found in these answers. */
  readonly held?: Held | undefined
}

export const firstFormId = 'svar-skjema'

/** The few questions that come when the report is sent, as far as nobody has answered them: short, and none of them owed. */
export function FirstAnswers({ view, offers, locale, raw, problems, held }: FirstAnswersProps) {
  const { deviation, profile } = view
  const open = openFirst(view)
  if (open.length === 0) return null
  const words = texts(locale)
  const fields = fieldsOf(profile)
  const suggested = suggestedCategories(deviation.report.whatHappened)
  // Short where the words say what it is about; who handles it sees the rest.
  const of = suggested.length > 0 ? ([...suggested, 'OTHER_UNSURE'] as const) : fields.categories.of
  const ask = {
    fields: { ...fields, categories: { ...fields.categories, of } } as unknown as typeof fields,
    profile,
    values: deviation.report,
    offers,
    locale,
    raw,
    problems,
    findings: held,
    hideEach: false,
  }
  return (
    <Section title={words.first.title} id="svar" locale={locale}>
      <p>{words.first.lead}</p>
      <GuardTexts locale={locale} />
      <div data-guard-new-rule={profile.deviation.newNationalIdRule}>
        <Form id={firstFormId} action={`/avvik/${deviation.id}/svar`}>
          <Questions {...ask} questions={open} shown={open.includes('categories') ? firstAnswers({ categories: of }) : open} />
          {held ? (
            <HeldChoice locale={locale} of="answers" />
          ) : (
            <Actions>
              <Button variant="secondary">{words.first.save}</Button>
            </Actions>
          )}
        </Form>
      </div>
    </Section>
  )
}

/** Which of them are still to be answered: by the reporter, of a case that runs. */
export const openFirst = ({ deviation, profile, standing }: Pick<CaseView, 'deviation' | 'profile' | 'standing'>): readonly Question[] =>
  standing.isReporter && (deviation.status === 'received' || deviation.status === 'open')
    ? firstAnswers(deviation.report).filter(
        (question) => isEmpty(deviation.report[question]) && (question !== 'caseType' || profile.deviation.caseTypes.length > 1),
      )
    : []
