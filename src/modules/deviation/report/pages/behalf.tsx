import { localInput } from '../../../../kernel/calendar/calendar.ts'
import type { Form as Posted, Problem } from '../../../../kernel/fields.ts'
import type { Held } from '../../../../kernel/guard/stop.ts'
import type { Offered } from '../../../../kernel/reference.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { Actions, Button } from '../../../../ui/button.tsx'
import { Details } from '../../../../ui/details.tsx'
import { type ErrorItem, ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Checkbox, FieldGroup, Radios, TextInput } from '../../../../ui/field.tsx'
import { Form } from '../../../../ui/form.tsx'
import { GuardTexts } from '../../../../ui/guard-notice.tsx'
import { PageHeading, Stack } from '../../../../ui/page.tsx'
import { ReferenceField } from '../../../../ui/reference-field.tsx'
import type { Report } from '../../fields-report.ts'
import type { ReportOffers } from '../../queries-references.ts'
import { followsIn, quickAnswers } from '../layout.ts'
import type { ReportingView } from '../queries.ts'
import { onBehalfChannels, otherQuestions } from '../rules.ts'
import { texts } from '../texts.ts'
import { reportErrors } from './errors.tsx'
import { Reminder } from './guidance.tsx'
import { MeasureRows } from './measures.tsx'
import { QuestionGroups, Questions } from './questions.tsx'
import { HeldChoice, HeldSummary } from './stop.tsx'

/** What is asked beside the report itself. */
export const intakeNames = ['channel', 'receivedAt', 'who', 'person', 'outside'] as const
export type IntakeName = (typeof intakeNames)[number]

export type BehalfPageProps = {
  readonly view: ReportingView
  readonly id: string
  readonly values: Report
  readonly offers: ReportOffers
  /** Whom it may have been told by. */
  readonly person: Offered
  readonly now: Date
  readonly locale: Locale
  readonly raw?: Posted | undefined
  readonly problems?: readonly Problem[] | undefined
  /** Held back once, for what was found in these fields. */
  readonly held?: Held | undefined
  readonly intakeErrors?: Readonly<Partial<Record<IntakeName, string>>>
}

const formId = 'avviksmelding'

/** A report that came by another way is written down by whoever received it (S4-130, S1-26). */
export const BehalfPage = ({ view, id, person, now, held, intakeErrors = {}, ...rest }: BehalfPageProps) => {
  const { locale, raw, problems = [] } = rest
  const words = texts(locale)
  const { profile } = view
  const ask = { ...rest, profile, findings: held, hideEach: false }
  const written = (name: string) => (typeof raw?.[name] === 'string' ? raw[name] : '')
  const field = (name: IntakeName) => ({ name, error: intakeErrors[name] })
  const errors: readonly ErrorItem[] = [
    ...Object.entries(intakeErrors).map(([name, text]) => ({ href: `#${name}`, text: text ?? '' })),
    ...reportErrors(problems, locale),
  ]
  const quick = quickAnswers.filter((question) => question !== 'caseType' || profile.deviation.caseTypes.length > 1)
  const others = otherQuestions(profile)
  const below = followsIn(quick)
  return (
    <Stack gap="lg">
      <ErrorSummary errors={errors} locale={locale} />
      {held && <HeldSummary held={held} form={formId} locale={locale} />}
      <PageHeading title={words.behalf.title} lead={words.behalf.lead} />
      <GuardTexts locale={locale} />
      <div data-guard-new-rule={profile.deviation.newNationalIdRule}>
        <Form id={formId} action="/avvik/pa-vegne" hidden={{ id }}>
          <FieldGroup title={words.behalf.how}>
            <Radios
              {...field('channel')}
              label={words.behalf.channel}
              value={written('channel')}
              options={onBehalfChannels.map((value) => ({ value, label: words.channels[value] }))}
            />
            <TextInput
              {...field('receivedAt')}
              label={words.behalf.receivedAt}
              hint={words.behalf.receivedAtHint}
              type="datetime-local"
              value={raw ? written('receivedAt') : localInput(now)}
            />
            <Radios
              {...field('who')}
              label={words.behalf.who}
              hint={words.behalf.whoHint}
              value={written('who')}
              options={(['person', 'outside', 'none'] as const).map((value) => ({ value, label: words.behalf.whos[value] }))}
            />
            <ReferenceField
              {...field('person')}
              label={words.behalf.person}
              optional={locale}
              value={written('person')}
              offered={person}
              locale={locale}
            />
            <TextInput
              {...field('outside')}
              label={words.behalf.outside}
              hint={words.behalf.outsideHint}
              optional={locale}
              value={written('outside')}
            />
            {profile.deviation.reporterProtection === 'dpoOnly' ? (
              <p>{words.behalf.alwaysProtected}</p>
            ) : (
              <Checkbox name="protect" label={words.behalf.protect} hint={words.behalf.protectHint} checked={written('protect') !== ''} />
            )}
          </FieldGroup>
          <FieldGroup title={words.groups.what}>
            <Reminder locale={locale} />
            <Questions {...ask} questions={quick} shown={[...quick, ...others]} />
          </FieldGroup>
          <Details
            summary={words.behalf.rest}
            open={[...problems.map(({ field: name }) => name), ...(held?.keys() ?? [])].some(
              (name) => !([...quick, ...below] as readonly string[]).includes(name),
            )}
          >
            <Stack gap="lg">
              <QuestionGroups
                {...ask}
                shown={others.filter((question) => !below.has(question))}
                after={{ measures: <MeasureRows measures={[]} rows={1} profile={profile} locale={locale} raw={raw} problems={problems} /> }}
              />
            </Stack>
          </Details>
          {held ? (
            <HeldChoice locale={locale} />
          ) : (
            <Actions>
              <Button>{words.behalf.send}</Button>
            </Actions>
          )}
        </Form>
      </div>
    </Stack>
  )
}
