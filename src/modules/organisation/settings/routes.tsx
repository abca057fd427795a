import { type Actor, hasRole } from '../../../kernel/actor.ts'
import { type LocalDate, localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Fields } from '../../../kernel/fields.ts'
import { type Asked, get, nothing, type PostAnswer, page, post, type Route, redirect, versionOf } from '../../../kernel/http.ts'
import { type Profile, type Setting, wholeProfile } from '../../../kernel/profile.ts'
import { door } from '../../../kernel/road.ts'
import { type CommandRoad, postedTo } from '../../../ui/posted.tsx'
import type { After } from '../../../ui/refused.ts'
import { uiTexts } from '../../../ui/texts.ts'
import { profiles } from '../presets.ts'
import { profileAt, profileOf } from '../queries.ts'
import type { ProfileVersion } from '../rules.ts'
import { texts } from '../texts.ts'
import { dropPlan, saveFrom } from './commands-planned.ts'
import { differencesBetween } from './differences.ts'
import { SettingPage } from './pages/setting.tsx'
import { type ShownPlan, type ShownVersion, VersionsPage } from './pages/versions.tsx'
import { dayField, type PlannedSetting } from './planned.ts'
import { plannedSettings, profileVersions } from './queries.ts'
import { sectionsIn, settingsIn } from './settings.ts'
import { settingTexts } from './texts.ts'

type Opened = { readonly setting: Setting; readonly profile: Profile; readonly version: number }

const admin = (actor: Actor) => hasRole(actor, 'admin')
const forSetting = door(async (asked) => (await opened(asked)) ?? nothing)
const home = '/innstillinger'

export const settingRoutes: readonly Route[] = [
  get(`${home}/versjoner`, admin, versionsPage),
  post(`${home}/planlagt/:id/forkast`, admin, (asked) => forPlan(droppedPlan)(asked)),
  get('/innstillinger/:del', admin, forSetting(settingPage)),
  post('/innstillinger/:del', admin, (asked) => forSetting((same, record) => postedTo(formOf(record))(same, record))(asked)),
]

/** What differs from the setup, and what each version changed. */
async function versionsPage(asked: Asked) {
  const { ctx, locale } = asked
  const parts = ctx.house.profileParts
  const sections = sectionsIn(parts)
  const now = await profileOf(ctx)
  const versions: ShownVersion[] = []
  for (const { version, validFrom } of await profileVersions(ctx)) {
    const before = version > 1 ? await profileAt(ctx, version - 1) : null
    const differences = before ? differencesBetween(sections, before, await profileAt(ctx, version), locale) : []
    versions.push({ version, validFrom, differences })
  }
  const fromPreset = differencesBetween(sections, wholeProfile(parts, profiles[now.preset]), now, locale)
  const plans = (await plannedSettings(ctx)).map((plan) => shownPlan(asked, plan, now))
  const body = <VersionsPage plans={plans} fromPreset={fromPreset} versions={versions} locale={locale} />
  return page(settingTexts(locale).versions.title, body, [{ href: home, label: texts(locale).title }])
}

/** What a plan changes of the profile that stands now. */
function shownPlan({ ctx, locale }: Asked, plan: PlannedSetting, now: Profile): ShownPlan {
  const setting = settingsIn(ctx.house.profileParts).get(plan.setting)
  if (!setting) return { plan, name: settingTexts(locale).planned.gone, differences: [] }
  const after = setting.write(now, { ...setting.read(now), ...plan.answers })
  const section = { id: plan.setting, of: 'organisation' as const, title: () => '', state: () => '', settings: [setting] }
  return { plan, name: (setting.named ?? setting.heading)(now, locale), differences: differencesBetween([section], now, after, locale) }
}

const forPlan = door(async ({ ctx, params }) => (await plannedSettings(ctx)).find(({ id }) => id === params.id) ?? nothing)

async function droppedPlan({ ctx, locale }: Asked, { id }: PlannedSetting): Promise<PostAnswer> {
  await dropPlan(ctx, id)
  return redirect(`${home}/versjoner`, settingTexts(locale).planned.dropped)
}

async function opened({ ctx, params }: Asked): Promise<Opened | undefined> {
  const setting = settingsIn(ctx.house.profileParts).get(params.del ?? '')
  return setting && { setting, profile: await profileOf(ctx), version: ctx.actor.profileVersion }
}

/** The profile as it is after another has saved: not the one this request began with. */
async function reopened({ ctx }: Asked, before: Opened): Promise<Opened> {
  const row = await ctx.tx
    .selectFrom('organisation')
    .select('profile_version')
    .where('id', '=', ctx.actor.organisationId)
    .executeTakeFirstOrThrow()
  const actor = { ...ctx.actor, profileVersion: row.profile_version }
  return { ...before, profile: await profileOf({ tx: ctx.tx, actor }), version: row.profile_version }
}

const formOf = ({ setting, profile: before }: Opened): CommandRoad<Opened, Fields, ProfileVersion> => ({
  fields: { ...setting.fields, ...dayField },
  texts: (locale) => ({ ...setting.labels(before, locale), ...settingTexts(locale).planned.day }),
  refusals: (locale) => ({ ...uiTexts(locale).refusals, ...settingTexts(locale).wrong, ...setting.refusals?.(locale) }),
  whole: true,
  merges: true,
  version: ({ version }) => version,
  stands: ({ profile }) => ({ ...setting.read(profile), holdsFrom: null }),
  reload: reopened,
  draw: settingPage,
  command: ({ ctx, form }, _, { holdsFrom, ...values }) => saveFrom(ctx, versionOf(form), setting, values, dayOf(holdsFrom)),
  done: ({ ctx, locale }, _, { holdsFrom }) => {
    const day = dayOf(holdsFrom)
    return day === null || day <= localDate(ctx.now)
      ? redirect(home, settingTexts(locale).saved)
      : redirect(`${home}/versjoner`, settingTexts(locale).planned.saved(formatDate(day, locale)))
  },
  unchanged: ({ locale }) => redirect(home, settingTexts(locale).same),
})

const dayOf = (given: unknown): LocalDate | null => (typeof given === 'string' ? given : null)

async function settingPage({ ctx, locale }: Asked, { setting, profile, version }: Opened, after: After = {}) {
  const plans = (await plannedSettings(ctx)).filter((plan) => plan.setting === setting.address)
  const planned = plans.map(({ holdsFrom }) => formatDate(holdsFrom, locale))
  const title = setting.heading(profile, locale)
  const form = {
    fields: { ...setting.fields, ...dayField },
    labels: { ...setting.labels(profile, locale), ...settingTexts(locale).planned.day },
    values: { ...setting.read(profile), holdsFrom: null },
  }
  const follows = setting.follows?.(locale)
  const action = `${home}/${setting.address}`
  const props = { title, action, back: home, version, follows, planned, locale }
  return page(title, <SettingPage {...props} {...form} {...after} />, [{ href: home, label: texts(locale).title }])
}
