import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'

/** The sealed mark of whoever the page is drawn for: every form that can lose text carries it, so that it is never saved as another. */
export const Writer = createContext<(() => string) | null>(null)

/** Whose page it is: with it, what is written or chosen in the form stays when the page is drawn in another language. */
export const WriterField = () => {
  const mark = useContext(Writer)?.()
  return mark === undefined ? null : <input type="hidden" name="writer" value={mark} />
}

export type FormProps = {
  readonly action?: string | undefined
  /** The version the editor saw: a second editor gets a page that shows both (never a lost update). */
  readonly version?: number | null
  /** Where drafts are posted while one writes. */
  readonly autosave?: string | undefined
  /** Ask before leaving with text that is not saved. On unless the form is one press. */
  readonly unsaved?: boolean
  readonly wide?: boolean
  /** Files come with it: only to a route that takes them. */
  readonly files?: boolean
  readonly id?: string
  readonly hidden?: Readonly<Record<string, string | number>>
  /** What the main button of the form posts, where it has a name: Enter does the same. */
  readonly enter?: { readonly name: string; readonly value: string } | undefined
  readonly children: ComponentChildren
}

/** A form that posts. Our own checks answer in the reader's language, so the browser's are off. */
export const Form = ({ action, version, autosave, unsaved = true, wide, files, id, hidden = {}, enter, children }: FormProps) => (
  <form
    className="v-form"
    method="post"
    action={action}
    encType={files ? 'multipart/form-data' : undefined}
    id={id}
    noValidate
    data-once=""
    data-unsaved={unsaved ? '' : undefined}
    data-autosave={autosave}
    data-wide={wide ? '' : undefined}
  >
    {/* Enter in a field presses the first button, which may look for somebody, ask somebody or add a row: this one does what the form is for. */}
    <button type="submit" hidden tabIndex={-1} {...enter} />
    {unsaved && <WriterField />}
    {version !== undefined && version !== null && <input type="hidden" name="version" value={version} />}
    {Object.entries(hidden).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    {children}
  </form>
)
