import { describeFindings } from '../../../../kernel/guard/describe.ts'
import type { Finding } from '../../../../kernel/guard/guard.ts'
import { guardTexts } from '../../../../kernel/guard/texts.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { Actions, Button } from '../../../../ui/button.tsx'
import { type ErrorItem, ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import type { Question } from '../layout.ts'
import { choiceName, choices } from '../stop.ts'
import { texts } from '../texts.ts'
import { labelOf } from './errors.tsx'

export type Held = ReadonlyMap<Question, readonly Finding[]>

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
export const HeldSummary = ({ held, form, locale, hrefOf }: HeldProps & { readonly hrefOf?: (question: string) => string }) => (
  <ErrorSummary errors={heldItems(held, locale, hrefOf)} locale={locale} title={texts(locale).stop.notSent}>
    <HeldButtons form={form} locale={locale} />
  </ErrorSummary>
)
type HeldProps = { readonly held: Held; readonly form: string; readonly locale: Locale }

/** The same two ways where "send" stood. They work without script. */
export const HeldChoice = ({ locale }: { readonly locale: Locale }) => {
  const words = texts(locale).stop
  return (
    <>
      <Notice tone="warning" title={words.title} locale={locale}>
        <p>{words.lead}</p>
      </Notice>
      <HeldButtons locale={locale} />
    </>
  )
}

const HeldButtons = ({ form, locale }: { readonly form?: string; readonly locale: Locale }) => {
  const words = texts(locale).stop
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
