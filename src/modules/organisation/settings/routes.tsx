import { type Actor, hasRole, offices } from '../../../kernel/actor.ts'
import { refuse } from '../../../kernel/change.ts'
import type { Fields, FieldTexts } from '../../../kernel/fields.ts'
import { type Asked, get, nothing, page, post, type Route, redirect, versionOf } from '../../../kernel/http.ts'
import { isMailbox } from '../../../kernel/mailbox.ts'
import { door } from '../../../kernel/road.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { type CommandRoad, postedTo } from '../../../ui/posted.tsx'
import type { After } from '../../../ui/refused.ts'
import type { Profile } from '../profile.ts'
import { profileOf } from '../queries.ts'
import type { ProfileVersion } from '../rules.ts'
import { texts } from '../texts.ts'
import { savePart } from './commands.ts'
import { SettingPage } from './pages/setting.tsx'
import { type Part, parts, type Wording } from './parts.ts'
import { settingTexts } from './texts.ts'

type Opened = { readonly name: string; readonly part: Part; readonly profile: Profile; readonly version: number }

const admin = (actor: Actor) => hasRole(actor, 'admin')
const forPart = door(async (asked) => (await opened(asked)) ?? nothing)
const home = '/innstillinger'

export const settingRoutes: readonly Route[] = [
  get('/innstillinger/:del', admin, forPart(partPage)),
  post('/innstillinger/:del', admin, (asked) => forPart((same, part) => postedTo(formOf(part))(same, part))(asked)),
]

async function opened({ ctx, params }: Asked): Promise<Opened | undefined> {
  const name = params.del ?? ''
  const part = parts.get(name)
  return part && { name, part, profile: await profileOf(ctx), version: ctx.actor.profileVersion }
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

/** Roles under the organisation's own titles. */
const wordsOf = ({ part: { kind }, profile }: Opened, locale: Locale): FieldTexts<Fields> => {
  const choices = Object.fromEntries(offices.map((role) => [role, profile.titles[role][locale]]))
  const labels = settingTexts(locale).fields[kind]
  return Object.fromEntries(Object.entries(labels).map(([name, words]) => [name, { ...words, choices }]))
}

const headingOf = ({ part, profile }: Opened, locale: Locale): string => {
  const t = settingTexts(locale)
  const of = part.of ?? ''
  const words =
    part.kind === 'receivers'
      ? texts(locale).caseType[of as keyof ReturnType<typeof texts>['caseType']]
      : part.kind === 'title'
        ? profile.titles[of as keyof Profile['titles']][locale]
        : t.wordings[of as Wording]
  return t.heading[part.kind](words ?? '')
}

/** Where each question lies in the profile, for what the rule refuses. */
const fieldAt: Readonly<Record<string, string>> = {
  queue: 'queue',
  assessors: 'assessors',
  'assessment.deciders': 'deciders',
  'closing.deciders': 'closers',
  senders: 'senders',
  drafters: 'drafters',
  signers: 'signers',
}
const questionOf = (key: string): string => fieldAt[key] ?? fieldAt[key.split('.').at(-1) ?? ''] ?? key

const formOf = (opened: Opened): CommandRoad<Opened, Fields, ProfileVersion> => ({
  fields: opened.part.fields,
  texts: (locale) => wordsOf(opened, locale),
  refusals: (locale) => settingTexts(locale).wrong,
  whole: true,
  merges: true,
  version: ({ version }) => version,
  stands: ({ part, profile }) => part.read(profile),
  reload: reopened,
  draw: partPage,
  command: async ({ ctx, form }, { part }, values) => {
    const { address } = values
    if (typeof address === 'string' && !isMailbox(address)) return refuse('notAnAddress', ['address'])
    const outcome = await savePart(ctx, versionOf(form), part, values)
    return !outcome.ok && outcome.why === 'profileIncomplete' ? refuse(outcome.why, outcome.fields.map(questionOf)) : outcome
  },
  done: ({ locale }) => redirect(home, settingTexts(locale).saved),
  unchanged: ({ locale }) => redirect(home, settingTexts(locale).same),
})

function partPage({ locale }: Asked, record: Opened, after: After = {}) {
  const { name, part, profile, version } = record
  const title = headingOf(record, locale)
  const form = { fields: part.fields, labels: wordsOf(record, locale), values: part.read(profile) }
  const body = <SettingPage title={title} action={`${home}/${name}`} back={home} version={version} {...form} {...after} locale={locale} />
  return page(title, body, [{ href: home, label: texts(locale).title }])
}
