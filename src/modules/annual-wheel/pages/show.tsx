import type { ComponentChildren } from 'preact'
import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../ui/button.tsx'
import { Details } from '../../../ui/details.tsx'
import { each } from '../../../ui/each.ts'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { KeyFacts } from '../../../ui/key-facts.tsx'
import { PageHeading, TextLink } from '../../../ui/page.tsx'
import { NextStep } from '../../../ui/record-page.tsx'
import type { After } from '../../../ui/refused.ts'
import { Section } from '../../../ui/section.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { uiTexts } from '../../../ui/texts.ts'
import type { Decision, Item, Review } from '../annual-wheel.ts'
import type { Drawn } from '../documents/pack.ts'
import { agenda, threeParts } from '../fields.ts'
import { reviewStep } from '../rules.ts'
import { texts } from '../texts.ts'
import { Blocks } from './blocks.tsx'
import { DecisionList, ReviewStatus } from './reviews.tsx'

export type ShowProps = Pick<After, 'refused'> & {
  readonly review: Review
  readonly drawn: Readonly<Record<(typeof agenda)[number], Drawn>>
  readonly items: readonly Item[]
  readonly decisions: readonly Decision[]
  readonly earlier: readonly Decision[]
  readonly documents: readonly { readonly id: string; readonly name: string }[]
  readonly names: ReadonlyMap<string, { readonly name: string }>
  readonly gaps: readonly string[]
  readonly may: { readonly edit: boolean; readonly approve: boolean; readonly decide: boolean }
  readonly now: Date
  readonly locale: Locale
}

/** One management review: the meeting, what is left, the agenda with what the registers say, the minutes and the decisions. */
export function ShowReview(props: ShowProps) {
  const { review, names, now, locale, may, refused } = props
  const { values } = review
  const t = texts(locale).reviews
  const at = `/ledelsens-gjennomgang/${review.id}`
  const today = localDate(now)
  const day = (date: string | null) => (date === null ? '–' : formatDate(date, locale))
  const people = values.participants.map((id) => names.get(id)?.name ?? '').join(', ')
  return (
    <>
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading
        title={values.name ?? ''}
        kicker={t.one}
        actions={
          may.edit && (
            <LinkButton href={`${at}/endring/plan`} variant="secondary" icon="pencil">
              {uiTexts(locale).change}
            </LinkButton>
          )
        }
      />
      <WhatIsNext {...props} at={at} today={today} />
      <KeyFacts
        facts={[
          { label: t.when, value: [day(values.heldOn), values.place].filter(Boolean).join(', ') },
          { label: t.period, value: `${day(values.periodFrom)} – ${day(values.periodTo)}` },
          { label: t.participants, value: people || t.nobody, open: people === '' },
        ]}
      />
      <Agenda {...props} at={at} />
      <Minutes {...props} at={at} />
      <Decisions {...props} today={today} />
      <Section title={t.files} locale={locale}>
        <ul className="ds-list">
          {each(['sakspapirer', 'referat'] as const, (file) => (
            <li>
              {file === 'referat' ? t.minutes : t.papers}: <TextLink href={`${at}/${file}.pdf`}>{texts(locale).pdf}</TextLink>
              {', '}
              <TextLink href={`${at}/${file}.docx`}>{texts(locale).word}</TextLink>
            </li>
          ))}
          <li>
            <TextLink href={`${at}/visning/0`}>{t.slides.title}</TextLink>
          </li>
        </ul>
      </Section>
      <p>
        <TextLink href={`/historikk/management_review/${review.id}`}>{uiTexts(locale).history}</TextLink>
      </p>
    </>
  )
}

const numbered = <T,>(all: readonly T[]) => all.map((one, position) => ({ one, position }))

type Part = ShowProps & { readonly at: string }

/** What it waits for, in one line with one button: notes for the meeting, the minutes, or their approval. */
function WhatIsNext({ review, gaps, names, may, at, today, locale }: Part & { readonly today: string }): ComponentChildren {
  const t = texts(locale).reviews
  const labels: Readonly<Record<string, { readonly label: string }>> = t.fields
  const { heldOn, approvedAt, approvedBy } = review.values
  const step = reviewStep(review, today)
  const clock = <ReviewStatus {...{ review, today, locale }} />
  if (step === 'done') {
    const by = approvedAt && t.approvedBy(names.get(approvedBy ?? '')?.name ?? '', formatDate(localDate(approvedAt), locale))
    return <NextStep locale={locale} title={t.next.done} text={by} clock={clock} tone="quiet" />
  }
  if (step === 'prepare')
    return (
      <NextStep
        locale={locale}
        title={t.next.prepare(formatDate(heldOn ?? today, locale))}
        clock={clock}
        tone={may.edit ? undefined : 'quiet'}
      >
        {may.edit && <LinkButton href={`${at}/endring/merknader`}>{t.writeNotes}</LinkButton>}
      </NextStep>
    )
  if (step === 'write')
    return (
      <NextStep
        locale={locale}
        title={t.next.write}
        text={`${t.minutesMissing}: ${gaps.map((gap) => labels[gap]?.label ?? gap).join(', ')}`}
        clock={clock}
        tone={may.edit ? undefined : 'quiet'}
      >
        {may.edit && <LinkButton href={`${at}/endring/referat`}>{t.write}</LinkButton>}
      </NextStep>
    )
  return (
    <NextStep locale={locale} title={t.next.approve} clock={clock} tone={may.approve ? undefined : 'quiet'}>
      {may.approve && (
        <Form action={`${at}/godkjenning`} version={review.version} unsaved={false}>
          <Button>{t.approve}</Button>
        </Form>
      )}
    </NextStep>
  )
}

