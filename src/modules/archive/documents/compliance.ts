import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import { type DocumentClass, documentClasses } from '../../../kernel/documented.ts'
import type { Locale } from '../../../kernel/texts.ts'
import type { Block, Document, Section } from '../../documents/public.ts'
import type { Letterhead } from '../../organisation/public.ts'
import type { DocumentRow } from '../archive.ts'
import { called } from '../called.ts'
import type { Evidence } from '../queries-evidence.ts'
import { texts } from '../texts.ts'

type Material = {
  readonly language: Locale
  readonly now: Date
  readonly organisation: string
  readonly letterhead: Letterhead
  readonly evidence: Evidence
}

/** What shows that the rules are followed (G37): the documents by their class, each with its date, edition and archive reference. */
export function complianceDocument({ language, now, organisation, letterhead, evidence }: Material): Document {
  const t = texts(language).compliance
  const lacks = evidence.documents.filter(({ state }) => state !== 'filed').length
  return {
    kind: 'compliance',
    language,
    title: t.of(evidence.name),
    reference: t.kinds[evidence.kind],
    referenceIs: 'about',
    organisation,
    letterhead,
    draft: false,
    date: formatDate(localDate(now), language),
    accessCode: null,
    recipient: null,
    summary: [
      { label: t.documents, value: String(evidence.documents.length) },
      { label: t.unfiled, value: String(lacks) },
    ],
    sections: [...documentClasses.map((one) => ofClass(one, evidence.documents, language)), ...unitSections(evidence, language)],
    signature: null,
  }
}

function ofClass(wanted: DocumentClass, documents: readonly DocumentRow[], language: Locale): Section {
  const { classes, columns, states, compliance } = texts(language)
  const rows = documents.filter((one) => one.class === wanted)
  const blocks: readonly Block[] =
    rows.length === 0
      ? [{ kind: wanted === 'other' ? 'text' : 'missing', text: compliance.none[wanted] }]
      : [
          {
            kind: 'table',
            caption: classes[wanted],
            head: [columns.title, columns.madeAt, columns.edition, columns.state],
            rows: rows.map((one) => [
              called(one.kind, one.title, language),
              formatDate(localDate(one.made_at), language),
              one.edition === null ? '–' : String(one.edition),
              one.state === 'filed' ? (one.reference ?? '') : states[one.state],
            ]),
          },
        ]
  return { heading: classes[wanted], blocks }
}

function unitSections({ unit }: Evidence, language: Locale): readonly Section[] {
  if (!unit) return []
  const t = texts(language).compliance
  const { total, open, closed, notified } = unit.deviations
  return [
    {
      heading: t.processings,
      blocks: unit.processings.length === 0 ? [{ kind: 'missing', text: t.noProcessings }] : [{ kind: 'list', items: unit.processings }],
    },
    { heading: t.training, blocks: [{ kind: 'text', text: unit.trained === null ? t.trainedUnknown : t.trained(unit.trained) }] },
    {
      heading: t.deviations,
      blocks: [
        {
          kind: 'facts',
          rows: [
            { label: t.since(formatDate(unit.from, language)), value: String(total) },
            { label: t.open, value: String(open) },
            { label: t.closed, value: String(closed) },
            { label: t.notified, value: String(notified) },
          ],
        },
      ],
    },
  ]
}
