import type { Form } from '../../kernel/fields.ts'
import { type Asked, get, json, nothing, one, page, post, type Route, redirect } from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import { placeInside } from '../../kernel/place.ts'
import { discardCopy, discardKept, keepCopy } from './commands.ts'
import { KeptPage } from './pages/kept.tsx'
import { keptAt, postedBy } from './queries.ts'
import { texts } from './texts.ts'

/** Nothing of what is written there is kept, whoever asks for it. */
const never = /^\/(logg-inn|passord|velg-passord|oppsett)([/?#]|$)/i

export const routes: readonly Route[] = [
  // No id in the address: whoever else signs in with this browser comes to their own first page.
  get('/beholdt', 'signedIn', async ({ ctx, locale }) => {
    const kept = await postedBy(ctx.tx, ctx.house, ctx.actor)
    return kept.length === 0 ? redirect('/') : page(texts(locale).title, <KeptPage kept={kept} locale={locale} />)
  }),
  post('/beholdt/:id/forkast', 'signedIn', async ({ ctx, params, locale }) => {
    const gone = isId(params.id) && (await discardKept(ctx, params.id))
    return gone ? redirect('/beholdt', texts(locale).discarded) : nothing
  }),

  // For the enhancer: a copy of what is being written, and the copy of an earlier visit.
  post('/beholdt', 'signedIn', async (asked) => {
    const { ctx, form } = asked
    const address = addressIn(asked)
    if (!address) return json({ error: 'invalid' }, 422)
    await keepCopy(ctx, address, readForm(rawOf(form, 'innhold')))
    return json({ kept: true })
  }),
  post('/beholdt/hent', 'signedIn', async (asked) => {
    const { ctx } = asked
    const address = addressIn(asked)
    const kept = address ? await keptAt(ctx.tx, ctx.house, ctx.actor, address) : undefined
    return json(kept ? { at: kept.at.toISOString(), content: contentOf(kept.form) } : { content: null })
  }),
  post('/beholdt/forkast', 'signedIn', async (asked) => {
    const { ctx } = asked
    const address = addressIn(asked)
    if (address) await discardCopy(ctx, address)
    return json({ kept: false })
  }),
]

function addressIn({ form }: Asked): string | null {
  const said = one(form, 'adresse')
  return placeInside(said) === said && !never.test(said) ? said : null
}

const rawOf = (form: Form, name: string): string => {
  const value = form[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

/** What a form would post, written as a browser writes it. */
function readForm(content: string): Form {
  // A name may be one that every object has.
  const form: Record<string, string | string[]> = Object.create(null)
  for (const [name, value] of new URLSearchParams(content)) {
    const before = form[name]
    form[name] = before === undefined ? value : [...(typeof before === 'string' ? [before] : before), value]
  }
  return form
}

const contentOf = (form: Form): string =>
  new URLSearchParams(
    Object.entries(form).flatMap(([name, value]) => (typeof value === 'string' ? [value] : (value ?? [])).map((one) => [name, one])),
  ).toString()
