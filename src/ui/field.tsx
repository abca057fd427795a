import type { ComponentChildren, InputHTMLAttributes } from 'preact'
import type { Locale } from '../kernel/texts.ts'
import { uiTexts } from './texts.ts'

// Plain elements with the design system's classes, and every id written out: label, hint and error belong to their field
// without a script. The React components of the design system leave that to a custom element in the browser.

type Common = {
  readonly name: string
  readonly label: string
  readonly hint?: ComponentChildren
  readonly error?: string | undefined
  /** Marked "(valgfritt)" in the language given. */
  readonly optional?: Locale | undefined
  /** And may have to be answered, as other answers are: marked "(ved behov)" instead. */
  readonly sometimes?: boolean | undefined
  readonly id?: string
}

export type TextInputProps = Common & {
  readonly value?: string | undefined
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'password' | 'date' | 'datetime-local'
  readonly rows?: number
  /** Characters the answer is expected to take, where it is short. */
  readonly size?: number
  readonly numeric?: boolean
  readonly autoComplete?: string
  /** The personal-data guard reads along. */
  readonly guard?: boolean
  readonly max?: number | undefined
  /** The page is for this field alone. */
  readonly autoFocus?: boolean
}

/** One line, or several where `rows` is given. No `maxlength`: what is pasted is never cut in silence. */
export function TextInput(props: TextInputProps) {
  const { name, value, type = 'text', rows, size, numeric, autoComplete, guard, max, autoFocus } = props
  const shared = {
    className: 'ds-input',
    name,
    defaultValue: value ?? '',
    autoComplete,
    autoFocus,
    'data-guard': guard ? '' : undefined,
    'data-max': max,
    ...described(props),
  }
  return (
    <FieldFrame {...props}>
      {rows ? (
        // Browsers drop a line break that comes right behind the tag: one that was written stands behind another.
        <textarea {...shared} defaultValue={shared.defaultValue.replace(/^(?=\n)/, '\n')} rows={rows} />
      ) : (
        <input {...({ ...shared, type, size, inputMode: numeric ? 'numeric' : undefined } as InputHTMLAttributes<HTMLInputElement>)} />
      )}
    </FieldFrame>
  )
}

export type Option = {
  readonly value: string
  readonly label: string
  readonly hint?: string
  /** Choosing it opens the `Reveal` around it. */
  readonly reveals?: boolean
  /** What only this choice asks for: it stands below it, and comes when it is chosen. */
  readonly below?: ComponentChildren
}

export type OptionGroup = { readonly label: string; readonly options: readonly Option[] }

export type SelectProps = Common & {
  readonly options?: readonly Option[]
  /** Many choices, under headings. */
  readonly groups?: readonly OptionGroup[]
  readonly value?: string | undefined
  /** The words for no choice; false where one must always be chosen. */
  readonly empty: string | false
}

export const Select = (props: SelectProps) => (
  <FieldFrame {...props}>
    <select className="ds-input" name={props.name} defaultValue={props.value ?? ''} {...described(props)}>
      {props.empty !== false && <option value="">{props.empty}</option>}
      {props.options && <SelectOptions options={props.options} />}
      {props.groups?.map(({ label, options }) => (
        <optgroup key={label} label={label}>
          <SelectOptions options={options} />
        </optgroup>
      ))}
    </select>
  </FieldFrame>
)

const SelectOptions = ({ options }: { readonly options: readonly Option[] }) =>
  options.map((option) => (
    <option key={option.value} value={option.value}>
      {option.label}
    </option>
  ))

export type RadiosProps = Common & {
  readonly options: readonly Option[]
  /** Side by side where there is room: few and short answers without hints. */
  readonly inline?: boolean
  readonly value?: string | undefined
  /** The answer may be taken back, though nothing says that it is optional: an unfinished one may be saved. */
  readonly takenBack?: Locale | undefined
  readonly children?: ComponentChildren
}

/** One of few. The id of the field is the id of its first choice, so a link from the error summary lands there. */
export const Radios = ({ takenBack, ...props }: RadiosProps) => (
  <ChoiceFrame {...props}>
    {props.options.map((option, index) => (
      <OneChoice key={option.value} type="radio" index={index} option={option} checked={option.value === props.value} of={props} />
    ))}
    <NoChoice {...props} locale={props.optional ?? takenBack} />
    {props.children}
  </ChoiceFrame>
)

/** A browser lets nobody take a radio button back: what may be left open has a choice for that, seen once something is chosen. */
function NoChoice({ locale, ...props }: RadiosProps & { readonly locale: Locale | undefined }) {
  if (!locale || props.options.some(({ value }) => value === '')) return null
  const option = { value: '', label: uiTexts(locale).noChoice }
  return (
    <div className="v-no-choice">
      <OneChoice type="radio" index={props.options.length} option={option} checked={false} of={props} />
    </div>
  )
}

export type CheckboxesProps = Common & {
  readonly options: readonly Option[]
  readonly values?: readonly string[]
  /** In two columns where there is room: many and short answers. */
  readonly columns?: boolean
  readonly children?: ComponentChildren
}

