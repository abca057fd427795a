import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Section } from '../../../ui/section.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { TaskList } from '../../../ui/task-list.tsx'
import type { Agreement } from '../agreement.ts'
import type { Coverage } from '../gaps.ts'
import type { Processed } from '../queries-coverage.ts'
import { texts } from '../texts.ts'
import { tones } from './show.tsx'

const toneOf = (coverage: Coverage) => (coverage === 'covered' ? 'success' : coverage === 'draft' ? 'warning' : 'danger')

/** On the page of a supplier: its agreements, with their dates (S4-107). `lacks`: what it needs and has not. */
export function AgreementsOf({
  agreements,
  lacks,
  locale,
}: {
  readonly agreements: readonly Agreement[]
  readonly lacks: Coverage | null
  readonly locale: Locale
}) {
  const t = texts(locale)
  return (
    <Section title={t.of.title} locale={locale}>
      {lacks !== null && (
        <Notice tone="warning" locale={locale}>
          <p>
            {t.coverage[lacks]}. {t.of.needs}
          </p>
        </Notice>
      )}
      {agreements.length === 0 ? (
        <p className="v-soft">{t.of.none}</p>
      ) : (
        <TaskList
          tasks={agreements.map(({ id, values: { name, status, inForceOn, endsOn } }) => ({
            name: name ?? '',
            href: `/databehandleravtaler/${id}`,
            ...(inForceOn === null
              ? {}
              : { hint: t.of.dates(formatDate(inForceOn, locale), endsOn === null ? null : formatDate(endsOn, locale)) }),
            status: <StatusTag tone={tones[status ?? 'draft']}>{t.fields.status.choices[status ?? 'draft']}</StatusTag>,
          }))}
        />
      )}
    </Section>
  )
}

/** On the page of a system or an activity: who processes for us in it, and whether an agreement covers it (S2-42). */
export const ProcessorsOf = ({ processed, locale }: { readonly processed: readonly Processed[]; readonly locale: Locale }) =>
  processed.length === 0 ? null : (
    <Section title={texts(locale).of.processors} locale={locale}>
      <TaskList
        tasks={processed.map(({ by, coverage }) => ({
          name: by.name,
          ...(by.id === null ? {} : { href: `/leverandorer/${by.id}` }),
          status: <StatusTag tone={toneOf(coverage)}>{texts(locale).coverage[coverage]}</StatusTag>,
        }))}
      />
    </Section>
  )
