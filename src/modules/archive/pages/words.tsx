import type { Locale } from '../../../kernel/texts.ts'
import { StatusTag } from '../../../ui/status-tag.tsx'
import type { DocumentRow } from '../archive.ts'
import { texts } from '../texts.ts'

export const StateTag = ({ state, locale }: { readonly state: DocumentRow['state']; readonly locale: Locale }) => (
  <StatusTag tone={state === 'filed' ? 'success' : state === 'sent' ? 'info' : 'warning'}>{texts(locale).states[state]}</StatusTag>
)
