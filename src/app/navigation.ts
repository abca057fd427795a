import { type Actor, hasRole } from '../kernel/actor.ts'
import type { Locale } from '../kernel/texts.ts'
import type { NavItem } from '../ui/layout.tsx'
import { shellTexts } from './texts.ts'

type Place = { readonly href: string; readonly name: keyof ReturnType<typeof shellTexts>['nav']; readonly may: (actor: Actor) => boolean }

const everyone = () => true
/** The main menu, one row a place. What a role has no use for is not shown to it. */
const places: readonly Place[] = [
  { href: '/', name: 'home', may: everyone },
  { href: '/avvik/mine', name: 'mine', may: everyone },
  { href: '/avvik', name: 'deviations', may: (actor) => actor.roles.some((role) => role !== 'employee') },
  { href: '/oppgaver', name: 'tasks', may: everyone },
  { href: '/systemer', name: 'systems', may: everyone },
  { href: '/logg', name: 'log', may: (actor) => hasRole(actor, 'auditor', 'admin') },
  { href: '/personer', name: 'people', may: (actor) => hasRole(actor, 'admin') },
  { href: '/innstillinger', name: 'settings', may: (actor) => hasRole(actor, 'admin') },
]

export const navigation = (actor: Actor, locale: Locale, path: string): readonly NavItem[] => {
  const current = currentOf(path)
  return places
    .filter((place) => place.may(actor))
    .map(({ href, name }) => ({ href, label: shellTexts(locale).nav[name], current: href === current }))
}

/** The longest place that the address lies under. */
const currentOf = (path: string): string => {
  const bare = path.split('?')[0] ?? path
  const under = places.filter(({ href }) => bare === href || (href !== '/' && bare.startsWith(`${href}/`)))
  return under.sort((a, b) => b.href.length - a.href.length)[0]?.href ?? '/'
}
