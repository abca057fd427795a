import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { KeyFacts } from '../../../ui/key-facts.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading, TextLink } from '../../../ui/page.tsx'
import type { Refused } from '../../../ui/refused.ts'
import { Section } from '../../../ui/section.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { TaskList } from '../../../ui/task-list.tsx'
import { askedOf, type Content } from '../content.ts'
import type { Activity } from '../known.ts'
import type { Below } from '../queries.ts'
import type { Answers, Campaign, CampaignUnit } from '../questionnaire.ts'
import { unanswered } from '../rules-answering.ts'
import { unitAddress } from '../tasks.ts'
import { texts } from '../texts.ts'
import { Progress } from './progress.tsx'

export type UnitProps = {
  readonly campaign: Campaign
  readonly unit: CampaignUnit
  readonly answers: Answers
  readonly content: Content
  readonly below: readonly Below[]
  readonly activities: readonly Activity[]
  readonly delegate: string | null
  readonly may: { readonly answer: boolean; readonly handOver: boolean; readonly move: boolean; readonly reopen: boolean }
  readonly refused?: Refused | undefined
  readonly now: Date
  readonly locale: Locale
}

/** Where a unit begins and comes back to: what is left, in the order it is asked. */
export function UnitPage(props: UnitProps) {
  const { campaign, unit, answers, content, below, activities, delegate, may, refused, now, locale } = props
  const t = texts(locale)
  const a = t.answering
  const here = unitAddress(unit)
  const all = askedOf(content, answers)
  const open = unanswered(content, answers)
  const askedIn = (section: string) => all.filter((one) => one.section.key === section)
  const leftIn = (section: string) => askedIn(section).filter(({ key }) => open.has(key)).length
  const done = all.length - open.size
  const writes = campaign.status === 'open' && unit.status === 'open' && may.answer
  const firstOpen = content.sections.findIndex(({ key }) => leftIn(key) > 0)
  const next = firstOpen < 0 ? `${here}/sending` : `${here}/del/${firstOpen + 2}`
  const late = unit.status === 'open' && unit.dueOn < localDate(now)
  const opened = campaign.openedAt
  const confirmed = activities.filter(({ touchedAt }) => opened !== null && touchedAt >= opened).length
  const sections = content.sections.map((section, n) => {
    const left = leftIn(section.key)
    const none = askedIn(section.key).length === 0
    return {
      name: `${n + 2}. ${section.title[locale]}`,
      href: `${here}/del/${n + 2}`,
      status: (
        <StatusTag tone={left === 0 && !none ? 'success' : 'neutral'}>
          {none ? a.partNone : left === 0 ? a.partDone : a.partLeft(left)}
        </StatusTag>
      ),
    }
  })
  return (
    <>
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading title={unit.name} kicker={campaign.values.name} lead={a.unitText} />
      <KeyFacts
        facts={[
          { label: t.report.status, value: statusOf(props, late) },
          { label: t.round.due, value: formatDate(unit.dueOn, locale), tone: late ? 'danger' : undefined },
          ...(campaign.values.contact
            ? [
                {
                  label: t.round.contact,
                  value: (
                    <a className="ds-link" href={`mailto:${campaign.values.contact}`}>
                      {campaign.values.contact}
                    </a>
                  ),
                },
              ]
            : []),
          ...(delegate ? [{ label: t.round.handOverLabel, value: delegate }] : []),
        ]}
      />
      {campaign.status === 'closed' && <Notice locale={locale}>{a.isClosed}</Notice>}
      <Progress done={done} of={all.length} said={a.done(done, all.length)} />
      <Actions>
        {writes && <LinkButton href={next}>{done === 0 ? a.start : firstOpen < 0 ? a.check : a.goOn}</LinkButton>}
        {campaign.status === 'open' && unit.status === 'sent' && may.reopen && (
          <Form action={`${here}/endring`} version={unit.version} unsaved={false}>
            <Button variant="secondary">{a.reopen}</Button>
          </Form>
        )}
        {campaign.status === 'open' && may.handOver && unit.status === 'open' && (
          <LinkButton href={`${here}/ansvar`} variant="tertiary">
            {t.round.handOver}
          </LinkButton>
        )}
        {campaign.status === 'open' && may.move && unit.status === 'open' && (
          <LinkButton href={`${here}/frist`} variant="tertiary">
            {t.round.newDue}
          </LinkButton>
        )}
      </Actions>
      <Section title={a.overview} locale={locale}>
        <TaskList
          tasks={[
            { name: `1. ${a.unitTitle}`, hint: unit.name, status: <StatusTag tone="success">{a.partDone}</StatusTag> },
            ...sections,
            {
              name: a.review,
              href: `${here}/gjennomgang`,
              hint: a.reviewText,
              status: (
                <StatusTag tone={activities.length > 0 && confirmed === activities.length ? 'success' : 'neutral'}>
                  {activities.length === 0 ? a.reviewNone : a.reviewed(confirmed, activities.length)}
                </StatusTag>
              ),
            },
            ...(writes ? [{ name: a.check, href: `${here}/sending` }] : []),
          ]}
        />
      </Section>
      {below.length > 0 && (
        <Section
          title={t.round.units}
          locale={locale}
          aside={t.list.sent(below.filter(({ answers: sent }) => sent !== null).length, below.length)}
        >
          <ul>
            {below.map((one) => (
              <li key={one.unit.id}>
                <TextLink href={unitAddress(one.unit)}>{one.unit.name}</TextLink>{' '}
                <span className="v-soft">
                  {one.unit.status === 'sent'
                    ? t.statuses.sent
                    : `${t.statuses.waiting}, ${t.list.due(formatDate(one.unit.dueOn, locale))}`}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function statusOf({ unit, locale }: UnitProps, late: boolean) {
  const t = texts(locale)
  if (unit.status === 'sent')
    return (
      <StatusTag tone="success">{unit.sentAt ? t.answering.sentOn(formatDate(localDate(unit.sentAt), locale)) : t.statuses.sent}</StatusTag>
    )
  return <StatusTag tone={late ? 'danger' : 'neutral'}>{late ? t.statuses.late : t.statuses.waiting}</StatusTag>
}
