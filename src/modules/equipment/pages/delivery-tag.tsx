import type { Locale } from '../../../kernel/texts.ts'
import { StatusTag } from '../../../ui/status-tag.tsx'
import type { DeliveryStatus } from '../equipment.ts'
import { texts } from '../texts.ts'

const tones = {
  ...({ asked: 'warning', planned: 'info', received: 'warning', erased: 'info' } as const),
  ...({ reused: 'success', scrapped: 'neutral', cancelled: 'neutral' } as const),
} as const satisfies Record<DeliveryStatus, string>

/** Where a delivery is, in one tag. */
export const DeliveryTag = ({ status, locale }: { readonly status: DeliveryStatus; readonly locale: Locale }) => (
  <StatusTag tone={tones[status]} done={status === 'reused' || status === 'scrapped'}>
    {texts(locale).delivery.status.choices[status]}
  </StatusTag>
)
