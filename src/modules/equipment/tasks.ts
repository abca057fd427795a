import { endOfDay, localDate } from '../../kernel/calendar/calendar.ts'
import { inAll } from '../../kernel/texts.ts'
import type { TaskSpec } from '../tasks/public.ts'
import type { Delivery, Device } from './equipment.ts'
import { blockBy, isGone } from './rules.ts'
import { isProved, mayHoldData } from './rules-delivery.ts'
import { texts } from './texts.ts'

const it = ['serviceDesk', 'itHead'] as const
const title = (word: keyof ReturnType<typeof texts>['tasks']) => inAll((locale) => texts(locale).tasks[word])

/** A device that is gone is blocked; nothing else is asked of it by itself. */
export const deviceTasks = (device: Device): readonly TaskSpec[] =>
  isGone(device) && device.values.blockedAt === null
    ? [{ kind: 'device.block', title: title('block'), roles: it, dueAt: blockBy(device) }]
    : []

/** Whose it is now: IT agrees to a time, somebody brings it, IT deletes what is on it and decides what becomes of it. */
export function deliveryTasks({ values }: Delivery): readonly TaskSpec[] {
  const { status, proposedAt, agreedAt, askedBy } = values
  const forIt = (kind: 'plan' | 'receive' | 'erase' | 'end', dueAt: Date | null = null): TaskSpec => ({
    ...{ kind: `equipment_delivery.${kind}`, title: title(kind), roles: it, dueAt },
  })
  switch (status) {
    case 'asked':
      return [forIt('plan', proposedAt)]
    case 'planned': {
      const dueAt = agreedAt && endOfDay(localDate(agreedAt))
      const deliver = { kind: 'equipment_delivery.deliver', title: title('deliver'), roles: it, dueAt, remindAtHoursLeft: [24] }
      return [forIt('receive', dueAt), ...(askedBy === null ? [] : [{ ...deliver, personId: askedBy }])]
    }
    case 'received':
    case 'erased':
      return [forIt(mayHoldData(values) && !isProved(values) ? 'erase' : 'end')]
    default:
      return []
  }
}
