import type { Ctx } from '../../../kernel/ctx.ts'
import type { Form } from '../../../kernel/fields.ts'
import { type Asked, get, one, page, pageWithErrors, post, type Route, redirect } from '../../../kernel/http.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { fill } from '../../../ui/texts.ts'
import { cookieSeconds } from '../commands.ts'
import { deadLink } from '../pages/dead-link.tsx'
import { secretOf, sessionCookie } from '../rules.ts'
import { texts } from '../texts.ts'
import { maySetUp, setUp, setUpExample } from './commands.ts'
import { SetUpPage } from './pages/set-up.tsx'
import { readSetUp, type SetUpForm, type SetUpProblem } from './rules.ts'

const tokenOf = ({ params }: Asked): string => params.token ?? ''
const addressOf = (asked: Asked): string => `/oppsett/${tokenOf(asked)}`
const noOwnDetails = { number: '', address: '', telephone: '', mailbox: '' }
/** The organisation's language is taken to be the one that whoever sets up reads in. */
const nobodyYet = (locale: Locale): SetUpForm => {
  const language = locale === 'nn' ? 'nn' : 'nb'
  return { name: '', preset: '', language, admin: '', email: '', password: '', alsoDpo: false, ...noOwnDetails }
}

/** Open, and there for whoever has the token that the start printed; gone as soon as it has been used. */
export const setUpRoutes: readonly Route[] = [
  get('/oppsett/:token', 'open', async (asked) => {
    const { ctx, locale } = asked
    if (!(await maySetUp(ctx.tx, tokenOf(asked)))) return deadLink('setUp', locale)
    return page(texts(locale).setUp.title, <SetUpPage address={addressOf(asked)} written={nobodyYet(locale)} locale={locale} />)
  }),
  post('/oppsett/:token', 'open', async (asked) => {
    const { ctx, form, locale } = asked
    if (!(await maySetUp(ctx.tx, tokenOf(asked)))) return deadLink('setUp', asked.locale)
    const written = formOf(form)
    const { setUp: given, problems } = readSetUp(written)
    const leaked = given && (await ctx.house.leaked(given.password))
    if (!given || leaked) {
      const wrong = leaked ? [{ field: 'password', code: 'passwordLeaked' } as const] : problems
      const body = <SetUpPage address={addressOf(asked)} written={written} errors={errorsOf(wrong, locale)} locale={locale} />
      return pageWithErrors(422, texts(locale).setUp.title, body)
    }
    const said = await setUp(ctx, tokenOf(asked), given)
    if (!said.ok) return deadLink('setUp', asked.locale)
    return redirect('/', texts(given.language).setUp.done, [{ name: sessionCookie, value: said.token, maxAge: cookieSeconds }])
  }),
]

/** "Try with example data": the content comes from outside the modules (src/db/seed), so the shell hands it in. */
export const exampleRoutes = (seed: (ctx: Ctx) => Promise<void>): readonly Route[] => [
  post('/oppsett/:token/eksempel', 'open', async (asked) => {
    const done = await setUpExample(asked.ctx, tokenOf(asked), seed)
    return done ? redirect('/demo', texts(asked.locale).setUp.exampleDone) : deadLink('setUp', asked.locale)
  }),
]

const formOf = (form: Form): SetUpForm => ({
  name: one(form, 'name'),
  preset: one(form, 'preset'),
  language: one(form, 'language'),
  admin: one(form, 'admin'),
  email: one(form, 'email'),
  password: secretOf(form, 'password'),
  alsoDpo: one(form, 'alsoDpo') !== '',
  number: one(form, 'number'),
  address: one(form, 'address'),
  telephone: one(form, 'telephone'),
  mailbox: one(form, 'mailbox'),
})

function errorsOf(problems: readonly SetUpProblem[], locale: Locale) {
  const { problems: words, setUp: labels } = texts(locale)
  const label = (field: SetUpProblem['field']) => (field === 'alsoDpo' ? '' : labels[field])
  return problems.map(({ field, code }) => ({ href: `#${field}`, text: fill(words[code], { label: label(field) }) }))
}
