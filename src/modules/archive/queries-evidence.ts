import { addMonths, type LocalDate, localDate } from '../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { RecordKey } from '../../kernel/ids.ts'
import { periodFigures } from '../deviation/public.ts'
import { idsAround, type Linkings, namesOf } from '../links/public.tsx'
import { units, unitsById } from '../people/public.ts'
import { trainedShare } from '../training/public.ts'
import type { Documenteds, DocumentRow } from './archive.ts'
import { documentsIn } from './queries.ts'
import { mayRead, mayShowUnit } from './rules.ts'

export const subjects = ['processing', 'system', 'unit'] as const
export type SubjectKind = (typeof subjects)[number]

/** What shows that the rules are followed in an activity, a system or a unit (S0-13, S4-094). */
export type Evidence = {
  readonly kind: SubjectKind
  readonly id: string
  readonly name: string
  readonly documents: readonly DocumentRow[]
  /** Of a unit: its entries in the record of activities, its training and its deviations. */
  readonly unit: {
    readonly processings: readonly string[]
    readonly trained: number | null
    readonly from: LocalDate
    readonly deviations: { readonly total: number; readonly open: number; readonly closed: number; readonly notified: number }
  } | null
}

const most = 500
/** What hangs on the activities and the systems of a unit is of the unit too. */
const further = ['risk', 'dpia', 'agreement']

/** Undefined: it is not there for whoever asks, or not theirs to show. What they may not open is not among it. */
export async function evidenceOf(
  ctx: Ctx,
  all: Documenteds,
  kinds: Linkings,
  subject: { type: SubjectKind; id: string },
): Promise<Evidence | undefined> {
  const { type, id } = subject
  if (type === 'unit' ? !mayShowUnit(id, ctx.actor) : !mayRead(ctx.actor)) return undefined
  const name = type === 'unit' ? (await unitsById(ctx, [id])).get(id)?.name : (await namesOf(ctx, kinds, [subject])).get(id)
  if (name === undefined) return undefined
  const below = type === 'unit' ? (await units(ctx)).filter(({ path }) => path.includes(id)).map((one) => one.id) : [id]
  const near = await idsAround(
    ctx,
    kinds,
    below.map((one) => ({ type, id: one })),
    most,
  )
  const farther =
    type === 'unit'
      ? await idsAround(
          ctx,
          kinds,
          near.filter((one) => one.type === 'processing' || one.type === 'system'),
          most,
        )
      : []
  const records = [subject, ...near, ...farther.filter((one) => further.includes(one.type))]
  const documents = await documentsIn(ctx, all, { records })
  return { kind: type, id, name, documents, unit: type === 'unit' ? await ofUnit(ctx, kinds, id, below, near) : null }
}

async function ofUnit(ctx: Ctx, kinds: Linkings, id: string, below: readonly string[], near: readonly RecordKey[]) {
  const today = localDate(ctx.now)
  const from = addMonths(today, -12)
  const activities = near.filter(({ type }) => type === 'processing')
  const [names, trained, deviations] = await Promise.all([
    namesOf(ctx, kinds, activities),
    trainedShare(ctx, id),
    periodFigures(ctx, from, today, below),
  ])
  return { processings: [...names.values()].toSorted(), trained, from, deviations }
}
