import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, LinkButton, PostButton } from '../../../ui/button.tsx'
import { KeyFacts } from '../../../ui/key-facts.tsx'
import { OutsideLink, PageHeading, TextLink } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { TaskList } from '../../../ui/task-list.tsx'
import { stateOf } from '../plan.ts'
import type { Told } from '../queries.ts'
import { texts } from '../texts.ts'
import type { PlanLine, Requirement } from '../training.ts'
import { dayOf, StateTag } from './states.tsx'

type Props = {
  readonly requirement: Requirement
  readonly line: PlanLine
  readonly ahead: readonly Told[]
  readonly link: string | null
  readonly today: string
  readonly locale: Locale
}

/** One requirement of one's own plan: what to know, and how it is met. */
export function ItemPage({ requirement: { id, version, values }, line, ahead, link, today, locale }: Props) {
  const { item: t, requirements: r } = texts(locale)
  const state = stateOf(line, today)
  const day = dayOf(line, state, locale)
  const reads = values.fulfilledBy === 'acknowledgement'
  return (
    <>
      <PageHeading title={line.requirement} kicker={t.kicker} />
      <KeyFacts
        facts={[
          { label: t.state, value: <StateTag state={state} locale={locale} /> },
          ...(values.about ? [{ label: r.fields.about.label, value: r.fields.about.choices[values.about] }] : []),
          ...(line.system ? [{ label: r.fields.system.label, value: line.system }] : []),
          ...(day ? [{ label: texts(locale).completions.columns.completedOn, value: day }] : []),
        ]}
      />
      {values.description && <p className="v-question">{values.description}</p>}
      {values.about === 'information' && (
        <p>
          <TextLink href="/lagringsguide">{t.storage}</TextLink>
        </p>
      )}
      {values.about === 'reporting' && (
        <p>
          <TextLink href="/avvik/ny">{t.reporting}</TextLink>
        </p>
      )}
      <Section title={t.how} locale={locale}>
        {values.fulfilledBy && <p>{t[values.fulfilledBy]}</p>}
        {link && (
          <p>
            <OutsideLink href={link} locale={locale}>
              {t.link}
            </OutsideLink>
          </p>
        )}
        {reads && (
          <Actions>
            {line.articleId !== null ? (
              <LinkButton href={`/veiledning/${line.articleId}`}>{t.openText}</LinkButton>
            ) : (
              state !== 'met' && (
                <PostButton action={`/opplaering/${id}/bekreftelse`} hidden={{ version }}>
                  {t.confirm}
                </PostButton>
              )
            )}
          </Actions>
        )}
      </Section>
      {!reads && (
        <Section title={t.ahead} locale={locale}>
          {ahead.length === 0 ? (
            <>
              <p className="v-soft">{t.aheadNone}</p>
              {state !== 'met' && (
                <Actions>
                  <LinkButton href="/opplaeringsbehov/nytt" variant={link ? 'secondary' : 'primary'}>
                    {texts(locale).needs.add}
                  </LinkButton>
                </Actions>
              )}
            </>
          ) : (
            <TaskList
              tasks={ahead.map((one) => ({
                name: one.name,
                href: `/kurs/${one.id}`,
                hint: one.place ?? undefined,
                deadline: formatDate(one.heldOn, locale),
              }))}
            />
          )}
        </Section>
      )}
    </>
  )
}
