import { hasRole } from '../../kernel/actor.ts'
import { formatDate } from '../../kernel/calendar/words.ts'
import { moduleRow } from '../../kernel/module.ts'
import type { ProfilePart } from '../../kernel/profile.ts'
import type { OrganisationEvent } from './organisation.ts'
import { placesIn } from './place-words.ts'
import { routes } from './routes.tsx'
import { plannedSweep } from './settings/jobs.ts'
import { generalPart } from './settings/part.ts'
import { settingTexts } from './settings/texts.ts'
import { texts } from './texts.ts'

type Planned = Extract<OrganisationEvent, { type: 'organisation.settingPlanned' }>
type ProfileChanged = Extract<OrganisationEvent, { type: 'organisation.profileChanged' }>

/** `parts`: what each part of the profile is called in the log, whichever module declares it. */
export const organisation = (parts: () => readonly ProfilePart[]) =>
  moduleRow({
    name: 'organisation',
    routes,
    profile: generalPart,
    log: {
      words: (locale) => ({
        events: {
          ...texts(locale).events,
          'organisation.profileChanged': ({ version, keys }: ProfileChanged) =>
            `${texts(locale).profileChanged(version)}${placesIn(parts(), keys, locale)}`,
          'organisation.settingPlanned': ({ holdsFrom, keys }: Planned) =>
            `${texts(locale).settingPlanned(formatDate(holdsFrom, locale))}${placesIn(parts(), keys, locale)}`,
        },
      }),
      kinds: {
        'organisation.created': 'oppsett',
        'organisation.profileChanged': 'oppsett',
        'organisation.settingPlanned': 'oppsett',
        'organisation.planDropped': 'oppsett',
        'organisation.planRefused': 'oppsett',
        'organisation.detailsEdited': 'oppsett',
        'organisation.logoSet': 'oppsett',
        'organisation.logoRemoved': 'oppsett',
        'organisation.refused': 'avvist',
      },
    },
    sweeps: () => [plannedSweep],
    ways: [
      {
        href: '/innstillinger/virksomheten',
        label: (locale) => texts(locale).details,
        may: ({ actor }) => hasRole(actor, 'admin'),
      },
      {
        href: '/innstillinger/versjoner',
        label: (locale) => settingTexts(locale).versions.title,
        may: ({ actor }) => hasRole(actor, 'admin'),
      },
      {
        href: '/innstillinger/profil',
        label: (locale) => settingTexts(locale).file.title,
        may: ({ actor }) => hasRole(actor, 'admin'),
      },
      { href: '/innstillinger/logo', label: (locale) => texts(locale).logo.title, may: ({ actor }) => hasRole(actor, 'admin') },
    ],
    places: [
      {
        errand: 'organisation',
        href: '/innstillinger',
        label: (locale) => texts(locale).nav,
        may: (actor) => hasRole(actor, 'admin'),
        stands: 'last',
      },
    ],
  })
