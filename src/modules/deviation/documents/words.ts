import type { Deviation } from '../deviation.ts'
import { nb, type Words } from './words-nb.ts'
import { nn } from './words-nn.ts'

export type { Words } from './words-nb.ts'

/** A document speaks the case's language, whoever reads it. */
export type CaseLanguage = Deviation['language']
const all: Readonly<Record<CaseLanguage, Words>> = { nb, nn }
export const words = (language: CaseLanguage): Words => all[language]
