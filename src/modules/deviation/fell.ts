import type { Locale } from '../../kernel/texts.ts'
import type { Decision } from './deviation.ts'
import { texts } from './texts.ts'

/** "Gjelder ikke lenger: … Endret: …": a decision that fell, and what it rested on that was changed. */
export const fellWords = ({ kind, restsOn }: Pick<Decision, 'kind' | 'restsOn'>, locale: Locale): string => {
  const { fallen, fellLead, because } = texts(locale)
  return `${fellLead}: ${fallen[kind as keyof typeof fallen] ?? ''}${because(Object.keys(restsOn ?? {}))}`
}
