import type { Locale } from '../../../../kernel/texts.ts'
import { Deadline } from '../../../../ui/deadline.tsx'
import { clockState } from '../../clock.ts'
import type { Deviation } from '../../deviation.ts'
import type { CaseView } from '../../queries.ts'
import { nearestClock } from '../../regime-clock.ts'
import { texts } from '../../texts.ts'
import { metWords } from './words.tsx'

type Look = { readonly now: Date; readonly locale: Locale; readonly plain?: boolean; readonly compact?: boolean }
type CaseDeadlineProps = Look & { readonly view: Pick<CaseView, 'deviation' | 'profile'> }

/** The one clock of a case: the nearest of all that run, and what it is of where that is not the 72 hours. */
export function CaseDeadline({ view: { deviation, profile }, plain, compact, ...look }: CaseDeadlineProps) {
  const clock = nearestClock(deviation, profile)
  if (!clock?.other) return <AuthorityDeadline deviation={deviation} {...look} plain={plain ?? false} compact={compact ?? false} />
  const of = texts(look.locale).regimeNames[clock.other.regime]
  return <Deadline due={clock.due} of={of} {...look} compact={compact ?? false} chip={!plain && !compact} />
}

/** The 72 hours of Datatilsynet alone: running, past, met or met late; nothing where nothing is owed. */
export function AuthorityDeadline({ deviation, now, locale, plain, compact }: Look & { readonly deviation: Deviation }) {
  const state = clockState(deviation, now)
  if (state === 'none' || !deviation.notifyBy) return null
  return (
    <Deadline
      due={deviation.notifyBy}
      now={now}
      met={deviation.authorityNotifiedAt}
      metWords={metWords(deviation, locale)}
      assumed={deviation.notifyByAssumed}
      locale={locale}
      compact={compact ?? false}
      chip={!plain && !compact}
    />
  )
}
