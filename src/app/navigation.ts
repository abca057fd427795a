import { type Actor, hasRole } from '../kernel/actor.ts'
import type { Locale } from '../kernel/texts.ts'
import type { NavPlace } from '../ui/layout.tsx'
import { shellTexts } from './texts.ts'

type Entry = { readonly href: string; readonly name: keyof ReturnType<typeof shellTexts>['nav']; readonly may: (actor: Actor) => boolean }
type Place = Entry | (Pick<Entry, 'name'> & { readonly pages: readonly Entry[] })

const everyone = () => true
const admin = (actor: Actor) => hasRole(actor, 'admin')

/** The main menu, one row a place. What a role has no use for is not shown to it. A place with several pages opens on the first. */
const places: readonly Place[] = [
  { href: '/', name: 'home', may: everyone },
  { href: '/avvik/mine', name: 'mine', may: everyone },
  { href: '/avvik', name: 'deviations', may: (actor) => actor.roles.some((role) => role !== 'employee') },
  { href: '/oppgaver', name: 'tasks', may: everyone },
  { href: '/systemer', name: 'systems', may: everyone },
  { href: '/logg', name: 'log', may: (actor) => hasRole(actor, 'auditor', 'admin') },
  {
    name: 'organisation',
    pages: [
      { href: '/personer', name: 'people', may: admin },
      { href: '/enheter', name: 'units', may: admin },
      { href: '/roller', name: 'roles', may: everyone },
      { href: '/innstillinger', name: 'settings', may: admin },
    ],
  },
]

export const navigation = (actor: Actor, locale: Locale, path: string): readonly NavPlace[] => {
  const current = currentOf(path)
  const names = shellTexts(locale).nav
  return places.flatMap((place): readonly NavPlace[] => {
    const entries = 'pages' in place ? place.pages : [place]
    const pages = entries
      .filter((entry) => entry.may(actor))
      .map(({ href, name }) => ({ href, label: names[name], current: href === current }))
    const first = pages[0]
    return first ? [{ href: first.href, label: names[place.name], current: pages.some((page) => page.current), pages }] : []
  })
}

/** The longest address that this one lies under; none for what no entry leads to, such as the two statements. */
const currentOf = (path: string): string | undefined => {
  const bare = path.split('?')[0] ?? path
  const under = places
    .flatMap((place) => ('pages' in place ? place.pages : [place]))
    .filter(({ href }) => bare === href || (href !== '/' && bare.startsWith(`${href}/`)))
  return under.sort((a, b) => b.href.length - a.href.length)[0]?.href
}
