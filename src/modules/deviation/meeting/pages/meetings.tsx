import { formatInstant } from '../../../../kernel/calendar/words.ts'
import { emptyValues } from '../../../../kernel/fields.ts'
import type { Offered } from '../../../../kernel/reference.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { Actions, Button } from '../../../../ui/button.tsx'
import { Checkboxes } from '../../../../ui/field.tsx'
import { Form } from '../../../../ui/form.tsx'
import { GuardTexts } from '../../../../ui/guard-notice.tsx'
import { RecordField } from '../../../../ui/record-form.tsx'
import { ReferenceField } from '../../../../ui/reference-field.tsx'
import { errorAt } from '../../../../ui/refused.ts'
import { Section } from '../../../../ui/section.tsx'
import { TaskList } from '../../../../ui/task-list.tsx'
import { DeedPage, type DeedPageProps } from '../../deed/pages/deed.tsx'
import { type Meeting, meetingFields } from '../fields.ts'
import type { Suggested } from '../queries.ts'
import { meetingTexts } from '../texts.ts'

type Props = Pick<DeedPageProps, 'view' | 'locale' | 'now' | 'refused'> & {
  readonly meetings: readonly Meeting[]
  readonly names: ReadonlyMap<string, string>
  /** Null: no meeting can be called as the case stands. */
  readonly call: {
    readonly id: string
    readonly suggested: readonly Suggested[]
    readonly another: Offered
    readonly chosen: readonly string[]
  } | null
}

/** The meetings of a case, and the form that calls one (S3-20). */
export const MeetingsPage = ({ meetings, names, call, ...page }: Props) => {
  const { view, locale, now } = page
  const t = meetingTexts(locale)
  return (
    <DeedPage {...page} title={t.title} lead={t.lead}>
      {meetings.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <TaskList
          tasks={meetings.map((meeting) => ({
            name: formatInstant(meeting.at, locale, now),
            href: `/avvik/${view.deviation.id}/mote/${meeting.id}`,
            hint: [...meeting.participants.map(({ person }) => names.get(person)), meeting.others].filter(Boolean).join(', '),
            deadline: <span className="v-soft">{meeting.minutesAt ? t.held : t.planned}</span>,
          }))}
        />
      )}
      {call && <CallForm call={call} refused={page.refused} locale={locale} />}
    </DeedPage>
  )
}

type FormProps = { readonly call: NonNullable<Props['call']>; readonly refused: Props['refused']; readonly locale: Locale }

const CallForm = ({ call, refused, locale }: FormProps) => {
  const t = meetingTexts(locale)
  const field = { fields: meetingFields, texts: t.fields, values: emptyValues(meetingFields), raw: refused?.raw, locale }
  const problems = refused?.problems
  const another = refused?.raw.another
  return (
    <Section title={t.callTitle} id="innkalling" locale={locale}>
      <Form hidden={{ meeting: call.id }}>
        <RecordField {...field} problems={problems} name="at" />
        <RecordField {...field} problems={problems} name="place" />
        <Checkboxes
          name="participants"
          label={t.participants}
          values={call.chosen}
          error={errorAt(refused, 'participants')}
          options={call.suggested.map(({ id, name, as }) => ({ value: id, label: `${name} (${t.callings[as]})` }))}
        />
        <ReferenceField
          name="another"
          label={t.another}
          hint={t.anotherHint}
          value={typeof another === 'string' ? another : ''}
          offered={call.another}
          optional={locale}
          locale={locale}
        />
        <RecordField {...field} problems={problems} name="others" />
        <RecordField {...field} problems={problems} name="agenda" />
        <Actions>
          <Button>{t.call}</Button>
        </Actions>
      </Form>
      <GuardTexts locale={locale} />
    </Section>
  )
}
