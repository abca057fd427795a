import { get, page, type Route } from '../../kernel/http.ts'
import { TasksPage } from './pages/list.tsx'
import { myTasks, taskCounts } from './queries.ts'
import { texts } from './texts.ts'

const mostShown = 200

export const routes: readonly Route[] = [
  get('/oppgaver', 'signedIn', async ({ ctx, locale }) => {
    const tasks = await myTasks(ctx, mostShown)
    return page(texts(locale).title, <TasksPage tasks={tasks} counts={await taskCounts(ctx)} now={ctx.now} locale={locale} />)
  }),
]
