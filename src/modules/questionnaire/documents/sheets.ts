import type { Locale } from '../../../kernel/texts.ts'
import type { Cell } from '../../../register/view.ts'
import { numbered, optionOf, readingOf } from '../content.ts'
import type { Figures } from '../figures.ts'
import type { Round } from '../queries.ts'
import { coverageIn } from '../score.ts'
import { texts } from '../texts.ts'

/** A table of a file: what its columns are called, and its lines. */
export type Sheet = {
  readonly name: string
  readonly columns: readonly { readonly key: string; readonly label: string }[]
  readonly rows: readonly (readonly Cell[])[]
}

/** One line a unit, one column a question: what each answered, and how much of it is covered. */
export function unitSheet({ content, units, answers, small }: Round, language: Locale): Sheet {
  const t = texts(language)
  const reading = readingOf(content)
  const { all } = reading
  return {
    name: t.round.units,
    columns: [
      { key: 'unit', label: t.report.columns.unit },
      { key: 'state', label: t.report.columns.state },
      { key: 'due', label: t.report.columns.due },
      { key: 'coverage', label: `${t.report.columns.share} %` },
      ...all.map(({ key, number, text }) => ({ key, label: `${number} ${text[language]}` })),
    ],
    rows: units.map((unit) => {
      const sent = unit.status === 'sent' ? (answers.get(unit.id) ?? new Map()) : null
      const coverage = sent && coverageIn(reading, sent)
      const put = new Set(sent ? reading.asked(sent) : [])
      return [
        unit.name,
        sent ? t.statuses.sent : t.statuses.waiting,
        unit.dueOn,
        sent && small.has(unit.id) ? t.report.hidden : coverage === null ? null : Math.round(coverage * 100),
        ...all.map((question) =>
          put.has(question) ? (optionOf(content, question, sent?.get(question.key)?.option ?? null)?.label[language] ?? null) : null,
        ),
      ]
    }),
  }
}

/** Why some cells say nothing; null where all of them may be shown. */
export function aboutSheet({ fewest }: Round, { small }: Figures, language: Locale): Sheet | null {
  const { report: r } = texts(language)
  return small.length === 0 ? null : { name: r.about, columns: [{ key: 'about', label: r.about }], rows: [[r.small(small.length, fewest)]] }
}

/** What is followed up, and how it goes: all of it, however much the page shows. */
export function actionSheet({ content }: Round, { actions }: Figures, language: Locale): Sheet {
  const { report: r } = texts(language)
  const numbers = new Map(numbered(content).map(({ key, number }) => [key, number]))
  return {
    name: r.actionTable,
    columns: (['unit', 'question', 'action', 'due', 'state'] as const).map((key) => ({ key, label: r.columns[key] })),
    rows: actions.map(({ unit, question, what, dueOn, state }) => [
      unit.name,
      numbers.get(question) ?? null,
      what,
      dueOn,
      state === 'accepted' ? r.accepted : r.state[state],
    ]),
  }
}
