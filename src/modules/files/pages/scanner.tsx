import type { Locale } from '../../../kernel/texts.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Section } from '../../../ui/section.tsx'
import { texts } from '../texts.ts'

/** Among what does not work as it should, where no scanner is set. */
export const NoScanner = ({ locale }: { readonly locale: Locale }) => (
  <Notice tone="warning" title={texts(locale).scanner.title} locale={locale}>
    {texts(locale).scanner.none}
  </Notice>
)

export const ScannerPanel = ({ locale }: { readonly locale: Locale }) => (
  <Section title={texts(locale).scanner.title} id="virusskanning" locale={locale}>
    <p>{texts(locale).scanner.set}</p>
  </Section>
)
