import type { ComponentChildren } from 'preact'
import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { OffersByName } from '../../../kernel/reference.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button, LinkButton, PostButton } from '../../../ui/button.tsx'
import { each } from '../../../ui/each.ts'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { KeyFacts } from '../../../ui/key-facts.tsx'
import { PageHeading, TextLink } from '../../../ui/page.tsx'
import { showValue } from '../../../ui/record-view.tsx'
import type { Refused } from '../../../ui/refused.ts'
import { Section } from '../../../ui/section.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { TaskList } from '../../../ui/task-list.tsx'
import { uiTexts } from '../../../ui/texts.ts'
import { recordFields } from '../fields.ts'
import { asksForAnalysis } from '../rules.ts'
import type { Participant, Status, SystemChange } from '../system-change.ts'
import { texts } from '../texts.ts'

type Props = {
  readonly record: SystemChange
  /** The approved analysis it rests on. */
  readonly analysis: { readonly id: string; readonly name: string } | null
  readonly heard: readonly Participant[]
  readonly names: OffersByName
  readonly may: { readonly edit: boolean; readonly decide: boolean; readonly withdraw: boolean; readonly analyse: boolean }
  readonly related: readonly ComponentChildren[]
  readonly refused?: Refused | undefined
  readonly locale: Locale
}
type Named = 'system' | 'owner' | 'superUser' | 'technical' | 'decidedBy'
const tones = { open: 'warning', approved: 'success', withdrawn: 'neutral' } as const satisfies Record<Status, string>
const named = ({ record, names, locale }: Props, field: Named) =>
  showValue(recordFields[field], record.values[field], { label: '' }, locale, names[field])

/** A change of a system: how large it is, what stands in its way, and who is asked. */
export function ShowChange(props: Props) {
  const { record, may, related, refused, locale } = props
  const { values } = record
  const t = texts(locale)
  const at = `/systemendringer/${record.id}`
  const status = values.status ?? 'open'
  return (
    <>
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading
        title={values.name ?? ''}
        kicker={t.one}
        actions={
          may.edit && (
            <LinkButton href={`${at}/endring`} variant="secondary" icon="pencil">
              {uiTexts(locale).change}
            </LinkButton>
          )
        }
      />
      <KeyFacts
        facts={[
          { label: t.fields.status.label, value: <StatusTag tone={tones[status]}>{t.fields.status.choices[status]}</StatusTag> },
          { label: t.columns.size, value: values.size && t.fields.size.choices[values.size] },
          { label: t.columns.system, value: <TextLink href={`/systemer/${values.system}`}>{named(props, 'system')}</TextLink> },
          { label: t.fields.owner.label, value: named(props, 'owner'), open: values.owner === null },
          ...(values.plannedOn ? [{ label: t.columns.plannedOn, value: formatDate(values.plannedOn, locale) }] : []),
        ]}
      />
      {status === 'open' && <Analysis {...props} />}
      {status === 'open' && <NextStep {...props} />}
      {status !== 'open' && (
        <Section title={t.fields.status.choices[status]} locale={locale}>
          <p className="v-soft">
            {named(props, 'decidedBy')}, {values.decidedAt && formatDate(localDate(values.decidedAt), locale)}
          </p>
          {values.reason !== null && <p className="v-prose v-line">{values.reason}</p>}
        </Section>
      )}
      {values.about !== null && (
        <Section title={t.fields.about.label} locale={locale}>
          <p className="v-prose v-line">{values.about}</p>
        </Section>
      )}
      <Invited {...props} />
      {each(related, (panel) => (
        <div>{panel}</div>
      ))}
      <p>
        <TextLink href={`/historikk/system_change/${record.id}`}>{uiTexts(locale).history}</TextLink>
      </p>
    </>
  )
}

function Analysis({ record, analysis, may, locale }: Props) {
  const { name, system, about } = record.values
  const t = texts(locale).show
  const begins = { systems: system ?? '', reason: record.values.size === 'new' ? 'new' : 'change', name: name ?? '', about: about ?? '' }
  return (
    <Section title={t.analysis} id="ros" locale={locale}>
      {!asksForAnalysis(record.values) ? (
        <p>{t.notAsked}</p>
      ) : analysis ? (
        <p>
          {t.done} <TextLink href={`/ros/${analysis.id}`}>{analysis.name}</TextLink>
        </p>
      ) : (
        <>
          <p>{t.missing}</p>
          {may.analyse && (
            <PostButton action="/ros/nytt/begynt" hidden={begins} variant={may.decide ? 'primary' : 'secondary'}>
              {t.begin}
            </PostButton>
          )}
        </>
      )}
    </Section>
  )
}

function NextStep({ record, analysis, may, locale }: Props) {
  const t = texts(locale).show
  const at = `/systemendringer/${record.id}`
  const ready = !asksForAnalysis(record.values) || analysis !== null
  if (!may.decide && !may.withdraw) return null
  return (
    <Actions>
      {may.decide && ready && (
        <Form action={`${at}/godkjenning`} version={record.version} unsaved={false}>
          <Button>{t.approve}</Button>
        </Form>
      )}
      {may.withdraw && (
        <LinkButton href={`${at}/trekking`} variant="tertiary">
          {t.withdraw}
        </LinkButton>
      )}
    </Actions>
  )
}

/** The super user and whoever is technically responsible, and which of them has said something (S4-106). */
function Invited(props: Props) {
  const { record, heard, locale } = props
  const { superUser, technical, status } = record.values
  const t = texts(locale)
  const mark = (who: Participant) =>
    heard.includes(who) ? (
      <StatusTag tone="success">{t.show.heard}</StatusTag>
    ) : status === 'open' ? (
      <span className="v-unanswered">{t.show.waits}</span>
    ) : null
  return (
    <Section title={t.show.asked} id="inviterte" locale={locale}>
      <TaskList
        tasks={[
          {
            name: t.roles.superUser,
            hint: superUser === null ? t.show.noSuperUser : named(props, 'superUser'),
            status: superUser === null ? null : mark('superUser'),
          },
          { name: t.roles.technical, hint: technical === null ? t.show.it : named(props, 'technical'), status: mark('technical') },
        ]}
      />
      {status === 'open' && <p className="v-soft">{t.show.howTo}</p>}
    </Section>
  )
}
