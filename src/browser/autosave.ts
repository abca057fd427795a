import { showClock } from '../ui/format.ts'
import { contentOf } from './content.ts'
import { markSaved } from './leave.ts'

const pause = 1200
const retry = 10_000

/**
 * Saves a draft while one writes: POST to `data-autosave`, answered by JSON `{ "version": 7 }` (the version is optional).
 * What is written is kept in the form itself until it is saved, and nowhere else: personal data never lie in the browser's
 * local storage (ASVS V14.3.3). Without a connection it says so plainly, and tries again.
 */
export function autosave(page: Document): void {
  for (const form of page.querySelectorAll<HTMLFormElement>('form[data-autosave]')) keepSaving(form)
}

/** Saves the form as it is written: its draft where it has one, else a copy. */
export function keepSaving(form: HTMLFormElement): void {
  const status = form.querySelector<HTMLElement>('[data-autosave-status]')
  let saved = contentOf(form)
  let timer: ReturnType<typeof setTimeout> | undefined
  let busy = false
  let waiting: { readonly submitter: HTMLElement | null } | null = null

  const tell = (state: 'saving' | 'saved' | 'failed', text = '') => {
    if (!status) return
    status.dataset.state = state
    status.textContent = text
  }
  const later = (milliseconds: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void save(), milliseconds)
  }
  const save = async () => {
    const content = contentOf(form)
    if (busy || content === saved || form.dataset.sent !== undefined) return
    busy = true
    tell('saving', status?.dataset.saving)
    const answer = await send(form, content)
    busy = false
    if (answer.saved) {
      saved = content
      setVersion(form, answer.version)
      // A copy is not yet saved where it belongs, and an answer that could not be kept is not saved at all: leaving still asks.
      if (answer.without.length === 0 && form.dataset.autosave !== undefined) markSaved(form, content)
      const at = (words?: string) => words?.replace('{time}', showClock(new Date(), document.documentElement.lang === 'en' ? 'en' : 'nb'))
      if (answer.without.length === 0) tell('saved', at(status?.dataset.saved))
      else tell('failed', at(status?.dataset.savedWithout)?.replace('{fields}', namesOf(form, answer.without)))
    } else tell('failed', sentence(form, status, answer.why))
    if (waiting) return form.requestSubmit(waiting.submitter)
    if (answer.saved ? contentOf(form) !== saved : answer.why.again) later(answer.saved ? pause : retry)
  }

  form.addEventListener('input', () => later(pause))
  form.addEventListener('change', () => later(pause))
  // The form is sent only when the save under way is done: else it would carry a version that the save has just left behind.
  form.addEventListener('submit', (event) => {
    clearTimeout(timer)
    if (!busy) return
    event.preventDefault()
    waiting = { submitter: event.submitter }
  })
  window.addEventListener('online', () => void save())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void save()
  })
}

/** `without`: the answers that could not be kept, while the others were. */
export type Sent =
  | { readonly saved: true; readonly version: unknown; readonly without: readonly string[] }
  | { readonly saved: false; readonly why: Why }

/** `again`: worth another try by itself, and then it is tried. `fields`: which answers could not be kept. */
type Why = { readonly again: boolean; readonly signedOut?: true; readonly fields?: readonly string[] }

/** What is so, and no more: "we try again" is said only where it is tried. */
function sentence(form: HTMLFormElement, status: HTMLElement | null, { again, signedOut, fields = [] }: Why): string {
  const said = status?.dataset ?? {}
  if (again) return said.notSaved ?? ''
  if (signedOut) return said.signedOut ?? ''
  const names = namesOf(form, fields)
  return names === '' ? (said.stopped ?? '') : (said.cannotKeep ?? '').replace('{fields}', names)
}

const namesOf = (form: HTMLFormElement, fields: readonly string[]): string =>
  fields
    .map((field) => labelOf(form, field))
    .filter((label) => label !== '')
    .join(', ')

/** The question as it stands on the page: its label, or the legend of its choices. */
function labelOf(form: HTMLFormElement, name: string): string {
  const field = form.querySelector(`[name="${CSS.escape(name)}"]`)
  const legend = field?.closest('fieldset')?.querySelector('legend')
  const label =
    field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox')
      ? legend
      : form.querySelector(`label[for="${CSS.escape(field?.id ?? '')}"]`)
  return label ? `«${(label.firstChild?.textContent ?? label.textContent ?? '').trim()}»` : ''
}

const send = (form: HTMLFormElement, content: string): Promise<Sent> =>
  form.dataset.autosave === undefined ? sendCopy(form, content) : sendDraft(form, form.dataset.autosave, content)

function sendDraft(form: HTMLFormElement, to: string, content: string): Promise<Sent> {
  const version = form.querySelector<HTMLInputElement>('input[name=version]')?.value
  const body = new URLSearchParams(content)
  if (version) body.set('version', version)
  return sent(to, body, content.length)
}

/** What is written in a form without a draft, with the address it belongs to. */
export function sendCopy(form: HTMLFormElement, content: string): Promise<Sent> {
  const { pathname, search } = new URL(form.getAttribute('action') ?? location.href, location.href)
  const writer = form.querySelector<HTMLInputElement>('input[name=writer]')?.value ?? ''
  return sent('/beholdt', new URLSearchParams({ adresse: pathname + search, innhold: content, writer }), content.length)
}

async function sent(to: string, body: URLSearchParams, length: number): Promise<Sent> {
  try {
    // What outlives the page may be at most 64 kB.
    const answer = await fetch(to, { method: 'POST', body, headers: { Accept: 'application/json' }, keepalive: length < 30_000 })
    const told: unknown = await answer.json().catch(() => null)
    // Whoever is signed out, or is now another, has had nothing saved.
    if (answer.status === 401 || saysSignedOut(told)) return { saved: false, why: { again: false, signedOut: true } }
    if (!answer.ok) return { saved: false, why: { again: answer.status >= 500 || answer.status === 429, fields: fieldsIn(told) } }
    const version = typeof told === 'object' && told !== null && 'version' in told ? told.version : null
    return { saved: true, version, without: fieldsIn(told) }
  } catch {
    return { saved: false, why: { again: true } }
  }
}

const saysSignedOut = (told: unknown): boolean => typeof told === 'object' && told !== null && 'error' in told && told.error === 'signedOut'

const fieldsIn = (told: unknown): readonly string[] =>
  typeof told === 'object' && told !== null && 'fields' in told && Array.isArray(told.fields)
    ? told.fields.filter((one): one is string => typeof one === 'string')
    : []

function setVersion(form: HTMLFormElement, version: unknown): void {
  const field = form.querySelector<HTMLInputElement>('input[name=version]')
  if (field && typeof version === 'number') field.value = String(version)
}
