import { formatShort } from '../../../../kernel/calendar/words.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { Timeline } from '../../../../ui/timeline.tsx'
import type { Decision } from '../../deviation.ts'
import { fellWords } from '../../fell.ts'
import type { CaseView } from '../../queries.ts'
import { lastDecision } from '../../rests.ts'
import { overviewTexts } from '../texts.ts'

type DecisionsProps = { readonly view: CaseView; readonly kinds: readonly Decision['kind'][]; readonly locale: Locale }

/** What was decided of the case itself, by whom and why; the two notices stand where they are decided. */
export function Decisions({ view, kinds, locale }: DecisionsProps) {
  const t = overviewTexts(locale).page
  const decisions = view.deviation.decisions.filter(({ kind }) => kinds.includes(kind))
  if (decisions.length === 0) return null
  return (
    <Timeline
      locale={locale}
      events={decisions.toReversed().map((decision) => ({
        at: decision.at,
        title: decision.outcome === 'fell' ? fellWords(decision, locale) : (t.decisions.outcomes[decision.outcome] ?? decision.outcome),
        who: view.names.get(decision.by),
        text: (
          <>
            {decision.ground && <p>{t.grounds[decision.ground]}</p>}
            {decision.reason && <p>{decision.reason}</p>}
          </>
        ),
        strong: true,
      }))}
    />
  )
}

/** "Det er et brudd, avgjort av …": for the page of a decision that has been made before. */
export const decidedWords = (view: CaseView, kind: 'breach', locale: Locale): string | null => {
  const t = overviewTexts(locale).page
  const decision = lastDecision(view.deviation, kind)
  return decision
    ? `${t.decisions.outcomes[decision.outcome] ?? ''}. ${t.tracks.decided(view.names.get(decision.by) ?? '', formatShort(decision.at, locale))}.`
    : null
}
