import type { Outcome } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { decide } from '../../kernel/deed.ts'
import type { Details, DetailsRecord } from './details.ts'
import type { OrganisationEvent } from './organisation.ts'
import * as rules from './rules-details.ts'
import { detailsStore } from './store-details.ts'

/** What the organisation is called by the register, and how it is reached. Running drafts follow; what is sent stands as it was. */
export const saveDetails = (ctx: Ctx, version: number | null, values: Details): Promise<Outcome<DetailsRecord, OrganisationEvent>> =>
  decide(ctx, detailsStore, ctx.actor.organisationId, version, (before) => rules.saveDetails(before, values))
