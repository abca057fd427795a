import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { each } from './each.ts'

export type TaskItem = {
  readonly name: string
  /** Absent: it cannot be opened now. */
  readonly href?: string | undefined
  readonly hint?: ComponentChildren
  /** A `StatusTag`, or words. */
  readonly status?: ComponentChildren
  readonly deadline?: ComponentChildren
  readonly action?: ComponentChildren
}

/** Things to do, with where each stands. */
export const TaskList = ({ tasks }: { readonly tasks: readonly TaskItem[] }) => (
  <ul className="v-tasks">
    {each(tasks, (task) => (
      <Item {...task} />
    ))}
  </ul>
)

/** The hint describes the link too: several tasks may have the same name, each in a case of its own. */
function Item({ name, href, hint, status, deadline, action }: TaskItem) {
  const hintId = useId()
  return (
    <li>
      <div className="v-tasks__name">
        {href ? (
          <a className="ds-link" href={href} aria-describedby={hint ? hintId : undefined}>
            {name}
          </a>
        ) : (
          <b>{name}</b>
        )}
        {hint && (
          <div className="v-soft" id={hintId}>
            {hint}
          </div>
        )}
      </div>
      {deadline && <div className="v-tasks__when">{deadline}</div>}
      {(status || action) && (
        <div className="v-tasks__side">
          {status}
          {action}
        </div>
      )}
    </li>
  )
}
