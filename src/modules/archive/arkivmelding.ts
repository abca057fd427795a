import { localDate } from '../../kernel/calendar/calendar.ts'

/** One document in a message to the archive. */
export type Sent = {
  readonly id: string
  readonly title: string
  /** What the public may read of the title: the kind of document, where the rest is kept from them. */
  readonly publicTitle: string
  readonly kind: string
  readonly madeAt: Date
  readonly edition: number | null
  readonly file: string
  readonly exempt: string | null
  readonly direction: 'in' | 'out' | 'internal'
}
export type Message = {
  readonly id: string
  readonly folderId: string
  readonly folder: string
  readonly exempt: string | null
  readonly organisation: string
  /** A role, never a name of a person. */
  readonly responsible: string
  readonly at: Date
  readonly documents: readonly Sent[]
}

type Node = readonly [name: string, content: string | readonly Node[], attributes?: string]

/**
 * The message that goes with the files of one folder: a Noark 5 arkivmelding, as eFormidling has it
 * (`http://www.arkivverket.no/standarder/noark5/arkivmelding`, read 29 November 2026). The order of the elements is the schema's.
 */
export function arkivmelding({ id, folderId, folder, exempt, organisation, responsible, at, documents }: Message): string {
  const instant = at.toISOString()
  const journal = (document: Sent): Node => {
    const made = document.madeAt.toISOString()
    const one: readonly Node[] = [
      ['systemID', document.id],
      ['opprettetDato', made],
      ['opprettetAv', system],
      ['arkivertDato', instant],
      ['arkivertAv', system],
      ['referanseForelderMappe', folderId],
      ...shielded(document.exempt),
      [
        'dokumentbeskrivelse',
        [
          ['systemID', document.id],
          ['dokumenttype', document.kind],
          ['dokumentstatus', 'Dokumentet er ferdigstilt'],
          ['tittel', document.title],
          ['opprettetDato', made],
          ['opprettetAv', system],
          ['tilknyttetRegistreringSom', 'Hoveddokument'],
          ['dokumentnummer', '1'],
          ['tilknyttetDato', instant],
          ['tilknyttetAv', system],
          [
            'dokumentobjekt',
            [
              ['versjonsnummer', String(document.edition ?? 1)],
              ['variantformat', document.file.endsWith('.pdf') ? 'Arkivformat' : 'Produksjonsformat'],
              ['opprettetDato', made],
              ['opprettetAv', system],
              ['referanseDokumentfil', document.file],
            ],
          ],
        ],
      ],
      ['tittel', document.title],
      ['offentligTittel', document.exempt === null ? document.title : document.publicTitle],
      ['journalposttype', journalTypes[document.direction]],
      ['journalstatus', 'Ferdigstilt fra saksbehandler'],
      ['journaldato', localDate(at)],
      ['dokumentetsDato', localDate(document.madeAt)],
    ]
    return ['basisregistrering', one, 'xsi:type="journalpost"']
  }
  const root: Node = [
    'arkivmelding',
    [
      ['system', system],
      ['meldingId', id],
      ['tidspunkt', instant],
      ['antallFiler', String(documents.length)],
      [
        'mappe',
        [
          ['systemID', folderId],
          ['tittel', folder],
          ['opprettetDato', instant],
          ['opprettetAv', system],
          ...shielded(exempt),
          ...documents.map(journal),
          ['saksdato', localDate(at)],
          ['administrativEnhet', organisation],
          ['saksansvarlig', responsible],
          ['saksstatus', 'Under behandling'],
        ],
        'xsi:type="saksmappe"',
      ],
    ],
    'xmlns="http://www.arkivverket.no/standarder/noark5/arkivmelding" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  ]
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, '')}`
}

const system = 'Varde'
const journalTypes = {
  in: 'Inngående dokument',
  out: 'Utgående dokument',
  internal: 'Organinternt dokument uten oppfølging',
} as const

/** Kept from the public, with the paragraph: the title too, since it may say whom it is about. */
const shielded = (ground: string | null): readonly Node[] =>
  ground === null
    ? []
    : [
        [
          'skjerming',
          [
            ['tilgangsrestriksjon', 'Unntatt offentlighet'],
            ['skjermingshjemmel', ground],
            ['skjermingMetadata', 'Tittel'],
          ],
        ],
      ]

function written([name, content, attributes]: Node, indent: string): string {
  const opened = attributes ? `${name} ${attributes}` : name
  if (typeof content === 'string') return `${indent}<${opened}>${escaped(content)}</${name}>\n`
  return `${indent}<${opened}>\n${content.map((one) => written(one, `${indent}  `)).join('')}${indent}</${name}>\n`
}

/** XML 1.0 has no place for control characters, halves of a character, and the two that are none: the archive would refuse the whole message. */
const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
