import type { Locale } from '../../../../kernel/texts.ts'
import { Button } from '../../../../ui/button.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { TextInput } from '../../../../ui/field.tsx'
import { Form } from '../../../../ui/form.tsx'
import { PageHeading } from '../../../../ui/page.tsx'
import { SignIn } from '../../../../ui/sign-in.tsx'
import { texts } from '../../texts.ts'

type Props = { readonly proof: string; readonly to: string; readonly error?: string | undefined; readonly locale: Locale }

/** The second step of a sign-in. */
export function CodePage({ proof, to, error, locale }: Props) {
  const t = texts(locale).factor
  return (
    <SignIn>
      <ErrorSummary errors={error ? [{ href: '#code', text: error }] : []} locale={locale} />
      <PageHeading title={t.askTitle} lead={t.askLead} />
      <Form action="/logg-inn/kode" unsaved={false} hidden={{ bevis: proof, til: to }}>
        <TextInput name="code" label={t.code} hint={t.askHint} error={error} autoComplete="one-time-code" autoFocus />
        <Button>{texts(locale).signIn.button}</Button>
      </Form>
    </SignIn>
  )
}
