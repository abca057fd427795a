import { type LocalDate, localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import type { Block, Document } from '../../documents/public.ts'
import type { Letterhead } from '../../organisation/public.ts'
import type { Deletion } from '../retention.ts'
import { isLate } from '../rules.ts'
import { texts } from '../texts.ts'

export type Material = {
  readonly language: Locale
  readonly now: Date
  readonly from: LocalDate
  readonly organisation: string
  readonly letterhead: Letterhead
  readonly deletions: readonly Deletion[]
  readonly name: (id: string) => string
}

/** What was deleted in a period with its proof, and what should have been (S2-58). */
export function reportDocument({ language, now, from, organisation, letterhead, deletions, name }: Material): Document {
  const t = texts(language)
  const today = localDate(now)
  const day = (date: string | null) => (date === null ? '–' : formatDate(date, language))
  const done = deletions.filter(({ values }) => values.state === 'done')
  const open = deletions.filter(({ values }) => values.state !== 'done')
  const { reportDocument: d } = t
  const table = (caption: string, head: readonly string[], rows: readonly (readonly string[])[]): readonly Block[] =>
    rows.length === 0 ? [{ kind: 'text', text: d.nothing }] : [{ kind: 'table', caption, head, rows }]
  return {
    kind: 'deletionReport',
    ...{ language, organisation, letterhead, accessCode: null, recipient: null, signature: null },
    title: t.show.report,
    reference: d.period(day(from), day(today)),
    referenceIs: 'period',
    draft: false,
    date: day(today),
    summary: [{ label: t.title, value: d.count(done.length, deletions.filter((one) => isLate(one, today)).length) }],
    sections: [
      {
        heading: d.open,
        blocks: table(
          d.open,
          [t.fields.name.label, t.fields.why.label, t.fields.dueOn.label, t.fields.owner.label],
          open.map(({ values }) => [
            values.name ?? '',
            values.why ? t.fields.why.choices[values.why] : '',
            day(values.dueOn),
            values.owner ? name(values.owner) : '–',
          ]),
        ),
      },
      {
        heading: d.done,
        blocks: table(
          d.done,
          [
            t.fields.name.label,
            t.fields.doneOn.label,
            t.fields.outcome.label,
            t.fields.what.label,
            t.fields.method.label,
            t.fields.doneBy.label,
          ],
          done.map(({ values }) => [
            values.name ?? '',
            day(values.doneOn),
            [values.outcome ? t.fields.outcome.choices[values.outcome] : '', values.archivePlace].filter(Boolean).join(': '),
            values.what ?? '',
            values.method ?? '',
            [values.doneBy, values.secondBy].flatMap((id) => (id ? [name(id)] : [])).join(', '),
          ]),
        ),
      },
    ],
  }
}
