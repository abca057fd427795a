import type { ComponentChildren } from 'preact'
import { isEmpty } from '../../../kernel/fields.ts'
import type { Offered } from '../../../kernel/reference.ts'
import type { Shareable, SharedPart } from '../../../kernel/shared.ts'
import type { Locale } from '../../../kernel/texts.ts'
import type { Content } from '../../../kernel/version.ts'
import { each } from '../../../ui/each.ts'
import { Heading } from '../../../ui/page.tsx'
import { showValue, ViewOfAny } from '../../../ui/record-view.tsx'
import { inOrder, partOf, revived } from '../rules.ts'

/** What is shared, as those who get it read it: the record, then its lines. What is not answered is not shown. */
export const SharedContent = ({
  kind,
  content,
  locale,
}: {
  readonly kind: Shareable
  readonly content: Content
  readonly locale: Locale
}) => (
  <>
    {each(inOrder(kind, Object.keys(content)), (key) => (
      <section className="v-section">
        {key.includes('.') && <Heading level={3}>{lineTitle(kind, key, content, locale)}</Heading>}
        <PartContent {...{ kind, content, locale }} of={key} />
      </section>
    ))}
  </>
)

export function PartContent({
  kind,
  content,
  of,
  locale,
}: {
  readonly kind: Shareable
  readonly content: Content
  readonly of: string
  readonly locale: Locale
}) {
  const part = partOf(kind, of)
  if (!part) return null
  const said = revived(part, content[of] ?? {})
  return (
    <ViewOfAny
      fields={part.fields}
      texts={part.texts(locale)}
      values={said as never}
      offers={Object.fromEntries(part.goes.map((field) => [field, offeredIn(part, field, said[field], content)]))}
      shown={part.goes.filter((field) => !isEmpty(said[field]))}
      locale={locale}
    />
  )
}

/** "Scenario: Feilsending": which line of the record it is. */
export const lineTitle = (kind: Shareable, key: string, content: Content, locale: Locale): string => {
  const line = partOf(kind, key)?.line
  return line ? `${line.title(locale)}: ${String(content[key]?.[line.name] ?? '')}` : ''
}

export const labelIn = (part: SharedPart | undefined, field: string, locale: Locale) =>
  (part?.texts(locale)[field] ?? { label: field }) as { readonly label: string; readonly choices?: Readonly<Record<string, string>> }

/** One answer in words. `content`: where the lines that it may point at are named. */
export function answerShown(
  kind: Shareable,
  key: string,
  field: string,
  value: unknown,
  content: Content,
  locale: Locale,
): ComponentChildren {
  const part = partOf(kind, key)
  const asked = part?.fields[field]
  if (!part || !asked) return null
  return showValue(
    asked,
    revived(part, { [field]: value })[field],
    labelIn(part, field, locale),
    locale,
    offeredIn(part, field, value, content),
  )
}

/** What goes along points by names; a line points at another line of the same record by its id. */
function offeredIn(part: SharedPart, field: string, value: unknown, content: Content): Offered {
  const named = [value].flat().filter((one) => typeof one === 'string')
  const lines = Object.entries(content).flatMap(([key, said]) => {
    const id = key.split('.')[1]
    return id ? [{ id, name: String(said.name ?? '') }] : []
  })
  const choices = Object.hasOwn(part.references, field) ? named.map((name) => ({ id: name, name })) : lines
  return { choices, gone: () => '', find: null }
}
