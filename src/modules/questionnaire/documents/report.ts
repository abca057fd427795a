import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import type { Block, Document } from '../../documents/public.ts'
import type { Letterhead } from '../../organisation/public.ts'
import { meanings, optionOf, readingOf } from '../content.ts'
import type { Figures } from '../figures.ts'
import type { Round } from '../queries.ts'
import { coverageIn } from '../score.ts'
import { texts } from '../texts.ts'

export type Material = {
  readonly language: Locale
  readonly now: Date
  readonly organisation: string
  readonly letterhead: Letterhead
  readonly round: Round
  readonly figures: Figures
}

const percent = (share: number | null): string => (share === null ? '–' : `${Math.round(share * 100)} %`)

/**
 * The final report (G11): response, coverage by question, missing units, actions, and each unit on a line of its own with the numbers of the
 * questions that got each answer. It is made of units: nobody's name is in it (S2-06), and no comment, which might say one.
 */
export function reportDocument({ language, now, organisation, letterhead, round, figures }: Material): Document {
  const t = texts(language)
  const r = t.report
  const { campaign, content } = round
  const reading = readingOf(content)
  const { all } = reading
  const change = (points: number | null) => (points === null ? '–' : r.points(points))
  const table = (caption: string, head: readonly string[], rows: readonly (readonly string[])[]): Block => ({
    kind: 'table',
    caption,
    head,
    rows,
  })
  const covered = content.scales.covered
  const lines = round.units.map((unit) => {
    const answers = unit.status === 'sent' ? (round.answers.get(unit.id) ?? new Map()) : null
    if (!answers) return [unit.name, t.statuses.waiting, ...covered.map(() => ''), '']
    if (round.small.has(unit.id)) return [unit.name, r.hidden, ...covered.map(() => ''), '']
    const put = reading.asked(answers)
    const those = (key: string) =>
      put.filter((one) => one.scale === 'covered' && answers.get(one.key)?.option === key).map(({ number }) => number)
    const yesNo = put
      .filter(({ scale }) => scale === 'yesNo')
      .map((one) => `${one.number} ${optionOf(content, one, answers.get(one.key)?.option ?? null)?.label[language].toLowerCase() ?? '–'}`)
    return [unit.name, percent(coverageIn(reading, answers)), ...covered.map(({ key }) => those(key).join(', ')), yesNo.join(', ')]
  })
  const small: readonly Block[] = figures.small.length > 0 ? [{ kind: 'text', text: r.small(figures.small.length, round.fewest) }] : []
  const left = figures.actions.filter(({ state }) => state === 'open' || state === 'late')
  return {
    kind: 'internalControlReport',
    language,
    title: `${r.kind}: ${campaign.values.name ?? ''}`,
    reference: String(campaign.values.year ?? ''),
    referenceIs: 'year',
    organisation,
    letterhead,
    draft: campaign.status !== 'closed',
    date: formatDate(campaign.closedAt ? localDate(campaign.closedAt) : localDate(now), language),
    accessCode: null,
    recipient: null,
    summary: [
      { label: r.rate, value: `${percent(figures.of === 0 ? null : figures.sent / figures.of)} (${r.rateOf(figures.sent, figures.of)})` },
      { label: r.coverage, value: percent(figures.coverage) },
      {
        label: figures.before === null ? r.change : r.changeFrom(figures.before),
        value: figures.before === null ? r.noBefore : change(figures.change),
      },
      { label: r.actions, value: String(left.length) },
    ],
    sections: [
      {
        heading: r.missing,
        blocks: [
          figures.missing.length === 0
            ? { kind: 'text', text: r.missingNone }
            : table(
                '',
                [r.columns.unit, r.columns.due],
                figures.missing.map(({ name, dueOn }) => [name, formatDate(dueOn, language)]),
              ),
        ],
      },
      {
        heading: r.byQuestion,
        blocks: [
          { kind: 'text', text: r.byQuestionLead(usedMeanings(round)) },
          ...small,
          table(
            '',
            [
              r.columns.question,
              r.columns.share,
              t.meanings.yes,
              ...(figures.questions.some(({ counts }) => counts.partly > 0) ? [t.meanings.partly] : []),
              t.meanings.no,
              r.columns.change,
            ],
            figures.questions.map(({ question, coverage, counts, change: points }) => [
              `${question.number} ${question.text[language]}`,
              question.scoring === 'neutral' ? r.notScored : percent(coverage),
              String(counts.yes),
              ...(figures.questions.some((one) => one.counts.partly > 0) ? [String(counts.partly)] : []),
              String(counts.no),
              change(points),
            ]),
          ),
        ],
      },
      {
        heading: r.actionTable,
        blocks: [
          figures.actions.length === 0
            ? { kind: 'text', text: r.actionNone }
            : table(
                '',
                [r.columns.unit, r.columns.question, r.columns.action, r.columns.due, r.columns.state],
                figures.actions.map(({ unit, question, what, dueOn, state }) => [
                  unit.name,
                  all.find(({ key }) => key === question)?.number ?? '',
                  state === 'accepted' ? r.accepted : what,
                  dueOn === null ? '–' : formatDate(dueOn, language),
                  state === 'accepted' ? r.accepted : r.state[state],
                ]),
              ),
        ],
      },
      {
        heading: r.unitsTitle,
        blocks: [
          { kind: 'text', text: r.explainsText },
          ...small,
          table('', [r.columns.unit, r.columns.share, ...covered.map(({ label }) => label[language]), r.columns.yesNo], lines),
        ],
      },
    ],
    signature: null,
  }
}

/** Meanings that nobody has been able to choose have no column. */
export const usedMeanings = (round: Pick<Round, 'content'>) =>
  meanings.filter((meaning) => Object.values(round.content.scales).some((options) => options.some((one) => one.meaning === meaning)))
