export { syncTasks } from './commands.ts'
export { type TaskNotice, type TellTask, taskSweep } from './jobs.ts'
export { myTasks, taskCounts, tasksOf } from './queries.ts'
export type { Task, TaskCounts, TaskEvent, TaskSpec, TaskSubject } from './task.ts'
