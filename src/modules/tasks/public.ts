export { followLeaders, forgetTasks, handOverShutTasks, handOverTasks, syncTasks, type TellTask } from './commands.ts'
export { syncVacancies } from './commands-vacancies.ts'
export { taskSweep } from './jobs.ts'
export { vacancySweep } from './jobs-vacancies.ts'
export { myTasks, tasksDue, tasksOf } from './queries.ts'
export { stepsOf } from './queries-steps.ts'
export { vacancies } from './queries-vacancies.ts'
export {
  inWhich,
  type Task,
  type TaskCounts,
  type TaskEvent,
  type TaskNotice,
  type TaskSpec,
  type TaskSubject,
  type Vacancy,
  vacancyTask,
} from './task.ts'
