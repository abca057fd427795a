import type { Actor } from '../kernel/actor.ts'
import { type Errand, errands, type Place } from '../kernel/module.ts'
import type { Profile } from '../kernel/profile.ts'
import type { Locale } from '../kernel/texts.ts'
import type { NavPlace } from '../ui/layout.tsx'
import { modules } from './modules.ts'
import { shellTexts } from './texts.ts'

const places = (): readonly Place[] => modules.flatMap((module) => module.places ?? [])

/** The main menu, from the rows of the modules, by errand. What a role has no use for is not shown to it. */
export const navigation = (actor: Actor, profile: Profile, locale: Locale, path: string): readonly NavPlace[] => {
  const current = currentOf(path)
  const open = places().filter(({ may, has }) => may(actor) && (has?.(profile, actor) ?? true))
  return errands.flatMap((errand): readonly NavPlace[] => {
    const own = open.filter((place) => place.errand === errand)
    const inOrder = own.toSorted((a, b) => rank(a) - rank(b))
    const pages = inOrder.map(({ href, label }) => ({ href, label: label(locale), current: href === current }))
    const first = pages[0]
    if (!first) return []
    const label = pages.length === 1 && !short.has(errand) ? first.label : shellTexts(locale).errands[errand]
    return [{ href: first.href, label, current: pages.some((page) => page.current), pages }]
  })
}

/** Errands that keep their name with one page in them: the page has a longer one. */
const short: ReadonlySet<Errand> = new Set(['organisation', 'log'])

const rank = ({ stands }: Place): number => (stands === 'first' ? 0 : stands === 'last' ? 2 : 1)

/** The longest address that this one lies under; none for what no place leads to, such as the two statements. */
const currentOf = (path: string): string | undefined => {
  const bare = path.split('?')[0] ?? path
  const under = places().filter(({ href }) => bare === href || (href !== '/' && bare.startsWith(`${href}/`)))
  return under.toSorted((a, b) => b.href.length - a.href.length)[0]?.href
}
