import { sql } from 'kysely'
import type { Documented } from '../../kernel/documented.ts'
import { recordDocuments } from '../../register/documented.ts'
import { finish } from '../documents/public.ts'
import { fileRows } from '../files/public.tsx'
import { profileOf } from '../organisation/public.ts'
import { dpiaDocument } from './documents/dpia.ts'
import { findDpia, readAllBy } from './queries.ts'
import { documentMaterial } from './queries-document.ts'

const approved = recordDocuments({
  ...{ table: 'dpia', kind: 'dpia', seen: readAllBy },
  when: sql`r.approved_at is not null and r.status <> 'draft'`,
  madeAt: sql`r.approved_at`,
  edition: sql`r.edition`,
})

/** An assessment that is approved, and the files that belong to it. */
export const documentedDpias: Documented = {
  kinds: { dpia: { class: 'assessment', type: 'dpia' }, file: { class: 'assessment', type: 'dpia' } },
  rows: (ctx) => sql`${approved(ctx)} union all ${fileRows(ctx, 'dpia', sql`select r.id from dpia r where ${readAllBy(ctx)}`)}`,
  href: ({ recordId }) => `/dpia/${recordId}`,
  keep: async (ctx, { id, kind }) => {
    if (kind === 'file') return { where: 'files', id }
    const record = await findDpia(ctx, id)
    if (record?.values.status !== 'approved') return null
    const made = dpiaDocument(await documentMaterial(ctx, record, (await profileOf(ctx)).locale))
    return { where: 'documents', id: (await finish(ctx, { type: 'dpia', id }, made)).id }
  },
}
