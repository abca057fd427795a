import { formatDate } from '../../../kernel/calendar/words.ts'
import type { OffersByName } from '../../../kernel/reference.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button, LinkButton, PostButton } from '../../../ui/button.tsx'
import { Details } from '../../../ui/details.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormFrame } from '../../../ui/form-frame.tsx'
import { FormOfAny } from '../../../ui/record-form.tsx'
import type { After } from '../../../ui/refused.ts'
import { Section } from '../../../ui/section.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { TaskList } from '../../../ui/task-list.tsx'
import { correctionFields, lateParticipantFields } from '../fields.ts'
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
  const signUp = (
    <Form action={`/kurs/${id}/deltakere`} unsaved={false}>
      <FormOfAny
        fields={lateParticipantFields}
        texts={t.lateParticipant}
        values={{ person: null, correction: null }}
        shown={done ? undefined : ['person']}
        offers={offers}
        raw={refused?.raw}
        problems={refused?.problems}
        locale={locale}
      />
      <Actions>
        <Button variant="secondary">{done ? t.addAfter : t.signUp}</Button>
      </Actions>
    </Form>
  )
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
            action: <TakeOff href={`/kurs/${id}/deltakere/${one.id}/av`} isDone={done !== null} name={one.name} label={t.takeOff} />,
          }))}
        />
      )}
      {done ? (
        <Details summary={t.addAfter} open={refused !== undefined}>
          <p>{t.correctText}</p>
          {signUp}
        </Details>
      ) : (
        signUp
      )}
      {!done && participants.length > 0 && (
        <>
          <p>{t.completeText}</p>
          <Actions>
            <PostButton action={`/kurs/${id}/gjennomfort`} hidden={{ version }}>
              {t.complete}
            </PostButton>
          </Actions>
        </>
      )}
    </Section>
  )
}

type TakeOffProps = { readonly href: string; readonly isDone: boolean; readonly name: string; readonly label: string }
/** At once before the course is held; on a page that asks why, afterwards. */
function TakeOff({ href, isDone, name, label }: TakeOffProps) {
  const words = (
    <>
      {label}
      <span className="ds-sr-only">: {name}</span>
    </>
  )
  return isDone ? (
    <LinkButton href={href} variant="tertiary">
      {words}
    </LinkButton>
  ) : (
    <PostButton action={href} variant="tertiary">
      {words}
    </PostButton>
  )
}

type WhyProps = { readonly course: Course; readonly name: string; readonly locale: Locale } & After
/** Somebody stands as having taken part in a course that was held, and did not. */
export function TakeOffPage({ course, name, locale, refused, conflict }: WhyProps) {
  const t = texts(locale).courses
  const back = `/kurs/${course.id}`
  const shared = { title: t.takeOffTitle(name), kicker: course.values.name ?? '', back, locale, refused, conflict }
  return (
    <FormFrame {...shared} version={null} save={<Button>{t.takeOff}</Button>}>
      <p>{t.takeOffText}</p>
      <FormOfAny
        fields={correctionFields}
        texts={t.correction}
        values={{ correction: null }}
        raw={refused?.raw}
        problems={refused?.problems}
        locale={locale}
      />
    </FormFrame>
  )
}
