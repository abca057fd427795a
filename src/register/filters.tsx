import { Fragment } from 'preact'
import type { Asked } from '../kernel/http.ts'
import { type OffersByName, wordsName } from '../kernel/reference.ts'
import { wordsKey } from '../kernel/searched.ts'
import type { Locale } from '../kernel/texts.ts'
import { type Option, type OptionGroup, Select, TextInput } from '../ui/field.tsx'
import { FoldedFilters, ListShape } from '../ui/list-shape.tsx'
import { labelOf } from '../ui/reference-field.tsx'
import { fill, uiTexts } from '../ui/texts.ts'
import {
  choosable,
  columnsKey,
  type Filter,
  isShown,
  type List,
  moreKey,
  notSet,
  offersNotSet,
  type Row,
  sortKey,
  sortWord,
  usedFilters,
  type View,
} from './view.ts'

/** The form of a list's filter: its questions, what a view has set and nobody is asked for, and the order and the columns. */
export async function drawFilters<R extends Row>(list: List<R>, asked: Asked, view: View, offers: OffersByName) {
  const { locale } = asked
  const words = uiTexts(locale).list
  const asks = (name: string, { kind, asked: when }: Filter) => kind !== 'mark' && isShown(list, view, name) && (when?.(view) ?? true)
  const fields = []
  let any = false
  for (const [name, filter] of Object.entries(list.filters)) {
    const drawn = await drawOne(asked, name, filter, asks(name, filter), view, offers)
    any ||= asks(name, filter) && Boolean(drawn)
    fields.push(<Fragment key={name}>{drawn}</Fragment>)
  }
  const sorts = Object.keys(list.sorts).flatMap((sort) =>
    [false, true].map((falling) => ({
      value: sortWord({ sort, falling }),
      label: fill(falling ? words.falling : words.rising, { label: list.columns[sort]?.label(locale) ?? sort }),
    })),
  )
  const columns = choosable(list).map((value) => ({ value, label: list.columns[value]?.label(locale) ?? value }))
  return (
    <>
      {list.search && (
        <TextInput name={wordsKey} type="search" label={list.search.label(locale)} value={view.search?.words ?? ''} autoComplete="off" />
      )}
      {any ? (
        <FoldedFilters used={usedFilters({ ...view, search: null }).length} open={view.more} locale={locale}>
          {fields}
        </FoldedFilters>
      ) : (
        fields
      )}
      {view.more && <input type="hidden" name={moreKey} value="flere" />}
      <ListShape
        sort={{ name: sortKey, options: sorts, value: sortWord(view) }}
        columns={{ name: columnsKey, options: columns, values: view.columns }}
        locale={locale}
      />
    </>
  )
}

async function drawOne(asked: Asked, name: string, filter: Filter, shown: boolean, view: View, offers: OffersByName) {
  const { ctx, locale } = asked
  const { key, kind } = filter
  const value = view.filters[name] ?? ''
  // A search inside a view stays inside it.
  if (!shown || kind === 'mark') return value && <input type="hidden" name={key} value={value} />
  const field = { name: key, label: filter.label(locale) }
  if (kind === 'day') return <TextInput {...field} type="date" value={value} />
  if (kind === 'reference') {
    const options = namedIn(offers, name, filter, asked)
    return asksSomething(filter, options, value) && <Select {...field} empty={uiTexts(locale).list.all} options={options} value={value} />
  }
  if (kind === 'choice') {
    const options = await filter.options(asked)
    if (options.length === 0 && value === '') return null
    const groups = options.some((one) => 'options' in one)
    const choices = groups ? { groups: options as readonly OptionGroup[] } : { options: options as readonly Option[] }
    return <Select {...field} {...choices} empty={filter.any?.(locale) ?? uiTexts(locale).list.all} value={value} />
  }
  const sealed = view.words[name]
  const written = sealed ?? (value && (await filter.shown(value, ctx)))
  const find = filter.kind === 'words' ? filter.find : undefined
  return (
    <>
      {find === undefined ? (
        <TextInput {...field} value={written} autoComplete="off" />
      ) : (
        <FindWhileWriting {...{ ...field, find, written, locale }} value={sealed === undefined ? value : ''} />
      )}
      {value && sealed === undefined && (
        <>
          <input type="hidden" name={shownKey(key)} value={written} />
          <input type="hidden" name={meantKey(key)} value={value} />
        </>
      )}
    </>
  )
}

type Finds = {
  readonly name: string
  readonly label: string
  readonly find: string
  readonly written: string
  /** What is meant now, as it stands in the address. */
  readonly value: string
  readonly locale: Locale
}
/** A field of words that finds what is meant while one writes (browser/find.ts): its button and its radio are for the script alone. */
function FindWhileWriting({ name, label, find, written, value, locale }: Finds) {
  const t = uiTexts(locale).find
  return (
    <div
      className="v-find ds-field"
      data-find={find}
      data-find-none={t.none}
      data-find-one={t.one}
      data-find-some={t.some}
      data-find-more={t.more}
      data-find-failed={t.failed}
    >
      <label className="ds-label" htmlFor={name}>
        {label}
      </label>
      <div className="v-find__words">
        <input
          className="ds-input"
          type="text"
          id={name}
          name={wordsName(name)}
          defaultValue={written}
          autoComplete="off"
          spellcheck={false}
        />
        <button type="button" name={name} value={name} hidden />
      </div>
      <p className="v-find__said v-soft" role="status" />
      {value !== '' && (
        <div className="ds-field" hidden>
          <input type="radio" id={`${name}-valgt`} name={`${name}.valgt`} value={value} defaultChecked />
          <label htmlFor={`${name}-valgt`}>{written}</label>
        </div>
      )}
    </div>
  )
}

/** What a page showed in a field of words, and what it meant there: a name that two have is still the one. */
export const shownKey = (key: string) => `${key}.vist`
export const meantKey = (key: string) => `${key}.er`

/**
 * Where no record names anything there is nothing to choose, and where each names the same one thing neither: who lacks one is asked for only
 * where some have. What is set stays, so that it can be taken away.
 */
const asksSomething = (filter: Filter, options: readonly Option[], value: string): boolean =>
  value !== '' || options.length > (filter.kind === 'reference' && filter.where !== undefined ? 1 : 0)

/** Last of all those that are set, where a record may lack one: what has no owner yet is asked for too. */
const namedIn = (offers: OffersByName, name: string, filter: Filter, { locale }: Asked): readonly Option[] => {
  const { choices = [], gone = () => '' } = offers[name] ?? {}
  return [
    ...choices
      .map((one) => ({ value: one.id, label: labelOf({ ...one, depth: 0 }, gone, locale) }))
      .sort((one, other) => one.label.localeCompare(other.label, 'nb')),
    ...(offersNotSet(filter) ? [{ value: notSet, label: uiTexts(locale).list.notSet }] : []),
  ]
}
