import { hasRole } from '../kernel/actor.ts'
import type { Ctx } from '../kernel/ctx.ts'
import type { Locale } from '../kernel/texts.ts'
import { anyReported } from '../modules/deviation/public.ts'
import { withoutWayIn } from '../modules/identity/public.ts'
import { anyMailSent } from '../modules/messages/public.ts'
import { organisationsById, profileOf } from '../modules/organisation/public.ts'
import { placeCounts, titleOf } from '../modules/people/public.ts'
import { vacancies, vacancyTask } from '../modules/tasks/public.ts'
import { showWhole } from '../ui/format.ts'
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
  const t = shellTexts(locale).firstSteps
  const { units, people } = await placeCounts(ctx)
  const lacking = await withoutWayIn(ctx)
  const profile = await profileOf(ctx)
  // As the role is called here, with the law's word beside it.
  const called = profile.titles.controller[locale]
  const controller = called === t.controller ? called : `${called} (${t.controller})`
  const vacant = await vacancies(ctx)
  const first = [
    { role: 'dpo', title: titleOf(profile, 'dpo', locale) },
    { role: 'controller', title: controller },
  ].filter(({ role }) => vacant.some((one) => one.role === role))
  const steps: readonly { readonly name: StepName; readonly href: string; readonly done: boolean; readonly hint?: string }[] = [
    { name: 'units', href: '/enheter', done: units > 1 },
    // Those who are to handle cases come first; thousands of others are let in as time goes.
    {
      name: 'people',
      href: '/personer',
      done: people - lacking.all > 1 && lacking.withRole === 0,
      ...(people > 1 && { hint: t.withoutWayIn(showWhole(lacking.all, locale), lacking.withRole) }),
    },
    {
      name: 'roles',
      href: '/roller',
      done: vacant.length === 0,
      hint: capital(t.rolesFirst(first.map(({ title }) => title))),
    },
    { name: 'mail', href: '/innstillinger#e-post', done: await anyMailSent(ctx) },
    { name: 'report', href: '/avvik/ny', done: await anyReported(ctx) },
  ]
  if (steps.every(({ done }) => done)) return null
  const body = (
    <Section title={t.title} locale={locale} plain>
      <p className="v-soft">{t.lead}</p>
      <TaskList
        tasks={steps.map(({ name, href, done, hint }) => ({
          name: t.steps[name].name,
          href,
          hint: done ? undefined : (hint ?? t.steps[name].hint),
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

const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1)
