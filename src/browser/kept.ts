import { keepSaving, sendCopy } from './autosave.ts'
import { contentOf } from './content.ts'
import { markSaved } from './leave.ts'

/** Set while the language is changed, and holds nothing of what was written: that lies on the server (ASVS V14.3.3). */
const comingBack = 'varde.hent'
/** These are the page's own: a form that is opened again has newer ones. */
const pages = new Set(['writer', 'fingerprint', 'version'])

/**
 * A copy of what is written, on every page with a text area that has no draft of its own: offered when the page is opened again and
 * says something else. Changing language or display takes with it what stands in any form.
 */
export function keepCopies(page: Document): void {
  const forms = [...page.querySelectorAll('form')].filter((form) => form.querySelector('input[name=writer]'))
  // What a form comes back with when it was posted is saved nowhere.
  const here = page.body.dataset.posted === undefined ? null : location.pathname + location.search
  const before = new Map(forms.map((form) => [form, addressOf(form) === here ? '' : contentOf(form)]))
  const back = sessionStorage.getItem(comingBack) === location.pathname + location.search
  sessionStorage.removeItem(comingBack)
  for (const form of forms) {
    if (form.dataset.autosave === undefined && form.querySelector('textarea')) withCopy(form, back)
    else if (back) void fetched(form).then((copy) => copy && restore(form, copy.content))
  }
  takeWithLanguage(page, before)
}

function withCopy(form: HTMLFormElement, back: boolean): void {
  const status = form.appendChild(document.createElement('p'))
  status.setAttribute('role', 'status')
  status.dataset.autosaveStatus = ''
  Object.assign(status.dataset, wordsOf(form.ownerDocument))
  void fetched(form).then((copy) => {
    if (copy && back) restore(form, copy.content)
    else if (copy && differs(form, copy.content)) return offer(form, copy)
    keepSaving(form)
  })
}

type Copy = { readonly at: string; readonly content: string }

async function fetched(form: HTMLFormElement): Promise<Copy | null> {
  try {
    const answer = await ask('/beholdt/hent', form)
    const told: unknown = await answer.json()
    return typeof told === 'object' && told !== null && 'content' in told && typeof told.content === 'string' && 'at' in told
      ? { at: String(told.at), content: told.content }
      : null
  } catch {
    return null
  }
}

const ask = (to: string, form: HTMLFormElement) =>
  fetch(to, { method: 'POST', body: new URLSearchParams({ adresse: addressOf(form) }), headers: { Accept: 'application/json' } })

const addressOf = (form: HTMLFormElement): string => {
  const { pathname, search } = new URL(form.getAttribute('action') ?? location.href, location.href)
  return pathname + search
}

/** Only where the copy is of this form: several deeds may have one address. */
const differs = (form: HTMLFormElement, content: string): boolean => {
  const copy = new URLSearchParams(content)
  const mine = new URLSearchParams(contentOf(form))
  const written = [...copy.keys()].filter((name) => !pages.has(name) && name !== 'opened' && name !== 'id')
  const texts = [...form.querySelectorAll('textarea')].map((field) => field.name)
  if (!texts.some((name) => copy.has(name)) || written.some((name) => !form.querySelector(`[name="${CSS.escape(name)}"]`))) return false
  return written.some((name) => plain(copy.getAll(name)) !== plain(mine.getAll(name)))
}
const plain = (values: readonly string[]): string => values.join('\n').replaceAll('\r\n', '\n').trim()

function restore(form: HTMLFormElement, content: string): void {
  const copy = new URLSearchParams(content)
  // A form that is folded away is opened: what was written in it is seen.
  const folded = form.closest('details')
  if (folded) folded.open = true
  const taken = new Map<string, number>()
  for (const field of form.elements) {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement)) continue
    if (field.name === '' || pages.has(field.name) || field.type === 'file') continue
    const values = copy.getAll(field.name)
    if (field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox'))
      field.checked = values.includes(field.value)
    else {
      // Several fields may have one name, as the rows of a table have: each gets its own.
      const nth = taken.get(field.name) ?? 0
      taken.set(field.name, nth + 1)
      const value = values[nth]
      if (value === undefined) continue
      // The quick report has a new id each time its page is drawn: it goes on as the draft it was.
      if (field.name === 'id' && form.dataset.autosave) form.dataset.autosave = form.dataset.autosave.replace(field.value, value)
      field.value = value
    }
  }
  form.dispatchEvent(new Event('input', { bubbles: true }))
}

function offer(form: HTMLFormElement, copy: Copy): void {
  const words = wordsOf(form.ownerDocument)
  const box = document.createElement('div')
  box.className = 'ds-alert v-alert'
  box.dataset.color = 'info'
  box.setAttribute('role', 'status')
  const text = box.appendChild(document.createElement('p'))
  text.textContent = words.found ?? ''
  const actions = box.appendChild(document.createElement('div'))
  actions.className = 'v-actions'
  const choice = (label: string, variant: string, done: () => void) => {
    const button = actions.appendChild(document.createElement('button'))
    button.type = 'button'
    button.className = 'ds-button'
    button.dataset.variant = variant
    button.textContent = label
    button.addEventListener('click', () => {
      done()
      box.remove()
      form.querySelector('textarea')?.focus()
      keepSaving(form)
    })
  }
  choice(words.fetch ?? '', 'secondary', () => restore(form, copy.content))
  choice(words.discard ?? '', 'tertiary', () => void ask('/beholdt/forkast', form))
  form.before(box)
}

const wordsOf = (page: Document): Readonly<Record<string, string>> => JSON.parse(page.body.dataset.kept ?? '{}')

/** The choice of language or display draws the page anew: what stands in its forms is kept first, and is there afterwards. */
function takeWithLanguage(page: Document, before: ReadonlyMap<HTMLFormElement, string>): void {
  let ready = false
  page.addEventListener(
    'submit',
    (event) => {
      const choice = event.target
      if (ready || !(choice instanceof HTMLFormElement) || !['/sprak', '/visning'].includes(choice.getAttribute('action') ?? '')) return
      const written = [...before].filter(([form, content]) => contentOf(form) !== content).map(([form]) => form)
      if (written.length === 0) return
      event.preventDefault()
      event.stopPropagation()
      const { submitter } = event
      void Promise.all(written.map((form) => sendCopy(form, contentOf(form)))).then((sent) => {
        if (sent.every((one) => one.saved)) {
          for (const form of written) markSaved(form, contentOf(form))
          // Where the page answers a form, the choice leads to the page that form is filled in at.
          const to = choice.querySelector<HTMLInputElement>('input[name=til]')?.value
          sessionStorage.setItem(comingBack, to ?? location.pathname + location.search)
        }
        ready = true
        choice.requestSubmit(submitter)
      })
    },
    true,
  )
}
