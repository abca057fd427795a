import type { Locale } from '../../../kernel/texts.ts'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { texts } from '../texts.ts'

type Props = { readonly id: string; readonly considered: boolean; readonly keeps: boolean; readonly locale: Locale }

/** A system that nobody has changed since a template wrote it, and whether it is in use is for somebody to say. */
export const FromTemplate = ({ id, considered, keeps, locale }: Props) => {
  const t = texts(locale).templates
  return (
    <Notice tone="warning" title={t.begun} locale={locale}>
      <p>{t.begunText}</p>
      {considered && <p>{t.notYet}</p>}
      {considered && keeps && (
        <Form action={`/systemer/${id}/i-bruk`} unsaved={false}>
          <Button variant="secondary">{t.confirm}</Button>
        </Form>
      )}
    </Notice>
  )
}
