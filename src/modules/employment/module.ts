import { moduleRow } from '../../kernel/module.ts'
import { inAll } from '../../kernel/texts.ts'
import { importEvents, importKinds } from '../../register/import/events.ts'
import { importTexts } from '../../register/import/texts.ts'
import { filesPanel } from '../files/public.tsx'
import { demandOfAccess, endWorkOf, followAccess, resumeWorkOf } from './commands.ts'
import { employmentFields } from './fields.ts'
import { leavingSweep } from './jobs.ts'
import { findEmployment, references, standingFor } from './queries.ts'
import { imports, routes } from './routes.tsx'
import { mayAddSome, mayKeep, seesSome } from './rules.ts'
import { leavingPart } from './settings.ts'
import { employmentsExpire } from './store-expiring.ts'
import { texts } from './texts.ts'

const own = ['added', 'edited', 'leaving', 'staying', 'changed', 'stepDone', 'stepUndone', 'listClosed', 'listMoved', 'exported'] as const

export const employment = moduleRow({
  name: 'employment',
  mayBeLeftOut: true,
  routes,
  profile: leavingPart,
  log: {
    words: (locale) => {
      const { events } = texts(locale)
      return {
        events: {
          ...Object.fromEntries(own.map((name) => [`employment.${name}`, () => events[name]])),
          'employment.refused': () => events.refused,
          'employment_checklist.refused': () => events.listRefused,
          ...importEvents('employment', locale),
        },
      }
    },
    kinds: {
      ...Object.fromEntries(own.map((name) => [`employment.${name}`, 'own' as const])),
      'employment.refused': 'avvist',
      'employment_checklist.refused': 'avvist',
      ...importKinds('employment', 'own'),
    },
    own: { key: 'ansettelser', label: (locale) => texts(locale).title },
  },
  places: [
    { errand: 'staff', href: '/ansettelser', label: (locale) => texts(locale).title, may: seesSome },
    // Whoever has forgotten it leads nobody: help lies with the rest of the guidance.
    {
      errand: 'guidance',
      stands: 'last',
      href: '/passordhjelp',
      label: (locale) => texts(locale).password.title,
      also: (locale) => texts(locale).password.also,
      may: () => true,
    },
  ],
  ways: [
    { href: '/ansettelser/nytt', label: (locale) => texts(locale).add, may: ({ actor }) => mayAddSome(actor) },
    {
      href: '/ansettelser/import',
      label: (locale) => `${texts(locale).title}: ${importTexts(locale).link}`,
      may: ({ actor }) => mayAddSome(actor),
    },
  ],
  panels: { employment: [(ctx, id, locale) => filesPanel(ctx, { type: 'employment', id }, locale)] },
  files: {
    employment: async (ctx, id) => {
      const found = await findEmployment(ctx, id)
      if (!found) return undefined
      const { person, number } = found.values
      const add = mayKeep(person, { actor: ctx.actor, standing: await standingFor(ctx, person) })
      return { page: `/ansettelser/${id}`, name: inAll((locale) => `${texts(locale).one} ${number}`), add, protectedBy: false }
    },
  },
  versions: {
    employment: async (ctx, id, locale) => {
      const found = await findEmployment(ctx, id)
      if (!found) return undefined
      const t = texts(locale)
      const part = { fields: employmentFields, texts: t.fields, references }
      return {
        page: `/ansettelser/${id}`,
        name: `${t.one} ${found.values.number}`,
        part: (key) => (key === 'employment' ? part : undefined),
      }
    },
  },
  demands: { person: async (ctx, id, deed) => (deed === 'access' ? demandOfAccess(ctx, id) : null) },
  reactions: {
    'access.granted': [followAccess],
    'person.deactivated': [endWorkOf],
    'person.reactivated': [resumeWorkOf],
  },
  imports: { employment: imports.step },
  sweeps: () => [leavingSweep],
  expiring: { employment: employmentsExpire },
  opens: { employment: async (ctx, id) => (await findEmployment(ctx, id)) !== undefined },
})
