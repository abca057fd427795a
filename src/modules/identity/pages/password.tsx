import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../ui/button.tsx'
import { type ErrorItem, ErrorSummary } from '../../../ui/error-summary.tsx'
import { TextInput } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { SignIn } from '../../../ui/sign-in.tsx'
import { texts } from '../texts.ts'

type Props = {
  readonly title: string
  readonly lead?: string
  readonly action: string
  /** Asks for the present password too. */
  readonly change: boolean
  readonly errors?: readonly ErrorItem[]
  readonly locale: Locale
}

/** Chooses a password: the first one by a link, a later one by knowing the present. What was typed is never sent back. */
export function PasswordPage({ title, lead, action, change, errors = [], locale }: Props) {
  const t = texts(locale)
  const error = (name: string) => errors.find((one) => one.href === `#${name}`)?.text
  return (
    <SignIn>
      <ErrorSummary errors={errors} locale={locale} />
      <PageHeading title={title} lead={lead} />
      <Form action={action} unsaved={false}>
        {change && (
          <TextInput name="current" type="password" label={t.password.current} error={error('current')} autoComplete="current-password" />
        )}
        <TextInput
          name="next"
          type="password"
          label={t.password.next}
          hint={t.password.nextHint}
          error={error('next')}
          autoComplete="new-password"
        />
        <TextInput name="again" type="password" label={t.password.again} error={error('again')} autoComplete="new-password" />
        <Actions>
          <Button>{change ? t.password.save : t.invitation.choose}</Button>
          {change && (
            <LinkButton href="/min-side" variant="tertiary">
              {t.me.title}
            </LinkButton>
          )}
        </Actions>
      </Form>
    </SignIn>
  )
}
