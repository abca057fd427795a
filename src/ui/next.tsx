import { nextOf, type Step } from '../kernel/step.ts'
import type { Locale } from '../kernel/texts.ts'
import { LinkButton } from './button.tsx'
import { Deadline } from './deadline.tsx'
import { NextStep } from './record-page.tsx'
import { fill, uiTexts } from './texts.ts'

type Shown = Step & { readonly href?: string | null }
export type NextProps = { readonly steps: readonly Shown[]; readonly now: Date; readonly locale: Locale }

/** What is to be done with a record now, before all that it says: one thing, with its button and its clock; or that nothing is. */
export function Next({ steps, now, locale }: NextProps) {
  const t = uiTexts(locale).ahead
  const next = nextOf<Shown>(steps, now)
  if (!next) return <NextStep locale={locale} title={t.nothing} tone="quiet" />
  const { step, late } = next
  const waits = ({ who }: Shown) => (who === null ? null : fill(t.waits, { who }))
  const said = [step.text, waits(step), late && [fill(t.late, { title: late.title }), waits(late)].filter(Boolean).join(' ')].filter(
    Boolean,
  )
  const tone = (step.due !== null && step.due < now) || late ? 'danger' : step.mine ? undefined : 'quiet'
  return (
    <NextStep
      locale={locale}
      title={step.title}
      text={said.length > 0 ? said.join(' ') : undefined}
      clock={step.due && <Deadline due={step.due} now={now} soonHours={soonHours} locale={locale} />}
      tone={tone}
    >
      {step.mine && (step.deed ?? (step.href && <LinkButton href={step.href}>{t.go}</LinkButton>))}
    </NextStep>
  )
}

/** A week before its day it is due soon. */
const soonHours = 7 * 24
