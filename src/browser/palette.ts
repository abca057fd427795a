/** After the last key stroke, in milliseconds. */
const pause = 180

type Hit = { readonly href: string; readonly title: string; readonly beside: string | null }
type Group = {
  readonly label: string
  readonly hits: readonly Hit[]
  readonly all: { readonly href: string; readonly title: string } | null
}
type Answer = { readonly label: string; readonly said: string; readonly groups: readonly Group[] }

let made: ReturnType<typeof make> | undefined

/**
 * The search over the page: the combobox pattern of the ARIA practices, its list in groups. The first hit stands chosen, so that two words and
 * Enter lead there. `written`: what was typed while it was on its way. Where the server does not answer, the form goes to the page that does the same without a script.
 */
export function openPalette(link: HTMLAnchorElement, written = ''): void {
  made ??= make(link)
  made.open(written)
}

function make(link: HTMLAnchorElement) {
  const name = link.textContent?.trim() ?? ''
  const dialog = element('dialog', 'v-palette')
  const form = element('form', 'v-palette__form')
  const input = element('input', 'ds-input')
  const list = element('div', 'v-palette__list')
  const said = element('p', 'ds-sr-only')
  form.method = 'post'
  form.action = link.href
  Object.assign(input, { type: 'search', name: 'ord', id: 'palett', autocomplete: 'off', enterKeyHint: 'go' })
  dialog.setAttribute('aria-label', name)
  input.setAttribute('role', 'combobox')
  input.setAttribute('aria-label', name)
  input.setAttribute('aria-autocomplete', 'list')
  input.setAttribute('aria-expanded', 'true')
  input.setAttribute('aria-controls', 'palett-treff')
  list.id = 'palett-treff'
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', name)
  said.setAttribute('role', 'status')
  form.append(input)
  dialog.append(form, list, said)
  document.body.append(dialog)

  let options: readonly HTMLAnchorElement[] = []
  let active = -1
  let turn = 0
  let timer: number | undefined

  const mark = (at: number) => {
    options[active]?.setAttribute('aria-selected', 'false')
    active = at
    const option = options[at]
    option?.setAttribute('aria-selected', 'true')
    if (option) input.setAttribute('aria-activedescendant', option.id)
    else input.removeAttribute('aria-activedescendant')
    option?.scrollIntoView({ block: 'nearest' })
  }

  const draw = ({ label, said: words, groups }: Answer) => {
    input.placeholder = label
    let n = 0
    const option = (href: string, title: string, beside: string | null) => {
      const one = element('a', 'v-palette__hit')
      one.href = href
      one.id = `palett-${n++}`
      one.setAttribute('role', 'option')
      one.setAttribute('aria-selected', 'false')
      // Chosen with the arrows: the focus stays where one writes.
      one.tabIndex = -1
      one.append(title)
      if (beside) {
        const small = element('small')
        small.textContent = beside
        one.append(' ', small)
      }
      return one
    }
    list.replaceChildren(
      ...groups.map((group, at) => {
        const part = element('div')
        const heading = element('p', 'v-palette__label')
        heading.id = `palett-gruppe-${at}`
        heading.textContent = group.label
        part.setAttribute('role', 'group')
        part.setAttribute('aria-labelledby', heading.id)
        part.append(heading, ...group.hits.map(({ href, title, beside }) => option(href, title, beside)))
        if (group.all) part.append(option(group.all.href, group.all.title, null))
        return part
      }),
    )
    if (groups.length === 0) {
      const none = element('p', 'v-palette__none')
      none.textContent = words
      list.append(none)
    }
    options = [...list.querySelectorAll<HTMLAnchorElement>('[role=option]')]
    active = -1
    mark(options.length > 0 ? 0 : -1)
    said.textContent = words
  }

  const look = async () => {
    const mine = ++turn
    try {
      const body = new URLSearchParams({ ord: input.value })
      const answer = await fetch(link.dataset.palette ?? '', { method: 'POST', body, headers: { Accept: 'application/json' } })
      if (!answer.ok || answer.redirected) throw new Error('no answer')
      const told = (await answer.json()) as Answer
      if (mine === turn) draw(told)
    } catch {
      // The words stay, and Enter sends them to the page.
      if (mine !== turn) return
      list.replaceChildren()
      options = []
      mark(-1)
    }
  }

  input.addEventListener('input', () => {
    clearTimeout(timer)
    // What stands there is of other words: Enter then sends the words themselves.
    turn++
    mark(-1)
    timer = window.setTimeout(() => void look(), pause)
  })
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return
    const last = options.length - 1
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const next = event.key === 'ArrowDown' ? active + 1 : active - 1
      mark(next > last ? 0 : next < 0 ? last : next)
    } else if (event.key === 'Escape') {
      // Where something is written a browser would only empty the field.
      event.preventDefault()
      dialog.close()
    } else if (event.key === 'Enter') {
      const chosen = options[active]
      if (!chosen && input.value.trim() !== '') return
      event.preventDefault()
      if (chosen) location.assign(chosen.href)
    }
  })
  // A press beside it closes it, as Escape does.
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close()
  })

  return {
    /** `written`: what was typed before it came. */
    open(written: string) {
      if (dialog.open) return dialog.close()
      dialog.showModal()
      if (written === '') input.select()
      else input.value = written
      void look()
    },
  }
}

function element<T extends keyof HTMLElementTagNameMap>(tag: T, className = ''): HTMLElementTagNameMap[T] {
  const made = document.createElement(tag)
  if (className) made.className = className
  return made
}
