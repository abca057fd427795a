import type { Locale } from '../kernel/texts.ts'
import { inWhich, type Task } from '../modules/tasks/public.ts'
import { Deadline } from '../ui/deadline.tsx'
import { Door, Doors } from '../ui/door.tsx'
import { PageHeading, TextLink } from '../ui/page.tsx'
import { Section } from '../ui/section.tsx'
import { TaskList } from '../ui/task-list.tsx'
import { shellTexts } from './texts.ts'

type Props = { readonly tasks: readonly Task[]; readonly locale: Locale; readonly now: Date }

/** What needs me now comes first for whoever has something waiting; for everyone else, the large way to report. */
export const HomePage = (props: Props) => {
  const busy = props.tasks.length > 0
  const texts = shellTexts(props.locale).homePage
  return (
    <>
      <PageHeading title={busy ? texts.tasksTitle : texts.greeting} />
      {busy ? <Waiting {...props} /> : <Ways locale={props.locale} />}
      {busy ? (
        <Section title={texts.greeting} locale={props.locale}>
          <Ways locale={props.locale} />
        </Section>
      ) : (
        <p>{texts.noTasks}</p>
      )}
    </>
  )
}

const Ways = ({ locale }: { readonly locale: Locale }) => {
  const texts = shellTexts(locale).homePage
  return (
    <Doors>
      <Door href="/avvik/ny" title={texts.reportTitle} icon="plus" primary>
        {texts.reportText}
      </Door>
      <Door href="/avvik/ny#spor" title={texts.adviceTitle} icon="help">
        {texts.adviceText}
      </Door>
      <Door href="/avvik/mine" title={texts.mineTitle} icon="list">
        {texts.mineText}
      </Door>
    </Doors>
  )
}

const Waiting = ({ tasks, locale, now }: Props) => (
  <>
    <TaskList
      tasks={tasks.map((task) => ({
        name: task.title[locale],
        href: task.href,
        hint: inWhich(task, locale),
        deadline: task.dueAt && <Deadline due={task.dueAt} now={now} locale={locale} compact />,
      }))}
    />
    <p>
      <TextLink href="/oppgaver">{shellTexts(locale).homePage.allTasks}</TextLink>
    </p>
  </>
)
