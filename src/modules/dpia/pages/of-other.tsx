import type { Locale } from '../../../kernel/texts.ts'
import { PostButton } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading, TextLink } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { TaskList } from '../../../ui/task-list.tsx'
import type { Needed } from '../needed.ts'
import type { Line } from '../queries.ts'
import { texts } from '../texts.ts'
import { tones } from './turn.tsx'

/** On the page of an activity, and of an analysis that asks for one: its assessments, or that one is needed and none exists. */
export function AssessmentsOf({
  lines,
  needed,
  begins,
  locale,
}: {
  readonly lines: readonly Line[]
  readonly needed: Needed | null
  readonly begins: Readonly<Record<string, string>> | null
  readonly locale: Locale
}) {
  const t = texts(locale)
  return (
    <Section title={t.ofOther.title} id="dpia" locale={locale}>
      {lines.map(({ id, name, status, decision }) => (
        <p key={id}>
          <StatusTag tone={tones[status]}>{t.fields.status.choices[status]}</StatusTag> <TextLink href={`/dpia/${id}`}>{name}</TextLink>{' '}
          {decision === 'dont' && <span className="v-soft">{t.ofOther.notNeeded}</span>}
        </p>
      ))}
      {lines.length === 0 &&
        (needed ? (
          <Notice tone="warning" locale={locale}>
            <p>
              <b>{t.ofOther.needed}</b> {t.ofOther.why[needed]}
            </p>
          </Notice>
        ) : (
          <p className="v-soft">{t.ofOther.none}</p>
        ))}
      {begins && lines.length === 0 && (
        <PostButton action="/dpia/nytt/begynt" hidden={begins} variant="secondary">
          {t.ofOther.begin}
        </PostButton>
      )}
    </Section>
  )
}

type Uncovered = { readonly id: string; readonly name: string; readonly why: Needed }
/** The activities that need one and have none: what the data protection officer looks after. */
export function UncoveredPage({ activities, locale }: { readonly activities: readonly Uncovered[]; readonly locale: Locale }) {
  const t = texts(locale)
  return (
    <>
      <PageHeading title={t.uncovered.title} lead={t.uncovered.lead} />
      {activities.length === 0 ? (
        <p>{t.uncovered.none}</p>
      ) : (
        <TaskList tasks={activities.map(({ id, name, why }) => ({ name, href: `/behandlinger/${id}#dpia`, hint: t.ofOther.why[why] }))} />
      )}
    </>
  )
}
