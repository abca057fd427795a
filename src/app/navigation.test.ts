import { expect, it } from 'vitest'
import type { Actor, Role } from '../kernel/actor.ts'
import { profiles } from '../modules/organisation/public.ts'
import { navigation } from './navigation.ts'

const actor = (...roles: readonly Role[]) => ({ roles, leads: [] }) as unknown as Actor
const shown = (path: string, ...roles: readonly Role[]) => navigation(actor(...roles), profiles.sauda, 'nb', path)

it('an employee meets seven places, an administrator eleven: what a role has no use for is not shown', () => {
  expect(shown('/', 'employee').map(({ href }) => href)).toEqual([
    '/',
    '/avvik/mine',
    '/oppgaver',
    '/veiledning',
    '/systemer',
    '/egne-opplysninger',
    '/roller',
  ])
  expect(shown('/', 'employee', 'admin').map(({ label }) => label)).toEqual([
    'Hjem',
    'Avviksmeldingene mine',
    'Avvik',
    'Oppgaver',
    'Veiledning',
    'Registre',
    'Internkontroll',
    'Ansatte og tilgang',
    'Innsyn og utlevering',
    'Logg',
    'Organisasjon',
  ])
})

it('the organisation is one place with its pages inside, and says which one is open', () => {
  const place = (path: string) => shown(path, 'employee', 'admin').find(({ current }) => current)
  expect(place('/enheter/ny')?.pages).toEqual([
    { href: '/personer', label: 'Personer', current: false },
    { href: '/enheter', label: 'Enheter', current: true },
    { href: '/roller', label: 'Roller', current: false },
    { href: '/delegeringer', label: 'Delegeringer', current: false },
    { href: '/innstillinger', label: 'Innstillinger', current: false },
  ])
  expect(place('/roller')?.label).toBe('Organisasjon')
})

it('the nearest place is marked, and none on a page that no place leads to', () => {
  const here = (path: string) => shown(path, 'employee', 'dpo').flatMap(({ href, current }) => (current ? [href] : []))
  expect(here('/avvik/mine')).toEqual(['/avvik/mine'])
  expect(here('/avvik/1?x=1')).toEqual(['/avvik'])
  expect(here('/personvern')).toEqual([])
  // What the menu does not lead to is found from the page that does.
  expect(here('/revisjoner/1')).toEqual(here('/arshjul'))
})
