import type { Locale } from '../../../../kernel/texts.ts'
import { Deadline } from '../../../../ui/deadline.tsx'
import { clockState } from '../../clock.ts'
import type { Deviation } from '../../deviation.ts'
import { metWords } from './words.tsx'

type CaseDeadlineProps = { readonly deviation: Deviation; readonly now: Date; readonly locale: Locale; readonly plain?: boolean }

/** The 72 hours: running, past, met or met late; nothing where nothing is owed. */
export function CaseDeadline({ deviation, now, locale, plain }: CaseDeadlineProps) {
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
      chip={!plain}
    />
  )
}
