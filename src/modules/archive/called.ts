import type { Locale } from '../../kernel/texts.ts'
import { kindName } from '../documents/public.ts'

/** A document by what it is and which record it is of; a file by its own name. */
export const called = (kind: string, title: string, locale: Locale): string =>
  [kindName(kind, locale) ?? kind, title].filter(Boolean).join(': ')
