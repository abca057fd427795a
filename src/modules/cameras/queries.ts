import { sql } from 'kysely'
import { nobody } from '../../kernel/actor.ts'
import type { Attaches, Ctx, Reviewed } from '../../kernel/ctx.ts'
import { inAll } from '../../kernel/texts.ts'
import { referenceTo } from '../../register/reference.ts'
import { dpiaReference, findDpia } from '../dpia/public.ts'
import { profileOf } from '../organisation/public.ts'
import { leaderOfUnit, personReference, unitReference } from '../people/public.ts'
import { processingReference } from '../processing/public.ts'
import { anySystemReference } from '../systems/public.ts'
import type { Camera, Gap, Status } from './camera.ts'
import { recordFields } from './fields.ts'
import { type CameraProfile, cameraProfile } from './profile.ts'
import { gapsOf, mayEdit } from './rules.ts'
import { store } from './store.ts'
import { texts } from './texts.ts'

export const findCamera = store.find
export const cameraProfileOf = async (ctx: Ctx): Promise<CameraProfile> => cameraProfile(await profileOf(ctx))

export const shownReferences = {
  unit: unitReference,
  system: anySystemReference,
  processing: processingReference,
  viewers: personReference,
}
/** Who answers for what it points at. */
export const references = { ...shownReferences, dpia: dpiaReference }
export const recordReferences = { ...shownReferences, approvedBy: personReference }

/** A field of another module that names a camera. */
export const cameraReference = referenceTo('camera', { called: 'name', gone: () => '' })

/** Whether the assessment it names has been carried out and approved, as it stands. */
async function isDpiaApproved(ctx: Ctx, { values }: Camera): Promise<boolean> {
  const assessment = values.dpia === null ? undefined : await findDpia(ctx, values.dpia)
  return assessment?.values.status === 'approved' && assessment.values.decision === 'do'
}
export const gapsIn = async (ctx: Ctx, record: Camera): Promise<readonly Gap[]> =>
  gapsOf(record.values, await cameraProfileOf(ctx), await isDpiaApproved(ctx, record))

/** Pictures of what it sees, drawings of the area, and photographs of the sign. */
export async function filesOfCamera(ctx: Ctx, id: string): Promise<Attaches | undefined> {
  const record = await findCamera(ctx, id)
  if (!record) return undefined
  const add = mayEdit(record, ctx.actor, await cameraProfileOf(ctx))
  return { page: `/kameraer/${id}`, name: inAll(() => record.values.name ?? ''), add, protectedBy: false }
}

/** Whether it is needed still is asked each year, of the head of the unit it hangs in (S4-189, S4-190). */
export async function reviewOfCamera(ctx: Ctx, id: string): Promise<Reviewed | undefined> {
  const [record, files] = [await findCamera(ctx, id), await filesOfCamera(ctx, id)]
  if (!record || !files) return undefined
  const head = record.values.unit === null ? undefined : await leaderOfUnit(ctx, record.values.unit)
  const may = files.add || ctx.actor.personId === nobody
  return { page: files.page, name: files.name, owner: head?.id ?? null, roles: ['controller'], mayPlan: may, mayReview: may }
}

export type Watched = {
  readonly unit: string
  readonly site: string | null
  readonly id: string
  readonly name: string
  readonly kind: Camera['values']['kind']
  readonly area: string | null
  readonly status: Status
}
const most = 5000
/** Every camera that hangs somewhere, by unit and place. */
export async function watchedAreas(ctx: Ctx): Promise<readonly Watched[]> {
  const { rows } = await sql<Watched>`
    select u.name as unit, r.site, r.id, r.name, r.kind, r.area, r.status from camera r
    join unit u on u.organisation_id = r.organisation_id and u.id = r.unit_id
    where r.organisation_id = ${ctx.actor.organisationId} and r.status <> 'removed'
    order by u.sort_key, u.id, lower(coalesce(r.site, '')), r.sort_key, r.id limit ${most}`.execute(ctx.tx)
  return rows
}

/** How many cameras stand in each state, those that are taken down apart. */
export async function camerasByStatus(ctx: Ctx): Promise<readonly { readonly key: Status; readonly count: number }[]> {
  const { rows } = await sql<{ key: Status; count: number }>`
    select status as key, count(*)::integer as count from camera
    where organisation_id = ${ctx.actor.organisationId} and status <> 'removed' group by status
    order by array_position(${[...recordFields.status.of]}::text[], status)`.execute(ctx.tx)
  return rows
}

/** What it is called in the report of a deviation that its finding begins. */
export const reportWords = (locale: 'nb' | 'nn' | 'en', { values }: Camera): string =>
  texts(locale).found.whatHappened(values.name ?? '', [values.site, values.area].filter(Boolean).join(', '))

/** Those that one assessment is of. */
export async function camerasOfDpia(ctx: Ctx, dpia: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from camera where organisation_id = ${ctx.actor.organisationId} and dpia_id = ${dpia} order by id limit ${most}`.execute(
    ctx.tx,
  )
  return rows.map(({ id }) => id)
}
