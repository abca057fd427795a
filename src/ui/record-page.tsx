import type { ReactNode } from 'react'
import type { Locale } from '../kernel/texts.ts'
import { uiTexts } from './texts.ts'

export type RecordPageProps = {
  /** "2026/14" */
  readonly reference: string
  /** What it is: "Avvik". */
  readonly kind?: string
  readonly title: string
  readonly locale: Locale
  readonly status?: ReactNode
  /** A `Deadline` with `chip`. */
  readonly deadline?: ReactNode
  readonly tags?: ReactNode
  /** `Steps`. */
  readonly steps?: ReactNode
  /** A `NextStep`: what to do now, with the one primary button. */
  readonly next?: ReactNode
  readonly notices?: ReactNode
  /** People, links, documents, timeline: `Section`s. */
  readonly aside?: ReactNode
  /** `Section`s with summary lists. */
  readonly children: ReactNode
}

/** One record: what it is, where it stands, what comes next; then its sections, and beside them what belongs to it. */
export const RecordPage = (props: RecordPageProps) => (
  <article className="v-record">
    <header className="v-record__head">
      {props.notices}
      <div className="v-title">
        <p className="v-kicker">
          {props.kind && `${props.kind} · `}
          {props.reference}
        </p>
        <h1 className="ds-heading v-h1">{props.title}</h1>
        {(props.status || props.deadline || props.tags) && (
          <div className="v-row">
            {props.status}
            {props.tags}
            {props.deadline}
          </div>
        )}
      </div>
      {props.steps}
      {props.next}
    </header>
    <div className="v-record__body">
      <div className="v-record__sections">{props.children}</div>
      {props.aside && <div className="v-record__aside">{props.aside}</div>}
    </div>
  </article>
)

export type NextStepProps = {
  readonly locale: Locale
  readonly title: string
  readonly text?: ReactNode
  /** One primary button, at most one secondary. */
  readonly children?: ReactNode
}

export const NextStep = ({ locale, title, text, children }: NextStepProps) => (
  <section className="v-next" aria-label={uiTexts(locale).nextStep}>
    <div className="v-next__text">
      <h2 className="ds-heading v-h2">{title}</h2>
      {text && <p>{text}</p>}
    </div>
    {children && <div className="v-actions">{children}</div>}
  </section>
)
