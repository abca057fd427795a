import { formatShort } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Section } from '../../../ui/section.tsx'
import { Timeline } from '../../../ui/timeline.tsx'
import { casefileTexts } from '../casefile/texts.ts'
import type { CaseView } from '../queries.ts'

/** What was decided of the case itself: breach or not, closing, reopening. The two notices are decided in the assessment's part. */
export function DecisionsSection({ view, locale }: { readonly view: CaseView; readonly locale: Locale }) {
  const t = casefileTexts(locale).page
  const decisions = view.deviation.decisions.filter(({ kind }) => kind !== 'authority' && kind !== 'subjects')
  if (decisions.length === 0) return null
  return (
    <Section title={t.decisions.title} id="avgjorelser" locale={locale}>
      <Timeline
        locale={locale}
        events={decisions.toReversed().map((decision) => ({
          at: decision.at,
          title: t.decisions.outcomes[decision.outcome] ?? decision.outcome,
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
    </Section>
  )
}

/** "Det er et brudd, avgjort av …": for the page of a decision that has been made before. */
export const decidedWords = (view: CaseView, kind: 'breach', locale: Locale): string | null => {
  const t = casefileTexts(locale).page
  const decision = view.deviation.decisions.findLast((one) => one.kind === kind)
  return decision
    ? `${t.decisions.outcomes[decision.outcome] ?? ''}. ${t.tracks.decided(view.names.get(decision.by) ?? '', formatShort(decision.at, locale))}.`
    : null
}
