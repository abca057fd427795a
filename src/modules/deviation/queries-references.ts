import type { Ctx } from '../../kernel/ctx.ts'
import type { Form, Problem } from '../../kernel/fields.ts'
import { type Offers, offersIn, type References, strangeIn } from '../../kernel/reference.ts'
import { routineReference } from '../guidance/public.tsx'
import { personReference, unitReference } from '../people/public.ts'
import { systemReference } from '../systems/public.ts'
import type { Report, reportFields } from './fields-report.ts'

/** Who answers for what a report points at. */
export const reportReferences: References<typeof reportFields> = {
  affectedUnit: unitReference,
  affectedLeader: personReference,
  reporterUnit: unitReference,
  reporterLeader: personReference,
  system: systemReference,
  routine: routineReference,
}

export type ReportOffers = Offers<typeof reportFields>

/** What may be chosen in the form, with what is chosen, though it has left or gone out of use since. */
export const reportOffers = (ctx: Ctx, chosen: Partial<Report> = {}, form: Form = {}): Promise<ReportOffers> =>
  offersIn<typeof reportFields>(ctx, reportReferences, chosen, form)

/** References to what may not be chosen: another organisation's, or what is gone and does not stand in the report already. */
export async function unknownReferences(ctx: Ctx, answers: Partial<Report>, stands: Partial<Report> = {}): Promise<readonly Problem[]> {
  const strange = await strangeIn<typeof reportFields>(ctx, reportReferences, answers, stands)
  return strange.map((field) => ({ field, code: 'notARecord' as const }))
}
