import type { Locale } from '../../../kernel/texts.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { TextLink } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { texts } from '../texts.ts'
import { type Lacking, LackingTags } from './folder.tsx'

type Props = { readonly id: string; readonly name: string; readonly lacks: readonly Lacking[]; readonly locale: Locale }

/** On the page of a case: its folder, and what it waits for. */
export const FolderPanel = ({ id, name, lacks, locale }: Props) => (
  <Section title={texts(locale).folder.title} locale={locale}>
    <p>
      <TextLink href={`/avvik/${id}/mappe`}>{name}</TextLink> <LackingTags lacks={lacks} locale={locale} />
    </p>
  </Section>
)

/** On the page of an activity or a system: the way to what shows that the rules are followed. */
export const CompliancePanel = ({ href, locale }: { readonly href: string; readonly locale: Locale }) => (
  <Section title={texts(locale).compliance.title} locale={locale}>
    <LinkButton href={href} variant="secondary">
      {texts(locale).compliance.show}
    </LinkButton>
  </Section>
)
