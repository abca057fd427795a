import type { Locale } from '../../../kernel/texts.ts'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { Notice as Note } from '../../../ui/notice.tsx'
import { TextLink } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { missingDetails, shownNumber } from '../../organisation/public.ts'
import type { NoticesView } from '../queries.ts'
import { texts } from '../texts.ts'

type Props = { readonly shown: NoticesView; readonly locale: Locale }

/** Who notifies: the first that Datatilsynet's form asks, ready to copy like the rest. */
export function Sender({ shown: { organisation, details }, locale }: Props) {
  const t = texts(locale).sender
  const rows = [
    ['name', t.name, organisation],
    ['number', t.number, details.number && shownNumber(details.number)],
    ['address', t.address, details.address],
    ['telephone', t.telephone, details.telephone],
    ['email', t.email, details.email],
  ] as const
  return (
    <Section title={t.title} id="virksomheten" locale={locale}>
      <SummaryList
        locale={locale}
        items={rows.map(([name, label, value]) => ({
          label,
          text: true,
          value: value && <div id={`svar-virksomhet-${name}`}>{value}</div>,
          action: value !== null && <CopyButton target={`svar-virksomhet-${name}`} label={label} locale={locale} />,
        }))}
      />
    </Section>
  )
}

/** What the letter will not say of its sender, told where it is made: the administrator mends it, the others ask. */
export function SenderMissing({ shown: { details, mayMendDetails }, locale }: Props) {
  const t = texts(locale).sender
  const missing = missingDetails(details).map((name) => t[name].toLowerCase())
  if (missing.length === 0) return null
  return (
    <Note tone="warning" title={t.missingTitle} locale={locale}>
      <p>{t.missing(new Intl.ListFormat(locale, { type: 'conjunction' }).format(missing))}</p>
      <p>{mayMendDetails ? <TextLink href="/innstillinger/virksomheten">{t.mend}</TextLink> : t.ask}</p>
    </Note>
  )
}
