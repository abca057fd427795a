import type { Locale } from '../kernel/texts.ts'
import { Icon } from './icon.tsx'
import { uiTexts } from './texts.ts'

export type Step = { readonly label: string; readonly state: 'done' | 'current' | 'ahead' | 'skipped' }

/** Where a case stands, in words: what is done, what is now, what is ahead. */
export const Steps = ({ steps, locale }: { readonly steps: readonly Step[]; readonly locale: Locale }) => {
  const texts = uiTexts(locale)
  const said = { done: texts.stepDone, current: texts.stepCurrent, skipped: texts.stepSkipped, ahead: '' }
  return (
    <ol className="v-steps" aria-label={texts.steps}>
      {steps.map((step) => (
        <li key={step.label} data-state={step.state} aria-current={step.state === 'current' ? 'step' : undefined}>
          {step.state === 'done' && <Icon name="check" />}
          {step.label}
          {said[step.state] && <span className="ds-sr-only">: {said[step.state]}</span>}
        </li>
      ))}
    </ol>
  )
}
