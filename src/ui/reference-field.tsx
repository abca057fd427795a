import type { ComponentChildren } from 'preact'
import { type Finding, findName, type Named, type Offered, searchedName, wordsName } from '../kernel/reference.ts'
import type { Locale } from '../kernel/texts.ts'
import { Button } from './button.tsx'
import { Checkboxes, ChoiceFrame, OneChoice, type Option, Select } from './field.tsx'
import { fill, uiTexts } from './texts.ts'

export type ReferenceFieldProps = {
  readonly name: string
  readonly label: string
  readonly hint?: ComponentChildren
  readonly error?: string | undefined
  /** Marked "(valgfritt)" in the language given. */
  readonly optional?: Locale | undefined
  readonly sometimes?: boolean | undefined
  /** The id chosen; empty where nothing is. */
  readonly value: string
  readonly offered: Offered
  readonly locale: Locale
  /** The words for no choice. */
  readonly empty?: string
}

/**
 * One record chosen among others: from a list, or by its name where they are too many. What is chosen stays chosen, also when it has
 * left or gone out of use.
 */
export function ReferenceField(props: ReferenceFieldProps) {
  const { offered, value, locale, empty = uiTexts(locale).chooseOne } = props
  if (offered.find) return <FindField {...props} find={offered.find} />
  const all = offered.choices.map((one) => optionOf(one, offered, locale))
  const unknown = value !== '' && !all.some((option) => option.value === value)
  const options = unknown ? [{ value, label: uiTexts(locale).find.noLonger }, ...all] : all
  return <Select {...props} options={options} empty={empty} />
}

/**
 * Several chosen among others: a box each, those that stand first; found by their names where they are too many. What is chosen stays
 * chosen, also when it has gone out of use.
 */
export function ReferencesField({ values, offered, locale, ...props }: Omit<ReferenceFieldProps, 'value' | 'empty'> & SeveralChosen) {
  const found = offered.find?.found ?? []
  const all = [...offered.choices, ...found.filter(({ id }) => !offered.choices.some((one) => one.id === id))]
  const options = all.map((one) => optionOf(one, offered, locale))
  const unknown = values.filter((id) => id !== '' && !options.some((option) => option.value === id))
  const lost = unknown.map((value) => ({ value, label: uiTexts(locale).find.noLonger }))
  const isChosen = ({ value }: Option) => values.includes(value)
  const ordered = [...lost, ...options.filter(isChosen), ...options.filter((option) => !isChosen(option))]
  if (offered.find) {
    const chosen = ordered.filter(isChosen)
    return (
      <Find
        {...props}
        type="checkbox"
        find={offered.find}
        chosen={chosen}
        others={ordered.slice(chosen.length)}
        none={[]}
        locale={locale}
      />
    )
  }
  return (
    <Checkboxes
      {...props}
      options={ordered}
      values={values}
      columns={ordered.length >= 10 && !ordered.some(({ label }) => label.startsWith('\u2003'))}
    >
      {ordered.length === 0 && <p className="v-soft">{uiTexts(locale).find.noChoices}</p>}
    </Checkboxes>
  )
}
type SeveralChosen = { readonly values: readonly string[] }

/** What one is called, with the state it is in. Null: not among them, and then its id is no answer to show. */
export function nameIn(offered: Offered | undefined, id: string | null, locale: Locale): string | null {
  const found = offered?.choices.find((one) => one.id === id)
  if (!offered || !found) return null
  return found.gone ? `${found.name} (${offered.gone(locale)})` : found.name
}

/** A choice in words: the place in the tree, the name, what tells it from its namesake, and that it has left. */
export const labelOf = ({ name, beside, gone, depth = 0 }: Named, words: Offered['gone'], locale: Locale): string =>
  `${'\u2003'.repeat(depth)}${name}${beside ? `, ${beside}` : ''}${gone ? ` (${words(locale)})` : ''}`

const optionOf = (one: Named, { gone }: Pick<Offered, 'gone'>, locale: Locale): Option => ({
  value: one.id,
  label: labelOf(one, gone, locale),
})

function FindField({ value, offered, find, ...props }: ReferenceFieldProps & { readonly find: Finding }) {
  const { optional, locale } = props
  const option = (one: Named) => optionOf(one, offered, locale)
  const chosen = offered.choices.filter(({ id }) => id === value).map(option)
  const others = (find.words === null ? offered.choices : find.found).filter(({ id }) => id !== value).map(option)
  const none = chosen.length + others.length > 0 && optional !== undefined ? [{ value: '', label: uiTexts(locale).find.nobody }] : []
  return <Find {...props} type="radio" find={find} chosen={chosen} others={others} none={none} nobody={value === ''} />
}

type FindProps = Omit<ReferenceFieldProps, 'value' | 'empty' | 'offered'> & {
  /** One, or several. */
  readonly type: 'radio' | 'checkbox'
  readonly find: Finding
  readonly chosen: readonly Option[]
  readonly others: readonly Option[]
  readonly none: readonly Option[]
  readonly nobody?: boolean
}

/**
 * Found by name. Without script: write, press the button, choose among those found; the form comes back with all that was written.
 * With script one field finds while one writes (browser/find.ts), and takes the place of the rest; of several, those chosen keep a box each.
 */
function Find({ type, find, chosen, others, none, nobody = false, ...props }: FindProps) {
  const { name, label, hint, error, optional, sometimes, locale } = props
  const t = uiTexts(locale).find
  const choices = [...chosen, ...others, ...none]
  const searched = find.words !== null
  const said = !searched ? '' : others.length === 0 ? t.none : find.more ? fill(t.more, { n: String(find.found.length) }) : t.choose
  const frame = { name, label, hint, error, optional, sometimes }
  return (
    <div
      className="v-find"
      data-find={find.at}
      data-find-none={t.none}
      data-find-one={t.one}
      data-find-some={t.some}
      data-find-more={t.more}
      data-find-failed={t.failed}
      data-find-added={type === 'checkbox' ? t.added : undefined}
      data-searched={searched ? '' : undefined}
    >
      <ChoiceFrame {...frame}>
        <div className="v-find__words">
          <label className="ds-label" htmlFor={name} data-weight="regular">
            {t.words}
          </label>
          <div className="v-find__row">
            <input
              className="ds-input"
              type="text"
              id={name}
              name={wordsName(name)}
              defaultValue={find.words ?? ''}
              autoComplete="off"
              spellcheck={false}
              aria-invalid={error ? true : undefined}
              aria-describedby={error ? `${name}-error` : undefined}
            />
            <Button variant="secondary" name={findName} value={name}>
              {t.find}
              <span className="ds-sr-only"> {label}</span>
            </Button>
          </div>
        </div>
        {searched && <input type="hidden" name={searchedName(name)} value={find.words ?? ''} />}
        <p className="v-find__said v-soft" role="status">
          {said}
        </p>
        {choices.map((option, index) => (
          <OneChoice
            key={option.value}
            type={type}
            index={index + 1}
            option={option}
            checked={index < chosen.length || (nobody && option.value === '')}
            focus={searched && index === chosen.length && others.length > 0}
            of={frame}
          />
        ))}
      </ChoiceFrame>
    </div>
  )
}
