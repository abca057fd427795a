import type { Actor } from '../../kernel/actor.ts'
import { type Asked, get, type May, notAllowed, post, type Route, redirect } from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import type { Locale } from '../../kernel/texts.ts'
import { registerPages, versionedIn } from '../../register/pages.tsx'
import {
  addCompletion,
  addPost,
  addRequirement,
  addResource,
  editCompletion,
  editPost,
  editRequirement,
  editResource,
  rewriteRequirement,
  takeBackCompletion,
} from './commands.ts'
import { addCourse, editCourse } from './commands-courses.ts'
import { fetchRequirements } from './commands-start.ts'
import { courseFields, heldCourseFields, rewriteFields } from './fields.ts'
import { besides } from './lists.ts'
import {
  completionReferences,
  completionsNumbered,
  courseReferences,
  findCompletion,
  findCourse,
  findPost,
  findRequirement,
  findResource,
  type HeldCourse,
  type HeldRequirement,
  keepsSystems,
  requirementReferences,
} from './queries.ts'
import {
  completionRules,
  mayCoordinate,
  mayHoldSome,
  mayKeepCourse,
  mayKeepRequirement,
  mayRequire,
  mayWrite,
  postRules,
  requirementRules,
  resourceRules,
} from './rules.ts'
import { texts } from './texts.ts'

/** What a record begins with that is added from the page of another. */
const from = (query: URLSearchParams | undefined, key: string): string | null => {
  const id = query?.get(key)
  return isId(id) ? id : null
}

const asRequirement = {
  at: '/kompetansekrav',
  subject: 'training_requirement',
  name: 'name',
} as const
export const requirements = registerPages({
  ...asRequirement,
  rules: {
    ...requirementRules,
    // The button. A super user has theirs on the page of the system.
    mayAdd: mayCoordinate,
    mayEdit: (record, actor) => mayKeepRequirement(record, (record as HeldRequirement).superUser, actor),
  },
  references: requirementReferences,
  texts: (locale) => texts(locale).requirements,
  find: findRequirement,
  add: addRequirement,
  edit: editRequirement,
  blank: (actor, query) => {
    const system = from(query, 'system')
    const isOfSystem = system !== null || !mayCoordinate(actor)
    const about = isOfSystem ? ({ appliesTo: 'users', about: 'systems', system } as const) : ({ appliesTo: 'everybody' } as const)
    return { inForce: 'yes', dueDays: 30, fulfilledBy: 'course', ...about }
  },
  links: { state: { field: 'inForce', ended: ['no'], silent: ['yes'] } },
  list: {
    beside: besides('/kompetansekrav'),
    filters: { about: 'tema', system: 'system', inForce: 'gjelder' },
    sorts: { name: ['sort_key'] },
    columns: ['about', 'appliesTo', 'fulfilledBy', 'inForce'],
  },
})
/** Whoever writes one anew says whether all are to read it again. */
const rewriting = registerPages({
  ...asRequirement,
  rules: {
    fields: rewriteFields,
    mayAdd: mayCoordinate,
    mayEdit: (record, actor) => mayKeepRequirement(record, (record as unknown as HeldRequirement).superUser, actor),
  },
  references: requirementReferences,
  texts: (locale) => texts(locale).requirements,
  find: async (ctx, id) => {
    const found = await findRequirement(ctx, id)
    return found && { ...found, values: { ...found.values, readAgain: null } }
  },
  add: () => {
    throw new Error('A requirement is added by its own page.')
  },
  edit: async (ctx, id, version, values) => {
    const outcome = await rewriteRequirement(ctx, id, version, values)
    return outcome.ok ? { ok: true, next: { ...outcome.next, values: { ...outcome.next.values, readAgain: null } } } : outcome
  },
  list: { filters: {}, sorts: { name: ['sort_key'] }, columns: [] },
})
const asCourse = {
  at: '/kurs',
  subject: 'training_course',
  rules: {
    mayAdd: (actor: Actor) => mayHoldSome(actor, false),
    mayEdit: (record: object, actor: Actor) => mayKeepCourse(record as HeldCourse, actor),
  },
  references: courseReferences,
  texts: (locale: Locale) => texts(locale).courses,
  name: 'name',
} as const
export const courses = registerPages({
  ...asCourse,
  rules: { ...asCourse.rules, fields: courseFields },
  find: findCourse,
  add: addCourse,
  edit: (ctx, id, version, values) => editCourse(ctx, id, version, { ...values, correction: null }),
  blank: ({ personId }, query) => ({ responsible: personId, requirement: from(query, 'krav') }),
  list: {
    beside: besides('/kurs'),
    filters: { requirement: 'krav', responsible: 'ansvarlig' },
    sorts: { heldOn: ['held_on'], name: ['sort_key'] },
    columns: ['heldOn', 'requirement', 'responsible'],
  },
})
/** Whoever puts right a course that has been held says why. */
const correcting = registerPages({
  ...asCourse,
  rules: { ...asCourse.rules, fields: heldCourseFields },
  find: async (ctx, id) => {
    const found = await findCourse(ctx, id)
    return found && { ...found, values: { ...found.values, correction: null } }
  },
  add: () => {
    throw new Error('A course is added by its own page.')
  },
  edit: editCourse,
  list: { filters: {}, sorts: { name: ['sort_key'] }, columns: [] },
})
const whereHeld =
  <A,>(held: (asked: Asked) => Promise<A>, ahead: (asked: Asked) => Promise<A>) =>
  async (asked: Asked): Promise<A> =>
    isId(asked.params.id) && (await findCourse(asked.ctx, asked.params.id))?.values.doneOn ? held(asked) : ahead(asked)
