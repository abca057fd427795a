import { sql } from 'kysely'
import { formatInstant, formatShort } from '../../kernel/calendar/words.ts'
import { registerList } from '../../register/fielded.tsx'
import type { List } from '../../register/view.ts'
import { LinkButton } from '../../ui/button.tsx'
import { TextLink } from '../../ui/page.tsx'
import { unitReference } from '../people/public.ts'
import type { Delivery, DeliveryStatus, Device } from './equipment.ts'
import { deliveryStatuses, deviceRecordFields, kinds } from './fields.ts'
import { DeliveryTag } from './pages/delivery-tag.tsx'
import { deliveryRows, deviceRows, references } from './queries.ts'
import { mayAdd } from './rules.ts'
import { texts } from './texts.ts'

export const filters = { kind: 'type', status: 'status', unit: 'enhet', holder: 'innehaver' } as const
export const shown = {
  at: '/utstyr',
  subject: 'device',
  fields: deviceRecordFields,
  name: 'number',
  references,
  texts: (locale) => texts(locale).device,
} as const satisfies Partial<Parameters<typeof registerList<typeof deviceRecordFields>>[0]>

const { search: _, ...plain } = registerList({
  ...shown,
  mayAdd,
  list: {
    filters,
    sorts: { number: ['sort_key'], kind: ['kind', 'sort_key'], status: ['status', 'sort_key'] },
    columns: ['kind', 'holder', 'unit', 'storesData', 'status'],
  },
})
/** Those that whoever asks may see; none is searched for by its words. */
export const devices: List<Device> = {
  ...plain,
  rows: deviceRows,
  // Whoever has no equipment may still ask for some, and say that theirs is lost.
  empty: () => null,
  actions: ({ ctx, locale }) => {
    const t = texts(locale)
    return (
      <>
        <LinkButton href="/utstyrslevering/ny" icon="plus">
          {t.deliveries.ask}
        </LinkButton>
        <LinkButton href="/utstyr/tapt" variant="secondary">
          {t.lost.title}
        </LinkButton>
        <LinkButton href="/utstyrslevering" variant="secondary">
          {t.deliveries.title}
        </LinkButton>
        {mayAdd(ctx.actor) && (
          <LinkButton href="/utstyr/nytt" variant="secondary">
            {t.device.add}
          </LinkButton>
        )}
      </>
    )
  },
}

type DeliveryRow = {
  readonly id: string
  readonly what: string | null
  readonly number: string | null
  readonly kind: NonNullable<Delivery['values']['kind']>
  readonly unit_id: string
  readonly stores_data: NonNullable<Delivery['values']['storesData']>
  readonly proposed_at: Date
  readonly agreed_at: Date | null
  readonly status: DeliveryStatus
}
export const deliveries: List<DeliveryRow> = {
  at: '/utstyrslevering',
  subject: 'equipment_delivery',
  exported: { type: 'equipment_delivery.exported' },
  rows: deliveryRows,
  columns: {
    what: {
      label: (locale) => texts(locale).deliveries.columns.what,
      cell: ({ id, number, what }) => <TextLink href={`/utstyrslevering/${id}`}>{number ?? what}</TextLink>,
      plain: ({ number, what }) => number ?? what,
    },
    kind: {
      label: (locale) => texts(locale).deliveries.columns.kind,
      cell: ({ kind }, { locale }) => texts(locale).delivery.kind.choices[kind],
    },
    when: {
      label: (locale) => texts(locale).deliveries.columns.when,
      cell: ({ agreed_at, proposed_at }, { locale }) => formatShort(agreed_at ?? proposed_at, locale),
      plain: ({ agreed_at, proposed_at }, { locale }) => formatInstant(agreed_at ?? proposed_at, locale),
      figures: true,
    },
    unit: {
      label: (locale) => texts(locale).deliveries.columns.unit,
      cell: ({ unit_id }, { offers }) => offers.unit?.choices.find(({ id }) => id === unit_id)?.name ?? null,
      names: { reference: unitReference, id: ({ unit_id }) => unit_id },
    },
    storesData: {
      label: (locale) => texts(locale).deliveries.columns.storesData,
      cell: ({ stores_data }, { locale }) => texts(locale).delivery.storesData.choices[stores_data],
    },
    status: {
      label: (locale) => texts(locale).deliveries.columns.status,
      cell: ({ status }, { locale }) => <DeliveryTag {...{ status, locale }} />,
      plain: ({ status }, { locale }) => texts(locale).delivery.status.choices[status],
    },
  },
  begins: ['kind', 'when', 'unit', 'storesData', 'status'],
  filters: {
    status: {
      kind: 'choice',
      key: 'status',
      label: (locale) => texts(locale).deliveries.columns.status,
      is: (value) => deliveryStatuses.some((one) => one === value),
      options: ({ locale }) => deliveryStatuses.map((value) => ({ value, label: texts(locale).delivery.status.choices[value] })),
      where: (value) => sql`d.status = ${value}`,
    },
    kind: {
      kind: 'choice',
      key: 'type',
      label: (locale) => texts(locale).deliveries.columns.kind,
      is: (value) => kinds.some((one) => one === value),
      options: ({ locale }) => kinds.map((value) => ({ value, label: texts(locale).delivery.kind.choices[value] })),
      where: (value) => sql`d.kind = ${value}`,
    },
    unit: {
      ...{ kind: 'reference', key: 'enhet', column: 'unit_id', reference: unitReference },
      label: (locale) => texts(locale).deliveries.columns.unit,
      where: (value) => sql`d.unit_id = ${value}`,
    },
  },
  sorts: { when: ['proposed_at'], status: ['status', 'proposed_at'] },
  opensBy: () => ({ sort: 'when', falling: true }),
  texts: (locale) => texts(locale).deliveries,
  actions: ({ locale }) => (
    <LinkButton href="/utstyrslevering/ny" icon="plus">
      {texts(locale).deliveries.ask}
    </LinkButton>
  ),
}
