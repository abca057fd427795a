import type { ComponentChildren } from 'preact'
import { localDate } from '../../../kernel/calendar/calendar.ts'
import { durationWords, formatDate, formatInstant } from '../../../kernel/calendar/words.ts'
import { newId } from '../../../kernel/ids.ts'
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
import { SummaryList } from '../../../ui/summary-list.tsx'
import type { Card, Deed } from '../card.ts'
import { leavingFields, productionFields, recordFields } from '../fields.ts'
import { texts } from '../texts.ts'

/** The last word of each deed's address. */
export const deedAt: Readonly<Record<Deed, string>> = {
  passOn: 'videresending',
  decline: 'avslag',
  produce: 'laging',
  deliver: 'utlevering',
  receive: 'mottak',
  reportLoss: 'tap',
  deactivate: 'deaktivering',
  startReturn: 'tilbakelevering',
  handIn: 'innlevering',
  forward: 'retur',
  takeBack: 'retur-mottatt',
}

type Props = {
  readonly card: Card
  readonly names: OffersByName
  readonly open: readonly Deed[]
  readonly isHolder: boolean
  readonly files: ComponentChildren
  readonly now: Date
  readonly locale: Locale
} & After

export function ShowCard(props: Props) {
  const { card, names, isHolder, files, now, locale, refused, conflict } = props
  const t = texts(locale)
  const { values } = card
  const named = (field: 'holder' | 'leader') => showValue(recordFields[field], values[field], { label: '' }, locale, names[field])
  const when = (label: string, at: Date | null) => (at === null ? [] : [{ label, value: formatInstant(at, locale) }])
  return (
    <>
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading title={values.cardNumber ?? t.noNumber} kicker={t.one} />
      <KeyFacts
        facts={[
          {
            label: t.facts.status,
            value: <StatusTag tone={values.status === 'lost' ? 'danger' : 'neutral'}>{values.status && t.status[values.status]}</StatusTag>,
          },
          { label: t.facts.holder, value: named('holder') },
          { label: t.facts.leader, value: named('leader') ?? '–' },
          ...(values.lostAt === null ? [] : [{ label: t.facts.openFor, value: openFor(card, locale) }]),
        ]}
      />
      {values.lostAt !== null && isHolder && (
        <Notice tone="warning" locale={locale}>
          <p>{t.deviation}</p>
          <Actions>
            <Form action={`/id-kort/${card.id}/avvik`} hidden={{ id: newId(now) }} unsaved={false}>
              <Button variant="secondary">{t.reportDeviation}</Button>
            </Form>
            {values.replacedAt === null && (
              <LinkButton href={`/id-kort/ny?erstatter=${card.id}`} variant="secondary">
                {t.orderNew}
              </LinkButton>
            )}
          </Actions>
        </Notice>
      )}
      <Deeds {...props} />
      {conflict}
      <ViewOfAny
        fields={recordFields}
        texts={{ ...t.order, ...t.issue, uses: t.order.uses } as never}
        {...{ values, offers: names, locale }}
        shown={['uses', 'zones', ...(values.delivery === null ? [] : (['delivery'] as const))]}
      />
      <SummaryList
        locale={locale}
        items={[
          ...when(t.facts.orderedAt, values.orderedAt),
          ...when(t.facts.passedAt, values.passedAt),
          ...when(t.facts.producedAt, values.producedAt),
          ...when(t.facts.deliveredAt, values.deliveredAt),
          ...when(t.facts.receivedAt, values.receivedAt),
          ...when(t.facts.lostAt, values.lostAt),
          ...when(t.facts.deactivatedAt, values.deactivatedAt),
        ].map((item) => ({ ...item, missing: false, text: false, change: undefined }))}
      />
      {values.leavesOn !== null && <Return card={card} now={now} locale={locale} />}
      {files}
    </>
  )
}

const openFor = ({ values: { lostAt, deactivatedAt } }: Card, locale: Locale) =>
  lostAt && deactivatedAt ? durationWords(deactivatedAt.getTime() - lostAt.getTime(), locale) : texts(locale).stillOpen

/** The three steps of handing a card in, each with its date (S4-205). */
function Return({ card: { values }, now, locale }: Pick<Props, 'card' | 'now' | 'locale'>) {
  const t = texts(locale)
  const late = values.handedInAt === null && (values.leavesOn ?? '') < localDate(now)
  return (
    <Section title={t.returnTitle} id="tilbakelevering" locale={locale} aside={late ? <StatusTag tone="danger">{t.late}</StatusTag> : null}>
      <SummaryList
        locale={locale}
        items={[
          { label: t.returnDue, value: values.leavesOn && formatDate(values.leavesOn, locale) },
          ...(['handedInAt', 'forwardedAt', 'returnedAt'] as const).map((step) => ({
            label: t.returnSteps[step],
            value: values[step] ? formatDate(localDate(values[step]), locale) : t.notDone,
          })),
        ].map((item) => ({ ...item, missing: false, text: false, change: undefined }))}
      />
    </Section>
  )
}

function Deeds({ card, open, refused, locale }: Props) {
  const t = texts(locale)
  const asked = (deed: Deed) => deed === 'produce' || deed === 'startReturn'
  const plain = open.filter((deed) => !asked(deed))
  const shared = { raw: refused?.raw, problems: refused?.problems, locale }
  const to = (deed: Deed) => ({ action: `/id-kort/${card.id}/${deedAt[deed]}`, version: card.version })
  const primary = open.find((deed) => deed !== 'reportLoss' && deed !== 'startReturn' && deed !== 'decline')
  const look = (deed: Deed) => (deed === primary ? ('primary' as const) : ('secondary' as const))
  return (
    <>
      {open.includes('produce') && (
        <Form {...to('produce')}>
          <RecordForm fields={productionFields} texts={t.production} values={{ cardNumber: null }} {...shared} />
          <Actions>
            <Button>{t.deeds.produce}</Button>
          </Actions>
        </Form>
      )}
      {plain.length > 0 && (
        <Actions>
          {plain
            .filter((deed) => deed !== 'reportLoss')
            .map((deed) => (
              <Form key={deed} {...to(deed)} unsaved={false}>
                <Button variant={look(deed)}>{t.deeds[deed]}</Button>
              </Form>
            ))}
        </Actions>
      )}
      {open.includes('reportLoss') && (
        <CertainButton action={to('reportLoss').action} hidden={{ version: card.version }} follows={t.lossFollows} locale={locale}>
          {t.deeds.reportLoss}
        </CertainButton>
      )}
      {open.includes('startReturn') && (
        <Section title={t.deeds.startReturn} locale={locale}>
          <Form {...to('startReturn')}>
            <RecordForm fields={leavingFields} texts={t.leaving} values={{ leavesOn: card.values.leavesOn }} {...shared} />
            <Actions>
              <Button variant="secondary">{t.deeds.startReturn}</Button>
            </Actions>
          </Form>
        </Section>
      )}
    </>
  )
}
