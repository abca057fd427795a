import type { Locale } from '../kernel/texts.ts'
import { Actions, LinkButton } from '../ui/button.tsx'
import { PageHeading, Prose } from '../ui/page.tsx'
import { shellTexts } from './texts.ts'

export const faults = [
  'notFound',
  'notAllowed',
  'foreignOrigin',
  'otherWriter',
  'demoOnlyHere',
  'tooLarge',
  'unreadable',
  'busy',
  'full',
  'keyAway',
  'failed',
] as const
export type Fault = (typeof faults)[number]

/** What went wrong and what to do, in the reader's language. The reference finds the log line; it says nothing of its own. */
export const FaultPage = ({
  kind,
  locale,
  reference,
  admin,
  mayAsk = false,
}: {
  readonly kind: Fault
  readonly locale: Locale
  readonly reference: string | null
  /** Whoever would otherwise be told to ask themselves. */
  readonly admin: boolean
  /** Somebody is signed in, and may ask (S0-05). */
  readonly mayAsk?: boolean
}) => {
  const texts = shellTexts(locale)
  const { title, lead, advice } = texts.faults[kind]
  return (
    <>
      <PageHeading title={title} lead={lead} />
      <Prose>
        <p>{admin && kind === 'notAllowed' ? texts.faults.notAllowed.adviceToAdmin : advice}</p>
        {reference !== null && kind === 'failed' && (
          <p>
            {texts.faultReference}: <code>{reference}</code>
          </p>
        )}
      </Prose>
      <Actions>
        <LinkButton href="/">{texts.home}</LinkButton>
        {mayAsk && (
          <LinkButton href="/sporsmal/nytt" variant="secondary">
            {texts.advice}
          </LinkButton>
        )}
      </Actions>
    </>
  )
}
