import { one } from '../../../../kernel/http.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { Actions, Button } from '../../../../ui/button.tsx'
import { Decision } from '../../../../ui/decision.tsx'
import { each } from '../../../../ui/each.ts'
import { Radios, TextInput } from '../../../../ui/field.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { TextLink } from '../../../../ui/page.tsx'
import { type After, errorAt } from '../../../../ui/refused.ts'
import { Section } from '../../../../ui/section.tsx'
import { SummaryList } from '../../../../ui/summary-list.tsx'
import { DeedPage } from '../../deed/pages/deed.tsx'
import { type JointAnswers, jointFields } from '../../fields-assessment.ts'
import { clarityFields } from '../../joint.ts'
import type { CaseView } from '../../queries.ts'
import { standingSignOffs } from '../../rests.ts'
import { consequencesOf } from '../consequences.ts'
import { assessmentTexts } from '../texts.ts'
import { AssessFirst } from './authority.tsx'
import { dutyOf } from './follows.tsx'
import { Assessed, Joint, roleTitle } from './panel.tsx'

export type JointPageProps = After & {
  readonly view: CaseView
  readonly now: Date
  readonly locale: Locale
  /** The roles in which this person may sign; none: the page is for reading. */
  readonly roles: readonly string[]
  /** Which of the three sections of the handling are still empty (S4-138). */
  readonly unclear: readonly (typeof clarityFields)[number][]
}

/** Each of those who assess together gives their own view of extent, severity and measures, answers two questions, and signs (S4-139 to S4-141). */
export function JointPage(props: JointPageProps) {
  const { view, now, locale, roles, unclear, refused, conflict } = props
  const { deviation, profile } = view
  const texts = assessmentTexts(locale)
  const words = texts.pages.joint
  const ready = deviation.assessedAt !== null && unclear.length === 0
  const basis = (
    <Section title={texts.pages.authority.basis} locale={locale} plain>
      <Clarified view={view} locale={locale} />
      <Assessed view={view} locale={locale} />
    </Section>
  )
  return (
    <DeedPage view={view} now={now} locale={locale} title={words.title} lead={words.lead} refused={refused} conflict={conflict}>
      {deviation.assessedAt === null && <AssessFirst view={view} locale={locale} />}
      {unclear.length > 0 && (
        <Notice tone="warning" title={words.clarify} locale={locale}>
          <ul className="ds-list">
            {each(unclear, (name) => (
              <li>
                {view.actions.includes('edit') ? (
                  <TextLink href={`/avvik/${deviation.id}/behandling#${name}`}>{words.clarifyLink[name]}</TextLink>
                ) : (
                  words.clarifyLink[name]
                )}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {ready && roles.length > 0 ? (
        <Form wide action={`/avvik/${deviation.id}/signering`} version={deviation.version}>
          <Decision
            locale={locale}
            facts={
              <>
                {basis}
                <Answers {...props} />
              </>
            }
            consequences={[dutyOf('authority', consequencesOf(deviation, profile).duties, locale)]}
          >
            <Joint view={view} locale={locale} />
            <Actions>
              <Button>{hasSigned(view, roles) ? words.signAgain : words.sign}</Button>
            </Actions>
          </Decision>
        </Form>
      ) : (
        <>
          <Joint view={view} locale={locale} level={2} />
          {basis}
        </>
      )}
    </DeedPage>
  )
}

const hasSigned = ({ deviation }: CaseView, roles: readonly string[]) => standingSignOffs(deviation).some((one) => roles.includes(one.role))

const Clarified = ({ view: { deviation }, locale }: { readonly view: CaseView; readonly locale: Locale }) => {
  const { clarifyLink } = assessmentTexts(locale).pages.joint
  return (
    <SummaryList
      locale={locale}
      items={clarityFields.map((name) => ({ label: clarifyLink[name], value: deviation.handling[name], text: true }))}
    />
  )
}

function Answers({ view, locale, roles, refused }: JointPageProps) {
  const { jointForm, pages } = assessmentTexts(locale)
  const mine = roles.length === 1 ? standingSignOffs(view.deviation).find((one) => one.role === roles[0]) : undefined
  const said = (name: keyof JointAnswers) => (refused ? one(refused.raw, name) : (mine?.[name] ?? ''))
  const text = (name: 'extent' | 'severity' | 'measures' | 'notifyReason' | 'enoughReason') => (
    <TextInput
      name={name}
      {...jointForm[name]}
      rows={4}
      guard
      max={jointFields[name].max}
      value={said(name)}
      error={errorAt(refused, name)}
    />
  )
  const yesNo = (name: 'notify' | 'enough') => (
    <Radios
      name={name}
      label={jointForm[name].label}
      hint={jointForm[name].hint}
      options={jointFields[name].of.map((value) => ({ value, label: jointForm[name].choices[value] }))}
      value={said(name)}
      error={errorAt(refused, name)}
    />
  )
  return (
    <>
      <Radios
        name="role"
        label={pages.joint.role}
        options={roles.map((role) => ({ value: role, label: roleTitle(view, role, locale) }))}
        value={refused ? one(refused.raw, 'role') : roles.length === 1 ? roles[0] : ''}
        error={errorAt(refused, 'role')}
      />
      {text('extent')}
      {text('severity')}
      {text('measures')}
      {yesNo('notify')}
      {text('notifyReason')}
      {yesNo('enough')}
      {text('enoughReason')}
    </>
  )
}
