import { pageWithErrors } from '../../../kernel/http.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { PageHeading, Stack } from '../../../ui/page.tsx'
import { texts } from '../texts.ts'

/**
 * A link that works once, after it was used or ran out. One never made looks the same: whoever guesses learns nothing, and whoever
 * has an old one learns what to do.
 */
export const deadLink = (kind: 'link' | 'setUp', locale: Locale) => {
  const t = texts(locale).deadLink
  const { lead, action, href } = t[kind]
  return pageWithErrors(
    410,
    t.title,
    <Stack>
      <PageHeading title={t.title} lead={lead} />
      <p>
        <LinkButton href={href}>{action}</LinkButton>
      </p>
    </Stack>,
  )
}
