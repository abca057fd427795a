import type { Locale } from '../kernel/texts.ts'
import type { Task } from '../modules/tasks/public.ts'
import { Deadline } from '../ui/deadline.tsx'
import { Door, Doors } from '../ui/door.tsx'
import { PageHeading, TextLink } from '../ui/page.tsx'
import { Section } from '../ui/section.tsx'
import { TaskList } from '../ui/task-list.tsx'
import { shellTexts } from './texts.ts'

type Props = { readonly tasks: readonly Task[]; readonly locale: Locale; readonly now: Date }

/** What needs me now, and for every employee the large way to report. */
export const HomePage = ({ tasks, locale, now }: Props) => {
  const texts = shellTexts(locale).homePage
  return (
    <>
      <PageHeading title={texts.greeting} />
      <Doors>
        <Door href="/avvik/ny" title={texts.reportTitle} icon="plus" primary>
          {texts.reportText}
        </Door>
        <Door href="/avvik/mine" title={texts.mineTitle} icon="list">
          {texts.mineText}
        </Door>
      </Doors>
      <Section title={texts.tasksTitle} id="oppgaver" locale={locale}>
        {tasks.length === 0 ? (
          <p>{texts.noTasks}</p>
        ) : (
          <>
            <TaskList
              tasks={tasks.map((task) => ({
                name: task.title[locale],
                href: task.href,
                hint: task.reference,
                deadline: task.dueAt && <Deadline due={task.dueAt} now={now} locale={locale} compact />,
              }))}
            />
            <p>
              <TextLink href="/oppgaver">{texts.allTasks}</TextLink>
            </p>
          </>
        )}
      </Section>
    </>
  )
}
