import { eachForKind } from '../../../kernel/kind.ts'
import { caseworkTexts } from './casework.ts'
import { handbook } from './handbook.ts'
import type { ReadyMade } from './ready-made.ts'
import { reportingTexts } from './reporting.ts'
import { tips } from './tips.ts'

type Whose = { readonly orgType: 'university' | 'municipality'; readonly markedMail: boolean }

/** All that one organisation begins with, in the order they are listed. */
export const readyMade = ({ orgType, markedMail }: Whose): readonly ReadyMade[] =>
  [...caseworkTexts, ...reportingTexts, handbook(orgType), ...tips]
    .filter((text) => text.for === 'all' || markedMail)
    .map((text) => ({ ...text, title: eachForKind(text.title, orgType), body: eachForKind(text.body, orgType) }))
