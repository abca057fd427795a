import type { Locale } from '../../../kernel/texts.ts'
import { Notice } from '../../../ui/notice.tsx'
import { texts } from '../texts.ts'

/** A system that nobody has changed since a template wrote it. */
export const FromTemplate = ({ locale }: { readonly locale: Locale }) => {
  const t = texts(locale).templates
  return (
    <Notice tone="warning" title={t.begun} locale={locale}>
      {t.begunText}
    </Notice>
  )
}
