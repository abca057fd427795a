import { type Document, zoneOf } from '../../documents/public.ts'
import type { Block } from './material.ts'
import { words } from './words.ts'

/** The document as plain text, for whoever copies it elsewhere (S1-26). Lines end as every program reads them. */
export function plainText(document: Document): string {
  const { language } = document
  const caseLanguage = language === 'nn' ? 'nn' : 'nb'
  const lines = [
    document.organisation,
    '',
    document.title,
    `${document.reference} · ${document.date}`,
    ...(document.draft ? [words(caseLanguage).draftMark] : []),
    ...(document.accessCode ? [document.accessCode] : []),
    '',
    ...document.summary.map(({ label, value }) => `${label}: ${value}`),
    ...document.sections.flatMap(({ heading, blocks }) => ['', heading, underline(heading), ...blocks.flatMap(blockLines)]),
    '',
    ...[zoneOf(document)].flatMap((zone) => (zone ? [zone, ''] : [])),
  ]
  return lines.join('\r\n')
}

function blockLines(block: Block): readonly string[] {
  switch (block.kind) {
    case 'text':
    case 'note':
    case 'missing':
    case 'code':
      return block.text.split('\n')
    case 'facts':
      return block.rows.map(({ label, value }) => `${label}: ${value.replaceAll('\n', '\r\n  ')}`)
    case 'list':
      return block.items.map((item) => `- ${item}`)
    case 'table':
      return [
        block.caption,
        ...block.rows.map((row) => `- ${row.map((cell, at) => `${block.head[at] ?? ''}: ${cell}`).join('; ')}`),
      ].filter((line) => line !== '')
  }
}

const underline = (heading: string): string => '-'.repeat(Math.min(heading.length, 70))
