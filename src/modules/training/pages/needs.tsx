import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { OffersByName } from '../../../kernel/reference.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Figures } from '../../../ui/figures.tsx'
import { Form } from '../../../ui/form.tsx'
import { KeyFacts } from '../../../ui/key-facts.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { RecordForm } from '../../../ui/record-form.tsx'
import { showValue } from '../../../ui/record-view.tsx'
import type { After } from '../../../ui/refused.ts'
import { Section } from '../../../ui/section.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { TaskList } from '../../../ui/task-list.tsx'
import { uiTexts } from '../../../ui/texts.ts'
import { decisionFields, needFields, needRecordFields } from '../fields.ts'
import type { NeedCount } from '../queries.ts'
import { texts } from '../texts.ts'
import type { Decision, Need, Reported } from '../training.ts'

const tones = { reported: 'warning', planned: 'info', closed: 'success', rejected: 'neutral' } as const

const NeedTag = ({ need: { values }, locale }: { readonly need: Need; readonly locale: Locale }) => {
  const t = texts(locale).needs
  const status = values.status ?? 'reported'
  return (
    <StatusTag tone={tones[status]} done={status === 'closed' || status === 'rejected'}>
      {t.status[status]}
    </StatusTag>
  )
}

export const NeedItems = ({ needs, locale }: { readonly needs: readonly Need[]; readonly locale: Locale }) => (
  <TaskList
    tasks={needs.map((need) => ({
      name: need.values.topic ?? '',
      href: `/opplaeringsbehov/${need.id}`,
      hint: need.values.plannedOn ? texts(locale).needs.plannedOn(formatDate(need.values.plannedOn, locale)) : undefined,
      deadline: need.values.reportedAt ? formatDate(localDate(need.values.reportedAt), locale) : undefined,
      status: <NeedTag need={need} locale={locale} />,
    }))}
  />
)

type ListProps = { readonly needs: readonly Need[]; readonly counts: readonly NeedCount[] | null; readonly locale: Locale }
export function NeedsPage({ needs, counts, locale }: ListProps) {
  const t = texts(locale).needs
  const add = (
    <LinkButton href="/opplaeringsbehov/nytt" icon="plus">
      {t.add}
    </LinkButton>
  )
  return (
    <>
      <PageHeading title={t.title} lead={t.lead} actions={needs.length > 0 ? add : undefined} />
      {needs.length === 0 ? (
        <Empty title={t.none} action={add}>
          {t.noneText}
        </Empty>
      ) : (
        <NeedItems needs={needs} locale={locale} />
      )}
      {counts && counts.length > 0 && (
        <Figures
          id="enheter"
          title={t.byUnit}
          columns={[t.unit, t.status.reported, t.status.planned, t.status.closed, t.status.rejected]}
          rows={counts.map(({ unit, name, reported, planned, closed, rejected }) => ({
            key: unit ?? '',
            label: name ?? t.noUnit,
            figures: [reported, planned, closed, rejected].map((count) => ({ text: String(count) })),
          }))}
          locale={locale}
        />
      )}
    </>
  )
}

type NewProps = { readonly id: string; readonly reported: Reported; readonly locale: Locale } & After
export function NewNeed({ id, reported, locale, refused }: NewProps) {
  const t = texts(locale).needs
  return (
    <>
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading title={t.add} lead={t.addLead} />
      <Form hidden={{ id }}>
        <RecordForm
          fields={needFields}
          texts={t.fields}
          values={reported}
          raw={refused?.raw}
          problems={refused?.problems}
          locale={locale}
        />
        <Actions>
          <Button>{t.send}</Button>
          <LinkButton href="/opplaering" variant="tertiary">
            {uiTexts(locale).cancel}
          </LinkButton>
        </Actions>
      </Form>
    </>
  )
}

type ShowProps = {
  readonly need: Need
  readonly names: OffersByName
  readonly mayDecide: boolean
  readonly decision: Decision
  readonly locale: Locale
} & After
/** One need, and what is decided; decided here by whoever got it. */
export function ShowNeed({ need, names, mayDecide, decision, locale, refused, conflict }: ShowProps) {
  const t = texts(locale).needs
  const { values } = need
  const named = (field: 'reportedBy' | 'receiver' | 'unit') =>
    showValue(needRecordFields[field], values[field], { label: '' }, locale, names[field])
  const day = (one: string | null) => (one === null ? null : formatDate(one, locale))
  const over = values.status === 'closed' || values.status === 'rejected'
  return (
    <>
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading title={values.topic ?? ''} kicker={t.one} />
      <KeyFacts
        facts={[
          { label: t.state, value: <NeedTag need={need} locale={locale} /> },
          ...(values.plannedOn ? [{ label: t.day, value: day(values.plannedOn) }] : []),
          { label: t.reportedBy, value: named('reportedBy') },
          { label: t.reportedAt, value: values.reportedAt && day(localDate(values.reportedAt)) },
          { label: t.receiver, value: named('receiver') ?? t.office },
          ...(values.status === 'reported' ? [{ label: t.due, value: day(values.dueOn) }] : []),
          ...(values.forWhom ? [{ label: t.fields.forWhom.label, value: t.fields.forWhom.choices[values.forWhom] }] : []),
        ]}
      />
      {values.description && <p className="v-question">{values.description}</p>}
      {values.reason && (
        <Section title={t.reason} locale={locale}>
          <p className="v-question">{values.reason}</p>
        </Section>
      )}
      {conflict}
      {mayDecide && !over && (
        <Section title={t.decide} id="svar" locale={locale}>
          <Form action={`/opplaeringsbehov/${need.id}/svar`} version={need.version}>
            <RecordForm
              fields={decisionFields}
              texts={t.decision}
              values={decision}
              raw={refused?.raw}
              problems={refused?.problems}
              locale={locale}
            />
            <Actions>
              <Button>{t.decideButton}</Button>
            </Actions>
          </Form>
        </Section>
      )}
    </>
  )
}
