import { formatShort } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, LinkButton } from '../../../ui/button.tsx'
import { each } from '../../../ui/each.ts'
import { Notice } from '../../../ui/notice.tsx'
import { TextLink } from '../../../ui/page.tsx'
import { Place } from '../../../ui/places.tsx'
import { Section } from '../../../ui/section.tsx'
import { TaskList } from '../../../ui/task-list.tsx'
import type { Linkings, LookedAt, Mark, Subject } from '../link.ts'
import type { Hanging } from '../queries.ts'
import { texts } from '../texts.ts'

type HangingProps = {
  readonly here: readonly Hanging[]
  readonly there: readonly Hanging[]
  readonly folded: boolean
  readonly locale: Locale
}

/** What points at a record, counted, and what it points at itself. */
export function HangingPanel({ here, there, folded, locale }: HangingProps) {
  const t = texts(locale)
  const some = here.filter(({ total }) => total > 0)
  if (here.length + there.length === 0) return null
  const body = (
    <>
      {each(some, ({ linked, lines, total, all }) => (
        <div>
          <h3 className="ds-heading v-h3">
            {linked.title(locale)} ({total})
          </h3>
          <TaskList
            tasks={lines.map(({ id, name, state }) => ({
              name,
              href: linked.href(id),
              status: (state !== null && linked.stateIn?.(state, locale)) || undefined,
            }))}
          />
          {total > lines.length && all !== null && <TextLink href={all}>{t.all(total)}</TextLink>}
        </div>
      ))}
      {there.length > 0 && (
        <div>
          <h3 className="ds-heading v-h3">{t.pointsAt}</h3>
          <TaskList
            tasks={there.flatMap(({ linked, lines }) =>
              lines.map(({ id, name }) => ({ name, href: linked.href(id), status: linked.title(locale) })),
            )}
          />
        </div>
      )}
      {some.length + there.length === 0 && <p className="v-soft">{t.nothing}</p>}
    </>
  )
  const count = [...here, ...there].reduce((sum, { total }) => sum + total, 0)
  return folded ? (
    <Place id="henger-sammen" title={t.hanging} state={<span className="v-soft">{count}</span>}>
      {body}
    </Place>
  ) : (
    <Section title={t.hanging} id="henger-sammen" locale={locale}>
      {body}
    </Section>
  )
}

export type Known = {
  readonly kinds: Linkings
  /** People, and records as far as the reader may open them. */
  readonly names: ReadonlyMap<string, { readonly name: string }>
  readonly records: ReadonlyMap<string, string>
  readonly sentence: (event: { readonly type: string; readonly data: unknown }, locale: Locale) => string
  readonly locale: Locale
}

/** Why a record must be looked at again: what changed, in words. */
export function whyOf({ because, event, fields }: Mark, { kinds, records, sentence, locale }: Known) {
  const t = texts(locale)
  const linked = kinds.of(because.type)
  const name = records.get(because.id)
  if (!linked || name === undefined) return <>{t.hidden}</>
  const labels = fields.map((field) => linked.label(field, locale)).filter((one) => one !== null)
  return (
    <>
      <TextLink href={linked.href(because.id)}>{name}</TextLink>
      {`: ${labels.length > 0 ? t.changed(labels.map(t.quoted).join(', ')) : sentence({ type: event, data: {} }, locale)}`}
    </>
  )
}

type MarksProps = Known & {
  readonly subject: Subject
  readonly open: readonly Mark[]
  readonly looked: readonly LookedAt[]
  readonly may: boolean
}

/** That a record must be looked at again, with why; and what was found before. */
export function MarksPanel(props: MarksProps) {
  const { subject, open, looked, names, may, locale } = props
  const t = texts(locale)
  const who = (id: string | null) => (id === null ? t.clock : (names.get(id)?.name ?? ''))
  return (
    <>
      {open.length > 0 && (
        <Notice tone="warning" title={t.title} locale={locale}>
          <ul className="ds-list">
            {each(open, (mark) => (
              <li>
                {whyOf(mark, props)}.{' '}
                {props.records.has(mark.because.id) && (
                  <span className="v-soft">{t.marked(who(mark.by), formatShort(mark.at, locale))}</span>
                )}
              </li>
            ))}
          </ul>
          {may && (
            <Actions>
              <LinkButton href={`/ses-pa-igjen/${subject.type}/${subject.id}`} variant="secondary">
                {t.doLook}
              </LinkButton>
            </Actions>
          )}
        </Notice>
      )}
      {looked.length > 0 && (
        <details className="ds-details">
          <summary>{t.history}</summary>
          <ul className="ds-list">
            {each(looked, (mark) => (
              <li>
                {whyOf(mark, props)}. <span className="v-soft">{t.lookedBy(who(mark.lookedBy), formatShort(mark.lookedAt, locale))}</span>
                {mark.note !== null && (
                  <p className="v-prose" data-text="">
                    {mark.note}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
