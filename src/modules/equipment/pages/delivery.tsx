import { type LocalDate, localDate } from '../../../kernel/calendar/calendar.ts'
import { formatInstant } from '../../../kernel/calendar/words.ts'
import { emptyValues, type Fields, isEmpty, type Values } from '../../../kernel/fields.ts'
import type { OffersByName } from '../../../kernel/reference.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../ui/button.tsx'
import { Details } from '../../../ui/details.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { KeyFacts } from '../../../ui/key-facts.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { FormOfAny } from '../../../ui/record-form.tsx'
import { NextStep } from '../../../ui/record-page.tsx'
import { showValue, ViewOfAny } from '../../../ui/record-view.tsx'
import type { After } from '../../../ui/refused.ts'
import { Section } from '../../../ui/section.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import type { Deed, Delivery, DeliveryStatus } from '../equipment.ts'
import { deliveryFields, erasureFields, moveFields, planFields, receiveFields } from '../fields.ts'
import { isLate } from '../rules-delivery.ts'
import type { Texts } from '../texts.nb.ts'
import { texts } from '../texts.ts'
import { DeliveryTag } from './delivery-tag.tsx'

/** The last word of each deed's address. */
export const deedAt: Readonly<Record<Deed, string>> = {
  plan: 'bekreftelse',
  move: 'ny-tid',
  cancel: 'avlysning',
  receive: 'mottak',
  erase: 'sletting',
  reuse: 'gjenbruk',
  scrap: 'kassering',
}
/** What each deed asks; none where one press is enough. */
export const asked: Partial<Record<Deed, Fields>> = { plan: planFields, move: moveFields, receive: receiveFields, erase: erasureFields }

export type DeliveryProps = After & {
  readonly delivery: Delivery
  readonly name: string
  readonly offers: OffersByName
  readonly open: readonly Deed[]
  readonly me: string
  readonly now: Date
  readonly locale: Locale
}

export function DeliveryPage(props: DeliveryProps) {
  const { delivery, name, offers, now, locale, refused, conflict } = props
  const { values, id } = delivery
  const { deliveries: t, delivery: words, proof } = texts(locale)
  const status = values.status ?? 'asked'
  const said = (
    [
      'kind',
      'unit',
      'storesData',
      'askedBy',
      'agreedBy',
      'receivedAt',
      'receivedBy',
      'method',
      'tool',
      'erasedOn',
      'erasedBy',
      'endedAt',
    ] as const
  ).filter((one) => !isEmpty(values[one]))
  const when = values.agreedAt ?? values.proposedAt
  return (
    <>
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading title={name} kicker={t.one} />
      <KeyFacts
        facts={[
          {
            label: words.status.label,
            value: isLate(delivery, now) ? <StatusTag tone="danger">{t.late}</StatusTag> : <DeliveryTag {...{ status, locale }} />,
          },
          { label: values.agreedAt ? words.agreedAt.label : t.columns.when, value: when ? formatInstant(when, locale) : '–' },
          { label: words.askedBy.label, value: showValue(deliveryFields.askedBy, values.askedBy, { label: '' }, locale, offers.askedBy) },
        ]}
      />
      {conflict}
      <Next {...props} status={status} />
      <ViewOfAny
        fields={deliveryFields}
        texts={words}
        values={values}
        offers={offers}
        locale={locale}
        shown={said.filter((one) => one !== 'askedBy')}
      />
      {values.receivedAt !== null && (
        <Actions>
          {(['pdf', 'docx'] as const).map((ending) => (
            <LinkButton key={ending} href={`/utstyrslevering/${id}/bevis-${locale}.${ending}`} variant="secondary" download>
              {proof.download} ({ending === 'docx' ? 'Word' : 'PDF'})
            </LinkButton>
          ))}
        </Actions>
      )}
      <Others {...props} status={status} />
    </>
  )
}

type Part = DeliveryProps & { readonly status: DeliveryStatus }

