import { describeFindings } from '../../../../kernel/guard/describe.ts'
import { choiceName, choices, type Held } from '../../../../kernel/guard/stop.ts'
import { guardTexts } from '../../../../kernel/guard/texts.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { Actions, Button } from '../../../../ui/button.tsx'
import { type ErrorItem, ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { texts } from '../texts.ts'
import { labelOf } from './errors.tsx'

/** What was found, field by field, as links to where it stands. */
const heldItems = (held: Held, locale: Locale, hrefOf = (question: string) => `#${question}`): readonly ErrorItem[] =>
  [...held].map(([question, found]) => ({
    href: hrefOf(question),
    text: `${led(labelOf(question, locale))} ${describeFindings(found, guardTexts(locale)).sentence}`,
  }))

/** A label before what is said of it: one that asks ends by itself. */
const led = (label: string): string => (label.endsWith('?') ? label : `${label}:`)

/**
 * First on the page of a report that was held back: that nobody has it, what was found, and the two ways on. Each is a button of the form
 * below, so nobody must look for them at its end (S0-17).
 */
export const HeldSummary = ({ held, form, locale, hrefOf, of }: HeldProps & { readonly hrefOf?: (question: string) => string }) => (
  <ErrorSummary errors={heldItems(held, locale, hrefOf)} locale={locale} title={wordsOf(of, locale).notSent}>
    <HeldButtons form={form} locale={locale} of={of} />
  </ErrorSummary>
)
type HeldProps = ChoiceProps & { readonly held: Held; readonly form: string }
/** `of`: what was held back, the report itself or the answers that came when it was sent. */
type ChoiceProps = { readonly of?: 'report' | 'answers' | undefined; readonly locale: Locale }

const wordsOf = (of: ChoiceProps['of'], locale: Locale) => (of === 'answers' ? texts(locale).first.stop : texts(locale).stop)

/** The same two ways where "send" stood. They work without script. */
export const HeldChoice = ({ locale, of }: ChoiceProps) => {
  const words = wordsOf(of, locale)
  return (
    <>
      <Notice tone="warning" title={words.title} locale={locale}>
        <p>{words.lead}</p>
      </Notice>
      <HeldButtons locale={locale} of={of} />
    </>
  )
}

const HeldButtons = ({ form, locale, of }: ChoiceProps & { readonly form?: string }) => {
  const words = wordsOf(of, locale)
  return (
    <Actions>
      <Button name={choiceName} value={choices.mask} form={form}>
        {words.mask}
      </Button>
      <Button name={choiceName} value={choices.asIs} variant="secondary" form={form}>
        {words.asIs}
      </Button>
    </Actions>
  )
}
