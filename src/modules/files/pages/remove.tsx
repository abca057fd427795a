import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { TextInput } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { PageHeading, Stack } from '../../../ui/page.tsx'
import { errorAt, type Refused } from '../../../ui/refused.ts'
import type { StoredFile } from '../file.ts'
import { texts } from '../texts.ts'

type Props = { readonly file: StoredFile; readonly back: string; readonly refused?: Refused | undefined; readonly locale: Locale }

export function RemoveFile({ file, back, refused, locale }: Props) {
  const t = texts(locale)
  const reason = refused?.raw.reason
  return (
    <Stack gap="lg">
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading kicker={file.name} title={t.removeTitle} lead={t.removeLead} />
      <Form action={`/filer/${file.id}/fjerning`}>
        <TextInput
          name="reason"
          label={t.reason}
          hint={t.reasonHint}
          rows={2}
          guard
          value={typeof reason === 'string' ? reason : ''}
          error={errorAt(refused, 'reason')}
        />
        <Actions>
          <Button variant="danger">{t.remove}</Button>
          <LinkButton href={back} variant="tertiary">
            {t.cancel}
          </LinkButton>
        </Actions>
      </Form>
    </Stack>
  )
}
