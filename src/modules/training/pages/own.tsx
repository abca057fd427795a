import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Beside } from '../../../ui/beside.tsx'
import { Actions, LinkButton, PostButton } from '../../../ui/button.tsx'
import { each } from '../../../ui/each.ts'
import { Empty } from '../../../ui/empty.tsx'
import { KeyFacts } from '../../../ui/key-facts.tsx'
import { htmlOf } from '../../../ui/markdown.ts'
import { OutsideLink, PageHeading, TextLink } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { TaskList } from '../../../ui/task-list.tsx'
import { Written } from '../../../ui/written.tsx'
import { isMet, stateOf } from '../plan.ts'
import type { ShownPost } from '../queries.ts'
import { shownLink } from '../rules.ts'
import { texts } from '../texts.ts'
import type { Need, PlanLine, Resource } from '../training.ts'
import { NeedItems } from './needs.tsx'
import { dayOf, StateTag } from './states.tsx'

type Props = {
  readonly lines: readonly PlanLine[]
  readonly posts: readonly ShownPost[]
  readonly resources: readonly Resource[]
  readonly needs: readonly Need[]
  /** The organisation's own page about training, where one is set and can be followed. */
  readonly page: string | null
  readonly beside: readonly { readonly href: string; readonly label: string }[]
  readonly today: string
  readonly locale: Locale
}

/** One's own training: what to know, what is new, and where to learn more. */
export function OwnPage({ lines, posts, resources, needs, page, beside, today, locale }: Props) {
  const t = texts(locale).own
  const states = lines.map((line) => ({ line, state: stateOf(line, today) }))
  const open = states.filter(({ state }) => !isMet(state))
  const next = open.flatMap(({ line }) => line.dueOn ?? []).toSorted()[0]
  return (
    <>
      <PageHeading
        title={t.title}
        lead={t.lead}
        actions={
          <LinkButton href="/opplaeringsbehov/nytt" icon="plus">
            {t.report}
          </LinkButton>
        }
      />
      <Beside pages={beside} locale={locale} />
      {lines.length > 0 && (
        <KeyFacts
          facts={[
            { label: t.met, value: states.length - open.length },
            { label: t.remaining, value: open.length, tone: open.some(({ state }) => state === 'late') ? 'danger' : undefined },
            ...(next === undefined ? [] : [{ label: t.next, value: formatDate(next, locale) }]),
          ]}
        />
      )}
      <Section title={t.plan} locale={locale}>
        {lines.length === 0 ? (
          <Empty title={t.planNone}>{t.planNoneText}</Empty>
        ) : (
          <TaskList
            tasks={[...open, ...states.filter(({ state }) => isMet(state))].map(({ line, state }) => ({
              name: line.requirement,
              href: `/opplaering/${line.requirementId}`,
              hint: line.system ?? undefined,
              deadline: dayOf(line, state, locale),
              status: <StateTag state={state} locale={locale} />,
            }))}
          />
        )}
      </Section>
      <Section title={t.posts} locale={locale}>
        {posts.length === 0 ? <p className="v-soft">{t.postsNone}</p> : each(posts, (post) => <PostBody post={post} locale={locale} />)}
      </Section>
      <Section title={t.resources} locale={locale}>
        <Resources resources={resources} locale={locale} />
        {page && (
          <p>
            <OutsideLink href={page} locale={locale}>
              {t.page}
            </OutsideLink>
          </p>
        )}
      </Section>
      {needs.length > 0 && (
        <Section title={t.needs} locale={locale}>
          <NeedItems needs={needs} locale={locale} />
        </Section>
      )}
    </>
  )
}

function PostBody({ post: { id, values, read }, locale }: { readonly post: ShownPost; readonly locale: Locale }) {
  const { own: t, posts } = texts(locale)
  return (
    <article className="v-stack">
      <h3 className="ds-heading v-h3">{values.name}</h3>
      <p className="v-soft">
        {values.kind && posts.fields.kind.choices[values.kind]}, {formatDate(values.shownFrom ?? '', locale)}
      </p>
      <Written html={htmlOf(values.body ?? '')} />
      <Actions>
        {read ? (
          <Tag tone="success">{t.read}</Tag>
        ) : (
          <PostButton action={`/opplaering/nyheter/${id}/lest`} variant="secondary">
            {t.markRead}
          </PostButton>
        )}
      </Actions>
    </article>
  )
}

function Resources({ resources, locale }: { readonly resources: readonly Resource[]; readonly locale: Locale }) {
  const { own: t, resources: r } = texts(locale)
  if (resources.length === 0) return <p className="v-soft">{t.resourcesNone}</p>
  return (
    <ul className="ds-list">
      {each(resources, ({ id, values }) => {
        const link = shownLink(values)
        return (
          <li>
            {link === null ? (
              <b>{values.name}</b>
            ) : link.startsWith('/') ? (
              <TextLink href={link}>{values.name ?? ''}</TextLink>
            ) : (
              <OutsideLink href={link} locale={locale}>
                {values.name}
              </OutsideLink>
            )}
            {values.language && <span className="v-soft"> ({r.fields.language.choices[values.language]})</span>}
            {values.description && <p>{values.description}</p>}
            {link !== null && (
              <PostButton action={`/opplaering/ressurser/${id}/brutt`} variant="tertiary">
                {t.broken}
                <span className="ds-sr-only">: {values.name}</span>
              </PostButton>
            )}
          </li>
        )
      })}
    </ul>
  )
}
