import { localDate } from '../../kernel/calendar/calendar.ts'
import { type Refusal, refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { type Asked, get, notAllowed, nothing, type PostAnswer, page, post, type Route, redirect, versionOf } from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import type { Panel } from '../../kernel/module.ts'
import { offersIn } from '../../kernel/reference.ts'
import { answered, door } from '../../kernel/road.ts'
import { postedTo } from '../../ui/posted.tsx'
import { type After, refusalText } from '../../ui/refused.ts'
import { uiTexts } from '../../ui/texts.ts'
import { findSystem } from '../systems/public.ts'
import { keepsUsers, setUser } from './commands.ts'
import { completeCourse, setParticipant } from './commands-courses.ts'
import { correctionFields, lateParticipantFields, participantFields } from './fields.ts'
import { ParticipantsPanel, TakeOffPage } from './pages/course.tsx'
import { SystemPage, SystemPanel } from './pages/system.tsx'
import { findCourse, type HeldCourse, participantReferences, participantsOf, usersOf } from './queries.ts'
import { matrixLines } from './queries-plan.ts'
import { mayHold, mayKeepCourse } from './rules.ts'
import { texts } from './texts.ts'

const nobodyYet = { person: null }

/** Who takes part in a course: for whoever holds it. */
export const participantsPanel: Panel = async (ctx, id, locale) => {
  const course = await findCourse(ctx, id)
  if (!course || !mayKeepCourse(course, ctx.actor)) return null
  return (
    <ParticipantsPanel
      course={course}
      participants={await participantsOf(ctx, id)}
      offers={await offersIn<typeof participantFields>(ctx, participantReferences, nobodyYet)}
      locale={locale}
    />
  )
}
const forHolders = door(async ({ ctx, params }: Asked) => {
  const course = isId(params.id) ? await findCourse(ctx, params.id) : undefined
  if (!course) return nothing
  return mayKeepCourse(course, ctx.actor) ? course : notAllowed
})
const courseRefusals = (locale: Asked['locale']) => ({ ...uiTexts(locale).refusals, ...texts(locale).courses.refusals })
const crumbs = (locale: Asked['locale'], { id, values }: HeldCourse) => [
  { href: '/kurs' as const, label: texts(locale).courses.title },
  { href: `/kurs/${id}` as const, label: values.name ?? '' },
]
const drawParticipants = async ({ ctx, locale, form }: Asked, course: HeldCourse, after: After = {}) =>
  page(
    course.values.name ?? '',
    <ParticipantsPanel
      course={course}
      participants={await participantsOf(ctx, course.id)}
      offers={await offersIn<typeof participantFields>(ctx, participantReferences, nobodyYet, form)}
      locale={locale}
      {...after}
    />,
    crumbs(locale, course),
  )
const backTo = (course: { readonly id: string }, said: string) => redirect(`/kurs/${course.id}`, said)
const postSignUp = postedTo<HeldCourse, typeof lateParticipantFields, unknown>({
  fields: lateParticipantFields,
  texts: (locale) => texts(locale).courses.lateParticipant,
  refusals: courseRefusals,
  whole: true,
  offers: ({ ctx, form }) => offersIn<typeof participantFields>(ctx, participantReferences, nobodyYet, form),
  draw: drawParticipants,
  command: ({ ctx }, { id }, { person, correction }) =>
    person === null ? nobodyChosen : setParticipant(ctx, id, person, true, correction),
  done: ({ locale }, course) => backTo(course, texts(locale).courses.signedUp),
  unchanged: ({ locale }, course) => backTo(course, texts(locale).courses.signedUp),
})
const nobodyChosen: Promise<Refusal> = Promise.resolve(refuse('incomplete', ['person']))
/** Whoever was not there after all is taken off with the reason, on a page that asks for it. */
const takenPart = async ({ ctx, params }: Asked, { id }: HeldCourse) =>
  (await participantsOf(ctx, id)).find((one) => one.id === params.person)
const drawTakeOff = async (asked: Asked, course: HeldCourse, after: After = {}) => {
  const t = texts(asked.locale).courses
  const name = (await takenPart(asked, course))?.name ?? ''
  return page(
    t.takeOffTitle(name),
    <TakeOffPage course={course} name={name} locale={asked.locale} {...after} />,
    crumbs(asked.locale, course),
  )
}
const askTakeOff = async (asked: Asked, course: HeldCourse) =>
  course.values.doneOn !== null && (await takenPart(asked, course)) ? drawTakeOff(asked, course) : nothing
const postCorrection = postedTo<HeldCourse, typeof correctionFields, unknown>({
  fields: correctionFields,
  texts: (locale) => texts(locale).courses.correction,
  refusals: courseRefusals,
  draw: drawTakeOff,
  command: ({ ctx, params }, { id }, { correction }) => setParticipant(ctx, id, params.person ?? '', false, correction),
  done: ({ locale }, course) => backTo(course, texts(locale).courses.takenOff),
  unchanged: ({ locale }, course) => backTo(course, texts(locale).courses.takenOff),
})
const takeOff = async (asked: Asked, course: HeldCourse): Promise<PostAnswer> => {
  const { ctx, params, locale } = asked
  if (!isId(params.person)) return nothing
  if (course.values.doneOn !== null) return postCorrection(asked, course)
  const back = () => backTo(course, texts(locale).courses.takenOff)
  return answered(await setParticipant(ctx, course.id, params.person, false), { done: back, nothingChanged: back, refused: back })
}
const complete = async ({ ctx, form, locale }: Asked, course: HeldCourse): Promise<PostAnswer> => {
  const back = () => backTo(course, texts(locale).courses.completed)
  return answered(await completeCourse(ctx, course.id, versionOf(form)), {
    done: back,
    nothingChanged: back,
    refused: ({ why }) => backTo(course, refusalText(why, courseRefusals(locale))),
  })
}

/** On the page of a system: the way to the training of its users. What they must have learnt stands among what hangs together with it. */
export const systemPanel: Panel = async (ctx, id, locale) => <SystemPanel id={id} keeps={await keepsUsers(ctx, id)} locale={locale} />
type System = NonNullable<Awaited<ReturnType<typeof findSystem>>>
const openSystem = async (ctx: Ctx, id: string | undefined) => {
  const system = isId(id) ? await findSystem(ctx, id) : undefined
  if (!system) return nothing
  return (await keepsUsers(ctx, system.id)) ? system : notAllowed
}
const forKeepers = door(async ({ ctx, params }: Asked) => openSystem(ctx, params.id))
const at = ({ id }: System) => `/kompetanse/system/${id}`
const drawSystem = async ({ ctx, locale, form }: Asked, system: System, after: After = {}) => {
  const name = system.values.name ?? ''
  return page(
    texts(locale).system.title(name),
    <SystemPage
      id={system.id}
      name={name}
      users={await usersOf(ctx, system.id)}
      lines={await matrixLines(ctx, { system: system.id })}
      offers={await offersIn<typeof participantFields>(ctx, participantReferences, nobodyYet, form)}
      keepsPlan={mayHold(system.values.superUser, { ...ctx.actor, leads: [] })}
      today={localDate(ctx.now)}
      locale={locale}
      {...after}
    />,
    [
      { href: '/opplaering', label: texts(locale).own.title },
      { href: `/systemer/${system.id}`, label: name },
    ],
  )
}
const postUser = postedTo<System, typeof participantFields, unknown>({
  fields: participantFields,
  texts: (locale) => texts(locale).courses.participant,
  refusals: courseRefusals,
  whole: true,
  offers: ({ ctx, form }) => offersIn<typeof participantFields>(ctx, participantReferences, nobodyYet, form),
  draw: drawSystem,
  command: ({ ctx }, { id }, { person }) => (person === null ? nobodyChosen : setUser(ctx, id, person, true)),
  done: ({ locale }, system) => redirect(at(system), texts(locale).system.added),
})
const removeUser = async ({ ctx, params, locale }: Asked, system: System): Promise<PostAnswer> => {
  if (!isId(params.person)) return nothing
  const back = () => redirect(at(system), texts(locale).system.removed)
  return answered(await setUser(ctx, system.id, params.person, false), { done: back, refused: back })
}

export const courseRoutes: readonly Route[] = [
  post('/kurs/:id/deltakere', 'signedIn', forHolders(postSignUp)),
  get('/kurs/:id/deltakere/:person/av', 'signedIn', forHolders(askTakeOff)),
  post('/kurs/:id/deltakere/:person/av', 'signedIn', forHolders(takeOff)),
  post('/kurs/:id/gjennomfort', 'signedIn', forHolders(complete)),
  get('/kompetanse/system/:id', 'signedIn', forKeepers(drawSystem)),
  post('/kompetanse/system/:id', 'signedIn', forKeepers(postUser)),
  post('/kompetanse/system/:id/brukere/:person/bort', 'signedIn', forKeepers(removeUser)),
]
