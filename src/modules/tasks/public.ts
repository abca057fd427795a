export { handOverTasks, syncTasks, type TellTask } from './commands.ts'
export { taskSweep } from './jobs.ts'
export { myTasks, taskCounts, tasksOf } from './queries.ts'
export {
  inWhich,
  type Task,
  type TaskCounts,
  type TaskEvent,
  type TaskNotice,
  type TaskSpec,
  type TaskSubject,
} from './task.ts'
