import { hasRole } from '../kernel/actor.ts'
import type { Ctx } from '../kernel/ctx.ts'
import type { Locale } from '../kernel/texts.ts'
import { anyReported } from '../modules/deviation/public.ts'
import { anyMailSent } from '../modules/messages/public.ts'
import { organisationsById } from '../modules/organisation/public.ts'
import { placeCounts } from '../modules/people/public.ts'
import { vacancies, vacancyTask } from '../modules/tasks/public.ts'
import { Section } from '../ui/section.tsx'
import { StatusTag } from '../ui/status-tag.tsx'
import { TaskList } from '../ui/task-list.tsx'
import type { HomePart } from './home.tsx'
import { shellTexts } from './texts.ts'

type StepName = keyof ReturnType<typeof shellTexts>['firstSteps']['steps']

/**
 * What an administrator does with a new organisation, in the order that it helps. Each step is seen from what is there, so nothing is
 * ticked off; when all is there the list is gone.
 */
export async function firstSteps(ctx: Ctx, locale: Locale): Promise<HomePart | null> {
  const { organisationId } = ctx.actor
  if (!hasRole(ctx.actor, 'admin') || (await organisationsById(ctx.tx, [organisationId])).get(organisationId)?.demo) return null
  const { units, people } = await placeCounts(ctx)
  const steps: readonly { readonly name: StepName; readonly href: string; readonly done: boolean }[] = [
    { name: 'units', href: '/enheter', done: units > 1 },
    { name: 'people', href: '/personer', done: people > 1 },
    { name: 'roles', href: '/roller', done: (await vacancies(ctx)).length === 0 },
    { name: 'mail', href: '/innstillinger#e-post', done: await anyMailSent(ctx) },
    { name: 'report', href: '/avvik/ny', done: await anyReported(ctx) },
  ]
  if (steps.every(({ done }) => done)) return null
  const t = shellTexts(locale).firstSteps
  const body = (
    <Section title={t.title} locale={locale} plain>
      <p className="v-soft">{t.lead}</p>
      <TaskList
        tasks={steps.map(({ name, href, done }) => ({
          name: t.steps[name].name,
          href,
          hint: done ? undefined : t.steps[name].hint,
          status: (
            <StatusTag tone={done ? 'success' : 'neutral'} done={done}>
              {done ? t.done : t.left}
            </StatusTag>
          ),
        }))}
      />
    </Section>
  )
  // Each vacant role is a task too; here they are one step, with all of them on its page.
  return { waits: true, body, says: [vacancyTask] }
}
