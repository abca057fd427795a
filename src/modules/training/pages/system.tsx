import type { OffersByName } from '../../../kernel/reference.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button, LinkButton, PostButton } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { FormOfAny } from '../../../ui/record-form.tsx'
import type { After } from '../../../ui/refused.ts'
import { Section } from '../../../ui/section.tsx'
import { TaskList } from '../../../ui/task-list.tsx'
import { participantFields } from '../fields.ts'
import type { Participant } from '../queries.ts'
import { texts } from '../texts.ts'
import type { PlanLine } from '../training.ts'
import { Matrix } from './matrix.tsx'

type Props = {
  readonly id: string
  readonly name: string
  readonly users: readonly Participant[]
  readonly lines: readonly PlanLine[]
  readonly offers: OffersByName
  readonly keepsPlan: boolean
  readonly today: string
  readonly locale: Locale
} & After

/** The users of one system and their training in it, for its super user. */
export function SystemPage({ id, name, users, lines, offers, keepsPlan, today, locale, refused }: Props) {
  const { system: t, courses } = texts(locale)
  return (
    <>
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading
        title={t.title(name)}
        actions={
          keepsPlan && (
            <>
              <LinkButton href={`/kompetansekrav/nytt?system=${id}`} variant="secondary" icon="plus">
                {t.addRequirement}
              </LinkButton>
              <LinkButton href="/kurs/nytt" variant="secondary" icon="plus">
                {t.addCourse}
              </LinkButton>
            </>
          )
        }
      />
      {lines.length > 0 && <Matrix lines={lines} caption={t.title(name)} today={today} locale={locale} />}
      <Section title={`${t.users} (${users.length})`} locale={locale}>
        {users.length === 0 ? (
          <p className="v-soft">
            {t.usersNone}. {t.usersNoneText}
          </p>
        ) : (
          <TaskList
            tasks={users.map((user) => ({
              name: user.name,
              hint: user.unit ?? undefined,
              action: (
                <PostButton action={`/kompetanse/system/${id}/brukere/${user.id}/bort`} variant="tertiary">
                  {t.remove}
                  <span className="ds-sr-only">: {user.name}</span>
                </PostButton>
              ),
            }))}
          />
        )}
        <Form action={`/kompetanse/system/${id}`} unsaved={false}>
          <FormOfAny
            fields={participantFields}
            texts={courses.participant}
            values={{ person: null }}
            offers={offers}
            raw={refused?.raw}
            problems={refused?.problems}
            locale={locale}
          />
          <Actions>
            <Button>{t.addUser}</Button>
          </Actions>
        </Form>
      </Section>
    </>
  )
}

/** On the page of a system: the way to its users and their training, for whoever keeps it. */
export function SystemPanel({ id, keeps, locale }: { readonly id: string; readonly keeps: boolean; readonly locale: Locale }) {
  const t = texts(locale).system
  return keeps ? (
    <Section title={t.requirements} locale={locale}>
      <Actions>
        <LinkButton href={`/kompetanse/system/${id}`} variant="secondary">
          {t.keep}
        </LinkButton>
      </Actions>
    </Section>
  ) : null
}
