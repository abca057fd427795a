import type { Locale } from '../../kernel/texts.ts'
import type { Device } from './equipment.ts'
import { texts } from './texts.ts'

/** What is known of a device that is gone, as a report of a deviation begins: what it is, what is on it, and whether it is blocked. */
export function reportWords({ values }: Device, locale: Locale): string {
  const { report, device } = texts(locale)
  const kind = device.fields.kind.choices[values.kind ?? 'other']
  return [
    report.gone(kind, values.number ?? '', values.status === 'stolen' ? 'stolen' : 'lost'),
    report.stored[values.storesData ?? 'unknown'],
    ...(values.blockedAt === null ? [] : [report.blocked]),
  ].join(' ')
}
