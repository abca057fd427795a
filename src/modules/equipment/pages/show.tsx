import type { ComponentChildren } from 'preact'
import { durationWords, formatInstant } from '../../../kernel/calendar/words.ts'
import { isEmpty } from '../../../kernel/fields.ts'
import type { OffersByName } from '../../../kernel/reference.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../ui/button.tsx'
import { each } from '../../../ui/each.ts'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { KeyFacts } from '../../../ui/key-facts.tsx'
import { PageHeading, TextLink } from '../../../ui/page.tsx'
import { NextStep } from '../../../ui/record-page.tsx'
import { showValue, ViewOfAny } from '../../../ui/record-view.tsx'
import type { Refused } from '../../../ui/refused.ts'
import { Section } from '../../../ui/section.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { uiTexts } from '../../../ui/texts.ts'
import type { DeliveryStatus, Device, DeviceDeed, DeviceStatus } from '../equipment.ts'
import { deviceRecordFields } from '../fields.ts'
import { isGone } from '../rules.ts'
import { texts } from '../texts.ts'
import { DeliveryTag } from './delivery-tag.tsx'

/** The last word of each deed's address. */
export const deviceDeedAt: Readonly<Record<DeviceDeed, string>> = { reportLoss: 'tap', block: 'sperring', find: 'funn' }
const tones = {
  ...({ inUse: 'success', lost: 'danger', stolen: 'danger' } as const),
  ...({ received: 'info', reusable: 'info', scrapped: 'neutral' } as const),
} as const satisfies Record<DeviceStatus, string>

export type ShowDeviceProps = {
  readonly device: Device
  readonly offers: OffersByName
  readonly open: readonly DeviceDeed[]
  readonly mayEdit: boolean
  /** The id that the report of a deviation begins with, where one is begun here. */
  readonly draft: string
  readonly deliveries: readonly { readonly id: string; readonly status: DeliveryStatus | null; readonly opens: boolean }[]
  /** The delivery that is under way, if any. */
  readonly underWay: boolean
  readonly related: readonly ComponentChildren[]
  readonly refused?: Refused | undefined
  readonly locale: Locale
}

export function ShowDevice(props: ShowDeviceProps) {
  const { device, offers, mayEdit, underWay, deliveries, related, refused, locale } = props
  const { values, id } = device
  const { device: t, history } = texts(locale)
  const status = values.status ?? 'inUse'
  const fixed = status === 'scrapped' || status === 'received'
  const named = (field: 'unit' | 'holder') =>
    showValue(deviceRecordFields[field], values[field], t.fields[field], locale, offers[field]) ?? '–'
  const asked = (['model', 'issuedOn', 'reasons', 'encrypted', 'leavesOn'] as const).filter((name) => !isEmpty(values[name]))
  return (
    <>
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading
        title={values.number ?? ''}
        kicker={values.kind ? t.fields.kind.choices[values.kind] : t.one}
        actions={
          <>
            {!fixed && !isGone(device) && !underWay && (
              <LinkButton href={`/utstyr/${id}/levering`}>{texts(locale).deliveries.ask}</LinkButton>
            )}
            {mayEdit && !fixed && (
              <LinkButton href={`/utstyr/${id}/endring`} variant="secondary" icon="pencil">
                {uiTexts(locale).change}
              </LinkButton>
            )}
          </>
        }
      />
      <KeyFacts
        facts={[
          { label: t.fields.status.label, value: <StatusTag tone={tones[status]}>{t.fields.status.choices[status]}</StatusTag> },
          { label: t.columns.holder, value: named('holder') },
          { label: t.fields.unit.label, value: named('unit') },
          { label: t.columns.storesData, value: values.storesData ? t.fields.storesData.choices[values.storesData] : '–' },
        ]}
      />
      {isGone(device) && <Gone {...props} />}
      {asked.length > 0 && (
        <ViewOfAny fields={deviceRecordFields} texts={t.fields} values={values} offers={offers} locale={locale} shown={asked} />
      )}
      <Loss {...props} />
      {deliveries.length > 0 && (
        <Section title={history} locale={locale}>
          <ul className="ds-list">
            {each(deliveries, (one) => (
              <li>
                {one.status && <DeliveryTag status={one.status} locale={locale} />}{' '}
                {one.opens && <TextLink href={`/utstyrslevering/${one.id}`}>{texts(locale).deliveries.one}</TextLink>}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {each(related, (panel) => (
        <div>{panel}</div>
      ))}
      <p>
        <TextLink href={`/historikk/device/${id}`}>{uiTexts(locale).history}</TextLink>
      </p>
    </>
  )
}

/** It is gone: IT blocks it, whoever knows reports what was on it. */
function Gone({ device, open, draft, locale }: ShowDeviceProps) {
  const { lost: t, deviceDeeds, device: words } = texts(locale)
  const { values, version, id } = device
  const { lostAt, blockedAt } = values
  const to = (deed: DeviceDeed) => ({ action: `/utstyr/${id}/${deviceDeedAt[deed]}`, version, unsaved: false })
  const blocks = open.includes('block')
  return (
    <>
      <NextStep
        locale={locale}
        tone="danger"
        title={blocks ? texts(locale).tasks.block : values.status ? words.fields.status.choices[values.status] : ''}
        text={t.offer}
      >
        {blocks && (
          <Form {...to('block')}>
            <Button>{deviceDeeds.block}</Button>
          </Form>
        )}
        <Form action={`/utstyr/${id}/avvik`} hidden={{ id: draft }} unsaved={false}>
          <Button variant={blocks ? 'secondary' : 'primary'}>{t.report}</Button>
        </Form>
      </NextStep>
      <KeyFacts
        facts={[
          { label: words.fields.lostAt.label, value: lostAt ? formatInstant(lostAt, locale) : '–' },
          {
            label: t.blockedAfter,
            value: lostAt && blockedAt ? durationWords(blockedAt.getTime() - lostAt.getTime(), locale) : t.notBlocked,
            ...(blockedAt === null ? { tone: 'danger' as const } : {}),
          },
        ]}
      />
      {open.includes('find') && (
        <Actions>
          <Form {...to('find')}>
            <Button variant="secondary">{deviceDeeds.find}</Button>
          </Form>
        </Actions>
      )}
    </>
  )
}

function Loss({ device, open, locale }: ShowDeviceProps) {
  const { lost: t } = texts(locale)
  if (!open.includes('reportLoss')) return null
  return (
    <Section title={t.section} id="tap" locale={locale}>
      <p>{t.text}</p>
      <LossForm {...{ device, locale }} />
    </Section>
  )
}

/** One press says which: lost, or stolen. */
export function LossForm({ device, locale }: { readonly device: Device; readonly locale: Locale }) {
  const { how, lost } = texts(locale)
  return (
    <Form action={`/utstyr/${device.id}/tap`} version={device.version} unsaved={false}>
      <Actions>
        {(['lost', 'stolen'] as const).map((one) => (
          <Button key={one} name="how" value={one} variant="secondary">
            <span className="ds-sr-only">{`${lost.title}, ${device.values.number}: `}</span>
            {how[one]}
          </Button>
        ))}
      </Actions>
    </Form>
  )
}
