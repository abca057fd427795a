/** After the last key stroke, in milliseconds. */
const pause = 200

type Choice = { readonly id: string; readonly label: string }

/**
 * A field that finds a person while one writes, over the radios and the button that do the same without a script: the combobox pattern of
 * the ARIA practices (list only, nothing chosen until it is). Of several, each one chosen becomes a box that is ticked. What is asked goes in the body of a request, never in an address.
 */
export function findFields(page: Document): void {
  for (const field of page.querySelectorAll<HTMLElement>('[data-find]')) findField(field)
}

function findField(field: HTMLElement): void {
  const input = field.querySelector<HTMLInputElement>('input[type=text]')
  const row = field.querySelector<HTMLElement>('.v-find__words')
  const button = field.querySelector<HTMLButtonElement>('button[name]')
  const said = field.querySelector<HTMLElement>('.v-find__said')
  if (!input || !row || !button || !said) return
  const [wordsName, name] = [input.name, button.value]
  const { findAdded } = field.dataset
  const radios = [...field.querySelectorAll<HTMLInputElement>('input[type=radio], input[type=checkbox]')]
  const choiceOf = (radio: HTMLInputElement): Choice => ({ id: radio.value, label: radio.labels?.[0]?.textContent?.trim() ?? '' })
  const ticked = radios.filter((radio) => radio.checked && radio.value !== '')
  const checked = findAdded ? undefined : ticked[0]
  let chosen: Choice | null = checked ? choiceOf(checked) : null
  const first = radios.filter((radio) => radio.value !== '' && !ticked.includes(radio)).map(choiceOf)
  let shown: readonly Choice[] = first
  let active = -1
  let asked = 0
  let timer: number | undefined

  const value = document.createElement('input')
  value.type = 'hidden'
  value.name = name
  value.value = chosen?.id ?? ''
  // As the radios were: where none was checked nothing is posted, or an untouched form would look changed.
  value.disabled = findAdded !== undefined || !radios.some((radio) => radio.checked)
  const list = document.createElement('ul')
  list.id = `${input.id}-list`
  list.className = 'v-find__list'
  list.hidden = true
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', field.querySelector('legend')?.textContent?.trim() ?? '')
  for (const radio of radios) if (!findAdded || !ticked.includes(radio)) radio.closest('.ds-field')?.remove()
  button.remove()
  row.append(value, list)
  input.setAttribute('role', 'combobox')
  input.setAttribute('aria-autocomplete', 'list')
  input.setAttribute('aria-expanded', 'false')
  input.setAttribute('aria-controls', list.id)

  const tell = (words = '', n: number | string = 0) => {
    said.textContent = words.replace('{n}', () => String(n))
  }
  /** The words go with the form only while they stand for nobody: the server then asks who is meant. */
  const settle = () => {
    if (input.value === (chosen?.label ?? '')) input.removeAttribute('name')
    else input.name = wordsName
  }
  const mark = (at: number) => {
    active = at
    for (const [n, option] of [...list.children].entries()) option.setAttribute('aria-selected', String(n === at))
    const option = list.children[at]
    if (option) input.setAttribute('aria-activedescendant', option.id)
    else input.removeAttribute('aria-activedescendant')
    option?.scrollIntoView({ block: 'nearest' })
  }
  const open = (all: readonly Choice[]) => {
    shown = all
    list.replaceChildren(
      ...all.map(({ label }, n) => {
        const option = document.createElement('li')
        option.id = `${list.id}-${n}`
        option.setAttribute('role', 'option')
        option.textContent = label
        return option
      }),
    )
    list.hidden = all.length === 0
    input.setAttribute('aria-expanded', String(!list.hidden))
    mark(-1)
  }
  const close = () => open([])
  const add = ({ id, label }: Choice) => {
    let box = [...field.querySelectorAll<HTMLInputElement>('input[type=checkbox]')].find((one) => one.value === id)
    if (!box) {
      const frame = document.createElement('div')
      frame.className = 'ds-field'
      box = document.createElement('input')
      box.type = 'checkbox'
      box.className = 'ds-input'
      box.name = name
      box.value = id
      box.id = `${name}-${id}`
      const words = document.createElement('label')
      words.className = 'ds-label'
      words.htmlFor = box.id
      words.textContent = label
      frame.append(box, words)
      said.parentElement?.append(frame)
    }
    box.checked = true
    input.value = ''
    settle()
    close()
    tell(findAdded, label)
    box.dispatchEvent(new Event('input', { bubbles: true }))
  }
  const choose = (choice: Choice | null) => {
    if (findAdded) {
      if (choice) return add(choice)
      input.value = ''
      settle()
      close()
      return tell()
    }
    chosen = choice
    value.disabled = false
    value.value = choice?.id ?? ''
    input.value = choice?.label ?? ''
    settle()
    close()
    tell()
    value.dispatchEvent(new Event('input', { bubbles: true }))
  }
  const look = async () => {
    const turn = ++asked
    const words = input.value.trim()
    if (words.length < 2) return open(words === '' ? first : [])
    try {
      const body = new URLSearchParams({ navn: words })
      const answer = await fetch(field.dataset.find ?? '', { method: 'POST', body, headers: { Accept: 'application/json' } })
      const told: unknown = answer.ok && !answer.redirected ? await answer.json() : null
      if (turn !== asked) return
      const found = readFound(told)
      open(found.choices)
      const n = found.choices.length
      const { findNone, findOne, findSome, findMore } = field.dataset
      tell(n === 0 ? findNone : found.more ? findMore : n === 1 ? findOne : findSome, n)
    } catch {
      // The words stay in the field and go with the form: the server finds then.
      if (turn === asked) tell(field.dataset.findFailed)
    }
  }

  input.addEventListener('input', () => {
    clearTimeout(timer)
    if (input.value.trim() === '') {
      asked++
      choose(null)
      open(first)
      return
    }
    settle()
    timer = window.setTimeout(() => void look(), pause)
  })
  input.addEventListener('focus', () => input.select())
  input.addEventListener('click', () => {
    if (list.hidden && input.value === '') open(first)
  })
  input.addEventListener('blur', close)
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return
    const last = shown.length - 1
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (list.hidden) return input.value.trim() === '' ? open(first) : void look()
      const step = event.key === 'ArrowDown' ? active + 1 : active - 1
      mark(step > last ? 0 : step < 0 ? last : step)
    } else if (event.key === 'Enter') {
      const choice = shown[active]
      // Enter with the list open is about the list, and does not send the form.
      if (!list.hidden) event.preventDefault()
      if (choice) choose(choice)
    } else if (event.key === 'Escape' && (!list.hidden || input.hasAttribute('name'))) {
      event.preventDefault()
      asked++
      clearTimeout(timer)
      choose(chosen)
    } else if (event.key === 'Tab') {
      const choice = shown[active]
      if (choice) choose(choice)
    }
  })
  // Before the field loses focus and the list is closed.
  list.addEventListener('mousedown', (event) => {
    event.preventDefault()
    const option = event.target instanceof Element ? event.target.closest('li') : null
    const choice = option && shown[[...list.children].indexOf(option)]
    if (choice) choose(choice)
  })

  if (field.dataset.searched === undefined || chosen) input.value = chosen?.label ?? ''
  settle()
  if (field.dataset.searched !== undefined && !chosen) {
    input.focus()
    open(first)
  }
}

function readFound(told: unknown): { readonly choices: readonly Choice[]; readonly more: boolean } {
  const { found, more } = Object(told) as { found?: unknown; more?: unknown }
  if (!Array.isArray(found)) throw new Error('not an answer')
  const choices = found.flatMap((one: unknown): Choice[] => {
    const { id, name, beside } = Object(one) as Record<string, unknown>
    return typeof id === 'string' && typeof name === 'string'
      ? [{ id, label: typeof beside === 'string' ? `${name}, ${beside}` : name }]
      : []
  })
  return { choices, more: more === true }
}
