import type { Locale } from '../../../kernel/texts.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { TextLink } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { DataTable } from '../../../ui/table.tsx'
import type { Device } from '../equipment.ts'
import { isGone } from '../rules.ts'
import { texts } from '../texts.ts'

/** On the page of an employment: what the person holds, and the way to hand it in. */
type Props = {
  readonly devices: readonly Device[]
  /** Whether whoever reads may open them. */
  readonly opens: boolean
  readonly locale: Locale
}

export function HeldPanel({ devices, opens, locale }: Props) {
  const { panel: t, device, deliveries } = texts(locale)
  return (
    <Section title={t.title} id="utstyr" locale={locale}>
      {devices.length === 0 ? (
        <p className="v-soft">{t.none}</p>
      ) : (
        <DataTable
          caption={t.title}
          rows={devices}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'number',
              label: t.columns.number,
              heading: true,
              cell: ({ id, values }) => (opens ? <TextLink href={`/utstyr/${id}`}>{values.number}</TextLink> : values.number),
            },
            { key: 'kind', label: t.columns.kind, cell: ({ values }) => values.kind && device.fields.kind.choices[values.kind] },
            {
              key: 'storesData',
              label: t.columns.storesData,
              cell: ({ values }) => values.storesData && device.fields.storesData.choices[values.storesData],
            },
            ...(opens
              ? [
                  {
                    key: 'deliver',
                    label: deliveries.deliver,
                    deed: true,
                    cell: (one: Device) =>
                      !isGone(one) && (
                        <LinkButton href={`/utstyr/${one.id}/levering`} variant="tertiary">
                          {deliveries.deliver}
                          <span className="ds-sr-only"> {one.values.number}</span>
                        </LinkButton>
                      ),
                  },
                ]
              : []),
          ]}
        />
      )}
    </Section>
  )
}
