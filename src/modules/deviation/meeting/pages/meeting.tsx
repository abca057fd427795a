import { formatInstant } from '../../../../kernel/calendar/words.ts'
import { emptyValues } from '../../../../kernel/fields.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { Actions, Button } from '../../../../ui/button.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form } from '../../../../ui/form.tsx'
import { GuardTexts } from '../../../../ui/guard-notice.tsx'
import { PageHeading, Stack } from '../../../../ui/page.tsx'
import { RecordForm } from '../../../../ui/record-form.tsx'
import type { Refused } from '../../../../ui/refused.ts'
import { Section } from '../../../../ui/section.tsx'
import { SummaryList } from '../../../../ui/summary-list.tsx'
import type { Profile } from '../../profile.ts'
import { MeasureRows } from '../../report/pages/measures.tsx'
import type { MeasureOffers } from '../../report/queries-measures.ts'
import { type Meeting, minutesFields } from '../fields.ts'
import { meetingTexts } from '../texts.ts'

type Props = {
  readonly meeting: Meeting
  readonly number: string
  readonly names: ReadonlyMap<string, string>
  /** Whether the reader has the case: whoever is only called reads the invitation. */
  readonly whole: boolean
  /** The form of the minutes, for whoever may write them now. */
  readonly minutes: {
    readonly rows: number
    readonly refused: Refused | undefined
    readonly profile: Profile
    readonly offers: MeasureOffers
  } | null
  readonly locale: Locale
}

/** One meeting: when, where and who, and to those who have the case what was said and decided (S3-20). */
export function MeetingPage({ meeting, number, names, whole, minutes, locale }: Props) {
  const t = meetingTexts(locale)
  const people = meeting.participants.map(({ person, as }) => `${names.get(person) ?? ''} (${t.callings[as]})`)
  return (
    <Stack gap="lg">
      <ErrorSummary errors={minutes?.refused?.errors ?? []} locale={locale} />
      <PageHeading title={t.meeting(number)} lead={whole ? undefined : t.confidential} />
      <SummaryList
        locale={locale}
        items={[
          { label: t.when, value: formatInstant(meeting.at, locale) },
          { label: t.where, value: meeting.place },
          { label: t.who, value: [...people, meeting.others].filter(Boolean).join(', ') },
          { label: t.calledBy, value: names.get(meeting.calledBy) ?? '' },
          { label: t.fields.agenda.label, value: meeting.agenda, text: true },
          ...(whole && meeting.minutesAt
            ? [
                { label: t.minutes.minutes.label, value: meeting.minutes, text: true },
                { label: t.minutes.decisions.label, value: meeting.decisions, text: true },
              ]
            : []),
        ]}
      />
      {minutes && <MinutesForm {...minutes} locale={locale} />}
    </Stack>
  )
}

const MinutesForm = ({ rows, refused, profile, offers, locale }: NonNullable<Props['minutes']> & { readonly locale: Locale }) => {
  const t = meetingTexts(locale)
  const written = { raw: refused?.raw, problems: refused?.problems, locale }
  return (
    <Section title={t.minutesTitle} id="referat" locale={locale}>
      <Form>
        <RecordForm fields={minutesFields} texts={t.minutes} values={emptyValues(minutesFields)} {...written} />
        <Section title={t.actions} level={3} locale={locale}>
          <p>{t.actionsHint}</p>
          <MeasureRows measures={[]} rows={rows} profile={profile} offers={offers} {...written} />
        </Section>
        <Actions>
          <Button>{t.save}</Button>
        </Actions>
      </Form>
      <GuardTexts locale={locale} />
    </Section>
  )
}
