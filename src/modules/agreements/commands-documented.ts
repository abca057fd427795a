import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Documented } from '../../kernel/documented.ts'
import { recordDocuments } from '../../register/documented.ts'
import { finish } from '../documents/public.ts'
import { fileRows } from '../files/public.tsx'
import { profileOf } from '../organisation/public.ts'
import { noteArchived } from './commands.ts'
import { agreementDocument } from './documents/agreement.ts'
import { findAgreement } from './queries.ts'
import { documentMaterial } from './queries-document.ts'

/** Everybody here may read the agreements. */
const seen = ({ actor }: Ctx): RawBuilder<boolean> => sql`r.organisation_id = ${actor.organisationId}`

const inForce = recordDocuments({
  ...{ table: 'agreement', kind: 'processorAgreement', seen },
  when: sql`r.in_force_on is not null and r.status <> 'draft'`,
  madeAt: sql`r.in_force_on::timestamp at time zone 'Europe/Oslo'`,
  edition: sql`r.version`,
  reference: sql`r.archive_reference`,
})

/** An agreement that is or was in force, and the files that belong to it, such as the signed copy. */
export const documentedAgreements: Documented = {
  kinds: { processorAgreement: { class: 'agreement', type: 'agreement' }, file: { class: 'agreement', type: 'agreement' } },
  rows: (ctx) => sql`${inForce(ctx)} union all ${fileRows(ctx, 'agreement', sql`select r.id from agreement r where ${seen(ctx)}`)}`,
  href: ({ recordId }) => `/databehandleravtaler/${recordId}`,
  keep: async (ctx, { id, kind }) => {
    if (kind === 'file') return { where: 'files', id }
    const record = await findAgreement(ctx, id)
    if (!record || record.values.status === 'draft') return null
    const made = agreementDocument(await documentMaterial(ctx, record, (await profileOf(ctx)).locale))
    return { where: 'documents', id: (await finish(ctx, { type: 'agreement', id }, made)).id }
  },
  filed: noteArchived,
}
