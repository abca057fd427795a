import type { Locale } from '../../../../kernel/texts.ts'
import { LinkButton } from '../../../../ui/button.tsx'
import { PageHeading } from '../../../../ui/page.tsx'
import { SignIn } from '../../../../ui/sign-in.tsx'
import { fill } from '../../../../ui/texts.ts'
import type { ComeBackFault } from '../provider.ts'
import { openIdTexts } from '../texts.ts'

type Props = {
  readonly why: ComeBackFault
  /** What the provider is called. */
  readonly name: string
  readonly organisation: string
  readonly back: string
  readonly locale: Locale
}

/** Nobody was signed in: why, and what to do. */
export function FaultOfSignIn({ why, name, organisation, back, locale }: Props) {
  const t = openIdTexts(locale).faults
  return (
    <SignIn>
      <PageHeading title={fill(t[why].title, { name })} lead={fill(t[why].lead, { name, organisation })} />
      <p>
        <LinkButton href={back}>{t.tryAgain}</LinkButton>
      </p>
    </SignIn>
  )
}
