import { Fragment, type ReactNode } from 'react'
import type { Form as Posted, Problem } from '../../../../kernel/fields.ts'
import type { Finding } from '../../../../kernel/guard/guard.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { FieldGroup } from '../../../../ui/field.tsx'
import { GuardNotice } from '../../../../ui/guard-notice.tsx'
import { RecordField } from '../../../../ui/record-form.tsx'
import type { Profile } from '../../../organisation/public.ts'
import type { Report } from '../fields.ts'
import { fieldsOf, type Group, guidesFor, layout, type Question } from '../layout.ts'
import type { ReportOptions } from '../queries.ts'
import { texts } from '../texts.ts'
import { GuideLinks } from './guidance.tsx'

export type AskProps = {
  readonly profile: Profile
  readonly values: Report
  readonly options: ReportOptions
  readonly locale: Locale
  /** What was posted, after an error. */
  readonly raw?: Posted | undefined
  readonly problems?: readonly Problem[] | undefined
  /** What the guard sees in the texts as they are saved. */
  readonly findings?: ReadonlyMap<Question, readonly Finding[]> | undefined
}

/** The name of the button by which the server hides identifiers in one field. */
export const hideName = 'skjul'

/** Some of the questions, one below the other. */
export const Questions = ({ questions, ...ask }: AskProps & { readonly questions: readonly Question[] }) => {
  const fields = fieldsOf(ask.profile)
  return questions.map((question) => {
    const text = ask.values[question]
    return (
      <Fragment key={question}>
        <RecordField {...ask} fields={fields} texts={texts(ask.locale).fields} name={question} />
        {question === 'categories' && <GuideLinks guides={guidesFor(ask.values)} locale={ask.locale} />}
        <GuardNotice
          findings={ask.findings?.get(question) ?? []}
          locale={ask.locale}
          fieldId={question}
          text={typeof text === 'string' ? text : ''}
          maskName={hideName}
        />
      </Fragment>
    )
  })
}

/** The questions under their headings, in the form's order. `after` puts something at the end of a group. */
export const QuestionGroups = ({
  shown,
  after = {},
  ...ask
}: AskProps & { readonly shown: readonly Question[]; readonly after?: Partial<Readonly<Record<Group, ReactNode>>> }) =>
  layout.map(({ group, questions }) => {
    const asked = questions.filter((question) => shown.includes(question))
    if (asked.length === 0 && !after[group]) return null
    return (
      <FieldGroup key={group} title={texts(ask.locale).groups[group]}>
        <Questions {...ask} questions={asked} />
        {after[group]}
      </FieldGroup>
    )
  })
