import { addDays, endOfDay, localDate } from '../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { inAll } from '../../kernel/texts.ts'
import { syncTasks } from '../tasks/public.ts'
import { offersToSync } from './queries-plan.ts'
import { offerTasks } from './rules.ts'
import { texts } from './texts.ts'

/** How many days whoever keeps a requirement has to set up what it is taken from. */
const offerDays = 14

/**
 * A requirement that there is nothing to take is nobody's task: the task is its keeper's, to set up a course or lay in a text, and goes when
 * there is one. Its day is set once.
 */
export async function syncOffers(ctx: Ctx): Promise<void> {
  for (const one of await offersToSync(ctx)) {
    const due = one.dueAt ?? endOfDay(addDays(localDate(ctx.now), offerDays))
    await syncTasks(
      ctx,
      { type: 'training_requirement', id: one.id, reference: null, href: `/kompetansekrav/${one.id}` },
      'training_requirement.',
      offerTasks(
        one,
        due,
        inAll((locale) => texts(locale).tasks[one.reads ? 'offerText' : 'offerCourse']),
      ),
    )
  }
}
