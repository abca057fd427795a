import { type LocalDate, localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate, formatMonth } from '../../../kernel/calendar/words.ts'
import { capital, type Locale } from '../../../kernel/texts.ts'
import { Actions, LinkButton } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { showClock } from '../../../ui/format.ts'
import { PageHeading, Stack } from '../../../ui/page.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { fill } from '../../../ui/texts.ts'
import type { Entry, Scope } from '../calendar.ts'
import { monthBeside } from '../rules.ts'
import { texts } from '../texts.ts'

export type Shown = { readonly month: string; readonly scope: Scope; readonly list: boolean }
type Props = {
  readonly shown: Shown
  readonly scopes: readonly Scope[]
  readonly weeks: readonly (readonly LocalDate[])[]
  readonly entries: readonly Entry[]
  readonly most: number
  readonly now: Date
  readonly locale: Locale
}

export const calendarAddress = ({ month, scope, list }: Shown): string =>
  `/kalender?${new URLSearchParams({ maned: month, ...(scope !== 'meg' && { hvem: scope }), ...(list && { vis: 'liste' }) })}`

/** A month as a table or a list; on a narrow page the table is the list of its days with something on them. */
export function MonthPage({ shown, scopes, weeks, entries, most, now, locale }: Props) {
  const t = texts(locale)
  const today = localDate(now)
  // Without its year, so that three of them have room beside each other on a phone.
  const nameOf = (month: string) => capital(formatMonth(month, locale).split(' ')[0] ?? '')
  const byDay = Map.groupBy(entries, ({ day }) => day)
  const inMonth = entries.filter(({ day }) => day.startsWith(shown.month))
  return (
    <Stack gap="lg">
      <PageHeading
        title={t.title}
        lead={t.lead}
        actions={
          <LinkButton href="/kalender/abonnement" variant="secondary">
            {t.subscribe}
          </LinkButton>
        }
      />
      {scopes.length > 1 && (
        <nav aria-label={t.scope}>
          <ul className="v-views">
            {scopes.map((scope) => (
              <li key={scope}>
                <a href={calendarAddress({ ...shown, scope })} aria-current={scope === shown.scope ? 'page' : undefined}>
                  {t.scopes[scope]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <nav className="v-stack" aria-label={t.shape}>
        <Actions>
          <LinkButton href={calendarAddress({ ...shown, month: monthBeside(shown.month, -1) })} variant="tertiary">
            <span className="ds-sr-only">{t.before}: </span>‹ {nameOf(monthBeside(shown.month, -1))}
          </LinkButton>
          <LinkButton href={calendarAddress({ ...shown, month: today.slice(0, 7) })} variant="tertiary">
            {t.today}
          </LinkButton>
          <LinkButton href={calendarAddress({ ...shown, month: monthBeside(shown.month, 1) })} variant="tertiary">
            <span className="ds-sr-only">{t.after}: </span>
            {nameOf(monthBeside(shown.month, 1))} ›
          </LinkButton>
        </Actions>
        <ul className="v-views">
          {[false, true].map((list) => (
            <li key={String(list)}>
              <a href={calendarAddress({ ...shown, list })} aria-current={list === shown.list ? 'page' : undefined}>
                {list ? t.list : t.month}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <h2 className="ds-heading v-h2" id="maned">
        {capital(formatMonth(shown.month, locale))}
      </h2>
      {entries.length >= most && <p className="v-soft">{fill(t.more, { n: most })}</p>}
      {inMonth.length === 0 && (
        <Empty title={t.nothing} action={<LinkButton href="/oppgaver">{t.tasks}</LinkButton>}>
          {t.nothingText}
        </Empty>
      )}
      {shown.list ? (
        <DayList days={[...new Set(inMonth.map(({ day }) => day))]} byDay={byDay} now={now} locale={locale} />
      ) : (
        <table className="v-month" aria-labelledby="maned" data-empty={inMonth.length === 0 ? '' : undefined}>
          <thead>
            <tr>
              {t.weekdays.map((weekday) => (
                <th key={weekday} scope="col">
                  <abbr title={weekday}>{capital(weekday.slice(0, 3))}</abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map((week) => (
              <tr key={week[0]}>
                {week.map((day) => (
                  <td
                    key={day}
                    data-outside={day.startsWith(shown.month) ? undefined : ''}
                    data-none={byDay.has(day) ? undefined : ''}
                    aria-current={day === today ? 'date' : undefined}
                  >
                    <time className="v-month__day" dateTime={day}>
                      <span aria-hidden="true">{Number(day.slice(8))}</span>
                      <span className="v-month__whole">{formatDate(day, locale)}</span>
                    </time>
                    <Entries entries={byDay.get(day) ?? []} now={now} locale={locale} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Stack>
  )
}

type Days = {
  readonly days: readonly LocalDate[]
  readonly byDay: ReadonlyMap<LocalDate, readonly Entry[]>
  readonly now: Date
  readonly locale: Locale
}
const DayList = ({ days, byDay, now, locale }: Days) =>
  days.map((day) => (
    <section key={day} className="v-section">
      <h3 className="ds-heading v-h3">{formatDate(day, locale)}</h3>
      <Entries entries={byDay.get(day) ?? []} now={now} locale={locale} />
    </section>
  ))

const Entries = ({ entries, now, locale }: { readonly entries: readonly Entry[]; readonly now: Date; readonly locale: Locale }) =>
  entries.length === 0 ? null : (
    <ul className="v-month__entries">
      {entries.map((entry) => (
        <li key={entry.id}>
          <EntryLine entry={entry} now={now} locale={locale} />
        </li>
      ))}
    </ul>
  )

const EntryLine = ({ entry, now, locale }: { readonly entry: Entry; readonly now: Date; readonly locale: Locale }) => {
  const t = texts(locale)
  const late = entry.at ? entry.at < now : entry.day < localDate(now)
  const words = [entry.at && showClock(entry.at, locale), entry.title[locale], entry.reference].filter(Boolean).join(' ')
  return (
    <>
      {entry.href ? (
        <a className="ds-link" href={entry.href}>
          {words}
        </a>
      ) : (
        words
      )}{' '}
      {late && <Tag tone="danger">{t.late}</Tag>}
      {(entry.about || entry.holder) && (
        <span className="v-month__about">{[entry.about?.[locale], entry.holder].filter(Boolean).join(' · ')}</span>
      )}
    </>
  )
}
