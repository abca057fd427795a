import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Details } from '../../../ui/details.tsx'
import { Figures } from '../../../ui/figures.tsx'
import { showWhole } from '../../../ui/format.ts'
import { KeyFacts } from '../../../ui/key-facts.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading, TextLink } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { type Meaning, numbered } from '../content.ts'
import { usedMeanings } from '../documents/report.ts'
import type { Figures as Counted } from '../figures.ts'
import type { Round } from '../queries.ts'
import type { CampaignUnit } from '../questionnaire.ts'
import { unitAddress } from '../tasks.ts'
import { texts } from '../texts.ts'
import { percent } from './round.tsx'

export type ReportProps = {
  readonly round: Round
  /** One unit and those below it; null: the whole. */
  readonly under: CampaignUnit | null
  readonly figures: Counted
  readonly now: Date
  readonly locale: Locale
}

/** As many as a page of any of our lists; all of them are in the files, and those of one unit on its own page of the report. */
const mostActions = 50
const states = ['late', 'open', 'done', 'accepted'] as const
const urgentFirst = (actions: Counted['actions']): Counted['actions'] =>
  actions.toSorted((a, b) => states.indexOf(a.state) - states.indexOf(b.state) || (a.dueOn ?? '').localeCompare(b.dueOn ?? ''))

/** The report on the page: the four figures first, then what is behind each of them. Units, and never people (S2-06). */
export function ReportPage({ round, under, figures, locale }: ReportProps) {
  const { campaign } = round
  const t = texts(locale)
  const r = t.report
  const at = `/internkontroll/${campaign.id}`
  const left = figures.actions.filter(({ state }) => state === 'open' || state === 'late')
  const late = left.filter(({ state }) => state === 'late').length
  const points = (change: number | null) => (change === null ? '–' : r.points(change))
  const used: readonly Meaning[] = usedMeanings(round)
  const words = { yes: t.meanings.yes, partly: r.columns.partly, no: t.meanings.no, unknown: r.columns.unknown }
  const shown = urgentFirst(figures.actions).slice(0, mostActions)
  const numbers = new Map(numbered(round.content).map(({ key, number }) => [key, number]))
  const scored = figures.questions.filter(({ question }) => question.scoring !== 'neutral')
  return (
    <>
      <PageHeading title={under ? under.name : r.title} kicker={campaign.values.name} lead={r.lead} />
      {under && (
        <p>
          <TextLink href={`${at}/rapport`}>{r.whole}</TextLink>
          {!round.small.has(under.id) && (
            <>
              {' '}
              · <TextLink href={unitAddress(under)}>{r.answers}</TextLink>
            </>
          )}
        </p>
      )}
      <KeyFacts
        facts={[
          {
            label: r.rate,
            value: `${percent(figures.of === 0 ? null : figures.sent / figures.of, locale)} (${r.rateOf(figures.sent, figures.of)})`,
          },
          { label: r.coverage, value: percent(figures.coverage, locale), open: figures.coverage === null },
          {
            label: figures.before === null ? r.change : r.changeFrom(figures.before),
            value: figures.before === null ? r.noBefore : points(figures.change),
            open: figures.change === null,
          },
          { label: r.actions, value: r.actionsOf(left.length, late), tone: late > 0 ? 'danger' : undefined },
        ]}
      />
      {figures.small.length > 0 && <Notice locale={locale}>{r.small(figures.small.length, round.fewest)}</Notice>}
      {figures.missing.length > 0 && (
        <Section title={r.missing} locale={locale} aside={String(figures.missing.length)}>
          <Details summary={r.rateOf(figures.missing.length, figures.of)} open={figures.missing.length <= 12}>
            <ul>
              {figures.missing.map((unit) => (
                <li key={unit.id}>
                  {unit.name} <span className="v-soft">{t.list.due(formatDate(unit.dueOn, locale))}</span>
                </li>
              ))}
            </ul>
          </Details>
        </Section>
      )}
      <Figures
        id="sporsmal"
        title={r.byQuestion}
        lead={r.byQuestionLead(used)}
        columns={[r.columns.question, r.columns.share, ...used.map((meaning) => words[meaning]), r.columns.change]}
        rows={figures.questions.map(({ question, counts, coverage, change }) => ({
          key: question.key,
          label: `${question.number} ${question.text[locale]}`,
          figures: [
            { text: question.scoring === 'neutral' ? r.notScored : percent(coverage, locale) },
            ...used.map((meaning) => ({ text: showWhole(counts[meaning], locale) })),
            { text: points(change) },
          ],
        }))}
        chart={{
          kind: 'over',
          figures: scored.map(({ question, coverage }) => ({ label: question.number, value: Math.round((coverage ?? 0) * 100) })),
        }}
        locale={locale}
      />
      {figures.units.length === 0 ? null : (
        <Figures
          id="enheter"
          title={r.byUnit}
          lead={r.byUnitLead}
          columns={[r.columns.unit, r.columns.share, r.columns.sent, r.columns.change]}
          rows={figures.units.map(({ unit, of, sent, coverage, change }) => ({
            key: unit.id,
            label: unit.name,
            href: of > 1 ? `${at}/rapport?under=${unit.id}` : round.small.has(unit.id) ? undefined : unitAddress(unit),
            figures: [
              { text: coverage === null && sent > 0 ? r.hidden : percent(coverage, locale) },
              { text: `${sent}/${of}` },
              { text: points(change) },
            ],
          }))}
          chart={{
            kind: 'among',
            figures: figures.units
              .filter(({ coverage }) => coverage !== null)
              .map(({ unit, coverage }) => ({ label: unit.name, value: Math.round((coverage ?? 0) * 100) })),
          }}
          locale={locale}
        />
      )}
      <Section title={r.actionTable} locale={locale} id="tiltak">
        {figures.actions.length === 0 ? (
          <p className="v-soft">{r.actionNone}</p>
        ) : (
          <DataTable
            caption={r.actionTable}
            rows={shown}
            rowKey={({ unit, question }) => `${unit.id}${question}`}
            columns={[
              { key: 'unit', label: r.columns.unit, heading: true, cell: ({ unit }) => unit.name },
              {
                key: 'question',
                label: r.columns.question,
                cell: ({ question }) => numbers.get(question) ?? '',
              },
              { key: 'what', label: r.columns.action, cell: ({ what }) => what },
              { key: 'due', label: r.columns.due, figures: true, cell: ({ dueOn }) => (dueOn ? formatDate(dueOn, locale) : '–') },
              {
                key: 'state',
                label: r.columns.state,
                cell: ({ state }) => (
                  <StatusTag tone={state === 'late' ? 'danger' : state === 'done' ? 'success' : 'neutral'}>
                    {state === 'accepted' ? r.accepted : r.state[state]}
                  </StatusTag>
                ),
              },
            ]}
          />
        )}
        {shown.length < figures.actions.length && (
          <p className="v-soft">{r.actionMost(showWhole(shown.length, locale), showWhole(figures.actions.length, locale))}</p>
        )}
      </Section>
      <Section title={r.files} locale={locale} id="filer">
        <p className="v-soft">{r.filesLead}</p>
        <ul className="v-export">
          {(['pdf', 'docx', 'xlsx', 'csv'] as const).map((form) => (
            <li key={form}>
              <a className="ds-link" href={`${at}/rapport-${locale}.${form}`} download>
                {form === 'pdf' ? 'PDF/A' : form.toUpperCase()}
              </a>
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}
