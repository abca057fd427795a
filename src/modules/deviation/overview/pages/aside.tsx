import type { ComponentChildren } from 'preact'
import { hasRole, type Role } from '../../../../kernel/actor.ts'
import { legalOuterLimit } from '../../../../kernel/calendar/calendar.ts'
import { durationWords, formatShort } from '../../../../kernel/calendar/words.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { PostButton } from '../../../../ui/button.tsx'
import { Details } from '../../../../ui/details.tsx'
import { each } from '../../../../ui/each.ts'
import { TextLink } from '../../../../ui/page.tsx'
import { Section } from '../../../../ui/section.tsx'
import { type SummaryItem, SummaryList } from '../../../../ui/summary-list.tsx'
import { uiTexts } from '../../../../ui/texts.ts'
import { Timeline } from '../../../../ui/timeline.tsx'
import { titleOf } from '../../../people/public.ts'
import { clockRuns, clockStart } from '../../clock.ts'
import { reporterWords } from '../../deed/pages/words.tsx'
import { reference } from '../../deviation.ts'
import { mergingTexts } from '../../merging/texts.ts'
import type { CaseView } from '../../queries.ts'
import { texts as reportTexts } from '../../report/texts.ts'
import { texts } from '../../texts.ts'
import { isDayOnly, whenWords } from '../../when.ts'
import { overviewTexts } from '../texts.ts'
import type { CaseProps } from './section.tsx'

/** Beside the case: its people, its times, its documents and cases like it. */
export const CaseAside = (props: CaseProps) => (
  <>
    <PeopleSection {...props} />
    <TimesSection {...props} />
    <LinksSection {...props} />
    <SimilarSection {...props} />
  </>
)

/** Four times, kept apart, each with who set it and why; and how long the report took (S1-33, S4-066). */
export function TimesSection({ view, locale, now }: Pick<CaseProps, 'view' | 'locale' | 'now'>) {
  const { deviation, actions } = view
  const t = overviewTexts(locale).page.times
  const may = actions.includes('setAware') || actions.includes('edit')
  return (
    <Section
      title={t.title}
      id="tidspunkter"
      level={3}
      locale={locale}
      edit={may ? { href: `/avvik/${deviation.id}/tidspunkter`, label: t.edit } : undefined}
    >
      <SummaryList items={timeItems(view, locale, now).filter(({ value }) => value)} locale={locale} narrow />
      {clockRuns(deviation) && deviation.notifyBy && <OuterLimit view={view} locale={locale} />}
    </Section>
  )
}

export function timeItems({ deviation, names }: CaseView, locale: Locale, now: Date): readonly SummaryItem[] {
  const { report, awareAt, awareBy, awareReason, extentConfirmedAt, receivedAt } = deviation
  const words = texts(locale)
  const t = overviewTexts(locale).page.times
  const at = (instant: Date) => whenWords(deviation, instant, locale, now)
  const ended = report.periodState === 'ongoing' ? t.ongoing : report.periodTo && at(report.periodTo)
  // Between a day and a time, or two days, nobody knows how long it took.
  const known = [report.discoveredAt, receivedAt].every((one) => one && !isDayOnly(deviation, one))
  const delay = known && report.discoveredAt && receivedAt ? receivedAt.getTime() - report.discoveredAt.getTime() : null
  return [
    { label: words.times.happened, value: report.periodFrom ? joined(at(report.periodFrom), ended) : ended || null },
    { label: words.times.discovered, value: report.discoveredAt && at(report.discoveredAt) },
    {
      label: t.aware,
      value: awareAt ? (
        <Lines lines={[at(awareAt), t.by((awareBy && names.get(awareBy)) || ''), awareReason]} />
      ) : (
        <span className="v-unanswered">
          {deviation.notifyByAssumed ? t.notSetAssumed : clockRuns(deviation) ? t.notSet : t.notSetNoClock}
        </span>
      ),
    },
    { label: t.extent, value: extentConfirmedAt && at(extentConfirmedAt) },
    {
      label: t.received,
      value: receivedAt && (
        <Lines lines={[at(receivedAt), delay !== null && delay >= 0 ? t.reportedAfter(durationWords(delay, locale)) : null]} />
      ),
    },
  ]
}

const joined = (from: string, to: string | null) => (to ? `${from} – ${to}` : from)

const Lines = ({ lines: [first, ...rest] }: { readonly lines: readonly (string | null)[] }) => (
  <>
    {first}
    {each(
      rest.filter((line) => line),
      (line) => (
        <span className="v-line">{line}</span>
      ),
    )}
  </>
)

/** In grey and folded away: how long a court might hold the hours to be. Never the goal (docs: kernel/calendar/periods.ts). */
function OuterLimit({ view, locale }: { readonly view: CaseView; readonly locale: Locale }) {
  const start = clockStart(view.deviation)
  if (!start) return null
  const t = overviewTexts(locale).page.times
  const { hourRounded, twoWorkingDays } = legalOuterLimit(start)
  return (
    <Details summary={t.outer}>
      <p className="v-soft">{t.hourRounded(formatShort(hourRounded, locale))}</p>
      {twoWorkingDays && <p className="v-soft">{t.twoDays(formatShort(twoWorkingDays.until, locale))}</p>}
      <p className="v-soft">{t.outerText}</p>
    </Details>
  )
}

