import type { Locale } from '../../../kernel/texts.ts'
import { PageHeading, Stack } from '../../../ui/page.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { keptDays } from '../../kept/public.ts'
import type { RetentionProfile } from '../profile.ts'
import { texts } from '../texts.ts'

/** What starts the clock of each kind of record, and who deletes it: Varde's own among them. */
export function RulesPage({ profile, locale }: { readonly profile: RetentionProfile; readonly locale: Locale }) {
  const t = texts(locale)
  const { rows, own } = t.rules
  const all = [...Object.values(rows), own.kept(keptDays), own.recordings(profile.traceMonths), own.proofs(profile.proofYears)]
  return (
    <Stack gap="lg">
      <PageHeading title={t.rules.title} lead={t.rules.lead} />
      <DataTable
        caption={t.rules.title}
        rows={all}
        rowKey={([what]) => what}
        columns={[
          { key: 'what', label: t.rules.what, heading: true, cell: ([what]) => what },
          { key: 'starts', label: t.rules.starts, cell: ([, starts]) => starts },
          { key: 'time', label: t.rules.time, cell: ([, , time]) => time },
          { key: 'by', label: t.rules.by, cell: ([, , , by]) => by },
        ]}
      />
      <p>{t.rules.archive}</p>
      <p className="v-soft">{t.proof.archive.hint}</p>
      <p className="v-soft">{t.show.law}</p>
    </Stack>
  )
}
