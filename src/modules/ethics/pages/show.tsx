import type { ComponentChildren } from 'preact'
import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { OffersByName } from '../../../kernel/reference.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../ui/button.tsx'
import { CertainButton } from '../../../ui/certain.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { KeyFacts } from '../../../ui/key-facts.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { RecordForm } from '../../../ui/record-form.tsx'
import { showValue, ViewOfAny } from '../../../ui/record-view.tsx'
import type { After } from '../../../ui/refused.ts'
import { Section } from '../../../ui/section.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { uiTexts } from '../../../ui/texts.ts'
import { type Complaint, referenceOf } from '../complaint.ts'
import { askFields, closingFields, recordFields } from '../fields.ts'
import { mayClose, mayReceive } from '../rules.ts'
import { texts } from '../texts.ts'

type Props = {
  readonly complaint: Complaint
  readonly names: OffersByName
  /** Whoever gets it when it is sent, and what they lead: of a draft. */
  readonly receiver: { readonly name: string; readonly unit: string } | null
  readonly mayEdit: boolean
  readonly files: ComponentChildren
  readonly locale: Locale
} & After

/** One complaint, for the two who may see it: sent from here, received and closed here. */
export function ShowComplaint(props: Props) {
  const { complaint, names, files, locale, refused, conflict } = props
  const t = texts(locale)
  const { values } = complaint
  const named = (field: 'writer' | 'receiverUnit') => showValue(recordFields[field], values[field], { label: '' }, locale, names[field])
  const day = (at: Date | null) => (at === null ? null : formatDate(localDate(at), locale))
  const dated = (label: string, at: Date | null) => (at === null ? [] : [{ label, value: day(at) }])
  return (
    <>
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading title={referenceOf(complaint) ?? t.lookOver} kicker={t.one} />
      <KeyFacts
        facts={[
          {
            label: t.facts.state,
            value: (
              <StatusTag tone={values.status === 'closed' ? 'success' : 'warning'}>{values.status && t.status[values.status]}</StatusTag>
            ),
          },
          { label: t.facts.writer, value: named('writer') },
          ...dated(t.facts.sentAt, values.sentAt),
          ...(values.receiverUnit === null ? [] : [{ label: t.facts.receiver, value: named('receiverUnit') }]),
          ...dated(t.facts.receivedAt, values.receivedAt),
          ...dated(t.facts.closedAt, values.closedAt),
        ]}
      />
      <p className="v-soft">{t.secret}</p>
      <ViewOfAny
        {...{ fields: askFields, texts: t.ask, values, offers: names, locale }}
        shown={['personGroup', 'against', 'unit', 'aboutLeader']}
      />
      <Section title={t.text} locale={locale}>
        {values.about === null ? (
          <p className="v-soft">{t.noText}</p>
        ) : (
          <p className="v-prose" data-text="">
            {values.about}
          </p>
        )}
      </Section>
      {files}
      {values.outcome !== null && (
        <Section title={t.outcome} locale={locale}>
          <p className="v-prose" data-text="">
            {values.outcome}
          </p>
        </Section>
      )}
      {conflict}
      <Deeds {...props} />
    </>
  )
}

function Deeds({ complaint, receiver, mayEdit, locale, refused }: Props) {
  const t = texts(locale)
  const at = `/forskningsetikk/klager/${complaint.id}`
  const { version } = complaint
  if (mayEdit)
    return (
      <Section title={t.lookOver} locale={locale}>
        <Notice tone={receiver ? 'info' : 'warning'} locale={locale}>
          {receiver ? t.goesTo(receiver.name, receiver.unit) : t.goesToNobody}
        </Notice>
        <Form action={`${at}/sending`} version={version} unsaved={false}>
          <Actions>
            <Button>{t.send}</Button>
            <LinkButton href={`${at}/endring`} variant="secondary" icon="pencil">
              {uiTexts(locale).change}
            </LinkButton>
          </Actions>
        </Form>
        <CertainButton action={`${at}/forkast`} hidden={{ version }} locale={locale}>
          {t.discard}
        </CertainButton>
      </Section>
    )
  return (
    <>
      {mayReceive(complaint) && (
        <Form action={`${at}/mottak`} version={version} unsaved={false}>
          <Actions>
            <Button>{t.receive}</Button>
          </Actions>
        </Form>
      )}
      {mayClose(complaint) && (
        <Section title={t.closeTitle} id="avslutning" locale={locale}>
          <Form action={`${at}/avslutning`} version={version}>
            <RecordForm
              fields={closingFields}
              texts={t.closing}
              values={{ outcome: null }}
              raw={refused?.raw}
              problems={refused?.problems}
              locale={locale}
            />
            <Actions>
              <Button variant={mayReceive(complaint) ? 'secondary' : 'primary'}>{t.close}</Button>
            </Actions>
          </Form>
        </Section>
      )}
    </>
  )
}
