import type { Locale } from '../../../../kernel/texts.ts'
import { Actions, LinkButton } from '../../../../ui/button.tsx'
import type { CaseView } from '../../queries.ts'
import { overviewTexts } from '../texts.ts'
import { Decisions } from './decisions.tsx'

/** Whether it is a breach: what was decided and why, and the way to decide it, for those who may (S1-44). */
export const BreachDecision = ({ view, locale }: { readonly view: CaseView; readonly locale: Locale }) => {
  const { deviation, actions } = view
  const t = overviewTexts(locale).page.assessment
  return (
    <>
      {deviation.breach === null && <p className="v-soft">{t.breachUnclear}</p>}
      <Decisions view={view} kinds={['breach']} locale={locale} />
      {actions.includes('decideBreach') && (
        <Actions>
          <LinkButton href={`/avvik/${deviation.id}/brudd`} variant="secondary">
            {deviation.breach === null ? t.decideBreach : t.decideBreachAgain}
          </LinkButton>
        </Actions>
      )}
    </>
  )
}
