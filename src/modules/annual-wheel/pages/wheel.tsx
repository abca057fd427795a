import { formatDate, formatMonth } from '../../../kernel/calendar/words.ts'
import { capital, type Locale } from '../../../kernel/texts.ts'
import { Actions, LinkButton } from '../../../ui/button.tsx'
import { each } from '../../../ui/each.ts'
import { PageHeading, TextLink } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { TaskList } from '../../../ui/task-list.tsx'
import type { WheelEntry } from '../annual-wheel.ts'
import { texts } from '../texts.ts'
import { countOf, type Month, type missingKinds, monthsOf } from '../wheel.ts'
import { WheelPicture } from './picture.tsx'

const tones = { done: 'success', planned: 'info', late: 'danger' } as const
type Missing = ReturnType<typeof missingKinds>[number]

type Props = {
  readonly year: number
  /** The month of today, 1 to 12, where the year is this one. */
  readonly thisMonth: number | null
  readonly entries: readonly WheelEntry[]
  readonly missing: readonly Missing[]
  readonly may: { readonly add: boolean; readonly audit: boolean }
  readonly links: readonly { readonly href: string; readonly label: string }[]
  readonly locale: Locale
}

/** The year of internal control (S4-027): what it lacks first, the wheel beside its months. */
export function WheelPage({ year, thisMonth, entries, missing, may, links, locale }: Props) {
  const t = texts(locale)
  const months = monthsOf(entries)
  const counts = t.wheel.counts(countOf(entries, 'done'), countOf(entries, 'planned'), countOf(entries, 'late'))
  return (
    <>
      <PageHeading
        title={`${t.title} ${year}`}
        lead={`${t.wheel.lead(year)} ${counts}.`}
        actions={
          may.add && (
            <LinkButton href="/aktiviteter/nytt" icon="plus">
              {t.wheel.add}
            </LinkButton>
          )
        }
      />
      {missing.length > 0 && (
        <Section title={t.wheel.missing} locale={locale} plain>
          <TaskList
            tasks={missing.map((kind) => ({
              name: t.wheel.missingOf[kind],
              status: <StatusTag tone="danger">{t.wheel.missing}</StatusTag>,
              action: wayTo(kind, may) && (
                <LinkButton href={wayTo(kind, may) ?? ''} variant="secondary">
                  {t.wheel.plan}
                  <span className="ds-sr-only">: {t.wheel.kinds[kind]}</span>
                </LinkButton>
              ),
            }))}
          />
        </Section>
      )}
      <div className="v-counted v-wheel" data-chart="">
        <WheelPicture {...{ year, months, thisMonth, locale }} />
        <div>
          {each(
            months.filter((month) => month.entries.length > 0),
            (month) => (
              <MonthList {...{ year, month, locale }} />
            ),
          )}
        </div>
      </div>
      <Section title={t.wheel.more} locale={locale}>
        <ul className="ds-list">
          {each(links, ({ href, label }) => (
            <li>
              <TextLink href={href}>{label}</TextLink>
            </li>
          ))}
        </ul>
      </Section>
      <Actions>
        {each([year - 1, year + 1], (other) => (
          <LinkButton href={`/arshjul?ar=${other}`} variant="tertiary">
            {t.title} {other}
          </LinkButton>
        ))}
      </Actions>
    </>
  )
}

const wayTo = (kind: Missing, may: Props['may']): string | null => {
  if (kind === 'audit') return may.audit ? '/revisjoner/nytt' : null
  if (!may.add) return null
  if (kind === 'questionnaire') return '/internkontroll/ny'
  return kind === 'systemReview' ? '/systemgjennomganger' : '/ledelsens-gjennomgang/nytt'
}

function MonthList({ year, month, locale }: { readonly year: number; readonly month: Month; readonly locale: Locale }) {
  const t = texts(locale).wheel
  const name = capital(formatMonth(`${year}-${String(month.month).padStart(2, '0')}`, locale))
  return (
    <Section id={`maned-${month.month}`} title={name} locale={locale} level={3} plain>
      <TaskList
        tasks={month.entries.map(({ kind, name: called, href, day, state, count }) => ({
          name: count > 1 ? `${count} ${t.many[kind]}` : (called ?? (kind === 'managementReview' ? t.nextReview : t.kinds[kind])),
          href: href ?? undefined,
          hint: t.kinds[kind],
          deadline: formatDate(day, locale),
          status: (
            <StatusTag tone={tones[state]} done={state === 'done'}>
              {t.states[state]}
            </StatusTag>
          ),
        }))}
      />
    </Section>
  )
}
