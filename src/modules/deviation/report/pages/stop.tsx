import { describeFindings } from '../../../../kernel/guard/describe.ts'
import type { Finding } from '../../../../kernel/guard/guard.ts'
import { guardTexts } from '../../../../kernel/guard/texts.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { Actions, Button } from '../../../../ui/button.tsx'
import type { ErrorItem } from '../../../../ui/error-summary.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import type { Question } from '../layout.ts'
import { choiceName, choices } from '../stop.ts'
import { texts } from '../texts.ts'
import { labelOf } from './errors.tsx'

export type Held = ReadonlyMap<Question, readonly Finding[]>

/** What was found, field by field, as links to where it stands. */
export const heldItems = (held: Held, locale: Locale, hrefOf = (question: string) => `#${question}`): readonly ErrorItem[] =>
  [...held].map(([question, found]) => ({
    href: hrefOf(question),
    text: `${labelOf(question, locale)}: ${describeFindings(found, guardTexts(locale)).sentence}`,
  }))

/** The two ways on for a report that holds an identity number. They stand where "send" stood, and work without script (S0-17). */
export const HeldChoice = ({ locale }: { readonly locale: Locale }) => {
  const words = texts(locale).stop
  return (
    <>
      <Notice tone="warning" title={words.title} locale={locale}>
        <p>{words.lead}</p>
      </Notice>
      <Actions>
        <Button name={choiceName} value={choices.mask}>
          {words.mask}
        </Button>
        <Button name={choiceName} value={choices.asIs} variant="secondary">
          {words.asIs}
        </Button>
      </Actions>
    </>
  )
}
