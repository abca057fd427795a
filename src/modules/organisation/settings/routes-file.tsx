import { type Actor, hasRole } from '../../../kernel/actor.ts'
import {
  type Asked,
  download,
  get,
  one,
  type PostAnswer,
  page,
  post,
  preview,
  type Route,
  redirect,
  upload,
  versionOf,
} from '../../../kernel/http.ts'
import { again } from '../../../kernel/road.ts'
import { type Refused, refusedBy, unread } from '../../../ui/refused.ts'
import { uiTexts } from '../../../ui/texts.ts'
import { profileOf } from '../queries.ts'
import { texts } from '../texts.ts'
import { bringIn, lookOver } from './commands-file.ts'
import { differencesBetween } from './differences.ts'
import { FilePage, SeenPage } from './pages/file.tsx'
import { profileFile } from './profile-file.ts'
import { sectionsIn } from './settings.ts'
import { settingTexts } from './texts.ts'

const admin = (actor: Actor) => hasRole(actor, 'admin')
const home = '/innstillinger'
const here = '/innstillinger/profil'

export const fileRoutes: readonly Route[] = [
  get(here, admin, async (asked) => filePage(asked)),
  get(`${here}/fil`, admin, async ({ ctx }) => {
    const file = profileFile(sectionsIn(ctx.house.profileParts), await profileOf(ctx))
    return download(new TextEncoder().encode(JSON.stringify(file, null, 1)), 'application/json', 'oppsett.json')
  }),
  upload(here, admin, seen),
  post(`${here}/lagring`, admin, broughtIn),
]

const crumbs = ({ locale }: Asked) => [{ href: home, label: texts(locale).title }]
const filePage = (asked: Asked, refused?: Refused) =>
  page(settingTexts(asked.locale).file.title, <FilePage action={here} refused={refused} locale={asked.locale} />, crumbs(asked))
const refusedFile = (asked: Asked, outcome: Parameters<typeof refusedBy>[0]) =>
  again(
    422,
    filePage(
      asked,
      refusedBy(outcome, asked, (locale) => settingTexts(locale).wrong, { profil: { label: settingTexts(asked.locale).file.choose } }),
    ),
  )

async function seen(asked: Asked): Promise<PostAnswer> {
  const { ctx, locale, uploaded } = asked
  const outcome = await lookOver(ctx, uploaded.files[0])
  if (!outcome.ok) return refusedFile(asked, outcome)
  const now = await profileOf(ctx)
  const sections = sectionsIn(ctx.house.profileParts)
  const { profile, wrong, unknown, text } = outcome.next
  const called = wrong.map(({ setting, problems, refusal }) => {
    const labels = setting.labels(now, locale)
    const words = () => ({ ...uiTexts(locale).refusals, ...settingTexts(locale).wrong, ...setting.refusals?.(locale) })
    const { errors } = refusal ? refusedBy(refusal, asked, words, labels) : unread(asked, problems, labels)
    return { name: (setting.named ?? setting.heading)(now, locale), why: errors.map(({ text }) => text) }
  })
  const differences = differencesBetween(sections, now, profile, locale)
  const props = { action: here, version: ctx.actor.profileVersion, text, differences, wrong: called, unknown, locale }
  return preview(page(settingTexts(locale).file.seen, <SeenPage {...props} />, crumbs(asked)))
}

async function broughtIn(asked: Asked): Promise<PostAnswer> {
  const { ctx, locale, form } = asked
  const outcome = await bringIn(ctx, versionOf(form), one(form, 'profil'))
  if (outcome.ok) return redirect(`${home}/versjoner`, settingTexts(locale).saved)
  return outcome.why === 'nothingChanged' ? redirect(home, settingTexts(locale).same) : refusedFile(asked, outcome)
}
