import type { ComponentChildren } from 'preact'
import { localDate } from '../kernel/calendar/calendar.ts'
import { formatDate, formatShort } from '../kernel/calendar/words.ts'
import type { Locale } from '../kernel/texts.ts'
import { each } from './each.ts'

export type TimelineEvent = {
  readonly at: Date
  /** The day is known, and no hour. */
  readonly dayOnly?: boolean
  readonly title: ComponentChildren
  readonly who?: string | undefined
  readonly text?: ComponentChildren
  /** The events that changed where the case stands. */
  readonly strong?: boolean
}

/** What happened, newest first or oldest first as it is given. */
export const Timeline = ({ events, locale }: { readonly events: readonly TimelineEvent[]; readonly locale: Locale }) => (
  <ol className="v-timeline">
    {each(events, (event) => (
      <li data-weight={event.strong ? 'strong' : undefined}>
        <span>{event.title}</span>
        <span className="v-timeline__who">
          {event.dayOnly ? (
            <time dateTime={localDate(event.at)}>{formatDate(localDate(event.at), locale)}</time>
          ) : (
            <time dateTime={event.at.toISOString()}>{formatShort(event.at, locale)}</time>
          )}
          {event.who && ` · ${event.who}`}
        </span>
        {event.text && <div className="v-timeline__text">{event.text}</div>}
      </li>
    ))}
  </ol>
)
