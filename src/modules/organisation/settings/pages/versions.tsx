import { formatDate, formatInstant } from '../../../../kernel/calendar/words.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { CertainButton } from '../../../../ui/certain.tsx'
import { Details } from '../../../../ui/details.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHeading, Stack, TextLink } from '../../../../ui/page.tsx'
import { showValue } from '../../../../ui/record-view.tsx'
import { Section } from '../../../../ui/section.tsx'
import { DataTable } from '../../../../ui/table.tsx'
import type { Difference } from '../differences.ts'
import type { PlannedSetting } from '../planned.ts'
import { settingTexts } from '../texts.ts'

export type ShownVersion = { readonly version: number; readonly validFrom: Date; readonly differences: readonly Difference[] }
export type ShownPlan = { readonly plan: PlannedSetting; readonly name: string; readonly differences: readonly Difference[] }
type Props = {
  readonly plans: readonly ShownPlan[]
  readonly fromPreset: readonly Difference[]
  /** The newest first. */
  readonly versions: readonly ShownVersion[]
  readonly locale: Locale
}

/** What the organisation has changed since it was set up, and when. */
export function VersionsPage({ plans, fromPreset, versions, locale }: Props) {
  const t = settingTexts(locale).versions
  return (
    <Stack gap="lg">
      <PageHeading title={t.title} lead={t.lead} />
      {plans.length > 0 && (
        <Section title={settingTexts(locale).planned.title} id="planlagt" locale={locale}>
          <p className="v-soft">{settingTexts(locale).planned.lead}</p>
          {plans.map((one) => (
            <Plan key={one.plan.id} {...one} locale={locale} />
          ))}
        </Section>
      )}
      <Section title={t.fromPreset} id="forskjell" locale={locale}>
        {fromPreset.length === 0 ? (
          <p className="v-soft">{t.asPreset}</p>
        ) : (
          <Differences caption={t.fromPreset} rows={fromPreset} before={t.preset} after={t.ours} locale={locale} />
        )}
      </Section>
      <Section title={t.all} id="versjoner" locale={locale}>
        {versions.map(({ version, validFrom, differences }) => (
          <Details
            key={version}
            wide
            summary={`${t.version(version)} · ${formatInstant(validFrom, locale)}${version === 1 ? ` · ${t.first}` : ''}`}
          >
            {differences.length === 0 ? (
              <p className="v-soft">{version === 1 ? t.firstText : t.nothing}</p>
            ) : (
              <Differences caption={t.version(version)} rows={differences} before={t.before} after={t.after} locale={locale} />
            )}
          </Details>
        ))}
      </Section>
    </Stack>
  )
}

function Plan({ plan, name, differences, locale }: ShownPlan & { readonly locale: Locale }) {
  const t = settingTexts(locale)
  return (
    <Stack gap="sm">
      {plan.refusedWhy && (
        <Notice tone="warning" title={name} locale={locale}>
          {t.planned.refused}
        </Notice>
      )}
      <Differences
        caption={`${name} · ${t.planned.from} ${formatDate(plan.holdsFrom, locale)}`}
        rows={differences}
        before={t.versions.before}
        after={t.versions.after}
        locale={locale}
      />
      <CertainButton action={`/innstillinger/planlagt/${plan.id}/forkast`} locale={locale}>
        {t.planned.dropOf(name)}
      </CertainButton>
    </Stack>
  )
}

type DifferencesProps = {
  readonly caption: string
  readonly rows: readonly Difference[]
  readonly before: string
  readonly after: string
  readonly locale: Locale
}
/** What two profiles answer differently, a line for each question. */
export function Differences({ caption, rows, before, after, locale }: DifferencesProps) {
  const said = ({ field, value, text }: Difference['before']) => showValue(field, value, text, locale) ?? settingTexts(locale).versions.none
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ setting, name }) => `${setting}.${name}`}
      columns={[
        {
          key: 'what',
          label: settingTexts(locale).versions.what,
          heading: true,
          cell: ({ setting, label }) => <TextLink href={`/innstillinger/${setting}`}>{label}</TextLink>,
        },
        { key: 'before', label: before, cell: (row) => said(row.before) },
        { key: 'after', label: after, cell: (row) => said(row.after) },
      ]}
    />
  )
}
