import type { Role } from '../../kernel/actor.ts'
import { endOfDay } from '../../kernel/calendar/calendar.ts'
import { inAll } from '../../kernel/texts.ts'
import type { TaskSpec } from '../tasks/public.ts'
import { type Content, hasFallen } from './content.ts'
import { runners } from './permissions.ts'
import type { Answers, Campaign, CampaignUnit, Forward } from './questionnaire.ts'
import { texts } from './texts.ts'

const day = 24
/** Two weeks before, one week before, and the day before. */
export const reminders = [14 * day, 7 * day, day] as const
/** They have what belongs to nobody, or to somebody who has left. */
const keepers: readonly Role[] = runners

export const unitAddress = ({ campaignId, id }: Pick<CampaignUnit, 'campaignId' | 'id'>): string =>
  `/internkontroll/${campaignId}/enheter/${id}`

export type Owed = {
  readonly campaign: Pick<Campaign, 'status'>
  readonly content: Content
  readonly unit: CampaignUnit
  readonly answers: Answers
  readonly forwards: readonly Forward[]
  /** Whose the unit is: whoever it was given to, or its leader, or the nearest above. */
  readonly holder: string | null
}

/**
 * Which tasks a unit should have (docs/decisions/0008): to answer, as long as it has not; for each who was asked a question, to answer it;
 * and, once the answers are sent, each action until it is done or has fallen. Whoever owes nothing is reminded of nothing.
 */
export function unitTasks({ campaign, content, unit, answers, forwards, holder }: Owed): readonly TaskSpec[] {
  const about = inAll(() => unit.name)
  const title = (kind: 'answer' | 'asked' | 'action') => inAll((locale) => texts(locale).tasks[kind])
  const here = unitAddress(unit)
  const asks = campaign.status === 'open' && unit.status === 'open'
  return [
    ...(asks
      ? [
          {
            kind: 'campaign.answer',
            title: title('answer'),
            about,
            roles: keepers,
            ...(holder ? { personId: holder } : {}),
            ...(holder && holder !== unit.delegate ? { leaderOf: { unit: unit.unitId } } : {}),
            dueAt: endOfDay(unit.dueOn),
            remindAtHoursLeft: reminders,
          },
        ]
      : []),
    ...(asks
      ? forwards
          .filter(({ status }) => status === 'open')
          .map(({ id, asked }) => ({
            kind: 'campaign.asked',
            key: id,
            title: title('asked'),
            about,
            href: `/internkontroll/spurt/${id}`,
            roles: keepers,
            personId: asked,
            dueAt: endOfDay(unit.dueOn),
            remindAtHoursLeft: [day],
          }))
      : []),
    ...(unit.sentAt === null
      ? []
      : [...answers]
          .filter(
            ([key, one]) => one.follow === 'action' && one.action !== null && one.doneOn === null && !hasFallen(content, answers, key),
          )
          .map(([key, { owner, dueOn }]) => ({
            kind: 'campaign.action',
            key,
            title: title('action'),
            about,
            href: `${here}/tiltak/${key}`,
            roles: keepers,
            ...(owner ? { personId: owner } : {}),
            dueAt: dueOn === null ? null : endOfDay(dueOn),
            remindAtHoursLeft: [7 * day],
          }))),
  ]
}
