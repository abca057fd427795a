import { type Asked, get, json, nothing, one, page, post, type Route, redirect } from '../../../kernel/http.ts'
import { cookieSeconds } from '../commands.ts'
import { sessionCookie } from '../rules.ts'
import { texts } from '../texts.ts'
import { beDemoPerson } from './commands.ts'
import { ChoosePage } from './pages/choose.tsx'
import { demoGroups, demoIsOn } from './queries.ts'
import { demoIsOpen } from './rules.ts'

/** The demo's sign-in. Outside the demo, and for anyone not at this machine, none of these addresses exist. */
export const demoRoutes: readonly Route[] = [
  get('/demo', 'open', async (asked) => {
    if (!(await isOpen(asked))) return nothing
    const groups = await demoGroups(asked.ctx, asked.locale)
    return page(texts(asked.locale).demo.title, <ChoosePage groups={groups} locale={asked.locale} />)
  }),
  get('/demo/personer.json', 'open', async (asked) => {
    if (!(await isOpen(asked))) return nothing
    const groups = await demoGroups(asked.ctx, asked.locale)
    return json(groups.flatMap((group) => group.people))
  }),
  post('/demo/logg-inn', 'open', async (asked) => {
    if (!(await isOpen(asked))) return nothing
    const said = await beDemoPerson(asked.ctx, one(asked.form, 'person'), asked.token)
    return said.ok ? redirect('/', null, [{ name: sessionCookie, value: said.token, maxAge: cookieSeconds }]) : nothing
  }),
]

/** Whether the demo's way in is there for whoever asks; the page for signing in points to it. */
export const isOpen = async ({ ctx, address }: Asked): Promise<boolean> => demoIsOpen(await demoIsOn(ctx), address, ctx.house.baseUrl)