/** What comes next, with the one primary button, for whoever does it; the others read where it stands. */
function Next({ status, open, ...props }: Part) {
  const { delivery, locale } = props
  const { next: t, deeds } = texts(locale)
  const does = (deed: Deed) => open.includes(deed)
  const quiet = (title: string, text?: string) => <NextStep locale={locale} title={title} text={text} tone="quiet" />
  const form = (title: string, deed: Deed) => (
    <Section title={title} locale={locale}>
      <DeedForm {...props} deed={deed} />
    </Section>
  )
  const press = (deed: Deed, variant: 'primary' | 'secondary') => (
    <Form action={`/utstyrslevering/${delivery.id}/${deedAt[deed]}`} version={delivery.version} unsaved={false}>
      <Button variant={variant}>{deeds[deed]}</Button>
    </Form>
  )
  if (status === 'asked') return does('plan') ? form(t.askedIt, 'plan') : quiet(t.asked, t.askedText)
  if (status === 'planned') return does('receive') ? form(t.plannedIt, 'receive') : quiet(t.planned, t.plannedText)
  if (status !== 'received' && status !== 'erased') return quiet(t[status])
  if (does('scrap'))
    return (
      <NextStep locale={locale} title={t.endIt} text={does('reuse') ? undefined : t.destroyedText}>
        {does('reuse') && press('reuse', 'primary')}
        {press('scrap', does('reuse') ? 'secondary' : 'primary')}
      </NextStep>
    )
  return does('erase') ? form(t.eraseIt, 'erase') : quiet(t.received)
}

/** What may be done besides, folded away. */
function Others({ status, open, ...props }: Part) {
  const { delivery, locale } = props
  const { deeds, next } = texts(locale)
  if (status !== 'asked' && status !== 'planned') return null
  return (
    <>
      {status === 'planned' && open.includes('plan') && (
        <Details summary={next.otherTime}>
          <DeedForm {...props} deed="plan" secondary />
        </Details>
      )}
      {open.includes('move') && (
        <Details summary={deeds.move}>
          <DeedForm {...props} deed="move" secondary />
        </Details>
      )}
      {open.includes('cancel') && (
        <Actions>
          <Form action={`/utstyrslevering/${delivery.id}/${deedAt.cancel}`} version={delivery.version} unsaved={false}>
            <Button variant="tertiary">{deeds.cancel}</Button>
          </Form>
        </Actions>
      )}
    </>
  )
}

function DeedForm({
  delivery,
  deed,
  offers,
  me,
  now,
  refused,
  locale,
  secondary = false,
}: Omit<Part, 'status' | 'open'> & { readonly deed: Deed; readonly secondary?: boolean }) {
  const t = texts(locale)
  const fields = asked[deed] ?? {}
  const mine = refused && Object.keys(fields).some((name) => name in refused.raw) ? refused : undefined
  return (
    <Form action={`/utstyrslevering/${delivery.id}/${deedAt[deed]}`} version={delivery.version}>
      <FormOfAny
        fields={fields}
        texts={labelsOf(t, deed)}
        values={{ ...emptyValues(fields), ...beginsWith(delivery, deed, me, localDate(now)) }}
        offers={offers}
        raw={mine?.raw}
        problems={mine?.problems}
        locale={locale}
      />
      <Actions>
        <Button variant={secondary ? 'secondary' : 'primary'}>{t.deeds[deed]}</Button>
      </Actions>
    </Form>
  )
}

/** The words of what a deed asks: the time is IT's to agree to. */
export const labelsOf = (t: Texts, deed: Deed) =>
  Object.fromEntries(Object.keys(asked[deed] ?? {}).map((name) => [name, t.delivery[name as keyof Texts['delivery']]])) as never

/** What its form says before anybody has written: what was proposed, what was said, and whoever does it today. */
function beginsWith({ values }: Delivery, deed: Deed, me: string, today: LocalDate): Values<Fields> {
  if (deed === 'plan') return { agreedAt: values.agreedAt ?? values.proposedAt }
  if (deed === 'move') return { proposedAt: values.proposedAt }
  if (deed === 'receive') return { storesData: values.storesData }
  return { erasedOn: today, erasedBy: me }
}