function Agenda({ review, drawn, items, may, at, locale }: Part) {
  const t = texts(locale)
  const { values } = review
  return (
    <Section
      title={t.reviews.reading}
      locale={locale}
      edit={may.edit ? { href: `${at}/endring/merknader`, label: t.reviews.writeNotes } : undefined}
    >
      <p className="v-soft">{values.frozenAt ? t.reviews.frozenOn(formatDate(localDate(values.frozenAt), locale)) : t.reviews.live}</p>
      {each(numbered(agenda), ({ one: item, position }) => {
        const note = values[`${item}Note`]
        const { short, blocks } = drawn[item]
        return (
          <Details wide summary={<AgendaLine {...{ position, title: t.agenda[item], short }} />}>
            <Blocks blocks={blocks} locale={locale} />
            {note && <SummaryList locale={locale} items={[{ label: t.reviews.note, value: note, text: true }]} />}
          </Details>
        )
      })}
      {each(numbered(items), ({ one: { id, values: item }, position }) => (
        <Details wide summary={<AgendaLine position={agenda.length + position} title={item.name ?? ''} short="" />}>
          {item.content && (
            <p className="v-prose" data-text="">
              {item.content}
            </p>
          )}
          {may.edit && (
            <p>
              <TextLink href={`/ledelsessaker/${id}/endring`}>{t.items.editTitle}</TextLink>
            </p>
          )}
        </Details>
      ))}
      {may.edit && (
        <Actions>
          <LinkButton href={`/ledelsessaker/nytt?gjennomgang=${review.id}`} variant="secondary" icon="plus">
            {t.reviews.addItem}
          </LinkButton>
          {values.frozenAt === null && (
            <Form action={`${at}/frysing`} unsaved={false}>
              <Button variant="tertiary">{t.reviews.freeze}</Button>
            </Form>
          )}
        </Actions>
      )}
    </Section>
  )
}

const AgendaLine = ({ position, title, short }: { readonly position: number; readonly title: string; readonly short: string }) => (
  <>
    {position + 1}. {title} {short && <span className="v-soft">{short}</span>}
  </>
)

function Minutes({ review, documents, may, at, locale }: Part) {
  const t = texts(locale).reviews
  const { values } = review
  const decided = (['goals', 'strategy', 'organisation'] as const).map((one) => {
    const { label, choices } = t.fields[`${one}Decision`]
    const chosen = values[`${one}Decision`]
    return { label, value: chosen ? [choices[chosen], values[`${one}Reason`]].filter(Boolean).join('. ') : null, text: true }
  })
  return (
    <Section title={t.minutes} locale={locale} edit={may.edit ? { href: `${at}/endring/referat`, label: t.write } : undefined}>
      <SummaryList
        locale={locale}
        items={[...threeParts.map((name) => ({ label: t.fields[name].label, value: values[name], text: true })), ...decided]}
      />
      {documents.length > 0 && (
        <p>
          {t.documentsInForce}:{' '}
          {each(numbered(documents), ({ one: { id, name }, position }) => (
            <>
              {position > 0 && ', '}
              <TextLink href={`/styringsdokumenter/${id}`}>{name}</TextLink>
            </>
          ))}
        </p>
      )}
    </Section>
  )
}

function Decisions({ review, decisions, earlier, names, may, today, locale }: ShowProps & { readonly today: string }) {
  const t = texts(locale).decisions
  return (
    <>
      <Section title={t.title} locale={locale}>
        {decisions.length === 0 ? <p className="v-soft">{t.none}</p> : <DecisionList {...{ decisions, names, today, locale }} />}
        {may.decide && (
          <Actions>
            <LinkButton href={`/ledelsesvedtak/nytt?gjennomgang=${review.id}`} variant="secondary" icon="plus">
              {t.add}
            </LinkButton>
          </Actions>
        )}
      </Section>
      {earlier.length > 0 && (
        <Section title={t.earlier} locale={locale}>
          <DecisionList decisions={earlier} {...{ names, today, locale }} />
        </Section>
      )}
    </>
  )
}
