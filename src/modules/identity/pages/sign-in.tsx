import type { Locale } from '../../../kernel/texts.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { TextInput } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading, TextLink } from '../../../ui/page.tsx'
import { SignIn } from '../../../ui/sign-in.tsx'
import { keptAddress, keptWords } from '../../kept/public.ts'
import { texts } from '../texts.ts'

type Props = {
  readonly email?: string
  readonly error?: string | undefined
  /** Where to go afterwards. */
  readonly to: string
  readonly demo: boolean
  readonly locale: Locale
}

export function SignInPage({ email, error, to, demo, locale }: Props) {
  const t = texts(locale).signIn
  return (
    <SignIn>
      <ErrorSummary errors={error ? [{ href: '#email', text: error }] : []} locale={locale} />
      <PageHeading title={t.title} />
      {to === keptAddress && <Notice locale={locale}>{keptWords(locale).kept}</Notice>}
      <Form action="/logg-inn" unsaved={false} hidden={{ til: to }}>
        <TextInput name="email" type="email" label={t.email} value={email} autoComplete="username" />
        <TextInput name="password" type="password" label={t.password} autoComplete="current-password" />
        <Button>{t.button}</Button>
      </Form>
      <p className="v-soft">{t.forgotten}</p>
      {demo && (
        <p>
          <TextLink href="/demo">{t.demo}</TextLink>
        </p>
      )}
    </SignIn>
  )
}
