import type { Ctx } from '../../kernel/ctx.ts'
import { emptyValues, type Values } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import { addActivity, addAudit, addDocument, addFinding, addInspection, addObjective, addRequirement } from './commands.ts'
import {
  activityFields,
  auditFields,
  documentFields,
  findingFields,
  inspectionFields,
  objectiveFields,
  requirementFields,
} from './fields.ts'

type Done = Promise<
  | { readonly ok: true; readonly next: { readonly id: string } }
  | { readonly ok: false; readonly why: string; readonly fields: readonly string[] }
>
async function made(done: Done): Promise<string> {
  const outcome = await done
  if (!outcome.ok) throw new Error(`refused: ${outcome.why} ${outcome.fields.join()}`)
  return outcome.next.id
}

/** Records of internal control through the real commands, by somebody who may. */
export const makeRequirement = (ctx: Ctx, over: Partial<Values<typeof requirementFields>> = {}): Promise<string> =>
  made(
    addRequirement(ctx, newId(ctx.now), {
      ...emptyValues(requirementFields),
      name: `Krav ${newId(ctx.now).slice(-6)}`,
      source: 'law',
      inForce: 'yes',
      ...over,
    }),
  )
/** `team` holds the security manager where whoever makes it is one. */
export const makeAudit = (ctx: Ctx, over: Partial<Values<typeof auditFields>> = {}): Promise<string> =>
  made(
    addAudit(ctx, newId(ctx.now), {
      ...emptyValues(auditFields),
      name: `Revisjon ${newId(ctx.now).slice(-6)}`,
      kind: 'internal',
      plannedOn: '2026-03-01',
      leader: ctx.actor.personId,
      ...over,
    }),
  )
export const makeFinding = (ctx: Ctx, audit: string, over: Partial<Values<typeof findingFields>> = {}): Promise<string> =>
  made(
    addFinding(ctx, newId(ctx.now), { ...emptyValues(findingFields), name: 'Tilganger ryddes ikke', audit, grade: 'improvement', ...over }),
  )
export const makeInspection = (ctx: Ctx, over: Partial<Values<typeof inspectionFields>> = {}): Promise<string> =>
  made(
    addInspection(ctx, newId(ctx.now), {
      ...emptyValues(inspectionFields),
      name: `Tilsyn ${newId(ctx.now).slice(-6)}`,
      kind: 'public',
      heldOn: '2026-02-01',
      ...over,
    }),
  )
export const makeDocument = (ctx: Ctx, over: Partial<Values<typeof documentFields>> = {}): Promise<string> =>
  made(
    addDocument(ctx, newId(ctx.now), {
      ...emptyValues(documentFields),
      name: `Dokument ${newId(ctx.now).slice(-6)}`,
      kind: 'goals',
      content: 'Informasjonen skal være trygg.',
      inForce: 'yes',
      ...over,
    }),
  )
export const makeObjective = (ctx: Ctx, over: Partial<Values<typeof objectiveFields>> = {}): Promise<string> =>
  made(
    addObjective(ctx, newId(ctx.now), {
      ...emptyValues(objectiveFields),
      name: `Mål ${newId(ctx.now).slice(-6)}`,
      state: 'notStarted',
      ...over,
    }),
  )
export const makeActivity = (ctx: Ctx, over: Partial<Values<typeof activityFields>> = {}): Promise<string> =>
  made(
    addActivity(ctx, newId(ctx.now), {
      ...emptyValues(activityFields),
      name: `Aktivitet ${newId(ctx.now).slice(-6)}`,
      kind: 'other',
      dueOn: '2026-06-01',
      every: 'once',
      ...over,
    }),
  )
