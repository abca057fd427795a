import { type Field, type Fields, isEmpty } from '../kernel/fields.ts'
import type { OffersByName } from '../kernel/reference.ts'
import type { Locale } from '../kernel/texts.ts'
import { plainValue } from '../ui/record-view.tsx'

type Word = { readonly label: string; readonly choices?: Readonly<Record<string, string>> }
type Answered = {
  readonly fields: Fields
  readonly texts: unknown
  /** The headings of the groups that the fields name. */
  readonly groups: Readonly<Record<string, string>>
  readonly values: Readonly<Record<string, unknown>>
  readonly offers: OffersByName
  readonly language: Locale
}

/** A section of a document, as the module `documents` lays it out. */
export type AnsweredSection = {
  readonly heading: string
  readonly blocks: readonly { readonly kind: 'facts'; readonly rows: readonly { readonly label: string; readonly value: string }[] }[]
}

/** What a register asks and what is answered, a section a group; what nobody has answered is left out. */
export function answeredSections({ fields, texts, groups, values, offers, language }: Answered): readonly AnsweredSection[] {
  const words = texts as Readonly<Record<string, Word>>
  return Object.entries(groups).flatMap(([group, heading]) => {
    const named = Object.keys(fields).filter((name) => fields[name]?.group === group && !isEmpty(values[name]))
    const rows = named.map((name) => {
      const word = words[name] ?? { label: name }
      return { label: word.label, value: String(plainValue(fields[name] as Field, values[name], word, language, offers[name]) ?? '') }
    })
    return rows.length === 0 ? [] : [{ heading, blocks: [{ kind: 'facts' as const, rows }] }]
  })
}