export const Checkboxes = (props: CheckboxesProps) => (
  <ChoiceFrame {...props}>
    {props.options.map((option, index) => (
      <OneChoice
        key={option.value}
        type="checkbox"
        index={index}
        option={option}
        checked={props.values?.includes(option.value) ?? false}
        of={props}
      />
    ))}
    {props.children}
  </ChoiceFrame>
)

/** One box that stands alone: "Jeg vil ikke at navnet mitt vises". */
export const Checkbox = ({ value = 'ja', checked, ...props }: Common & { readonly value?: string; readonly checked?: boolean }) => (
  <div className={props.error ? 'v-fault' : undefined}>
    <div className="ds-field">
      <input className="ds-input" type="checkbox" name={props.name} value={value} defaultChecked={checked} {...described(props)} />
      <label className="ds-label" htmlFor={idOf(props)}>
        {props.label}
      </label>
      {props.hint && (
        <div data-field="description" id={`${idOf(props)}-hint`}>
          {props.hint}
        </div>
      )}
    </div>
    <Fault {...props} />
  </div>
)

/** A question, and those that only one answer to it asks for: they come when it is chosen, by CSS alone. What was written stays. */
export const Reveal = ({ by, children }: { readonly by: ComponentChildren; readonly children: ComponentChildren }) => (
  <div className="v-reveal">
    {by}
    <div className="v-reveal__rest">{children}</div>
  </div>
)

/** Fields that belong together, under one heading. */
export const FieldGroup = ({
  title,
  hint,
  children,
}: {
  readonly title: string
  readonly hint?: ComponentChildren
  readonly children: ComponentChildren
}) => (
  <fieldset className="v-group">
    <legend className="ds-heading v-h2">{title}</legend>
    {hint && <p className="v-soft">{hint}</p>}
    {children}
  </fieldset>
)

/** Any control of your own, with label, hint and error in place. Give the control the id (`id` or `name`). */
export const FieldFrame = (props: Common & { readonly children: ComponentChildren }) => (
  <div className={`ds-field${props.error ? ' v-fault' : ''}`}>
    <label className="ds-label" htmlFor={idOf(props)}>
      {props.label}
      <Optional {...props} />
    </label>
    {props.hint && (
      <div data-field="description" id={`${idOf(props)}-hint`}>
        {props.hint}
      </div>
    )}
    {props.children}
    <Fault {...props} />
  </div>
)

export const ChoiceFrame = (
  props: Common & { readonly inline?: boolean; readonly columns?: boolean; readonly children: ComponentChildren },
) => (
  <fieldset
    className={`ds-fieldset${props.error ? ' v-fault' : ''}`}
    aria-describedby={describedBy(props)}
    data-inline={props.inline ? '' : undefined}
    data-columns={props.columns ? '' : undefined}
  >
    <legend className="ds-label">
      {props.label}
      <Optional {...props} />
    </legend>
    {props.hint && (
      <div data-field="description" id={`${idOf(props)}-hint`}>
        {props.hint}
      </div>
    )}
    <Fault {...props} />
    {props.children}
  </fieldset>
)

type OneChoiceProps = {
  readonly type: 'radio' | 'checkbox'
  readonly index: number
  readonly option: Option
  readonly checked: boolean
  /** The page opens here. */
  readonly focus?: boolean
  readonly of: Common
}

/** A label that begins with spaces lies so deep in a tree: in a list they are all there is, and here the box follows. */
export const OneChoice = ({ type, index, option, checked, focus, of }: OneChoiceProps) => {
  const id = index === 0 ? idOf(of) : `${idOf(of)}-${index + 1}`
  const label = option.label.trimStart()
  const choice = (
    <div className="ds-field" data-depth={option.label.length - label.length || undefined}>
      <input
        className="ds-input"
        type={type}
        id={id}
        name={of.name}
        value={option.value}
        defaultChecked={checked}
        // biome-ignore lint/a11y/noAutofocus: whoever pressed "Finn" asked for what was found, and has no script to lead there
        autoFocus={focus}
        aria-invalid={of.error ? true : undefined}
        aria-describedby={option.hint ? `${id}-choice-hint` : undefined}
        data-reveals={option.reveals || option.below ? '' : undefined}
      />
      <label className="ds-label" htmlFor={id}>
        {label}
      </label>
      {option.hint && (
        <div data-field="description" id={`${id}-choice-hint`}>
          {option.hint}
        </div>
      )}
    </div>
  )
  return option.below ? <Reveal by={choice}>{option.below}</Reveal> : choice
}

const Optional = ({ optional, sometimes }: Common) =>
  optional ? <span className="v-optional"> {sometimes ? uiTexts(optional).sometimes : uiTexts(optional).optional}</span> : null

const Fault = (props: Common) =>
  props.error ? (
    <p className="ds-validation-message" id={`${idOf(props)}-error`}>
      {props.error}
    </p>
  ) : null

const idOf = ({ id, name }: Common) => id ?? name

const describedBy = (props: Common) =>
  [props.hint && `${idOf(props)}-hint`, props.error && `${idOf(props)}-error`].filter(Boolean).join(' ') || undefined

const described = (props: Common) => ({
  id: idOf(props),
  'aria-describedby': describedBy(props),
  'aria-invalid': props.error ? (true as const) : undefined,
})
