import type { Locale } from '../../../kernel/texts.ts'
import { Section } from '../../../ui/section.tsx'
import { texts } from '../texts.ts'

export function ScannerPanel({ scans, locale }: { readonly scans: boolean; readonly locale: Locale }) {
  const t = texts(locale).scanner
  return (
    <Section title={t.title} id="virusskanning" locale={locale}>
      <p>{scans ? t.set : t.none}</p>
    </Section>
  )
}
