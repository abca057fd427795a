import type { Ctx } from '../kernel/ctx.ts'
import type { Locale } from '../kernel/texts.ts'
import { CasesOnHome, homeCases } from '../modules/deviation/public.ts'
import { countWaiting, keptDays, keptWords } from '../modules/kept/public.ts'
import { inWhich, myTasks, type Task } from '../modules/tasks/public.ts'
import { Deadline } from '../ui/deadline.tsx'
import { Notice } from '../ui/notice.tsx'
import { TextLink } from '../ui/page.tsx'
import { Section } from '../ui/section.tsx'
import { Tallies } from '../ui/tallies.tsx'
import { TaskList } from '../ui/task-list.tsx'
import { fill } from '../ui/texts.ts'
import { firstSteps } from './first-steps.tsx'
import type { HomePart } from './home.tsx'
import { shellTexts } from './texts.ts'

/** Drawn when all are read: a part says of which tasks it speaks, and those below leave them out. */
type Drawn = HomePart | null | ((said: ReadonlySet<string>) => HomePart | null)
type Part = (ctx: Ctx, locale: Locale) => Promise<Drawn>

/** As many tasks as home reads; the rest are a page of their own. */
const mostTasks = 50
const mostOther = 6

/** The parts of home in their order, one row each. A part asks for itself what its reader may see; null: nothing for them. */
const parts: readonly Part[] = [unsaved, firstSteps, work, overview]

export async function homeParts(ctx: Ctx, locale: Locale): Promise<readonly HomePart[]> {
  const drawn: HomePart[] = []
  const said = new Set<string>()
  for (const read of await Promise.all(parts.map((part) => part(ctx, locale)))) {
    const one = typeof read === 'function' ? read(said) : read
    if (!one) continue
    drawn.push(one)
    for (const kind of one.says ?? []) said.add(kind)
  }
  return drawn
}

/** What its writer sent after the session had ended, and has not saved yet. */
async function unsaved({ tx, house, actor }: Ctx, locale: Locale): Promise<HomePart | null> {
  if ((await countWaiting(tx, house, actor)) === 0) return null
  const words = keptWords(locale)
  return {
    waits: true,
    body: (
      <Notice tone="warning" title={words.waiting} locale={locale}>
        <p>{fill(words.waitingText, { days: keptDays })}</p>
        <p>
          <TextLink href="/beholdt">{words.see}</TextLink>
        </p>
      </Notice>
    ),
  }
}

/** Cases first, a row each; then the tasks that belong to none of them. */
async function work(ctx: Ctx, locale: Locale): Promise<Drawn> {
  const tasks = await myTasks(ctx, mostTasks)
  const cases = await homeCases(ctx, tasks)
  const shown = new Set([...cases.mine, ...cases.theirs].map((one) => one.row.id))
  return (said) => {
    const others = tasks.filter((task) => !shown.has(task.subjectId) && !said.has(task.kind))
    if (others.length === 0 && cases.mine.length === 0 && cases.theirs.length === 0) return null
    return {
      waits: tasks.length > 0,
      body: (
        <>
          <CasesOnHome cases={cases} locale={locale} now={ctx.now} />
          {others.length > 0 && (
            <OtherTasks tasks={others} alone={cases.mine.length + cases.theirs.length === 0} locale={locale} now={ctx.now} />
          )}
        </>
      ),
    }
  }
}

type OtherProps = { readonly tasks: readonly Task[]; readonly alone: boolean; readonly locale: Locale; readonly now: Date }

const OtherTasks = ({ tasks, alone, locale, now }: OtherProps) => {
  const texts = shellTexts(locale).homePage
  return (
    <Section title={alone ? texts.tasks : texts.otherTasks} locale={locale} plain={alone}>
      <TaskList
        tasks={tasks.slice(0, mostOther).map((task) => ({
          name: task.title[locale],
          href: task.href,
          hint: inWhich(task, locale),
          deadline: task.dueAt && <Deadline due={task.dueAt} now={now} locale={locale} compact />,
        }))}
      />
      {tasks.length > mostOther && (
        <p>
          <TextLink href="/oppgaver">{texts.allTasks}</TextLink>
        </p>
      )}
    </Section>
  )
}

/** How it stands with what its reader oversees: a few counts, each the way to its list. What there is none of is not said. */
async function overview(ctx: Ctx, locale: Locale): Promise<HomePart | null> {
  const tallies = await ctx.house.overview(ctx, locale)
  const counted = tallies.filter(({ count }) => count > 0)
  if (counted.length === 0) return null
  return {
    waits: false,
    body: (
      <Section title={shellTexts(locale).homePage.overview} locale={locale}>
        <Tallies tallies={counted} locale={locale} />
      </Section>
    ),
  }
}
