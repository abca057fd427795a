import { endOfDay, localDate } from '../../kernel/calendar/calendar.ts'
import { inAll } from '../../kernel/texts.ts'
import type { TaskSpec } from '../tasks/public.ts'
import type { Delivery, Device } from './equipment.ts'
import { blockBy, isGone } from './rules.ts'
import { isProved, mayHoldData } from './rules-delivery.ts'
import { texts } from './texts.ts'

const it = ['serviceDesk', 'itHead'] as const
type Word = keyof ReturnType<typeof texts>['tasks']
const title = (word: Word) => inAll((locale) => texts(locale).tasks[word])
/** Five devices of those who leave are five tasks: each says which it is. A device's number names nobody. */
const titleOf = ({ values }: Device, word: Word) => inAll((locale) => `${texts(locale).tasks[word]}: ${values.number}`)

/** A device that is gone is blocked. One whose holder leaves is handed in by whoever leads them, and IT is to get it. */
export function deviceTasks(device: Device, leader: string | null): readonly TaskSpec[] {
  const { blockedAt, leavesOn, holder } = device.values
  if (isGone(device))
    return blockedAt === null ? [{ kind: 'device.block', title: titleOf(device, 'block'), roles: it, dueAt: blockBy(device) }] : []
  if (leavesOn === null || holder === null) return []
  const due = { roles: it, dueAt: endOfDay(leavesOn), remindAtHoursLeft: [24 * 7, 24] }
  return [
    { kind: 'device.collect', title: titleOf(device, 'collect'), ...due },
    ...(leader === null
      ? []
      : [{ kind: 'device.handIn', title: titleOf(device, 'handIn'), ...due, personId: leader, leaderOf: { person: holder } }]),
  ]
}

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
