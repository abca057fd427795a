import { formatDate } from '../../../kernel/calendar/words.ts'
import type { OffersByName } from '../../../kernel/reference.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button, PostButton } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormOfAny } from '../../../ui/record-form.tsx'
import type { After } from '../../../ui/refused.ts'
import { Section } from '../../../ui/section.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { TaskList } from '../../../ui/task-list.tsx'
import { participantFields } from '../fields.ts'
import type { Participant } from '../queries.ts'
import { texts } from '../texts.ts'
import type { Course } from '../training.ts'

type Props = {
  readonly course: Course
  readonly participants: readonly Participant[]
  readonly offers: OffersByName
  readonly locale: Locale
} & After

/** Who takes part, for whoever holds the course; when it has been held, they have met what it teaches. */
export function ParticipantsPanel({ course: { id, version, values }, participants, offers, locale, refused }: Props) {
  const t = texts(locale).courses
  const done = values.doneOn
  return (
    <Section
      title={t.participants(participants.length)}
      id="deltakere"
      locale={locale}
      aside={
        done && (
          <StatusTag tone="success" done>
            {t.doneOn(formatDate(done, locale))}
          </StatusTag>
        )
      }
    >
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      {participants.length === 0 ? (
        <p className="v-soft">{t.participantsNone}</p>
      ) : (
        <TaskList
          tasks={participants.map((one) => ({
            name: one.name,
            hint: one.unit ?? undefined,
            action: !done && (
              <PostButton action={`/kurs/${id}/deltakere/${one.id}/av`} variant="tertiary">
                {t.takeOff}
                <span className="ds-sr-only">: {one.name}</span>
              </PostButton>
            ),
          }))}
        />
      )}
      {!done && (
        <>
          <Form action={`/kurs/${id}/deltakere`} unsaved={false}>
            <FormOfAny
              fields={participantFields}
              texts={t.participant}
              values={{ person: null }}
              offers={offers}
              raw={refused?.raw}
              problems={refused?.problems}
              locale={locale}
            />
            <Actions>
              <Button variant="secondary">{t.signUp}</Button>
            </Actions>
          </Form>
          {participants.length > 0 && (
            <>
              <p>{t.completeText}</p>
              <Actions>
                <PostButton action={`/kurs/${id}/gjennomfort`} hidden={{ version }}>
                  {t.complete}
                </PostButton>
              </Actions>
            </>
          )}
        </>
      )}
    </Section>
  )
}
