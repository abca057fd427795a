import { type Asked, get, json, nothing, one, page, post, type Route, redirect } from '../../../kernel/http.ts'
import { cookieSeconds } from '../commands.ts'
import { sessionCookie } from '../rules.ts'
import { isMarkedDemo } from '../setup/store.ts'
import { texts } from '../texts.ts'
import { beDemoPerson } from './commands.ts'
import { ChoosePage } from './pages/choose.tsx'
import { demoGroups } from './queries.ts'
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

/** The demo is on by the start's own choice, or because the first page loaded the example data. */
export const isOpen = async ({ ctx, address }: Asked): Promise<boolean> =>
  demoIsOpen(ctx.house.demo || (await isMarkedDemo(ctx.tx)), address, ctx.house.baseUrl)
