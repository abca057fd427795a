import { record } from '../../../kernel/audit.ts'
import { type LocalDate, localDate } from '../../../kernel/calendar/calendar.ts'
import { type Outcome, refuse } from '../../../kernel/change.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Fields, Values } from '../../../kernel/fields.ts'
import type { Setting } from '../../../kernel/profile.ts'
import type { OrganisationEvent } from '../organisation.ts'
import { type ProfileVersion, saveProfile } from '../rules.ts'
import { lockedProfile } from '../store.ts'
import { atItsQuestion, saveSetting } from './commands.ts'
import { changedAnswers } from './planned.ts'
import { settingsIn } from './settings.ts'
import { insertPlan, nextDue, refusePlan, removePlan } from './store.ts'

/** Saves one errand's answers now, or plans them for a day to come. `version`: the one its editor saw. */
export const saveFrom = (
  ctx: Ctx,
  version: number,
  setting: Setting,
  values: Values<Fields>,
  holdsFrom: LocalDate | null,
): Promise<Outcome<ProfileVersion, OrganisationEvent>> => {
  const today = localDate(ctx.now)
  return holdsFrom === null || holdsFrom === today
    ? saveSetting(ctx, version, setting, values)
    : planSetting(ctx, version, setting, values, holdsFrom)
}

/** It is tried on the profile that stands: what could not be saved now is not planned either. */
async function planSetting(
  ctx: Ctx,
  version: number,
  setting: Setting,
  values: Values<Fields>,
  holdsFrom: LocalDate,
): Promise<Outcome<ProfileVersion, OrganisationEvent>> {
  if (holdsFrom < localDate(ctx.now)) return refuse('dayHasBeen', ['holdsFrom'])
  const refused = setting.refuses?.(values)
  if (refused) return refused
  const stands = await lockedProfile(ctx)
  if (!stands) return refuse('notFound')
  if (version !== stands.version) return refuse('stale')
  const tried = saveProfile(ctx.house.profileParts, stands, setting.write(stands.profile, values))
  if (!tried.ok) return atItsQuestion(setting, tried)
  const answers = changedAnswers(setting.fields, setting.read(stands.profile), values)
  if (!(await insertPlan(ctx, setting.address, holdsFrom, answers))) return refuse('dayTaken', ['holdsFrom'])
  const keys = tried.events.flatMap((event) => (event.type === 'organisation.profileChanged' ? event.keys : []))
  const event: OrganisationEvent = { type: 'organisation.settingPlanned', holdsFrom, keys }
  await record(ctx, { type: 'organisation', id: ctx.actor.organisationId }, [event])
  return { ok: true, next: stands, events: [event] }
}

/** What was planned is not done. */
export async function dropPlan(ctx: Ctx, id: string): Promise<Outcome<string, OrganisationEvent>> {
  if (!(await removePlan(ctx, id))) return refuse('notFound')
  const event: OrganisationEvent = { type: 'organisation.planDropped' }
  await record(ctx, { type: 'organisation', id: ctx.actor.organisationId }, [event])
  return { ok: true, next: id, events: [event] }
}

/** Does the first change whose day has come. What cannot be done stands with the reason, for the administrator. False: none was left. */
export async function carryOutNext(ctx: Ctx): Promise<boolean> {
  const due = await nextDue(ctx, localDate(ctx.now))
  if (!due) return false
  const setting = settingsIn(ctx.house.profileParts).get(due.setting)
  const stands = await lockedProfile(ctx)
  const done =
    setting && stands ? await saveSetting(ctx, null, setting, { ...setting.read(stands.profile), ...due.answers }) : refuse('notFound')
  if (done.ok || done.why === 'nothingChanged') return removePlan(ctx, due.id)
  await refusePlan(ctx, due.id, done.why)
  const event: OrganisationEvent = { type: 'organisation.planRefused' }
  await record(ctx, { type: 'organisation', id: ctx.actor.organisationId }, [event])
  return true
}