function PeopleSection({ view, actor, locale }: CaseProps) {
  const { deviation, profile, names, units, actions, reporter } = view
  const t = overviewTexts(locale).page.people
  const { affectedUnit, affectedLeader } = deviation.report
  const holder = deviation.takenBy ? names.get(deviation.takenBy) : null
  const queue = deviation.queueRoles.map((role) => titleOf(profile, role as Role, locale)).join(', ')
  const mayOpen = reporter.kind === 'protected' && hasRole(actor, 'dpo')
  const items: readonly SummaryItem[] = [
    { label: t.holder, value: holder ?? <span className="v-unanswered">{t.nobody}</span> },
    { label: t.queue, value: queue },
    { label: t.source, value: texts(locale).channels[deviation.channel] },
    {
      label: t.reporter,
      value: (
        <>
          {reporterWords(view, locale)}
          {mayOpen && (
            <span className="v-line">
              <TextLink href={`/avvik/${deviation.id}/melder`}>{t.openReporter}</TextLink>
            </span>
          )}
        </>
      ),
    },
    { label: t.unit, value: affectedUnit && units.get(affectedUnit) },
    { label: t.leader, value: affectedLeader && names.get(affectedLeader) },
  ]
  const mayTakeOver = actions.includes('take') && deviation.status === 'open' && deviation.takenBy !== actor.personId
  return (
    <Section title={t.title} id="hvem" level={3} locale={locale}>
      <SummaryList items={items} locale={locale} narrow />
      {mayTakeOver && (
        <PostButton action={`/avvik/${deviation.id}/behandler`} variant="secondary" hidden={{ version: deviation.version }}>
          {t.takeOver}
        </PostButton>
      )}
      {actions.includes('merge') && (
        <p>
          <TextLink href={`/avvik/${deviation.id}/sammenslaing`}>{mergingTexts(locale).way}</TextLink>
        </p>
      )}
    </Section>
  )
}

function LinksSection({ view, locale }: CaseProps) {
  const { deviation, actions, profile } = view
  const t = overviewTexts(locale).page.more
  const link = (path: string, label: string, when = true): ComponentChildren =>
    when && (
      <li key={path}>
        <TextLink href={`/avvik/${deviation.id}/${path}`}>{label}</TextLink>
      </li>
    )
  return (
    <Section title={t.title} id="i-saken" level={3} locale={locale}>
      <ul className="v-plain">
        {link('dokumenter', t.documents)}
        {link('mote', t.meetings)}
        {link('veivalg', t.triage, actions.includes('triage') && profile.assessment.leaderClosesInternal)}
      </ul>
    </Section>
  )
}

/** S4-125: what has happened before, to learn from. */
function SimilarSection({ surroundings, locale }: CaseProps) {
  const t = overviewTexts(locale).page.similar
  const kinds = reportTexts(locale).fields.categories.choices
  if (surroundings.similar.length === 0) return null
  return (
    <Section title={t.title} id="lignende" level={3} locale={locale}>
      <ul className="v-plain">
        {each(surroundings.similar, (one) => (
          <li>
            <TextLink
              href={`/avvik/${one.id}`}
            >{`${reference(one)} ${one.shortName ?? (one.categories[0] ? kinds[one.categories[0]] : '')}`}</TextLink>
            <span className="v-line">
              {[one.sameSystem && t.sameSystem, texts(locale).statuses[one.status]].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const quiet = ['deviation.viewed', 'deviation.listed', 'deviation.exported', 'deviation.refused', 'deviation.documentMade']
const strong = ['deviation.submitted', 'deviation.decided', 'deviation.closed', 'deviation.reopened', 'deviation.authorityTrack']
const mostViews = 20
const latest = 8

const toldOf = ({ events }: CaseProps['surroundings']) =>
  events.filter((event) => !quiet.includes(event.type) && event.data.what !== 'shown').toReversed()

export const latestEvent = (surroundings: CaseProps['surroundings']) => toldOf(surroundings)[0]

export function EventsRead({ view, surroundings, sentence, locale }: CaseProps) {
  const t = overviewTexts(locale).page.timeline
  const { events, names } = surroundings
  const who = (event: CaseProps['surroundings']['events'][number]) =>
    event.actorKind === 'protected' ? t.protected : event.actorKind === 'clockwork' ? t.clockwork : names.get(event.actorId ?? '')
  // Whoever opens a page twice in a minute has read once: a line with how many times, and not a line each.
  const views = [
    ...Map.groupBy(
      events.filter((event) => event.type === 'deviation.viewed').toReversed(),
      (event) => `${event.actorKind} ${event.actorId} ${formatShort(event.at, locale)}`,
    ).values(),
  ]
  const told = toldOf(surroundings).map((event) => ({
    at: event.at,
    dayOnly: isDayOnly(view.deviation, event.at),
    title: sentence(event),
    who: who(event),
    strong: strong.includes(event.type),
  }))
  return (
    <>
      <Timeline locale={locale} events={told.slice(0, latest)} />
      {told.length > latest && (
        <Details summary={t.earlier(told.length - latest)}>
          <Timeline locale={locale} events={told.slice(latest)} />
        </Details>
      )}
      <TextLink href={`/historikk/deviation/${view.deviation.id}`}>{uiTexts(locale).history}</TextLink>
      {views.length > 0 && (
        <Details summary={t.seen}>
          <ul className="v-plain">
            {each(views.slice(0, mostViews), ([event, ...again]) =>
              event ? (
                <li>
                  {who(event)}{' '}
                  <span className="v-soft">
                    {formatShort(event.at, locale)}
                    {again.length > 0 && `, ${t.times(again.length + 1)}`}
                  </span>
                </li>
              ) : null,
            )}
          </ul>
        </Details>
      )}
    </>
  )
}