/** What a course said before, and why it was put right. */
export const courseVersions = versionedIn({ ...asCourse, fields: heldCourseFields, find: findCourse })
export const completions = registerPages({
  at: '/gjennomforinger',
  subject: 'training_completion',
  rules: completionRules,
  references: completionReferences,
  texts: (locale) => texts(locale).completions,
  name: 'number',
  find: findCompletion,
  add: addCompletion,
  edit: editCompletion,
  blank: () => ({ how: 'course' }),
  list: {
    beside: besides('/gjennomforinger'),
    filters: { requirement: 'krav' },
    sorts: { completedOn: ['completed_on'], number: ['sort_key'] },
    columns: ['person', 'requirement', 'completedOn', 'how'],
    imports: true,
  },
})
export const imports = completions.imports({ keyed: completionsNumbered, takeBack: takeBackCompletion })
export const resources = registerPages({
  at: '/opplaeringsressurser',
  subject: 'training_resource',
  rules: resourceRules,
  references: {},
  texts: (locale) => texts(locale).resources,
  name: 'name',
  find: findResource,
  add: addResource,
  edit: editResource,
  blank: () => ({ inUse: 'yes', linkWorks: 'yes' }),
  list: {
    beside: besides('/opplaeringsressurser'),
    filters: { language: 'sprak', inUse: 'i-bruk' },
    sorts: { name: ['sort_key'] },
    columns: ['language', 'audiences', 'linkWorks', 'inUse'],
  },
})
export const posts = registerPages({
  at: '/nyheter',
  subject: 'training_post',
  rules: postRules,
  references: {},
  texts: (locale) => texts(locale).posts,
  name: 'name',
  find: findPost,
  add: addPost,
  edit: editPost,
  blank: () => ({ kind: 'tip' }),
  list: {
    beside: besides('/nyheter'),
    filters: { kind: 'type' },
    sorts: { shownFrom: ['shown_from'], name: ['sort_key'] },
    columns: ['kind', 'audiences', 'shownFrom', 'shownUntil'],
  },
})

/** What the routes of a register ask of its pages, whatever its records hold. */
type Pages = Pick<typeof requirements, 'list' | 'searched' | 'extract' | 'blank' | 'added' | 'show' | 'edit' | 'edited'>
const routesOf = (at: string, pages: Pages, mayAdd: May, may: May, show: May = 'signedIn'): readonly Route[] => [
  get(at, may, pages.list),
  post(`${at}/sok`, may, pages.searched),
  get(`${at}/utdrag/:form`, may, pages.extract),
  get(`${at}/nytt`, mayAdd, pages.blank),
  post(`${at}/nytt`, mayAdd, pages.added),
  get(`${at}/:id`, show, pages.show),
  get(`${at}/:id/endring`, 'signedIn', pages.edit),
  post(`${at}/:id/endring`, 'signedIn', pages.edited),
]

/** Somebody may be the super user of a system, and hold no role: their pages ask the systems. */
const whoever =
  (may: (actor: Actor, keeps: boolean) => boolean) =>
  <A,>(answer: (asked: Asked) => Promise<A>) =>
  async (asked: Asked) =>
    may(asked.ctx.actor, await keepsSystems(asked.ctx)) ? answer(asked) : notAllowed
const forRequirers = whoever(mayRequire)
const forHolders = whoever(mayHoldSome)

export const registerRoutes: readonly Route[] = [
  post('/kompetansekrav/start', mayCoordinate, async ({ ctx, locale }) => {
    await fetchRequirements(ctx)
    return redirect('/kompetansekrav', texts(locale).requirements.started)
  }),
  ...routesOf(
    '/kompetansekrav',
    {
      ...requirements,
      edit: rewriting.edit,
      edited: rewriting.edited,
      blank: forRequirers(requirements.blank),
      added: forRequirers(requirements.added),
    },
    'signedIn',
    'signedIn',
  ),
  ...routesOf(
    '/kurs',
    {
      ...courses,
      edit: whereHeld(correcting.edit, courses.edit),
      edited: whereHeld(correcting.edited, courses.edited),
      blank: forHolders(courses.blank),
      added: forHolders(courses.added),
    },
    'signedIn',
    'signedIn',
  ),
  ...imports.routes,
  ...routesOf('/gjennomforinger', completions, completionRules.mayAdd, mayCoordinate),
  ...routesOf('/opplaeringsressurser', resources, mayWrite, mayWrite, mayWrite),
  ...routesOf('/nyheter', posts, mayWrite, mayWrite, mayWrite),
]
