import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { each } from '../../../ui/each.ts'
import { TextLink } from '../../../ui/page.tsx'
import type { OpenRequest } from '../queries.ts'
import { texts } from '../texts.ts'

/** Requests that are not answered, each with its right and its day. */
export const OpenRequests = ({ open, locale }: { readonly open: readonly OpenRequest[]; readonly locale: Locale }) => (
  <ul className="ds-list">
    {each(open, ({ id, reference, right, dueOn }) => (
      <li>
        <TextLink href={`/egne-opplysninger/${id}`}>{`${reference}: ${texts(locale).ask.right.choices[right]}`}</TextLink>,{' '}
        {texts(locale).beside.due(formatDate(dueOn, locale))}
      </li>
    ))}
  </ul>
)
