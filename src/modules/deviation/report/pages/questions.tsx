import { type ComponentChildren, Fragment } from 'preact'
import type { Form as Posted, Problem } from '../../../../kernel/fields.ts'
import type { Finding } from '../../../../kernel/guard/guard.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { FieldGroup } from '../../../../ui/field.tsx'
import { GuardNotice } from '../../../../ui/guard-notice.tsx'
import { Opened, RecordField } from '../../../../ui/record-form.tsx'
import type { Report } from '../../fields-report.ts'
import type { Profile } from '../../profile.ts'
import type { ReportOffers } from '../../queries-references.ts'
import { fieldsOf, followsIn, followUps, type Group, guidesFor, layout, type Question } from '../layout.ts'
import { texts } from '../texts.ts'
import { GuideLinks } from './guidance.tsx'

export type AskProps = {
  readonly profile: Profile
  readonly values: Report
  readonly offers: ReportOffers
  readonly locale: Locale
  /** What was posted, after an error. */
  readonly raw?: Posted | undefined
  readonly problems?: readonly Problem[] | undefined
  /** What the guard sees in the texts as they are saved. */
  readonly findings?: ReadonlyMap<string, readonly Finding[]> | undefined
  /** Where a page offers fewer answers to choose among than the form does. */
  readonly fields?: ReturnType<typeof fieldsOf> | undefined
  /** Without script the server hides one field at a time; not on a page that offers to hide them all. */
  readonly hideEach?: boolean
}

/** The name of the button by which the server hides identifiers in one field. */
export const hideName = 'skjul'

type QuestionsProps = AskProps & {
  readonly questions: readonly Question[]
  /** All that the page asks: what follows from one answer alone stands below that answer. */
  readonly shown?: readonly Question[]
}

/** Some of the questions, one below the other. */
export const Questions = ({ questions, shown = questions, ...ask }: QuestionsProps) => {
  const fields = ask.fields ?? fieldsOf(ask.profile)
  const below = (question: Question): Readonly<Record<string, ComponentChildren>> =>
    Object.fromEntries(
      Object.entries(followUps[question] ?? {}).flatMap(([answer, all]) => {
        const asked = all.filter((one) => shown.includes(one))
        return asked.length > 0 ? [[answer, <Questions key={answer} {...ask} questions={asked} />]] : []
      }),
    )
  return questions.map((question) => {
    const text = ask.values[question]
    return (
      <Fragment key={question}>
        <RecordField {...ask} fields={fields} texts={texts(ask.locale).fields} name={question} below={below(question)} />
        {question === 'categories' && <GuideLinks guides={guidesFor(ask.values)} locale={ask.locale} />}
        <GuardNotice
          findings={ask.findings?.get(question) ?? []}
          locale={ask.locale}
          fieldId={question}
          text={typeof text === 'string' ? text : ''}
          {...(ask.hideEach !== false && { maskName: hideName })}
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
}: AskProps & { readonly shown: readonly Question[]; readonly after?: Partial<Readonly<Record<Group, ComponentChildren>>> }) => {
  const groups = layout.map(({ group, questions }) => {
    const asked = questions.filter((question) => shown.includes(question) && !followsIn(shown).has(question))
    if (asked.length === 0 && !after[group]) return null
    return (
      <FieldGroup key={group} title={texts(ask.locale).groups[group]}>
        <Questions {...ask} questions={asked} shown={shown} />
        {after[group]}
      </FieldGroup>
    )
  })
  return (
    <>
      <Opened fields={fieldsOf(ask.profile)} values={ask.values} raw={ask.raw} shown={shown} />
      {groups}
    </>
  )
}
