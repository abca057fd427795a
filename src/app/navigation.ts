import type { Actor } from '../kernel/actor.ts'
import { type Errand, errands, type Place } from '../kernel/module.ts'
import type { Profile } from '../kernel/profile.ts'
import type { Locale } from '../kernel/texts.ts'
import type { NavPlace } from '../ui/layout.tsx'
import { modules } from './modules.ts'
import { shellTexts } from './texts.ts'

/** Of all modules, as the menu has them: read once, since the rows of the modules never change. */
let known:
  | { readonly inOrder: readonly Place[]; readonly longestFirst: readonly { readonly href: string; readonly address: string }[] }
  | undefined
const places = () => {
  known ??= {
    inOrder: modules.flatMap((module) => module.places ?? []).toSorted((a, b) => rank(a) - rank(b)),
    longestFirst: modules
      .flatMap((module) => module.places ?? [])
      .flatMap(({ href, holds = [] }) => [href, ...holds].map((address) => ({ href, address })))
      .toSorted((a, b) => b.address.length - a.address.length),
  }
  return known
}

/** The main menu, from the rows of the modules, by errand. What a role has no use for is not shown to it. */
export const navigation = (actor: Actor, profile: Profile, locale: Locale, path: string): readonly NavPlace[] => {
  const open = places().inOrder.filter(({ may, has }) => may(actor) && (has?.(profile, actor) ?? true))
  const current = currentOf(path, new Set(open.map(({ href }) => href)))
  return errands.flatMap((errand): readonly NavPlace[] => {
    const own = open.filter((place) => place.errand === errand)
    const pages = own.map(({ href, label }) => ({ href, label: label(locale), current: href === current }))
    const first = pages[0]
    if (!first) return []
    const label = pages.length === 1 && !short.has(errand) ? first.label : shellTexts(locale).errands[errand]
    return [{ href: first.href, label, current: pages.some((page) => page.current), pages }]
  })
}

/** Errands that keep their name with one page in them: the page has a longer one. */
const short: ReadonlySet<Errand> = new Set(['organisation', 'log'])

const rank = ({ stands }: Place): number => (stands === 'first' ? 0 : stands === 'last' ? 2 : 1)

/** Of what the reader has in the menu, the longest address that this one lies under; none for what no place leads to, such as the two statements. */
const currentOf = (path: string, open: ReadonlySet<string>): string | undefined => {
  const bare = path.split('?')[0] ?? path
  return places().longestFirst.find(
    ({ href, address }) => open.has(href) && (bare === address || (address !== '/' && bare.startsWith(`${address}/`))),
  )?.href
}
