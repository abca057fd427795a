import { expiringKinds } from '../../../kernel/expiring.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { each } from '../../../ui/each.ts'
import { PageHeading, Stack } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { keptDays } from '../../kept/public.ts'
import type { RetentionProfile } from '../profile.ts'
import type { Waiting } from '../queries-own.ts'
import { texts } from '../texts.ts'

type Props = { readonly profile: RetentionProfile; readonly waiting: readonly Waiting[]; readonly locale: Locale }

/** What starts the clock of each kind of record, and who deletes it: Varde's own among them. */
export function RulesPage({ profile, waiting, locale }: Props) {
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
      <Section title={t.own.rulesTitle} locale={locale}>
        <p>{t.own.rulesText}</p>
        <DataTable
          caption={t.own.rulesTitle}
          rows={expiringKinds.map((kind) => ({ kind, ...t.own.kinds[kind] }))}
          rowKey={({ kind }) => kind}
          columns={[
            { key: 'what', label: t.rules.what, heading: true, cell: ({ what }) => what },
            { key: 'starts', label: t.rules.starts, cell: ({ starts }) => starts },
            { key: 'time', label: t.rules.time, figures: true, cell: ({ kind }) => t.own.months(profile.ownMonths[kind]) },
            { key: 'why', label: t.own.whyLabel, cell: ({ why }) => why },
          ]}
        />
      </Section>
      <Section title={t.own.namesTitle} locale={locale}>
        <p>{t.own.namesText}</p>
      </Section>
      {waiting.length > 0 && (
        <Section title={t.own.waitingTitle} locale={locale}>
          <ul className="ds-list">
            {each(waiting, ({ kind, held, unarchived }) => (
              <li>{t.own.waiting(t.own.kinds[kind].what, held, unarchived)}</li>
            ))}
          </ul>
        </Section>
      )}
      <p>{t.rules.archive}</p>
      <p className="v-soft">{t.proof.archive.hint}</p>
      <p className="v-soft">{t.show.law}</p>
    </Stack>
  )
}
