import type { Actor } from '../../../kernel/actor.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Button } from '../../../ui/button.tsx'
import { each } from '../../../ui/each.ts'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { TextLink } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import type { Delegation } from '../delegation.ts'
import type { Given, Standing } from '../queries.ts'
import { rules } from '../rules.ts'
import { texts } from '../texts.ts'

type Props = { readonly standing: readonly Standing[]; readonly actor: Actor; readonly locale: Locale }

/** On the page of an activity: by whom, to whom and since when its daily tasks are delegated (S4-091). */
export function ProcessingPanel({ standing, actor, locale }: Props) {
  const t = texts(locale)
  return (
    <Section title={t.panel.title} id="delegering" locale={locale}>
      {standing.length === 0 ? (
        <p className="v-soft">{t.panel.none}</p>
      ) : (
        <ul className="ds-list">
          {each(standing, ({ id, name, by, to, fromDate, toDate }) => (
            <li>
              <TextLink href={`/delegeringer/${id}`}>{name}</TextLink>
              {': '}
              {t.panel.line(by, to, formatDate(fromDate, locale), toDate && formatDate(toDate, locale))}
            </li>
          ))}
        </ul>
      )}
      {standing.length === 0 && rules.mayAdd(actor) && (
        <p>
          <TextLink href="/delegeringer/nytt?hva=behandling">{t.add}</TextLink>
        </p>
      )}
    </Section>
  )
}

/** Before somebody leaves: what they have delegated, and what has been delegated to them. */
export function LeavingPanel({ given, locale }: { readonly given: readonly Given[]; readonly locale: Locale }) {
  const t = texts(locale)
  if (given.length === 0) return null
  return (
    <Section title={t.title} id="delegeringer" locale={locale}>
      <ul className="ds-list">
        {each(given, ({ id, name, received }) => (
          <li>
            <TextLink href={`/delegeringer/${id}`}>{name}</TextLink>
            {`: ${received ? t.leaving.received : t.leaving.given}`}
          </li>
        ))}
      </ul>
      <p>{t.leaving.follows}</p>
    </Section>
  )
}

/** On its own page: it gives no power yet, and whoever delegates may give it. */
export function OwnHandPanel({ record, actor, locale }: { readonly record: Delegation; readonly actor: Actor; readonly locale: Locale }) {
  const t = texts(locale).ownHand
  return (
    <Notice tone="warning" locale={locale}>
      <p>{t.waits}</p>
      {record.values.delegatedBy === actor.personId && (
        <Form action={`/delegeringer/${record.id}/egen-hand`} version={record.version} unsaved={false}>
          <Button>{t.give}</Button>
        </Form>
      )}
    </Notice>
  )
}

/** On the page of a system: its owner may delegate. */
export const SystemPanel = ({ system, locale }: { readonly system: string; readonly locale: Locale }) => (
  <p>
    <TextLink href={`/delegeringer/nytt?hva=utlevering&system=${system}`}>{texts(locale).ownHand.fromSystem}</TextLink>
  </p>
)
