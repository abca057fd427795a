import type { Ctx } from '../../kernel/ctx.ts'
import { emptyValues, type Values } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import { addCompletion, addPost, addRequirement, addResource } from './commands.ts'
import { addCourse } from './commands-courses.ts'
import { completionFields, courseFields, postFields, requirementFields, resourceFields } from './fields.ts'

type Done = Promise<
  | { readonly ok: true; readonly next: { readonly id: string } }
  | { readonly ok: false; readonly why: string; readonly fields: readonly string[] }
>
async function made(done: Done): Promise<string> {
  const outcome = await done
  if (!outcome.ok) throw new Error(`refused: ${outcome.why} ${outcome.fields.join()}`)
  return outcome.next.id
}
const name = (what: string, ctx: Ctx) => `${what} ${newId(ctx.now).slice(-6)}`

/** Records of training through the real commands, by somebody who may. */
export const makeRequirement = (ctx: Ctx, over: Partial<Values<typeof requirementFields>> = {}): Promise<string> =>
  made(
    addRequirement(ctx, newId(ctx.now), {
      ...emptyValues(requirementFields),
      ...{ name: name('Krav', ctx), about: 'other', fulfilledBy: 'course', appliesTo: 'everybody', dueDays: 30, inForce: 'yes' },
      // Something to take it from: without, nobody has the task.
      link: 'https://kurs.example/krav',
      ...over,
    }),
  )
export const makeCourse = (ctx: Ctx, requirement: string, over: Partial<Values<typeof courseFields>> = {}): Promise<string> =>
  made(
    addCourse(ctx, newId(ctx.now), {
      ...emptyValues(courseFields),
      ...{ name: name('Kurs', ctx), requirement, heldOn: '2026-03-01', responsible: ctx.actor.personId },
      ...over,
    }),
  )
export const makeCompletion = (ctx: Ctx, requirement: string, over: Partial<Values<typeof completionFields>> = {}): Promise<string> =>
  made(
    addCompletion(ctx, newId(ctx.now), {
      ...emptyValues(completionFields),
      ...{ number: name('K', ctx), person: ctx.actor.personId, requirement, completedOn: '2026-03-01', how: 'course' },
      ...over,
    }),
  )
export const makeResource = (ctx: Ctx, over: Partial<Values<typeof resourceFields>> = {}): Promise<string> =>
  made(addResource(ctx, newId(ctx.now), { ...emptyValues(resourceFields), name: name('Ressurs', ctx), inUse: 'yes', ...over }))
export const makePost = (ctx: Ctx, over: Partial<Values<typeof postFields>> = {}): Promise<string> =>
  made(
    addPost(ctx, newId(ctx.now), {
      ...emptyValues(postFields),
      ...{ name: name('Tips', ctx), kind: 'tip', body: 'Lås skjermen når du går.', shownFrom: '2026-03-01' },
      ...over,
    }),
  )
