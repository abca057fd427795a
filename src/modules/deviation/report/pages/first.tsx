import { isEmpty, type Form as Posted, type Problem } from '../../../../kernel/fields.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { Actions, Button } from '../../../../ui/button.tsx'
import { Form } from '../../../../ui/form.tsx'
import { RecordField } from '../../../../ui/record-form.tsx'
import { Section } from '../../../../ui/section.tsx'
import type { CaseView } from '../../queries.ts'
import { fieldsOf, firstQuestions, type Question } from '../layout.ts'
import type { ReportOffers } from '../queries-references.ts'
import { suggestedCategories } from '../suggest.ts'
import { texts } from '../texts.ts'

export type FirstAnswersProps = {
  readonly view: CaseView
  readonly offers: ReportOffers
  readonly locale: Locale
  readonly raw?: Posted | undefined
  readonly problems?: readonly Problem[] | undefined
}

/** The few questions that come when the report is sent, as far as nobody has answered them: short, and none of them owed. */
export function FirstAnswers({ view, offers, locale, raw, problems }: FirstAnswersProps) {
  const { deviation, profile } = view
  const open = openFirst(view)
  if (open.length === 0) return null
  const words = texts(locale)
  const fields = fieldsOf(profile)
  const suggested = suggestedCategories(deviation.report.whatHappened)
  // Short where the words say what it is about; who handles it sees the rest.
  const of = suggested.length > 0 ? [...suggested, 'OTHER_UNSURE'] : fields.categories.of
  const categories = { ...fields.categories, of }
  const asked = {
    fields: { ...fields, categories } as unknown as typeof fields,
    texts: words.fields,
    values: deviation.report,
    offers,
    locale,
    raw,
    problems,
  }
  return (
    <Section title={words.first.title} id="svar" locale={locale}>
      <p>{words.first.lead}</p>
      <Form action={`/avvik/${deviation.id}/svar`}>
        {open.map((question) => (
          <RecordField key={question} {...asked} name={question} />
        ))}
        <Actions>
          <Button variant="secondary">{words.first.save}</Button>
        </Actions>
      </Form>
    </Section>
  )
}

/** Which of them are still to be answered: by the reporter, of a case that runs. */
export const openFirst = ({ deviation, profile, standing }: Pick<CaseView, 'deviation' | 'profile' | 'standing'>): readonly Question[] =>
  standing.isReporter && (deviation.status === 'received' || deviation.status === 'open')
    ? firstQuestions.filter(
        (question) => isEmpty(deviation.report[question]) && (question !== 'caseType' || profile.deviation.caseTypes.length > 1),
      )
    : []
