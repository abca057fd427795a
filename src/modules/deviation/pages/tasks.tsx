import { Deadline } from '../../../ui/deadline.tsx'
import { Section } from '../../../ui/section.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { TaskList } from '../../../ui/task-list.tsx'
import { titleOf } from '../../people/public.ts'
import type { Task } from '../../tasks/public.ts'
import { casefileTexts } from '../casefile/texts.ts'
import type { Deviation } from '../deviation.ts'
import type { CaseProps } from './words.tsx'

/** What is to be done in the case and by whom, side by side: none of it waits for the rest. */
export function OpenTasks({ view, surroundings, actor, locale, now }: CaseProps) {
  const t = casefileTexts(locale).page.tasks
  if (view.deviation.status === 'closed' && surroundings.tasks.length === 0) return null
  const roleTitle = (task: Task) => task.roles.map((role) => titleOf(view.profile, role, locale)).join(', ')
  const mine = (task: Task) =>
    task.personId ? task.personId === actor.personId : task.roles.some((role) => (actor.roles as readonly string[]).includes(role))
  return (
    <Section title={t.title} id="oppgaver" locale={locale}>
      {surroundings.tasks.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <TaskList
          tasks={surroundings.tasks.map((task) => ({
            name: task.title[locale],
            href: mine(task) ? hrefOf(task, view.deviation) : undefined,
            hint: (task.personId ? surroundings.names.get(task.personId) : roleTitle(task)) || t.everyone,
            deadline: task.dueAt && <Deadline due={task.dueAt} now={now} locale={locale} compact />,
            status: mine(task) && <Tag tone="accent">{t.mine}</Tag>,
          }))}
        />
      )}
    </Section>
  )
}

/** Where each task is done. */
const paths: Readonly<Record<string, string>> = {
  'deviation.contain': 'behandling/stans',
  'deviation.assess': 'vurdering',
  'deviation.decideAuthority': 'varsling',
  'deviation.notifyAuthority': 'datatilsynet',
  'deviation.informSubjects': 'berorte',
  'deviation.signOff': 'signering',
  'deviation.answer': 'sporsmal',
  'deviation.closeInternal': 'lukking',
  'deviation.decideClosing': 'lukking',
  'deviation.followUp': 'oppfolging',
}

/** A later module's task says itself where it is done; to take the case is done on this very page. */
function hrefOf(task: Task, { id, inquiries }: Deviation): string | undefined {
  const mine = task.kind === 'deviation.answer' && inquiries.find((one) => one.personId === task.personId && !one.answeredAt)
  if (mine) return `/avvik/${id}/sporsmal/${mine.id}`
  const path = paths[task.kind]
  if (path) return `/avvik/${id}/${path}`
  return task.href === `/avvik/${id}` ? undefined : task.href
}
