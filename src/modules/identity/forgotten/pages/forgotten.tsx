import type { Locale } from '../../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../../ui/button.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { TextInput } from '../../../../ui/field.tsx'
import { Form } from '../../../../ui/form.tsx'
import { PageHeading } from '../../../../ui/page.tsx'
import { SignIn } from '../../../../ui/sign-in.tsx'
import { texts } from '../../texts.ts'

/** Asks for the address to send a link to. */
export function ForgottenPage({ email, error, locale }: { readonly email?: string; readonly error?: string; readonly locale: Locale }) {
  const { forgotten: t, signIn } = texts(locale)
  return (
    <SignIn>
      <ErrorSummary errors={error ? [{ href: '#email', text: error }] : []} locale={locale} />
      <PageHeading title={t.title} lead={t.lead} />
      <Form action="/glemt-passord" unsaved={false}>
        <TextInput name="email" type="email" label={signIn.email} value={email} error={error} autoComplete="username" />
        <Actions>
          <Button>{t.send}</Button>
          <LinkButton href="/logg-inn" variant="tertiary">
            {t.back}
          </LinkButton>
        </Actions>
      </Form>
      <p className="v-soft">{t.otherwise}</p>
    </SignIn>
  )
}

/** Where no mail server is set: no link is sent, so none is promised. */
export function NoMailPage({ locale }: { readonly locale: Locale }) {
  const { forgotten: t } = texts(locale)
  return (
    <SignIn>
      <PageHeading title={t.title} lead={t.noMail} />
      <p>{t.noMailAsk}</p>
      <Actions>
        <LinkButton href="/logg-inn" variant="secondary">
          {t.back}
        </LinkButton>
      </Actions>
    </SignIn>
  )
}
