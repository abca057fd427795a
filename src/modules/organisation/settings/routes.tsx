import { type Actor, hasRole } from '../../../kernel/actor.ts'
import type { Fields } from '../../../kernel/fields.ts'
import { type Asked, get, nothing, page, post, type Route, redirect, versionOf } from '../../../kernel/http.ts'
import { type Profile, type Setting, wholeProfile } from '../../../kernel/profile.ts'
import { door } from '../../../kernel/road.ts'
import { type CommandRoad, postedTo } from '../../../ui/posted.tsx'
import type { After } from '../../../ui/refused.ts'
import { uiTexts } from '../../../ui/texts.ts'
import { profiles } from '../presets.ts'
import { profileAt, profileOf } from '../queries.ts'
import type { ProfileVersion } from '../rules.ts'
import { texts } from '../texts.ts'
import { saveSetting } from './commands.ts'
import { differencesBetween } from './differences.ts'
import { SettingPage } from './pages/setting.tsx'
import { type ShownVersion, VersionsPage } from './pages/versions.tsx'
import { profileVersions } from './queries.ts'
import { sectionsIn, settingsIn } from './settings.ts'
import { settingTexts } from './texts.ts'

type Opened = { readonly setting: Setting; readonly profile: Profile; readonly version: number }

const admin = (actor: Actor) => hasRole(actor, 'admin')
const forSetting = door(async (asked) => (await opened(asked)) ?? nothing)
const home = '/innstillinger'

export const settingRoutes: readonly Route[] = [
  get(`${home}/versjoner`, admin, versionsPage),
  get('/innstillinger/:del', admin, forSetting(settingPage)),
  post('/innstillinger/:del', admin, (asked) => forSetting((same, record) => postedTo(formOf(record))(same, record))(asked)),
]

/** What differs from the setup, and what each version changed. */
async function versionsPage({ ctx, locale }: Asked) {
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
  const body = <VersionsPage fromPreset={fromPreset} versions={versions} locale={locale} />
  return page(settingTexts(locale).versions.title, body, [{ href: home, label: texts(locale).title }])
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
  fields: setting.fields,
  texts: (locale) => setting.labels(before, locale),
  refusals: (locale) => ({ ...uiTexts(locale).refusals, ...settingTexts(locale).wrong, ...setting.refusals?.(locale) }),
  whole: true,
  merges: true,
  version: ({ version }) => version,
  stands: ({ profile }) => setting.read(profile),
  reload: reopened,
  draw: settingPage,
  command: ({ ctx, form }, _, values) => saveSetting(ctx, versionOf(form), setting, values),
  done: ({ locale }) => redirect(home, settingTexts(locale).saved),
  unchanged: ({ locale }) => redirect(home, settingTexts(locale).same),
})

function settingPage({ locale }: Asked, { setting, profile, version }: Opened, after: After = {}) {
  const title = setting.heading(profile, locale)
  const form = { fields: setting.fields, labels: setting.labels(profile, locale), values: setting.read(profile) }
  const follows = setting.follows?.(locale)
  const action = `${home}/${setting.address}`
  const props = { title, action, back: home, version, follows, locale }
  return page(title, <SettingPage {...props} {...form} {...after} />, [{ href: home, label: texts(locale).title }])
}
