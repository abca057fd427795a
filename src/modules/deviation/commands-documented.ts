import { sql } from 'kysely'
import type { Documented } from '../../kernel/documented.ts'
import { fileRows } from '../files/public.tsx'
import { wholeBy } from './queries-standing.ts'

const ofCase = { class: 'other', type: 'case' } as const
const cases = { riskAssessment: { class: 'assessment', type: 'case' } as const }

/** The kinds of file that come from Datatilsynet, each added in a place of its own (S3-21). */
export const lettersOfCase = { receipt: 'authority_receipt', answer: 'authority_answer' } as const
export type LetterOfCase = keyof typeof lettersOfCase

/** The finished documents of cases, and the files of them, for those who have the case whole. */
export const documentedCases: Documented = {
  kinds: {
    ...{ deviationReport: ofCase, breachDocumentation: ofCase, memo: ofCase, decision: ofCase, caseFile: ofCase, subjectMessage: ofCase },
    ...{ file: ofCase, receipt: ofCase, answer: ofCase, authorityNotice: { class: 'other', type: 'notice' } },
    ...cases,
  },
  rows: (ctx) => {
    const whole = sql`select d.id from deviation d where ${wholeBy(ctx)}`
    const letters = Object.entries(lettersOfCase).map(([kind, type]) => fileRows(ctx, type, whole, kind))
    const files = [fileRows(ctx, 'deviation', whole), fileRows(ctx, 'report', whole), ...letters]
    return sql`
      select x.id, x.record_id, x.kind, case when x.kind in ('file', 'receipt', 'answer') then x.title else c.reference end as title, x.made_at,
        x.edition, c.affected_unit_id as unit_id, x.reference, c.year, coalesce(h.short_name, c.reference) as about,
        (coalesce(c.period_from, c.discovered_at) at time zone 'Europe/Oslo')::date as about_on
      from (
        select o.id, o.subject_id as record_id, o.kind, null::text as title, o.created_at as made_at, o.number as edition, null::text as reference
        from document o
        where o.organisation_id = ${ctx.actor.organisationId} and o.subject_type = 'deviation' and o.subject_id in (${whole})
        union all select f.id, f.record_id, f.kind, f.title, f.made_at, f.edition, f.reference from (${sql.join(files, sql` union all `)}) f
      ) x
      join (select d.*, d.year || '-' || lpad(d.number::text, 4, '0') as reference from deviation d where ${wholeBy(ctx)}) c on c.id = x.record_id
      left join deviation_handling h on h.organisation_id = c.organisation_id and h.deviation_id = c.id`
  },
  href: ({ recordId }) => `/avvik/${recordId}/mappe`,
  keep: async (_, { id, kind }) => ({ where: kind === 'file' || kind === 'receipt' || kind === 'answer' ? 'files' : 'documents', id }),
}
