import type { ReactNode } from 'react'

export type FormProps = {
  readonly action?: string | undefined
  /** The version the editor saw: a second editor gets a page that shows both (never a lost update). */
  readonly version?: number | null
  /** Where drafts are posted while one writes. */
  readonly autosave?: string | undefined
  /** Ask before leaving with text that is not saved. On unless the form is one press. */
  readonly unsaved?: boolean
  readonly wide?: boolean
  readonly id?: string
  readonly hidden?: Readonly<Record<string, string | number>>
  readonly children: ReactNode
}

/** A form that posts. Our own checks answer in the reader's language, so the browser's are off. */
export const Form = ({ action, version, autosave, unsaved = true, wide, id, hidden = {}, children }: FormProps) => (
  <form
    className="v-form"
    method="post"
    action={action}
    id={id}
    noValidate
    data-once=""
    data-unsaved={unsaved ? '' : undefined}
    data-autosave={autosave}
    data-wide={wide ? '' : undefined}
  >
    {version !== undefined && version !== null && <input type="hidden" name="version" value={version} />}
    {Object.entries(hidden).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    {children}
  </form>
)
