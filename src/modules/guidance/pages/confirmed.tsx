import type { ComponentChildren } from 'preact'
import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { each } from '../../../ui/each.ts'
import { showWhole } from '../../../ui/format.ts'
import { KeyFacts } from '../../../ui/key-facts.tsx'
import { PageHeading, Stack, TextLink } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { fill } from '../../../ui/texts.ts'
import type { Published, Retired } from '../guidance.ts'
import { byName } from '../in-language.ts'
import type { Reader, UnitShare } from '../queries-confirmed.ts'
import type { Confirmation } from '../queries-earlier.ts'
import { texts } from '../texts.ts'

type ConfirmationsProps = {
  readonly text: Published | Retired
  /** Of the edition in force: none where the text is in force no longer. */
  readonly shares: readonly UnitShare[] | null
  readonly unit: UnitShare | null
  readonly readers: readonly Reader[]
  readonly earlier: readonly Confirmation[]
  readonly locale: Locale
}

/** How many in each unit have confirmed, and in one of them who (S2-09, S4-018); and who did so before. */
export function ConfirmationsPage({ text, shares, unit, readers, earlier, locale }: ConfirmationsProps) {
  const t = texts(locale).confirmations
  const title = fill(t.title, { name: byName(text.values, locale) })
  return (
    <>
      <PageHeading
        title={title}
        lead={shares && 'edition' in text.values ? fill(t.lead, { edition: text.values.edition ?? 1 }) : t.notInForce}
      />
      {shares && <Shares title={title} at={`/veiledning/${text.id}/lest`} shares={shares} locale={locale} />}
      {unit && (
        <Section title={unit.name ?? t.noUnit} id="enhet" locale={locale}>
          <DataTable
            caption={unit.name ?? t.noUnit}
            columns={[
              { key: 'name', label: t.person, heading: true, cell: ({ name }: Reader) => name },
              { key: 'at', label: t.at, cell: ({ at: when }) => (when ? formatDate(localDate(when), locale) : t.not) },
            ]}
            rows={readers}
            rowKey={(row) => `${row.name}${row.at?.getTime() ?? ''}`}
          />
        </Section>
      )}
      {earlier.length > 0 && (
        <Section title={t.earlier} id="tidligere" locale={locale}>
          <p>{t.earlierText}</p>
          <DataTable
            caption={t.earlier}
            columns={[
              {
                key: 'name',
                label: t.person,
                heading: true,
                cell: ({ id, person }: Confirmation) => <TextLink href={`/lesebekreftelser/${id}`}>{person}</TextLink>,
              },
              { key: 'edition', label: t.edition, align: 'end', figures: true, cell: ({ edition }) => showWhole(edition, locale) },
              { key: 'at', label: t.at, cell: ({ at }) => formatDate(localDate(at), locale) },
            ]}
            rows={earlier}
            rowKey={({ id }) => id}
          />
        </Section>
      )}
    </>
  )
}

type SharesProps = { readonly title: string; readonly at: string; readonly shares: readonly UnitShare[]; readonly locale: Locale }
function Shares({ title, at, shares, locale }: SharesProps) {
  const t = texts(locale).confirmations
  const sum = (of: (share: UnitShare) => number) => shares.reduce((all, share) => all + of(share), 0)
  const all: UnitShare = { unit: null, name: t.all, people: sum(({ people }) => people), confirmed: sum(({ confirmed }) => confirmed) }
  return (
    <DataTable
      caption={title}
      columns={[
        {
          key: 'unit',
          label: t.unit,
          heading: true,
          cell: (row: UnitShare) =>
            row.unit === null ? (row.name ?? t.noUnit) : <TextLink href={`${at}?enhet=${row.unit}`}>{row.name}</TextLink>,
        },
        { key: 'people', label: t.people, align: 'end', figures: true, cell: ({ people }) => showWhole(people, locale) },
        { key: 'confirmed', label: t.confirmed, align: 'end', figures: true, cell: ({ confirmed }) => showWhole(confirmed, locale) },
        { key: 'share', label: t.share, align: 'end', figures: true, cell: (row) => share(row) },
      ]}
      rows={[...shares, all]}
      rowKey={(row) => row.unit ?? row.name ?? ''}
    />
  )
}
const share = ({ people, confirmed }: UnitShare): string => (people === 0 ? '' : `${Math.floor((100 * confirmed) / people)} %`)

type OneProps = {
  readonly confirmation: Confirmation
  readonly related: readonly ComponentChildren[]
  readonly locale: Locale
}
/** One confirmation: whose, of what, and how long it is kept. */
export function ConfirmationPage({ confirmation, related, locale }: OneProps) {
  const t = texts(locale).confirmations
  const { article, person, edition, at } = confirmation
  return (
    <Stack gap="lg">
      <PageHeading title={t.one} lead={texts(locale).read.confirm} />
      <KeyFacts
        facts={[
          { label: t.person, value: person },
          { label: t.text, value: <TextLink href={`/veiledning/${article}`}>{byName(confirmation, locale)}</TextLink> },
          { label: t.edition, value: showWhole(edition, locale) },
          { label: t.at, value: formatDate(localDate(at), locale) },
        ]}
      />
      {each(related, (panel) => panel)}
    </Stack>
  )
}
