import type { Locale } from '../../../kernel/texts.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Figures } from '../../../ui/figures.tsx'
import { showWhole } from '../../../ui/format.ts'
import { PageHeading } from '../../../ui/page.tsx'
import type { Line } from '../figures.ts'
import { texts } from '../texts.ts'

type Props = {
  readonly lines: readonly Line[]
  readonly years: readonly number[]
  /** The reader may open what is counted: each figure leads to its list. */
  readonly opens: boolean
  readonly locale: Locale
}

/** What the data protection officer has been asked, by who asked and by year (S4-076). */
export function FiguresPage({ lines, years, opens, locale }: Props) {
  const { figures: t, groups } = texts(locale)
  const named = lines.map((line) => ({ ...line, label: line.group === 'all' ? t.all : groups[line.group] }))
  const isNone = lines.every(({ counts }) => counts.every((count) => count === 0))
  const latest = years.length - 1
  const address = (group: Line['group'], year: number) => `/sporsmal?til=dpo${group === 'all' ? '' : `&gruppe=${group}`}&ar=${year}`
  return (
    <>
      <PageHeading title={t.title} lead={t.lead} />
      {isNone ? (
        <Empty
          title={t.none}
          action={
            <LinkButton href="/sporsmal" variant="secondary">
              {texts(locale).title}
            </LinkButton>
          }
        >
          {t.noneText}
        </Empty>
      ) : (
        <Figures
          id="grupper"
          title={t.byGroup}
          lead={opens ? undefined : t.hiddenLead}
          columns={[texts(locale).group, ...years.map(String)]}
          rows={named.map(({ group, label, counts }) => ({
            key: group,
            label,
            figures: counts.map((count, at) => ({
              text: count === null ? t.hidden : showWhole(count, locale),
              ...(opens && count ? { href: address(group, years[at] ?? 0) } : {}),
            })),
          }))}
          chart={{
            kind: 'among',
            figures: named.flatMap(({ group, label, counts }) =>
              group === 'all' || counts[latest] === null ? [] : [{ label, value: counts[latest] ?? 0 }],
            ),
          }}
          plain
          locale={locale}
        />
      )}
    </>
  )
}
