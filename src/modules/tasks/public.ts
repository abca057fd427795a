export { releaseTasks, syncTasks } from './commands.ts'
export { type TaskNotice, type TellTask, taskSweep } from './jobs.ts'
export { myTasks, taskCounts, tasksOf } from './queries.ts'
export { inWhich, type Task, type TaskCounts, type TaskEvent, type TaskSpec, type TaskSubject } from './task.ts'
