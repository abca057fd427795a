import type { Actor } from '../../kernel/actor.ts'
import { localDate } from '../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { moduleRow } from '../../kernel/module.ts'
import type { Locale } from '../../kernel/texts.ts'
import { type Named, registerFinds } from '../../register/found.ts'
import { importEvents, importKinds } from '../../register/import/events.ts'
import { importTexts } from '../../register/import/texts.ts'
import { registerLog } from '../../register/module.ts'
import { noteAccess, syncPeople } from './commands.ts'
import { planSweep } from './jobs.ts'
import { untrained } from './plan.ts'
import { findCompletion, findNeed, keepsSystems } from './queries.ts'
import { matrixLines } from './queries-plan.ts'
import { readingPanel, routes } from './routes.tsx'
import { participantsPanel, systemPanel } from './routes-courses.tsx'
import { completions, courseVersions, imports, posts, requirements, resources } from './routes-registers.tsx'
import { mayCoordinate, mayHoldSome, mayRequire, mayTrain, mayWrite, seesFigures } from './rules.ts'
import { trainingPart } from './settings.ts'
import { requirementSteps } from './steps.tsx'
import { forgetTrainingOf } from './store.ts'
import { completionsExpire } from './store-expiring.ts'
import { texts } from './texts.ts'

type Registers = 'requirements' | 'courses' | 'completions' | 'resources' | 'posts' | 'needs'
const logOf = (subject: string, at: `/${string}`, name: Registers) => registerLog(subject, at, (locale) => texts(locale)[name])
const logs = [
  logOf('training_requirement', '/kompetansekrav', 'requirements'),
  logOf('training_course', '/kurs', 'courses'),
  logOf('training_completion', '/gjennomforinger', 'completions'),
  logOf('training_resource', '/opplaeringsressurser', 'resources'),
  logOf('training_post', '/nyheter', 'posts'),
  logOf('training_need', '/opplaeringsbehov', 'needs'),
]
const everybody = () => true
const foundIn = (table: Named, at: `/${string}`, may: (actor: Actor) => boolean) => ({
  may,
  ...registerFinds(table, at, 'name', () => ''),
})
const found = [
  foundIn('training_requirement', '/kompetansekrav', everybody),
  foundIn('training_course', '/kurs', everybody),
  foundIn('training_resource', '/opplaeringsressurser', mayWrite),
  foundIn('training_post', '/nyheter', mayWrite),
]
const requires = async (ctx: Ctx) => mayRequire(ctx.actor, await keepsSystems(ctx))
const holds = async (ctx: Ctx) => mayHoldSome(ctx.actor, await keepsSystems(ctx))
const way = (href: `/${string}`, label: (locale: Locale) => string, may: (ctx: Ctx) => boolean | Promise<boolean>) => ({ href, label, may })

export const training = moduleRow({
  name: 'training',
  mayBeLeftOut: true,
  profile: trainingPart,
  routes,
  log: {
    words: (locale) => ({
      events: Object.assign({}, ...logs.map(({ words }) => words(locale).events), importEvents('training_completion', locale)),
    }),
    kinds: Object.assign({}, ...logs.map(({ kinds }) => kinds), importKinds('training_completion', 'own')),
    own: { key: 'opplaering', label: (locale) => texts(locale).title },
  },
  places: [
    { errand: 'guidance', href: '/opplaering', label: (locale) => texts(locale).own.title, may: everybody },
    {
      errand: 'guidance',
      href: '/kompetanse',
      label: (locale) => texts(locale).matrix.title,
      may: (actor) => seesFigures(actor) || actor.leads.length > 0 || mayTrain(actor),
    },
  ],
  ways: [
    way('/opplaeringsbehov/nytt', (locale) => texts(locale).needs.add, everybody),
    way('/opplaeringsbehov', (locale) => texts(locale).needs.title, everybody),
    way('/kompetansekrav', (locale) => texts(locale).requirements.title, everybody),
    way('/kompetansekrav/nytt', (locale) => texts(locale).requirements.add, requires),
    way('/kurs', (locale) => texts(locale).courses.title, everybody),
    way('/kurs/nytt', (locale) => texts(locale).courses.add, holds),
    way(
      '/gjennomforinger',
      (locale) => texts(locale).completions.title,
      ({ actor }) => mayCoordinate(actor),
    ),
    way(
      '/gjennomforinger/nytt',
      (locale) => texts(locale).completions.add,
      ({ actor }) => mayCoordinate(actor),
    ),
    way(
      '/gjennomforinger/import',
      (locale) => `${texts(locale).completions.title}: ${importTexts(locale).link}`,
      ({ actor }) => mayCoordinate(actor),
    ),
    way(
      '/opplaeringsressurser',
      (locale) => texts(locale).resources.title,
      ({ actor }) => mayWrite(actor),
    ),
    way(
      '/opplaeringsressurser/nytt',
      (locale) => texts(locale).resources.add,
      ({ actor }) => mayWrite(actor),
    ),
    way(
      '/nyheter',
      (locale) => texts(locale).posts.title,
      ({ actor }) => mayWrite(actor),
    ),
    way(
      '/nyheter/nytt',
      (locale) => texts(locale).posts.add,
      ({ actor }) => mayWrite(actor),
    ),
  ],
  ofUnit: async (ctx, unit, locale) => {
    if (!mayCoordinate(ctx.actor) && !ctx.actor.leads.includes(unit)) return []
    const count = untrained(await matrixLines(ctx, { unit }), localDate(ctx.now))
    return [{ label: texts(locale).counted.untrained(count), href: `/kompetanse?enhet=${unit}`, count, more: false, late: false }]
  },
  finds: {
    label: (locale) => texts(locale).title,
    hits: async (ctx, words, locale, most) => {
      const all = []
      for (const one of found) if (one.may(ctx.actor)) all.push(...(await one.hits(ctx, words, locale, most)))
      return all.slice(0, most)
    },
    list: () => null,
  },
  steps: { training_requirement: requirementSteps },
  panels: { system: [systemPanel], training_course: [participantsPanel], training_post: [readingPanel] },
  versions: {
    training_requirement: requirements.versioned,
    training_course: courseVersions,
    training_completion: completions.versioned,
    training_resource: async (ctx, id, locale) => (mayWrite(ctx.actor) ? resources.versioned(ctx, id, locale) : undefined),
    training_post: async (ctx, id, locale) => (mayWrite(ctx.actor) ? posts.versioned(ctx, id, locale) : undefined),
  },
  comments: { training_requirement: requirements.commented },
  links: { training_requirement: requirements.linked },
  imports: { training_completion: imports.step },
  expiring: { training_completion: completionsExpire },
  opens: {
    training_person: async (ctx, id) => id === ctx.actor.personId,
    training_need: async (ctx, id) => (await findNeed(ctx, id)) !== undefined,
    training_completion: async (ctx, id) => (await findCompletion(ctx, id)) !== undefined,
    training_resource: async ({ actor }) => mayWrite(actor),
  },
  reactions: {
    'access.granted': [noteAccess],
    'access.removed': [noteAccess],
    'person.forgotten': [forgetTrainingOf],
    // Read and confirmed where it stands: what it was asked for is met.
    'article.confirmed': [(ctx) => syncPeople(ctx, [ctx.actor.personId])],
  },
  sweeps: () => [planSweep],
})
