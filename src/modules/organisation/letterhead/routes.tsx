import { type Actor, hasRole } from '../../../kernel/actor.ts'
import { type Asked, download, get, nothing, page, post, type Route, redirect, upload } from '../../../kernel/http.ts'
import { isId } from '../../../kernel/ids.ts'
import { again } from '../../../kernel/road.ts'
import { type Refused, refusedBy } from '../../../ui/refused.ts'
import { texts } from '../texts.ts'
import { removeLogo, saveLogo } from './commands.ts'
import { LogoPage } from './pages/logo.tsx'
import { currentLogo, logoById } from './queries.ts'

const admin = (actor: Actor) => hasRole(actor, 'admin')
const home = '/innstillinger'
const here = '/innstillinger/logo'

export const logoRoutes: readonly Route[] = [
  get(here, admin, (asked) => logoPage(asked)),
  get(`${here}/:id`, admin, async ({ ctx, params }) => {
    const logo = isId(params.id) ? await logoById(ctx, params.id) : undefined
    return logo ? download(logo.png, 'image/png', 'logo.png', true) : nothing
  }),
  upload(here, admin, async (asked) => {
    const { ctx, locale, uploaded } = asked
    const t = texts(locale).logo
    const outcome = await saveLogo(ctx, uploaded.files[0])
    if (outcome.ok) return redirect(home, t.saved)
    const refused = refusedBy(outcome, asked, (l) => texts(l).logo.refusals, { logo: { label: t.choose } })
    return again(422, await logoPage(asked, refused))
  }),
  post(`${here}/fjerning`, admin, async ({ ctx, locale }) => {
    await removeLogo(ctx)
    return redirect(home, texts(locale).logo.removed)
  }),
]

async function logoPage({ ctx, locale }: Asked, refused?: Refused) {
  const logo = await currentLogo(ctx)
  const t = texts(locale)
  return page(t.logo.title, <LogoPage action={here} back={home} logo={logo} refused={refused} locale={locale} />, [
    { href: home, label: t.title },
  ])
}
