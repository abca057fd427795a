import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Documented } from '../../kernel/documented.ts'
import { namesIn } from '../../kernel/reference.ts'
import { recordDocuments } from '../../register/documented.ts'
import { finish } from '../documents/public.ts'
import { fileRows } from '../files/public.tsx'
import { letterheadFor, organisationName, profileOf } from '../organisation/public.ts'
import { personsById } from '../people/public.ts'
import { riskDocument } from './documents/risk.ts'
import type { recordFields } from './fields.ts'
import { personsIn } from './measure-words.ts'
import { analysisOf, findRisk, readAllBy, recordReferences } from './queries.ts'
import type { Risk } from './risk.ts'

const approved = recordDocuments({
  ...{ table: 'risk', kind: 'risk', seen: readAllBy },
  when: sql`r.approved_at is not null and r.status <> 'draft'`,
  madeAt: sql`r.approved_at`,
  edition: sql`r.version`,
})

/** An analysis that is approved is a document, and so are the files that belong to it. */
export const documentedRisks: Documented = {
  kinds: { risk: { class: 'assessment', type: 'risk' }, file: { class: 'assessment', type: 'risk' } },
  rows: (ctx) => sql`${approved(ctx)} union all ${fileRows(ctx, 'risk', sql`select r.id from risk r where ${readAllBy(ctx)}`)}`,
  href: ({ recordId }) => `/ros/${recordId}`,
  keep: async (ctx, { id, kind }) => {
    if (kind === 'file') return { where: 'files', id }
    const record = await findRisk(ctx, id)
    if (record?.values.status !== 'approved') return null
    const made = riskDocument(await materialOf(ctx, record))
    return { where: 'documents', id: (await finish(ctx, { type: 'risk', id }, made)).id }
  },
}

async function materialOf(ctx: Ctx, record: Risk) {
  const analysis = await analysisOf(ctx, record)
  const { locale: language } = await profileOf(ctx)
  const [organisation, letterhead, offers, persons] = await Promise.all([
    organisationName(ctx),
    letterheadFor(ctx, language),
    namesIn<typeof recordFields>(ctx, recordReferences, record.values),
    personsById(ctx, personsIn(analysis.measures)),
  ])
  const names = new Map([...persons].map(([id, { name }]) => [id, name]))
  return { language, now: ctx.now, organisation, letterhead, analysis, offers, names }
}
