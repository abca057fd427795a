import type { Actor } from '../../kernel/actor.ts'
import { addDays, type LocalDate } from '../../kernel/calendar/calendar.ts'
import { change, type Outcome, refuse } from '../../kernel/change.ts'
import { changed, missing, type Values } from '../../kernel/fields.ts'
import { campaignFields, openFields } from './fields.ts'
import { mayRun } from './permissions.ts'
import type { Campaign, CampaignEvent, CampaignUnit } from './questionnaire.ts'

type Done = Outcome<Campaign, CampaignEvent>
type Planned = Values<typeof campaignFields>

/** Whoever begins a round is its administrator. */
export function plan(id: string, values: Planned, actor: Actor): Done {
  if (!mayRun(actor)) return refuse('notAllowed')
  const wrong = wrongIn(values)
  if (wrong) return wrong
  return change<Campaign, CampaignEvent>(
    { id, version: 1, values, administrator: actor.personId, status: 'planned', openedAt: null, closedAt: null },
    { type: 'campaign.planned' },
  )
}

const wrongIn = (values: Planned) => {
  const gaps = missing(campaignFields, values)
  if (gaps.length > 0) return refuse('incomplete', gaps)
  if (String(values.dueOn) < String(values.opensOn)) return refuse('dueBeforeOpening', ['dueOn'])
  if (values.contact !== null && !address.test(values.contact)) return refuse('noAddress', ['contact'])
  return null
}
/** An address as people write it; the mail server knows the rest. */
const address = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** What units have begun to answer does not become another questionnaire, nor other units. */
export function edit(record: Campaign, values: Planned, actor: Actor): Done {
  if (!mayRun(actor)) return refuse('notAllowed')
  if (record.status === 'closed') return refuse('notNow')
  const next = record.status === 'planned' ? values : { ...record.values, ...onlyOpen(values) }
  const wrong = wrongIn(next)
  if (wrong) return wrong
  const fields = changed(campaignFields, record.values, next)
  return fields.length === 0
    ? refuse('nothingChanged')
    : change<Campaign, CampaignEvent>({ ...record, values: next }, { type: 'campaign.edited', fields })
}
const onlyOpen = (values: Planned) =>
  Object.fromEntries(Object.keys(openFields).map((name) => [name, values[name as keyof typeof openFields]])) as Pick<
    Planned,
    'name' | 'dueOn' | 'contact'
  >

/** What a tree of units says to whoever freezes it: in its order, each below its parent. */
export type Standing = { readonly id: string; readonly name: string; readonly kind: string; readonly path: readonly string[] }
export type Frozen = Omit<CampaignUnit, 'campaignId' | 'version' | 'status' | 'sentAt' | 'delegate' | 'people' | 'id'> & {
  readonly above: string | null
}

/**
 * The units as they stand now, those that were chosen or all. `above`: the nearest above it that answers too. Where those below are to
 * be done first, each level has its own date: the lowest is due first.
 */
export function frozen(tree: readonly Standing[], values: Pick<Planned, 'units' | 'dueOn' | 'daysALevel'>): readonly Frozen[] {
  const chosen = values.units.length === 0 ? tree : tree.filter(({ id }) => values.units.includes(id))
  const inside = new Set(chosen.map(({ id }) => id))
  return chosen.map(({ id, name, kind, path }, position) => {
    const above = path.filter((one) => one !== id && inside.has(one))
    const dueOn = dueAt(values, above.length)
    return { unitId: id, name, kind, parentId: null, above: above.at(-1) ?? null, depth: above.length, position, dueOn }
  })
}

/** When a unit at this depth is due: the lower, the sooner, where each level waits for those below. */
export const dueAt = ({ dueOn, daysALevel }: Pick<Planned, 'dueOn' | 'daysALevel'>, depth: number): LocalDate =>
  addDays(String(dueOn) as LocalDate, -depth * (daysALevel ?? 0))

/** Opened by whoever runs it, or by the clock on its day. */
export function open(record: Campaign, units: number, by: Actor | 'clock', now: Date): Done {
  if (by !== 'clock' && !mayRun(by)) return refuse('notAllowed')
  if (record.status === 'open') return refuse('nothingChanged')
  if (record.status === 'closed') return refuse('notNow')
  if (units === 0) return refuse('noUnits', ['units'])
  return change<Campaign, CampaignEvent>({ ...record, status: 'open', openedAt: now }, { type: 'campaign.opened', units })
}

/** Nobody answers after this, and the final report is made. */
export function close(record: Campaign, actor: Actor, now: Date): Done {
  if (!mayRun(actor)) return refuse('notAllowed')
  if (record.status === 'closed') return refuse('nothingChanged')
  if (record.status === 'planned') return refuse('notNow')
  return change<Campaign, CampaignEvent>({ ...record, status: 'closed', closedAt: now }, { type: 'campaign.closed' })
}

/** Units that have not answered when their date is past: the report names them (S2-01). */
export const missingUnits = <U extends Pick<CampaignUnit, 'status' | 'dueOn'>>(units: readonly U[], today: string): readonly U[] =>
  units.filter(({ status, dueOn }) => status === 'open' && dueOn < today)
