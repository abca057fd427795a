import { type Actor, hasRole } from '../../../kernel/actor.ts'
import {
  type Asked,
  askFirst,
  download,
  get,
  nothing,
  type PostAnswer,
  page,
  post,
  type Route,
  redirect,
  upload,
} from '../../../kernel/http.ts'
import { isId } from '../../../kernel/ids.ts'
import { again } from '../../../kernel/road.ts'
import { type Refused, refusedBy } from '../../../ui/refused.ts'
import { texts } from '../texts.ts'
import { readLogo, removeLogo, saveLogo } from './commands.ts'
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
  upload(here, admin, async ({ uploaded }) => askFirst(() => readLogo(uploaded.files[0]), saved)),
  post(`${here}/fjerning`, admin, async ({ ctx, locale }) => {
    await removeLogo(ctx)
    return redirect(home, texts(locale).logo.removed)
  }),
]

async function saved(asked: Asked, made: Awaited<ReturnType<typeof readLogo>>): Promise<PostAnswer> {
  const outcome = await saveLogo(asked.ctx, made)
  const t = texts(asked.locale).logo
  if (outcome.ok) return redirect(home, t.saved)
  return again(
    422,
    await logoPage(
      asked,
      refusedBy(outcome, asked, (l) => texts(l).logo.refusals, { logo: { label: t.choose } }),
    ),
  )
}

async function logoPage({ ctx, locale }: Asked, refused?: Refused) {
  const logo = await currentLogo(ctx)
  const t = texts(locale)
  return page(t.logo.title, <LogoPage action={here} back={home} logo={logo} refused={refused} locale={locale} />, [
    { href: home, label: t.title },
  ])
}
