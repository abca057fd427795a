import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Documented } from '../../kernel/documented.ts'
import { namesIn } from '../../kernel/reference.ts'
import { recordDocuments } from '../../register/documented.ts'
import { finish } from '../documents/public.ts'
import { letterheadFor, organisationName, profileOf } from '../organisation/public.ts'
import { personsById } from '../people/public.ts'
import { processingDocument } from './documents/processing.ts'
import type { recordFields } from './fields.ts'
import type { Processing } from './processing.ts'
import { findProcessing, recordReferences } from './queries.ts'

/** Everybody here may read the record of activities. */
const seen = ({ actor }: Ctx): RawBuilder<boolean> => sql`r.organisation_id = ${actor.organisationId}`

/** The decision that an activity is approved. */
export const documentedActivities: Documented = {
  kinds: { processing: { class: 'other', type: 'processing' } },
  rows: recordDocuments({
    ...{ table: 'processing', kind: 'processing', seen },
    when: sql`r.approved_at is not null and r.status <> 'draft'`,
    madeAt: sql`r.approved_at`,
    edition: sql`r.version`,
  }),
  href: ({ recordId }) => `/behandlinger/${recordId}`,
  keep: async (ctx, { id }) => {
    const record = await findProcessing(ctx, id)
    if (record?.values.status !== 'approved') return null
    return { where: 'documents', id: (await finish(ctx, { type: 'processing', id }, processingDocument(await materialOf(ctx, record)))).id }
  },
}

async function materialOf(ctx: Ctx, record: Processing) {
  const { locale: language } = await profileOf(ctx)
  const by = record.values.approvedBy
  const [organisation, letterhead, offers, persons] = await Promise.all([
    organisationName(ctx),
    letterheadFor(ctx, language),
    namesIn<typeof recordFields>(ctx, recordReferences, record.values),
    personsById(ctx, by === null ? [] : [by]),
  ])
  return { language, organisation, letterhead, record, offers, approvedBy: (by && persons.get(by)?.name) ?? null, now: ctx.now }
}
