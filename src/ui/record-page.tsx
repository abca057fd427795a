import type { ComponentChildren } from 'preact'
import type { Locale } from '../kernel/texts.ts'
import { hasLongWord } from './page.tsx'
import { uiTexts } from './texts.ts'

export type RecordPageProps = {
  /** "2026/14" */
  readonly reference: string
  /** What it is: "Avvik". */
  readonly kind?: string
  readonly title: string
  readonly locale: Locale
  readonly status?: ComponentChildren
  /** A `Deadline` with `chip`. */
  readonly deadline?: ComponentChildren
  readonly tags?: ComponentChildren
  /** What it is about, in its own first words. */
  readonly lead?: ComponentChildren
  /** `Steps`. */
  readonly steps?: ComponentChildren
  /** A `NextStep`: what to do now, with the one primary button. */
  readonly next?: ComponentChildren
  readonly notices?: ComponentChildren
  /** People, links, documents, timeline: `Section`s. */
  readonly aside?: ComponentChildren
  /** `Section`s with summary lists. */
  readonly children: ComponentChildren
}

/** One record: what it is, where it stands, what comes next; then its sections, and beside them what belongs to it. */
export const RecordPage = (props: RecordPageProps) => (
  <article className="v-record">
    <header className="v-record__head">
      {props.notices}
      <div className="v-title">
        <div className="v-row">
          <p className="v-kicker">
            {props.kind && `${props.kind} · `}
            {props.reference}
          </p>
          {props.status}
          {props.tags}
          {props.deadline}
        </div>
        <h1 className="ds-heading v-h1" data-long={hasLongWord(props.title) ? '' : undefined}>
          {props.title}
        </h1>
        {props.lead}
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
  readonly text?: ComponentChildren
  /** The record's one deadline: it stands with what is to be done about it. */
  readonly clock?: ComponentChildren
  /** danger: past its time. quiet: nothing to do for whoever reads. */
  readonly tone?: 'danger' | 'quiet' | undefined
  /** One primary button, at most one secondary. */
  readonly children?: ComponentChildren
}

export const NextStep = ({ locale, title, text, clock, tone, children }: NextStepProps) => (
  <section className="v-next" aria-label={uiTexts(locale).nextStep} data-tone={tone}>
    <div className="v-next__text">
      {clock && <p className="v-next__clock">{clock}</p>}
      <h2 className="ds-heading v-h2">{title}</h2>
      {text && <p>{text}</p>}
    </div>
    {children && <div className="v-actions">{children}</div>}
  </section>
)
