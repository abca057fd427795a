import type { ReactNode } from 'react'
import { each } from './each.ts'

export type TaskItem = {
  readonly name: string
  /** Absent: it cannot be opened now. */
  readonly href?: string | undefined
  readonly hint?: ReactNode
  /** A `StatusTag`, or words. */
  readonly status?: ReactNode
  readonly deadline?: ReactNode
  readonly action?: ReactNode
}

/** Things to do, with where each stands. */
export const TaskList = ({ tasks }: { readonly tasks: readonly TaskItem[] }) => (
  <ul className="v-tasks">
    {each(tasks, (task) => (
      <li>
        <div className="v-tasks__name">
          {task.href ? (
            <a className="ds-link" href={task.href}>
              {task.name}
            </a>
          ) : (
            <b>{task.name}</b>
          )}
          {task.hint && <div className="v-soft">{task.hint}</div>}
        </div>
        {task.deadline && <div className="v-tasks__when">{task.deadline}</div>}
        {(task.status || task.action) && (
          <div className="v-tasks__side">
            {task.status}
            {task.action}
          </div>
        )}
      </li>
    ))}
  </ul>
)
