import { Actions, Button, LinkButton } from '../../../../ui/button.tsx'
import { TextInput } from '../../../../ui/field.tsx'
import { Form } from '../../../../ui/form.tsx'
import { GuardTexts } from '../../../../ui/guard-notice.tsx'
import { errorAt } from '../../../../ui/refused.ts'
import { DeedPage, type DeedPageProps } from '../../deed/pages/deed.tsx'
import { texts } from '../texts.ts'

/** Opens a closed case again, with the reason. */
export const ReopenPage = (props: Pick<DeedPageProps, 'view' | 'locale' | 'now' | 'refused'>) => {
  const { view, locale, refused } = props
  const { deviation } = view
  const t = texts(locale).closing
  const written = refused?.raw.reason
  return (
    <DeedPage {...props} title={t.reopen} lead={t.reopenText}>
      <Form version={deviation.version}>
        <TextInput
          name="reason"
          label={t.reopenReason}
          value={typeof written === 'string' ? written : ''}
          rows={4}
          guard
          error={errorAt(refused, 'reason')}
        />
        <Actions>
          <Button>{t.reopen}</Button>
          <LinkButton variant="tertiary" href={`/avvik/${deviation.id}`}>
            {t.cancel}
          </LinkButton>
        </Actions>
      </Form>
      <GuardTexts locale={locale} />
    </DeedPage>
  )
}
